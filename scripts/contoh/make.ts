// Writes the region pack of Kabupaten Contoh (99.01), a regency that does not exist. Same seed, same bytes.
import { readFileSync } from 'node:fs';
import { writePack } from '#app/write-pack.ts';
import type { PackRow, PackValue } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { parse } from 'yaml';
import { columnsOf, facts, indicators, links, nodes, numbers, pillarOf } from './content.ts';

const region = '99.01';
const seed = 9901;

/** A small seeded generator (mulberry32): numbers in [0, 1), the same on every machine. */
function random(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Data = Record<string, PackValue>;
const both = (id: string, en: string): { id: string; en: string } => ({ id, en });
const source = 'rekaan';

function regionRows(): Data[] {
  return [{
    code: region, name: both('Kabupaten Contoh', 'Contoh Regency'), short_name: 'Contoh', kind: 'kabupaten', time_zone: 'Asia/Jakarta', hosts: null, fictional: true,
    notice: both('Kabupaten ini tidak ada. Semua nama dan angka rekaan.', 'This regency does not exist. All names and figures are made up.'),
    about: both(`Kabupaten Contoh dibuat oleh program dengan benih ${seed}, untuk menunjukkan yang tidak dapat ditunjukkan oleh fakta bersumber.`, `Contoh Regency was made by a program with the seed ${seed}, to show what sourced facts cannot.`),
    front_plan: 'rpjmd-contoh', compiled_on: '2026-11-24', compiled_by: both('pembangkit contoh Serasan', 'Serasan’s generator of examples'), seed,
  }];
}

function areaRows(rand: () => number): { areas: Data[]; neighbours: Data[] } {
  const names = ['Hulu', 'Hilir', 'Tengah', 'Bukit', 'Pesisir'];
  const empty = { capital: null, valid_from: null, valid_to: null, source_code: source };
  const areas: Data[] = [{ ...empty, code: region, parent_code: null, level: 'region', kind: 'kabupaten', name: 'Contoh', lat: null, lon: null, label_lat: null, label_lon: null, area_km2: null }];
  names.forEach((name, n) => {
    const code = `${region}.0${n + 1}`;
    const lat = Number((0.2 + 0.3 * Math.sin(n * 1.26)).toFixed(4));
    const lon = Number((0.2 + 0.3 * Math.cos(n * 1.26)).toFixed(4));
    areas.push({ ...empty, code, parent_code: region, level: 'district', kind: 'kecamatan', name: `${name} Contoh`, lat, lon, label_lat: lat, label_lon: lon, area_km2: String(120 + Math.round(rand() * 200)) });
    for (let v = 1; v <= 4 + (n % 3); v += 1) {
      areas.push({ ...empty, code: `${code}.200${v}`, parent_code: code, level: 'village', kind: v === 1 ? 'kelurahan' : 'desa', name: `${name} ${['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam'][v - 1]}`, lat, lon: Number((lon + v / 100).toFixed(4)), label_lat: null, label_lon: null, area_km2: null });
    }
  });
  const neighbours = names.map((_, n) => [n + 1, ((n + 1) % 5) + 1].sort()).map(([a, b]) => ({ a_code: `${region}.0${a}`, b_code: `${region}.0${b}`, source_code: source }));
  return { areas, neighbours };
}

const levels = [
  ['vision', 'Visi', 'Vision', 'Visi', 'Visions'], ['mission', 'Misi', 'Mission', 'Misi', 'Missions'], ['objective', 'Sasaran', 'Objective', 'Sasaran', 'Objectives'], ['programme', 'Program', 'Programme', 'Program', 'Programmes'],
].map(([code, id, en, ids, ens]) => ({ code, name: { id, en }, plural: { id: ids, en: ens } }));

function planRows(): Data[] {
  const plan = (code: string, kind: string, id: string, en: string, parent: string | null, agency: string | null): Data => ({
    code, version: 1, kind, name: both(id, en), short_name: both(id, en), vision_word: null, period_from: '2025', period_to: '2029', baseline: '2024', parent_code: parent, agency_code: agency,
    status: 'adopted', legal_basis: 'Perda Contoh 1/2025 (rekaan)', source_code: source, note: null, levels, scoring: { floor: 0, cap: 100, bands: [90, 75, 65, 50] },
  });
  return [plan('rpjmd-contoh', 'rpjmd', 'RPJMD Contoh 2025–2029', 'Contoh five-year plan 2025–2029', null, null), plan('renstra-layanan', 'renstra', 'Renstra Dinas Layanan', 'Strategic plan of the service agency', 'rpjmd-contoh', 'LAYANAN')];
}

/** The real catalogue of pillars, which Contoh shares with every regency: facts, with their own source. */
function masterplanRows(): { pillars: Data[]; subs: Data[]; source: Data } {
  const real = parse(readFileSync('regions/16.03-muara-enim/masterplan.yaml', 'utf8')) as { pillars: (Data & { sub_dimensions: Data[] })[] };
  const pillars = real.pillars.map(({ sub_dimensions: _, ...pillar }, position) => ({ weight: null, purpose: null, ...pillar, source_code: 'instrumen-2023', position }));
  const subs = real.pillars.flatMap((pillar) => pillar.sub_dimensions.map((sub, position) => ({ ...sub, pillar_code: pillar.code ?? '', source_code: 'instrumen-2023', position })));
  return { pillars, subs, source: { code: 'instrumen-2023', publisher: 'Kementerian Komunikasi dan Informatika', title: 'Instrumen evaluasi kota cerdas 2023', published: '2023-12-04', url: null, note_id: null, note_en: null } };
}

export function contoh(): Tables {
  const rand = random(seed);
  const { areas, neighbours } = areaRows(rand);
  const catalogue = masterplanRows();
  const { values, targets } = numbers(rand, region, source);
  const tables: Tables = new Map();
  const put = (name: string, rows: Data[]): void => {
    tables.set(name, rows.map((data): PackRow => ({ file: '', line: 0, data })));
  };
  put('places.region', regionRows());
  put('places.source', [{ code: source, publisher: 'Rekaan', title: `Dibangkitkan dengan benih ${seed}; bukan data`, published: '2026-11-24', url: null, note_id: null, note_en: null }, catalogue.source]);
  put('places.area', areas);
  put('places.neighbour', neighbours);
  put('people.agency', facts.agencies.map(([code, name]) => ({ code, name, short_name: name, source_code: source, note_id: null, note_en: null })));
  put('plan.plan', planRows());
  put('plan.node', nodes(source));
  put('plan.link', links());
  put('masterplan.masterplan', [{ code: 'contoh', name: both('Masterplan Contoh Cerdas', 'Contoh smart-regency masterplan'), vision: both('Contoh yang nyaman dan tanggap', 'A Contoh that is comfortable and quick to answer'), vision_source_code: source, period_from: '2025', period_to: '2034', status: 'adopted', source_code: source, note: null }]);
  put('masterplan.pillar', catalogue.pillars);
  put('masterplan.sub_dimension', catalogue.subs);
  put('masterplan.initiative', facts.initiatives.map(([code, kind, id, en, sub, state], position) => ({
    code, kind, name: both(id, en), pillar_code: sub.slice(0, 3).toLowerCase(), sub_dimension_code: sub, pillar_basis: 'document', pillar_reason: null, agency_code: 'LAYANAN', started: '2025', summary: null, state, source_code: source, statements: [], position,
  })));
  put('masterplan.indicator_link', pillarOf());
  put('data.unit', facts.units.map(([code, id, en, shownId, shownEn, dimension]) => ({ code, name_id: id, name_en: en, shown_id: shownId, shown_en: shownEn, dimension })));
  put('data.element', columnsOf(source).elements);
  put('data.series', columnsOf(source).series);
  put('data.value', values);
  put('indicators.indicator', indicators(source));
  put('indicators.target', targets);
  return tables;
}

if (process.argv[1]?.endsWith('make.ts')) {
  const files = writePack(process.argv[2] ?? 'regions/99.01-contoh', contoh());
  process.stdout.write(`${files} files written\n`);
}
