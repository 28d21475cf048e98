import type { Selectable } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { AgencyRow, PeopleTables } from './tables.ts';

export type Agency = Selectable<AgencyRow>;

export const listAgencies = (tx: RegionTx): Promise<Agency[]> =>
  tx.withTables<PeopleTables>().selectFrom('people.agency').selectAll().where('regionCode', '=', tx.region).orderBy('code').execute();
