import { type RawBuilder, type Selectable, sql } from 'kysely';
import { insertRows } from '#kernel/insert-rows.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { NodeScore, NodeState, ScoreRows, StandingOf } from './scores.store.ts';
import type { ScoresTables } from './tables.ts';

const own = (tx: RegionTx) => tx.withTables<ScoresTables>();

/** Rows of some batches, each with its batch. */
const rowsOf = <T extends keyof ScoresTables & `scores.${string}`>(tx: RegionTx, table: T, batches: number[], more: RawBuilder<unknown>): Promise<(Selectable<ScoresTables[T]> & { batch: number })[]> =>
  sql<Selectable<ScoresTables[T]> & { batch: number }>`select * from ${sql.table(table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))} where region_code = ${tx.region} and batch = any(${batches}::bigint[]) ${more}`.execute(tx).then(({ rows }) => rows);

/** The rows of both views that a change may have touched. */
export const scoreRows = {
  achievementsOf: (tx: RegionTx, batches: number[], indicators: string[]) => rowsOf(tx, 'scores.achievement', batches, sql`and indicator_code = any(${indicators})`),
  achievementsIn: (tx: RegionTx, batches: number[], area: string, periods: string[]) => rowsOf(tx, 'scores.achievement', batches, sql`and area_code = ${area} and period = any(${periods})`),
  standingsOf: (tx: RegionTx, batches: number[], indicators: string[]) => rowsOf(tx, 'scores.standing', batches, sql`and indicator_code = any(${indicators})`),
  nodeScoresIn: (tx: RegionTx, batches: number[], periods: string[]) => rowsOf(tx, 'scores.nodeScore', batches, sql`and period = any(${periods})`),
};

/** What states of nodes are told from, of one batch. */
export const verdictsIn = (tx: RegionTx, batch: number): Promise<Pick<StandingOf, 'planCode' | 'indicatorCode' | 'verdict'>[]> =>
  own(tx).selectFrom('scores.standing').select(['planCode', 'indicatorCode', 'verdict']).where('regionCode', '=', tx.region).where('batch', '=', batch).execute();
export const nodeValuesIn = (tx: RegionTx, batch: number): Promise<Pick<NodeScore, 'tree' | 'treeCode' | 'nodeCode' | 'period' | 'value'>[]> =>
  own(tx).selectFrom('scores.nodeScore').select(['tree', 'treeCode', 'nodeCode', 'period', 'value']).where('regionCode', '=', tx.region).where('batch', '=', batch).orderBy('period').execute();
export const nodeStatesIn = (tx: RegionTx, batch: number): Promise<NodeState[]> =>
  own(tx).selectFrom('scores.nodeState').selectAll().where('regionCode', '=', tx.region).where('batch', '=', batch).execute();

/** Each kind of row: its table, and what of it is its key besides region and batch. */
const kinds = {
  achievements: { table: 'scores.achievement', key: ['indicatorCode', 'areaCode', 'period', 'planCode'] },
  standings: { table: 'scores.standing', key: ['planCode', 'indicatorCode', 'areaCode'] },
  nodeScores: { table: 'scores.node_score', key: ['tree', 'treeCode', 'nodeCode', 'period'] },
  nodeStates: { table: 'scores.node_state', key: ['tree', 'treeCode', 'nodeCode'] },
} as const;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Puts rows in the place of others of the same batch and writes only what differs; answers the rows that are new or changed, and those that are gone. */
export async function replaceRows<K extends keyof typeof kinds>(tx: RegionTx, batch: number, kind: K, before: ScoreRows[K], after: ScoreRows[K]): Promise<{ put: ScoreRows[K]; gone: ScoreRows[K] }> {
  const { table, key } = kinds[kind];
  const keyOf = (row: object): string => JSON.stringify(key.map((name) => (row as Record<string, unknown>)[name]));
  const there = new Map(before.map((row) => [keyOf(row), row] as const));
  const stays = new Set(after.map(keyOf));
  const put = after.filter((row) => !same(row, there.get(keyOf(row)))) as ScoreRows[K];
  const gone = before.filter((row) => !stays.has(keyOf(row))) as ScoreRows[K];
  const old = gone.map((row) => Object.fromEntries(key.map((name) => [snake(name), (row as unknown as Record<string, unknown>)[name]])));
  if (old.length > 0) {
    const match = sql.join(key.map((name) => sql`t.${sql.ref(snake(name))} = g.${sql.ref(snake(name))}`), sql` and `);
    await sql`delete from ${sql.table(table)} t using json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(old)}::json) g where t.region_code = ${tx.region} and t.batch = ${batch} and ${match}`.execute(tx);
  }
  await insertRows(tx, table, put, { batch }, ['batch', ...key.map(snake)]);
  return { put, gone };
}

/** Whether a computed row says what the stored one says; the database keeps the names within a part in an order of its own. */
const same = (row: object, stored: object | undefined): boolean => stored !== undefined && Object.entries(row).every(([key, value]) => inOrder(value) === inOrder((stored as Record<string, unknown>)[key]));
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner)) ?? 'null';
