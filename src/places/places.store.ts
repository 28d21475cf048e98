import { CamelCasePlugin, Kysely, PostgresDialect, type Selectable, sql } from 'kysely';
import type { Db } from '#kernel/connection.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { AreaRow, BoundaryRow, NeighbourRow, PlacesTables, RegionRow, SourceRow, StatementRow } from './tables.ts';

export type Region = Selectable<RegionRow>;
export type Area = Selectable<AreaRow>;
export type Source = Selectable<SourceRow>;
export type Statement = Selectable<StatementRow>;
export type Boundary = Selectable<BoundaryRow>;
export type Neighbour = Selectable<NeighbourRow>;

const listed = [
  'regionCode', 'code', 'nameId', 'nameEn', 'shortName', 'kind', 'timeZone', 'hosts', 'fictional', 'noticeId', 'noticeEn', 'aboutId', 'aboutEn', 'frontPlan', 'compiledOn',
  'compiledById', 'compiledByEn', 'seed', 'theme',
] as const;
const own = (tx: RegionTx) => tx.withTables<PlacesTables>();

/** A region without its drawing, which may be large; the digest says whether it has one, and which. */
export type ListedRegion = Omit<Region, 'arms'> & { armsDigest: string | null };

/** Every region of this installation; the one list that no region owns. */
export async function listRegions(db: Db): Promise<ListedRegion[]> {
  const handle = new Kysely<PlacesTables>({ dialect: new PostgresDialect({ pool: db.pool }), plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
  return handle.selectFrom('places.region').select([...listed, sql<string | null>`md5(arms)`.as('armsDigest')]).orderBy('regionCode').execute();
}
export const getRegion = (tx: RegionTx): Promise<Region> => own(tx).selectFrom('places.region').selectAll().where('regionCode', '=', tx.region).executeTakeFirstOrThrow();
export const listAreas = (tx: RegionTx): Promise<Area[]> => own(tx).selectFrom('places.area').selectAll().where('regionCode', '=', tx.region).orderBy('code').execute();
export const listSources = (tx: RegionTx): Promise<Source[]> => own(tx).selectFrom('places.source').selectAll().where('regionCode', '=', tx.region).execute();
/** A source that is written here; a second time it is the newer one. */
export const putSource = (tx: RegionTx, source: Omit<Source, 'regionCode'>): Promise<unknown> =>
  own(tx).insertInto('places.source').values({ regionCode: tx.region, ...source }).onConflict((same) => same.columns(['regionCode', 'code']).doUpdateSet(source)).execute();
export const listStatements = (tx: RegionTx): Promise<Statement[]> => own(tx).selectFrom('places.statement').selectAll().where('regionCode', '=', tx.region).orderBy('code').execute();
export const listNeighbours = (tx: RegionTx): Promise<Neighbour[]> => own(tx).selectFrom('places.neighbour').selectAll().where('regionCode', '=', tx.region).execute();
export const listBoundaries = (tx: RegionTx): Promise<Boundary[]> => own(tx).selectFrom('places.boundary').selectAll().where('regionCode', '=', tx.region).orderBy('areaCode').execute();
