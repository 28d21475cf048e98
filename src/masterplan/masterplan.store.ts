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
/** What the books of the masterplan say beside pillars and initiatives: readiness, SWOT, roadmap, who meets, papers. */
export async function readBooks(tx: RegionTx) {
  const all = <T extends 'readiness' | 'swot' | 'roadmap' | 'body' | 'seat' | 'meeting' | 'paper'>(name: T, ...order: string[]) =>
    own(tx).selectFrom(`masterplan.${name}` as 'masterplan.readiness').selectAll().where('regionCode', '=', tx.region).orderBy(order as ['code']).execute() as unknown as Promise<Selectable<MasterplanTables[`masterplan.${T}`]>[]>;
  return {
    readiness: await all('readiness', 'code'), swot: await all('swot', 'code'), roadmap: await all('roadmap', 'period', 'initiativeCode'), bodies: await all('body', 'code'),
    seats: await all('seat', 'bodyCode', 'code'), meetings: await all('meeting', 'bodyCode', 'heldOn'), papers: await all('paper', 'code'),
  };
}
/** Days on which a body of this kind met; null where no such body is known. */
export async function meetingsOf(tx: RegionTx, kind: 'council' | 'team' | 'forum'): Promise<string[] | null> {
  const bodies = await own(tx).selectFrom('masterplan.body').select('code').where('regionCode', '=', tx.region).where('kind', '=', kind).execute();
  if (bodies.length === 0) return null;
  const rows = await own(tx).selectFrom('masterplan.meeting').select('heldOn').where('regionCode', '=', tx.region).where('bodyCode', 'in', bodies.map((body) => body.code)).orderBy('heldOn').execute();
  return rows.map((row) => row.heldOn);
}
export const listIndicatorLinks = (tx: RegionTx): Promise<IndicatorLink[]> =>
  own(tx).selectFrom('masterplan.indicatorLink').selectAll().where('regionCode', '=', tx.region).orderBy('pillarCode').orderBy('indicatorCode').execute();
