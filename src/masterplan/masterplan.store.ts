import type { Selectable } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { IndicatorLinkRow, InitiativeRow, MasterplanRow, MasterplanTables, PillarRow, SubDimensionRow } from './tables.ts';

export type SubDimension = Selectable<SubDimensionRow>;
export interface Pillar extends Selectable<PillarRow> {
  subDimensions: SubDimension[];
}
export interface Masterplan extends Selectable<MasterplanRow> {
  pillars: Pillar[];
}
export type Initiative = Selectable<InitiativeRow>;
export type IndicatorLink = Selectable<IndicatorLinkRow>;

const own = (tx: RegionTx) => tx.withTables<MasterplanTables>();

export async function findMasterplan(tx: RegionTx): Promise<Masterplan | null> {
  const found = await own(tx).selectFrom('masterplan.masterplan').selectAll().where('regionCode', '=', tx.region).orderBy('code').executeTakeFirst();
  if (!found) return null;
  const pillars = await own(tx).selectFrom('masterplan.pillar').selectAll().where('regionCode', '=', tx.region).orderBy('position').execute();
  const subs = await own(tx).selectFrom('masterplan.subDimension').selectAll().where('regionCode', '=', tx.region).orderBy('position').execute();
  return { ...found, pillars: pillars.map((pillar) => ({ ...pillar, subDimensions: subs.filter((sub) => sub.pillarCode === pillar.code) })) };
}
export const listInitiatives = (tx: RegionTx): Promise<Initiative[]> =>
  own(tx).selectFrom('masterplan.initiative').selectAll().where('regionCode', '=', tx.region).orderBy('position').execute();
/** Days on which a body of this kind met; null where no such body is known. */
export async function meetingsOf(tx: RegionTx, kind: 'council' | 'team' | 'forum'): Promise<string[] | null> {
  const bodies = await own(tx).selectFrom('masterplan.body').select('code').where('regionCode', '=', tx.region).where('kind', '=', kind).execute();
  if (bodies.length === 0) return null;
  const rows = await own(tx).selectFrom('masterplan.meeting').select('heldOn').where('regionCode', '=', tx.region).where('bodyCode', 'in', bodies.map((body) => body.code)).orderBy('heldOn').execute();
  return rows.map((row) => row.heldOn);
}
export const listIndicatorLinks = (tx: RegionTx): Promise<IndicatorLink[]> =>
  own(tx).selectFrom('masterplan.indicatorLink').selectAll().where('regionCode', '=', tx.region).orderBy('pillarCode').orderBy('indicatorCode').execute();
