import type { Selectable } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { AlignmentTables, SuggestionAnswerRow } from './tables.ts';

export type SuggestionAnswer = Selectable<SuggestionAnswerRow>;
export type SuggestionKey = Pick<SuggestionAnswer, 'kind' | 'code' | 'planCode' | 'nodeCode'>;

const own = (tx: RegionTx) => tx.withTables<AlignmentTables>();

/** What people answered to suggestions of a plan, the newest first. */
export const listAnswers = (tx: RegionTx, planCode: string): Promise<SuggestionAnswer[]> =>
  own(tx).selectFrom('alignment.suggestionAnswer').selectAll().where('regionCode', '=', tx.region).where('planCode', '=', planCode).orderBy('at', 'desc').orderBy('kind').orderBy('code').orderBy('nodeCode').execute();

export const findAnswer = (tx: RegionTx, { kind, code, planCode, nodeCode }: SuggestionKey): Promise<SuggestionAnswer | undefined> =>
  own(tx).selectFrom('alignment.suggestionAnswer').selectAll().where((eb) => eb.and({ regionCode: tx.region, kind, code, planCode, nodeCode })).executeTakeFirst();

export async function putAnswer(tx: RegionTx, answer: Omit<SuggestionAnswer, 'regionCode'>): Promise<void> {
  const row = { ...answer, because: JSON.stringify(answer.because) };
  const { kind: _k, code: _c, planCode: _p, nodeCode: _n, ...rest } = row;
  await own(tx).insertInto('alignment.suggestionAnswer').values({ regionCode: tx.region, ...row }).onConflict((oc) => oc.columns(['regionCode', 'kind', 'code', 'planCode', 'nodeCode']).doUpdateSet(rest)).execute();
}
