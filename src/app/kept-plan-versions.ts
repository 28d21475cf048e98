import type { PackRow } from '#kernel/pack-file.ts';
import type { PackTable, Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { compareRows } from '#kernel/sync-rows.ts';
import { versionReads } from '#plan/index.ts';

const versionOf = ({ data }: PackRow, table: string): string => (table === 'plan.plan' ? `${String(data.code)} ${String(data.version)}` : `${String(data.plan_code)} ${String(data.plan_version)}`);

/** Versions of plans that were begun here, `code version`. */
export const versionsBegunHere = async (tx: RegionTx): Promise<Set<string>> => new Set((await versionReads.all(tx)).flatMap((plan) => (plan.draft ? [`${plan.code} ${plan.version}`] : [])));

/** What a pack says of such versions is not heeded: a draft is somebody's work, and what was adopted here never changes. Null for tables that hold none. */
export function keptPlanVersions(table: PackTable, there: Tables, wanted: Tables, here: Set<string>): { rows: PackRow[]; unheeded: string[] } | null {
  const { name } = table;
  if (name === 'places.source') return keptSources(there, wanted, here);
  if (here.size === 0 || !['plan.plan', 'plan.node', 'plan.link', 'plan.funding', 'plan.success_factor', 'plan.contribution'].includes(name)) return null;
  const isHere = (row: PackRow): boolean => here.has(versionOf(row, name));
  const [own, told] = [rowsOf(there, name).filter(isHere), rowsOf(wanted, name).filter(isHere)];
  const versions = new Set(told.map((row) => versionOf(row, name)));
  const { remove, insert } = compareRows(table, own.filter((row) => versions.has(versionOf(row, name))), told);
  const unheeded = remove.length + insert.length > 0 ? [...versions] : [];
  return { rows: [...rowsOf(wanted, name).filter((row) => !isHere(row)), ...own], unheeded };
}

/** The documents by which versions were adopted here are sources that a pack need not know. */
function keptSources(there: Tables, wanted: Tables, here: Set<string>): { rows: PackRow[]; unheeded: string[] } | null {
  const codes = new Set([...here].map((version) => { const [planCode = '', planVersion] = version.split(' '); return versionReads.legalSource({ planCode, planVersion: Number(planVersion) }); }));
  const own = rowsOf(there, 'places.source').filter(({ data }) => codes.has(String(data.code)));
  if (own.length === 0) return null;
  return { rows: [...rowsOf(wanted, 'places.source').filter(({ data }) => !own.some((one) => one.data.code === data.code)), ...own], unheeded: [] };
}
