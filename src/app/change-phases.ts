import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Ctx, Touched } from '#kernel/context.ts';
import { keepVersion } from '#kernel/definition-versions.ts';
import { Fault } from '#kernel/faults.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { nextParts } from '#kernel/period-parts.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { changeRows } from '#kernel/sync-rows.ts';
import { changesTo, newProblems, readDefinitions } from './change-definition.ts';
import { codeOf, editables, type Editable } from './editable.ts';

type Data = PackRow['data'];

/** Whose targets of a year: an indicator in an area, of a plan or of none. */
export interface PhasesOf {
  indicator: string;
  area: string;
  plan: string | null;
  year: string;
}
/** The targets of one year, one for each of its periods and one for the year where the indicator has both. */
export interface Phases {
  of: PhasesOf;
  indicator: Data;
  /** Null where there is no target yet. */
  rows: { period: string; data: Data | null }[];
  /** What a new one takes from the targets there are: comparison, state, origin and source. */
  like: Data;
}

const editable = editables.target as Editable;
const { table } = editable;
const isOf = ({ indicator, area, plan }: PhasesOf) => ({ data }: PackRow): boolean => data.indicator_code === indicator && data.area_code === area && (data.plan_code ?? null) === plan;

/** Throws `definition.unknown` (404) where there is no such indicator, area or plan, and none of its targets stands. */
export function phasesOf(all: Tables, of: PhasesOf): Phases {
  const indicator = rowsOf(all, 'indicators.indicator').find(({ data }) => data.code === of.indicator)?.data;
  const there = rowsOf(all, table.name).filter(isOf(of)).map(({ data }) => data);
  const near = [...there].sort((a, b) => Math.abs(Number(String(a.period).slice(0, 4)) - Number(of.year)) - Math.abs(Number(String(b.period).slice(0, 4)) - Number(of.year)))[0];
  if (!indicator || !near) throw new Fault('definition.unknown', 404, { given: of.indicator.slice(0, 80), expected: 'an indicator that has a target there' });
  const { period_kind: kind, period_mode: mode } = indicator;
  const quarters = nextParts(of.year);
  const parts = kind === 'quarter' ? quarters : kind === 'month' ? quarters.flatMap(nextParts) : [];
  const periods = parts.length === 0 || mode === 'cumulative' || mode === 'latest' ? [...parts, of.year] : parts;
  return { of, indicator, rows: periods.map((period) => ({ period, data: there.find((data) => data.period === period) ?? null })), like: near };
}

/** What stood there when the form was shown. */
export const seenPhases = ({ rows }: Phases): string => createHash('sha256').update(JSON.stringify(rows.map(({ data }) => data))).digest('base64url').slice(0, 16);

/** The row of a period with another value. */
export const withValue = ({ of, like, rows }: Phases, period: string, value: string, valueTo: string | null): Data => ({
  ...(rows.find((row) => row.period === period)?.data
    ?? { indicator_code: of.indicator, area_code: of.area, period, plan_code: of.plan, comparison: like.comparison, status: like.status, origin: like.origin, source_code: like.source_code, note_id: null, note_en: null }),
  value, value_to: valueTo,
} as Data);

export interface TriedPhases {
  /** Where something would be wrong: the period, and what it is. */
  problems: { period: string | null; field: string; given: string; expected: string; expectedId?: string; other: Data | null }[];
  changed: { before: Data | null; after: Data }[];
  changes: ReturnType<typeof changesTo>;
  touched: Touched;
}

/** All of them at once, by the rules of a pack: one alone may be wrong while the others still stand as they were. Writes nothing. */
export function tryPhases(there: Tables, wanted: Data[], day: string): TriedPhases {
  const rows = rowsOf(there, table.name);
  const codes = new Map(wanted.map((data) => [codeOf(editable, data), data]));
  const after: Tables = new Map(there).set(table.name, [...rows.filter(({ data }) => !codes.has(codeOf(editable, data))), ...wanted.map((data, n) => ({ file: 'form', line: n + 1, data }))]);
  const problems = newProblems(there, after).map(({ file, line, field, given, expected, expectedId, other }) => ({ period: file === 'form' && line !== null ? String(wanted[line - 1]?.period ?? '') : null, field, given, expected, ...(expectedId === undefined ? {} : { expectedId }), other }));
  const changed = wanted.map((data) => ({ before: rows.find((row) => codeOf(editable, row.data) === codeOf(editable, data))?.data ?? null, after: data })).filter(({ before, after: data }) => JSON.stringify(sorted(before)) !== JSON.stringify(sorted(data)));
  return { problems, changed, changes: changesTo(table.name, there, after, day), touched: wanted[0] ? editable.touches(null, wanted[0], after) : { all: false, elements: [], indicators: [] } };
}

const sorted = (data: Data | null): unknown => data && Object.entries(data).filter(([, value]) => value !== null).sort(([a], [b]) => (a < b ? -1 : 1));

/** Puts all phases of a year in force together, each a version of its own. Throws `definition.moved` (409), `definition.refused` (422). Answers how many were changed. */
export async function changePhases(ctx: Ctx, tx: RegionTx, { of, seen, values, day }: { of: PhasesOf; seen: string; values: { period: string; value: string; valueTo: string | null }[]; day: string }, reason: string | null): Promise<number> {
  await sql`select last from kernel.revision_counter where region_code = ${tx.region} for update`.execute(tx);
  const there = await readDefinitions(tx);
  const phases = phasesOf(there, of);
  if (seenPhases(phases) !== seen) throw new Fault('definition.moved', 409, { expected: 'targets that nobody changed meanwhile' });
  const { problems, changed, changes, touched } = tryPhases(there, values.map(({ period, value, valueTo }) => withValue(phases, period, value, valueTo)), day);
  if (problems.length > 0) throw new Fault('definition.refused', 422, { problems });
  if (changes.length === 0) return 0;
  const at = ctx.clock();
  const by = { actor: ctx.actor, at, who: ctx.who, reason: reason ?? undefined };
  await changeRows(tx, changes, by);
  for (const { before, after } of changed) await keepVersion(tx, { subject: table.name, key: codeOf(editable, after), before, after, at, actor: ctx.actor, postId: ctx.who?.postId ?? null, reason });
  await ctx.settle(tx, touched);
  return changed.length;
}
