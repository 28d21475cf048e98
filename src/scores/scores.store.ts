import { type Selectable, sql } from 'kysely';
import type { View } from '#data/index.ts';
import type { Db } from '#kernel/connection.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { AchievementRow, FrozenIndicatorRow, FrozenNodeRow, FrozenRow, NodeScoreRow, NodeStateRow, ScoresTables, SnapshotRow, StandingRow } from './tables.ts';

export type AchievementOf = Selectable<AchievementRow>;
export type StandingOf = Selectable<StandingRow>;
export type NodeScore = Selectable<NodeScoreRow>;
export type NodeState = Selectable<NodeStateRow>;
export type Snapshot = Selectable<SnapshotRow>;
export type Frozen = Selectable<FrozenRow>;
export type FrozenNode = Selectable<FrozenNodeRow>;
export type FrozenIndicator = Selectable<FrozenIndicatorRow>;

const own = (tx: RegionTx) => tx.withTables<ScoresTables>();

export const listAchievements = (tx: RegionTx, view: View): Promise<AchievementOf[]> =>
  own(tx).selectFrom('scores.achievement').selectAll().where('regionCode', '=', tx.region).where('view', '=', view).orderBy('period').execute();
export const listStandings = (tx: RegionTx, view: View): Promise<StandingOf[]> =>
  own(tx).selectFrom('scores.standing').selectAll().where('regionCode', '=', tx.region).where('view', '=', view).execute();
export const listNodeScores = (tx: RegionTx, view: View): Promise<NodeScore[]> =>
  own(tx).selectFrom('scores.nodeScore').selectAll().where('regionCode', '=', tx.region).where('view', '=', view).orderBy('period').execute();
export const listNodeStates = (tx: RegionTx, view: View): Promise<NodeState[]> =>
  own(tx).selectFrom('scores.nodeState').selectAll().where('regionCode', '=', tx.region).where('view', '=', view).execute();
export const findSnapshot = (tx: RegionTx, view: View): Promise<Snapshot | undefined> =>
  own(tx).selectFrom('scores.snapshot').selectAll().where('regionCode', '=', tx.region).where('view', '=', view).executeTakeFirst();

/** The published snapshot of every region: ids and ages, which are public; asked for each page, so it is one plain query. */
export async function listSnapshots(db: Db): Promise<Snapshot[]> {
  const { rows } = await db.pool.query<{ region_code: string; id: string; revision: number; made_at: Date; as_of: string }>("select region_code, id, revision, made_at, as_of from scores.snapshot where view = 'published'");
  return rows.map((row) => ({ regionCode: row.region_code, view: 'published', id: row.id, revision: row.revision, madeAt: row.made_at, asOf: row.as_of, counts: {} }));
}

export interface ScoreRows {
  achievements: AchievementOf[];
  standings: StandingOf[];
  nodeScores: NodeScore[];
  nodeStates: NodeState[];
}

/** Replaces all scores of a view; they are few, and always computed together. */
export async function replaceScores(tx: RegionTx, view: View, rows: ScoreRows): Promise<void> {
  for (const table of ['achievement', 'standing', 'node_score', 'node_state']) {
    await sql`delete from ${sql.table(`scores.${table}`)} where region_code = ${tx.region} and view = ${view}`.execute(tx);
  }
  const size = 300;
  for (let at = 0; at < rows.achievements.length; at += size) await own(tx).insertInto('scores.achievement').values(rows.achievements.slice(at, at + size)).execute();
  for (let at = 0; at < rows.standings.length; at += size) await own(tx).insertInto('scores.standing').values(rows.standings.slice(at, at + size)).execute();
  for (let at = 0; at < rows.nodeStates.length; at += size) await own(tx).insertInto('scores.nodeState').values(rows.nodeStates.slice(at, at + size)).execute();
  const scores = rows.nodeScores.map((row) => ({ ...row, parts: JSON.stringify(row.parts) }));
  for (let at = 0; at < scores.length; at += size) await own(tx).insertInto('scores.nodeScore').values(scores.slice(at, at + size)).execute();
}

export async function putSnapshot(tx: RegionTx, row: Omit<Snapshot, 'regionCode'>): Promise<void> {
  await own(tx).deleteFrom('scores.snapshot').where('regionCode', '=', tx.region).where('view', '=', row.view).execute();
  await own(tx).insertInto('scores.snapshot').values({ ...row, regionCode: tx.region, counts: JSON.stringify(row.counts) }).execute();
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
  const regionCode = tx.region;
  await own(tx).insertInto('scores.frozen').values({ ...frozen, regionCode }).execute();
  const nodes = rows.nodes.map((row) => ({ ...row, regionCode, parts: JSON.stringify(row.parts) }));
  const indicators = rows.indicators.map((row) => ({ ...row, regionCode, inputs: JSON.stringify(row.inputs) }));
  for (let at = 0; at < nodes.length; at += 300) await own(tx).insertInto('scores.frozenNode').values(nodes.slice(at, at + 300)).execute();
  for (let at = 0; at < indicators.length; at += 300) await own(tx).insertInto('scores.frozenIndicator').values(indicators.slice(at, at + 300)).execute();
}
