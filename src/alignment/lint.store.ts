import type { Selectable } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { AlignmentTables, LintExceptionRow } from './tables.ts';

export const listLintExceptions = (tx: RegionTx): Promise<Selectable<LintExceptionRow>[]> =>
  tx.withTables<AlignmentTables>().selectFrom('alignment.lintException').selectAll().where('regionCode', '=', tx.region).orderBy('rule').orderBy('aboutCode').execute();
