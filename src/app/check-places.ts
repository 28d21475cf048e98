import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';

type Say = (row: PackRow, field: string, given: unknown, expected: string) => void;

const kinds: Record<string, string[]> = { region: ['kabupaten', 'kota'], district: ['kecamatan'], village: ['desa', 'kelurahan'] };
const above: Record<string, string> = { district: 'region', village: 'district' };

/** A region has districts, a district villages; each level has its kinds. */
export function areaProblems(found: Tables, say: Say): void {
  const byCode = new Map(rowsOf(found, 'places.area').map((row) => [row.data.code, row]));
  oneNameEach([...byCode.values()].filter(({ data }) => data.valid_to === null), ({ data }) => `${data.parent_code} ${data.kind}`, say);
  for (const row of byCode.values()) {
    const { level, kind, parent_code } = row.data;
    const fitting = kinds[String(level)] ?? [];
    if (!fitting.includes(String(kind))) say(row, 'kind', kind, `${fitting.join(' or ')}, because its level is ${level}`);
    const { area_km2, valid_from, valid_to } = row.data;
    if (area_km2 !== null && !(Number(area_km2) > 0)) say(row, 'area_km2', area_km2, 'a number above 0');
    if (valid_from !== null && valid_to !== null && String(valid_to) < String(valid_from)) say(row, 'valid_to', valid_to, `a day that is not before ${valid_from}`);
    const parent = byCode.get(parent_code ?? '');
    const wanted = above[String(level)];
    if (parent && parent !== row && parent.data.level !== wanted) say(row, 'parent_code', parent_code, wanted ? `a ${wanted}, because its level is ${level}` : 'nothing: the region stands above all');
  }
}

/** Two agencies of one name cannot be told apart on any page. */
export function agencyProblems(found: Tables, say: Say): void {
  oneNameEach(rowsOf(found, 'people.agency'), () => '', say);
}

/** No two of what stands side by side have one name, in whatever case. */
function oneNameEach(rows: PackRow[], beside: (row: PackRow) => string, say: Say): void {
  for (const [first, ...others] of Map.groupBy(rows, (row) => `${beside(row)} ${String(row.data.name).trim().toLowerCase()}`).values()) {
    for (const row of others) say(row, 'name', row.data.name, `a name that no other has beside it; ${first?.data.code} has this one`);
  }
}

/** Pillars, sub-dimensions and the whole are nodes of one tree: a code names one of them. */
export function codeProblems(found: Tables, say: Say): void {
  const taken = new Set<unknown>(['all']);
  for (const table of ['masterplan.pillar', 'masterplan.sub_dimension']) {
    for (const row of rowsOf(found, table)) {
      if (taken.has(row.data.code)) say(row, 'code', row.data.code, 'a code that no other pillar or sub-dimension has, and not `all`');
      taken.add(row.data.code);
    }
  }
}

const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

export function hostProblems(region: PackRow, say: Say): void {
  const hosts = (region.data.hosts ?? []) as string[];
  for (const [n, host] of hosts.entries()) {
    if (!hostName.test(host)) say(region, 'hosts', host, 'a host name in lower case, without port, such as data.example.go.id');
    else if (hosts.indexOf(host) < n) say(region, 'hosts', host, 'each host once');
  }
}
