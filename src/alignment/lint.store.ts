import type { Selectable } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { AlignmentTables, LintExceptionRow } from './tables.ts';

type Row = Selectable<LintExceptionRow>;
type Key = Pick<Row, 'rule' | 'aboutKind' | 'aboutCode'>;
const own = (tx: RegionTx) => tx.withTables<AlignmentTables>();

export const listLintExceptions = (tx: RegionTx): Promise<Row[]> =>
  own(tx).selectFrom('alignment.lintException').selectAll().where('regionCode', '=', tx.region).orderBy('rule').orderBy('aboutCode').execute();

export const findLintException = (tx: RegionTx, { rule, aboutKind, aboutCode }: Key): Promise<Pick<Row, 'reason' | 'untilDay'> | undefined> =>
  own(tx).selectFrom('alignment.lintException').select(['reason', 'untilDay']).where((eb) => eb.and({ regionCode: tx.region, rule, aboutKind, aboutCode })).executeTakeFirst();

export async function putLintException(tx: RegionTx, { reason, untilDay, ...key }: Key & Pick<Row, 'reason' | 'untilDay'>): Promise<void> {
  await own(tx).insertInto('alignment.lintException').values({ regionCode: tx.region, ...key, reason, untilDay }).onConflict((oc) => oc.columns(['regionCode', 'rule', 'aboutKind', 'aboutCode']).doUpdateSet({ reason, untilDay })).execute();
}

export async function removeLintException(tx: RegionTx, { rule, aboutKind, aboutCode }: Key): Promise<void> {
  await own(tx).deleteFrom('alignment.lintException').where((eb) => eb.and({ regionCode: tx.region, rule, aboutKind, aboutCode })).execute();
}
