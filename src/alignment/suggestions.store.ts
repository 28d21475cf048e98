import { type Selectable, sql } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { AlignmentTables, SuggestionAnswerRow } from './tables.ts';

export type SuggestionAnswer = Selectable<SuggestionAnswerRow>;
export type SuggestionKey = Pick<SuggestionAnswer, 'kind' | 'code' | 'planCode' | 'nodeCode'>;

const own = (tx: RegionTx) => tx.withTables<AlignmentTables>();

const rejectedIn = (tx: RegionTx, planCode: string) => own(tx).selectFrom('alignment.suggestionAnswer').where('regionCode', '=', tx.region).where('planCode', '=', planCode).where('answer', '=', 'rejected');
/** Which suggestions of a plan people rejected. */
export const listRejectedKeys = (tx: RegionTx, planCode: string): Promise<SuggestionKey[]> => rejectedIn(tx, planCode).select(['kind', 'code', 'planCode', 'nodeCode']).execute();
/** One page of them, the newest first, with who rejected each, when and why; one more than wanted where there are more. */
export const listRejected = (tx: RegionTx, planCode: string, { from, limit }: { from: number; limit: number }): Promise<SuggestionAnswer[]> =>
  rejectedIn(tx, planCode).selectAll().orderBy('at', 'desc').orderBy('kind').orderBy('code').orderBy('nodeCode').offset(from).limit(limit + 1).execute();

/** One answers a suggestion at a time: whoever comes second sees what the first has answered. */
export async function lockAnswer(tx: RegionTx, { kind, code, planCode, nodeCode }: SuggestionKey): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`answer ${tx.region} ${kind} ${code} ${planCode} ${nodeCode}`}))`.execute(tx);
}

export const findAnswer = (tx: RegionTx, { kind, code, planCode, nodeCode }: SuggestionKey): Promise<SuggestionAnswer | undefined> =>
  own(tx).selectFrom('alignment.suggestionAnswer').selectAll().where((eb) => eb.and({ regionCode: tx.region, kind, code, planCode, nodeCode })).executeTakeFirst();

export async function putAnswer(tx: RegionTx, answer: Omit<SuggestionAnswer, 'regionCode'>): Promise<void> {
  const row = { ...answer, because: JSON.stringify(answer.because) };
  const { kind: _k, code: _c, planCode: _p, nodeCode: _n, ...rest } = row;
  await own(tx).insertInto('alignment.suggestionAnswer').values({ regionCode: tx.region, ...row }).onConflict((oc) => oc.columns(['regionCode', 'kind', 'code', 'planCode', 'nodeCode']).doUpdateSet(rest)).execute();
}
