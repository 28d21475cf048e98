import { sql } from 'kysely';
import { formulas } from '#indicators/index.ts';
import type { Ctx, Touched } from '#kernel/context.ts';
import { keepVersion } from '#kernel/definition-versions.ts';
import { Fault } from '#kernel/faults.ts';
import type { PackProblem, PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { changeRows, compareRows, readTable, type RowChange } from '#kernel/sync-rows.ts';
import { scoreStage } from '#scores/index.ts';
import { withoutNear } from './check-formulas.ts';
import { problemsIn } from './check-pack.ts';
import { withHistory } from './definition-history.ts';
import { codeOf, type Editable } from './editable.ts';
import { tables } from './pack-files.ts';

type Data = PackRow['data'];

/** A definition as it shall become; `code` is the one that is changed, null adds one. */
export interface WantedDefinition {
  editable: Editable;
  code: string | null;
  data: Data;
  /** Today in the region: a published target or a unit that changes is told with its day. */
  day: string;
  /** The definition as its editor saw it, and null for a new one: another has changed it since where it differs. Left out, nobody looked. */
  seen?: Data | null;
}
/** `other` is the definition at which it would be wrong, where that is not the one that is changed. */
export type DefinitionProblem = Pick<PackProblem, 'field' | 'given' | 'expected' | 'expectedId'> & { other: Data | null };
export interface TriedDefinition {
  before: Data | null;
  /** What would be wrong then, and is not now: by field, what was given and what was expected. */
  problems: DefinitionProblem[];
  changes: RowChange[];
  touched: Touched;
}

const form = 'form';
/** Definitions alone: values and frozen days are not changed by any of them. */
const definitions = tables.filter(({ name }) => name !== 'data.value' && !name.startsWith('scores.'));

/** Every definition of the region, as rows of a pack. */
export async function readDefinitions(tx: RegionTx): Promise<Tables> {
  const there: Tables = new Map();
  for (const table of definitions) there.set(table.name, await readTable(tx, table));
  return there;
}

/** What a change would be and what would be wrong with it: the same rules as for a pack. Writes nothing. Throws `definition.unknown` (404). */
export async function tryDefinition(tx: RegionTx, { editable, code, data, day }: WantedDefinition): Promise<TriedDefinition> {
  const { table } = editable;
  const there = await readDefinitions(tx);
  const rows = rowsOf(there, table.name);
  const old = code === null ? null : rows.find((row) => codeOf(editable, row.data) === code);
  if (old === undefined) throw new Fault('definition.unknown', 404, { given: (code ?? '').slice(0, 80), expected: 'a code of this region' });
  const row: PackRow = { file: form, line: 1, data: { ...old?.data, ...data } };
  const wanted: Tables = new Map(there).set(table.name, [...rows.filter((one) => one !== old), row]);
  const problems = [...problemsAfter(there, wanted), ...(table.name === 'data.element' && old ? await valuesThatDoNotFit(tx, old.data, row.data) : [])];
  const changes = changesTo(table.name, there, wanted, day);
  return { before: old?.data ?? null, problems, changes, touched: problems.length > 0 ? { all: false, elements: [], indicators: [] } : editable.touches(old?.data ?? null, row.data, wanted) };
}

/** Numbers that were recorded and are none of the kind that an element would become: its pack could not be loaded again. */
async function valuesThatDoNotFit(tx: RegionTx, before: Data, after: Data): Promise<DefinitionProblem[]> {
  const type = String(after.value_type);
  if (type === before.value_type || type === 'number') return [];
  const code = String(before.code);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id and e.state = 'effective'
    where v.region_code = ${tx.region} and (v.element_code = ${code} or v.element_code like ${`${code.replaceAll('_', '\\_')}.%`}) and v.value is not null and ${type === 'integer' ? sql`v.value <> trunc(v.value)` : sql`v.value not in (0, 1)`}`.execute(tx);
  const n = rows[0]?.n ?? 0;
  return n === 0 ? [] : [{ field: 'value_type', given: type, expected: type === 'integer' ? `numbers that are whole: ${n} that are recorded are not` : `numbers that are 1 or 0: ${n} that are recorded are not`, other: null }];
}

/** What was wrong before is nobody's fault who changes another thing. */
export function newProblems(there: Tables, wanted: Tables): (PackProblem & { other: Data | null })[] {
  const told = ({ field, given, expected }: PackProblem): string => `${field}|${given}|${withoutNear(expected)}`;
  const before = new Set(problemsIn(there).map(told));
  const stored: Tables = new Map([...wanted].map(([name, rows]) => [name, rows.map((row, n) => (row.file === '' ? { ...row, file: name, line: n } : row))]));
  return problemsIn(stored).filter((problem) => !before.has(told(problem))).map((problem) => ({ ...problem, other: problem.line === null || problem.file === form ? null : (stored.get(problem.file)?.[problem.line]?.data ?? null) }));
}
export const problemsAfter = (there: Tables, wanted: Tables): DefinitionProblem[] => newProblems(there, wanted).map(({ field, given, expected, expectedId, other }) => ({ field, given, expected, ...(expectedId === undefined ? {} : { expectedId }), other }));

/** The rows to write so that a table becomes what is wanted, and the history that grows by it. */
export function changesTo(table: string, there: Tables, wanted: Tables, day: string): RowChange[] {
  const known = withHistory(definitions, there, wanted, day);
  return definitions.filter(({ name, grows }) => name === table || grows).map((one) => compareRows(one, rowsOf(there, one.name), known.get(one.name) ?? rowsOf(wanted, one.name))).filter(({ count }) => count > 0);
}

/** Puts what was tried in force: a new version, told in the log. What depends on it is computed again and says so until then. */
export async function putDefinition(ctx: Ctx, tx: RegionTx, { editable, data }: WantedDefinition, { before, changes }: TriedDefinition, reason: string | null): Promise<void> {
  const by = { actor: ctx.actor, at: ctx.clock(), who: ctx.who, reason: reason ?? undefined };
  const after = { ...before, ...data };
  const version = editable.table.name === 'indicators.indicator' && before ? await versionAfter(tx, before, after) : null;
  await changeRows(tx, changes, by);
  if (version !== null) await formulas.putVersion(tx, String(after.code), version);
  await keepVersion(tx, { subject: editable.table.name, key: codeOf(editable, after), before, after, at: by.at, actor: ctx.actor, postId: ctx.who?.postId ?? null, reason });
}

/** Cells keep the version of the formula that they were computed with: it rises with what they are computed by, and with nothing else. */
async function versionAfter(tx: RegionTx, before: Data, after: Data): Promise<number> {
  const version = await formulas.versionOf(tx, String(before.code));
  return ['formula', 'missing', 'series'].some((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(after[name] ?? null)) ? version + 1 : version;
}

/** Changes a definition, or throws `definition.refused` (422) or `definition.moved` (409) and changes nothing. Answers whether anything was changed. One at a time in a region. */
export async function changeDefinition(ctx: Ctx, tx: RegionTx, wanted: WantedDefinition, reason: string | null): Promise<boolean> {
  await sql`select last from kernel.revision_counter where region_code = ${tx.region} for update`.execute(tx);
  const tried = await tryDefinition(tx, wanted);
  if (wanted.seen !== undefined && JSON.stringify(tried.before) !== JSON.stringify(wanted.seen)) throw new Fault('definition.moved', 409, { expected: 'a definition that nobody changed meanwhile' });
  if (tried.problems.length > 0) throw new Fault('definition.refused', 422, { problems: tried.problems });
  if (tried.changes.length === 0) return false;
  await putDefinition(ctx, tx, wanted, tried, reason);
  const { touched } = tried;
  if (touched.all || touched.elements.length + touched.indicators.length > 0) await ctx.settle(tx, touched);
  else await scoreStage.renew(tx, ctx.clock()); // nothing is computed by it; pages show it
  return true;
}
