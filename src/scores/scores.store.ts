import { type Selectable, sql } from 'kysely';
import type { View } from '#data/index.ts';
import type { Db } from '#kernel/connection.ts';
import { insertRows, rowsPerStatement } from '#kernel/insert-rows.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { AchievementRow, FrozenIndicatorRow, FrozenNodeRow, FrozenRow, NodeScoreRow, NodeStateRow, ScoresTables, SnapshotRow, StandingRow } from './tables.ts';

export type AchievementOf = Omit<Selectable<AchievementRow>, 'batch'>;
export type StandingOf = Omit<Selectable<StandingRow>, 'batch'>;
export type NodeScore = Omit<Selectable<NodeScoreRow>, 'batch'>;
export type NodeState = Omit<Selectable<NodeStateRow>, 'batch'>;
export type Snapshot = Selectable<SnapshotRow>;
export type Frozen = Selectable<FrozenRow>;
export type FrozenNode = Selectable<FrozenNodeRow>;
export type FrozenIndicator = Selectable<FrozenIndicatorRow>;

const own = (tx: RegionTx) => tx.withTables<ScoresTables>();

/** Rows of the batch that a view shows. */
const shown = (tx: RegionTx, view: View) => sql<boolean>`batch = (select batch from scores.snapshot where region_code = ${tx.region} and view = ${view})`;

export const listAchievements = (tx: RegionTx, view: View): Promise<AchievementOf[]> =>
  own(tx).selectFrom('scores.achievement').selectAll().where('regionCode', '=', tx.region).where(shown(tx, view)).orderBy('period').execute();
export const listStandings = (tx: RegionTx, view: View): Promise<StandingOf[]> =>
  own(tx).selectFrom('scores.standing').selectAll().where('regionCode', '=', tx.region).where(shown(tx, view)).execute();
export const listNodeScores = (tx: RegionTx, view: View): Promise<NodeScore[]> =>
  own(tx).selectFrom('scores.nodeScore').selectAll().where('regionCode', '=', tx.region).where(shown(tx, view)).orderBy('period').execute();
export const listNodeStates = (tx: RegionTx, view: View): Promise<NodeState[]> =>
  own(tx).selectFrom('scores.nodeState').selectAll().where('regionCode', '=', tx.region).where(shown(tx, view)).execute();
export const findSnapshot = (tx: RegionTx, view: View): Promise<Snapshot | undefined> =>
  own(tx).selectFrom('scores.snapshot').selectAll().where('regionCode', '=', tx.region).where('view', '=', view).executeTakeFirst();

/** The published snapshot of every region: ids and ages, which are public; asked for each page, so it is one plain query. */
export async function listSnapshots(db: Db): Promise<Snapshot[]> {
  const { rows } = await db.pool.query<{ region_code: string; id: string; revision: number; made_at: Date; as_of: string; batch: number }>("select region_code, id, revision, made_at, as_of, batch from scores.snapshot where view = 'published'");
  return rows.map((row) => ({ regionCode: row.region_code, view: 'published', id: row.id, revision: row.revision, madeAt: row.made_at, asOf: row.as_of, batch: row.batch, counts: {} }));
}

export interface ScoreRows {
  achievements: AchievementOf[];
  standings: StandingOf[];
  nodeScores: NodeScore[];
  nodeStates: NodeState[];
}

const tableOf = { achievements: 'scores.achievement', standings: 'scores.standing', nodeScores: 'scores.node_score', nodeStates: 'scores.node_state' } as const;

/** Rows of scores with the table they belong to, none so many that its transaction would be long. */
export function* scoreBatches(rows: ScoreRows): Generator<[table: string, rows: object[]]> {
  for (const [kind, table] of Object.entries(tableOf)) {
    const all = rows[kind as keyof ScoreRows];
    for (let from = 0; from < all.length; from += rowsPerStatement) yield [table, all.slice(from, from + rowsPerStatement)];
  }
}
export const addScores = (tx: RegionTx, batch: number, table: string, rows: object[]): Promise<void> => insertRows(tx, table, rows, { batch });

/** Deletes scores that no view shows and that are older than those shown: the job may be preparing newer ones. */
export async function dropScores(tx: RegionTx): Promise<void> {
  for (const table of Object.values(tableOf)) {
    await sql`delete from ${sql.table(table)} where region_code = ${tx.region} and batch <> all(array(select batch from scores.snapshot where region_code = ${tx.region}))
      and batch < (select max(batch) from scores.snapshot where region_code = ${tx.region})`.execute(tx);
  }
}

export const putSnapshots = (tx: RegionTx, rows: Omit<Snapshot, 'regionCode'>[]): Promise<void> => insertRows(tx, 'scores.snapshot', rows, {}, ['view']);

/** The batch of scores that each view shows; 0 where nothing was computed yet. */
export async function listBatches(tx: RegionTx): Promise<Record<View, number>> {
  const rows = await own(tx).selectFrom('scores.snapshot').select(['view', 'batch']).where('regionCode', '=', tx.region).execute();
  return { current: 0, published: 0, ...Object.fromEntries(rows.map(({ view, batch }) => [view, batch])) };
}

/** The region's frozen snapshots, the earliest day first. */
export const listFrozen = (tx: RegionTx): Promise<Frozen[]> =>
  own(tx).selectFrom('scores.frozen').selectAll().where('regionCode', '=', tx.region).orderBy('frozenOn').orderBy('code').execute();
export const findFrozen = (tx: RegionTx, code: string): Promise<Frozen | undefined> =>
  own(tx).selectFrom('scores.frozen').selectAll().where('regionCode', '=', tx.region).where('code', '=', code).executeTakeFirst();
export const listFrozenNodes = (tx: RegionTx, code: string): Promise<FrozenNode[]> =>
  own(tx).selectFrom('scores.frozenNode').selectAll().where('regionCode', '=', tx.region).where('frozenCode', '=', code).orderBy('period').execute();
export const listFrozenIndicators = (tx: RegionTx, code: string): Promise<FrozenIndicator[]> =>
  own(tx).selectFrom('scores.frozenIndicator').selectAll().where('regionCode', '=', tx.region).where('frozenCode', '=', code).execute();

/** How many nodes have a score in each frozen snapshot, and how many indicators a value. */
export async function countFrozen(tx: RegionTx): Promise<Map<string, { nodes: number; indicators: number }>> {
  const { rows } = await sql<{ code: string; nodes: number; indicators: number }>`
    select f.code, (select count(distinct (tree, tree_code, node_code))::int from scores.frozen_node n where n.region_code = f.region_code and n.frozen_code = f.code and n.value is not null) as nodes,
      (select count(*)::int from scores.frozen_indicator i where i.region_code = f.region_code and i.frozen_code = f.code) as indicators
    from scores.frozen f where f.region_code = ${tx.region}`.execute(tx);
  return new Map(rows.map(({ code, ...counts }) => [code, counts]));
}

/** Writes a frozen snapshot once; nothing here ever changes one. */
export async function putFrozen(tx: RegionTx, frozen: Omit<Frozen, 'regionCode'>, rows: { nodes: Omit<FrozenNode, 'regionCode'>[]; indicators: Omit<FrozenIndicator, 'regionCode'>[] }): Promise<void> {
  await own(tx).insertInto('scores.frozen').values({ ...frozen, regionCode: tx.region }).execute();
  await insertRows(tx, 'scores.frozen_node', rows.nodes);
  await insertRows(tx, 'scores.frozen_indicator', rows.indicators);
}
