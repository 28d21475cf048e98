import { type Indicator, listIndicators } from '#indicators/index.ts';
import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { type IndicatorLink, type Initiative, listIndicatorLinks, listInitiatives } from '#masterplan/index.ts';
import { type LinkedNode, type LinkedThing, type Suggestion, suggestLinks } from './suggest-links.ts';
import { findAnswer, listRejected, listRejectedKeys, lockAnswer, putAnswer, type SuggestionKey } from './suggestions.store.ts';
import { likenessOf, trigramsOf } from './text-likeness.ts';

/** A version of a plan as far as suggestions look at it. */
export interface SuggestedPlan {
  code: string;
  agencyCode: string | null;
  nodes: { code: string; parentCode: string | null; textId: string }[];
  links: { kind: string; code: string; nodeCode: string }[];
  /** Nodes whose weight the adopted document has divided: no indicator is read into them. */
  weighed?: ReadonlySet<string>;
}

/** Reads what suggests links of a plan that nobody rejected; what comes back reckons them, when the transaction is over: of a large plan it takes seconds. */
export async function suggestForPlan(tx: RegionTx, plan: SuggestedPlan): Promise<() => Suggestion[]> {
  const [indicators, initiatives, pillarLinks] = [await listIndicators(tx), await listInitiatives(tx), await listIndicatorLinks(tx)];
  const no = new Set((await listRejectedKeys(tx, plan.code)).map(({ kind, code, nodeCode }) => `${kind} ${code} ${nodeCode}`));
  return () => suggestLinks({ things: thingsOf(indicators, initiatives, pillarLinks), nodes: nodesOf(plan, indicators), links: plan.links })
    .filter(({ kind, code, nodeCode }) => !no.has(`${kind} ${code} ${nodeCode}`) && !(kind === 'indicator' && plan.weighed?.has(nodeCode)));
}

/** What stopped serves nothing any more; an indicator that is linked somewhere in the plan has its place. */
function thingsOf(indicators: Indicator[], initiatives: Initiative[], pillarLinks: IndicatorLink[]): LinkedThing[] {
  const measured = (one: Initiative): string[] => (one.subDimensionCode === null ? [] : pillarLinks.filter((link) => link.subDimensionCode === one.subDimensionCode).map((link) => link.indicatorCode));
  const only = (code: string | null): string[] => (code === null ? [] : [code]);
  return [
    ...initiatives.filter((one) => one.state !== 'stopped').map((one): LinkedThing => ({ kind: 'initiative', code: one.code, name: one.nameId, about: one.summaryId ?? '', agencies: only(one.agencyCode), indicators: measured(one) })),
    ...indicators.map((one): LinkedThing => ({ kind: 'indicator', code: one.code, name: one.nameId, about: one.definitionId ?? '', agencies: only(one.agencyCode), indicators: [one.code] })),
  ];
}

function nodesOf(plan: SuggestedPlan, indicators: Indicator[]): LinkedNode[] {
  const linked = Map.groupBy(plan.links.filter((link) => link.kind === 'indicator'), (link) => link.nodeCode);
  const ownerOf = new Map(indicators.map((one) => [one.code, one.agencyCode]));
  return plan.nodes.map(({ code, parentCode, textId }) => {
    const own = (linked.get(code) ?? []).map((link) => link.code);
    return { code, parentCode, text: textId, indicators: own, agencies: [...new Set([plan.agencyCode, ...own.map((one) => ownerOf.get(one))].filter((one) => typeof one === 'string'))] };
  });
}

/** Why a suggestion was made, as it is kept with the answer. */
export const becauseOf = ({ words, likeness, indicators, agencies }: Omit<Suggestion, 'kind' | 'code' | 'nodeCode' | 'strength'>): Record<string, unknown> => ({ words, likeness: Math.round(likeness * 100), indicators, agencies });

export interface Answered extends SuggestionKey {
  answer: 'accepted' | 'rejected' | 'taken_back';
  reason: string | null;
  because: Record<string, unknown>;
}

/** Remembers who answered what, when and why. Throws `suggestion.answered` (409) for a rejection that somebody made or took back meanwhile, `suggestion.reason` (422). */
export async function answerSuggestion(ctx: Ctx, tx: RegionTx, { because, ...given }: Answered): Promise<void> {
  await lockAnswer(tx, given);
  const before = await findAnswer(tx, given);
  if (given.answer === 'rejected' && !given.reason?.trim()) throw new Fault('suggestion.reason', 422, { field: 'reason', given: '', expected: 'a reason' });
  if ((given.answer === 'taken_back') !== (before?.answer === 'rejected') && given.answer !== 'accepted') throw new Fault('suggestion.answered', 409, { given: before?.answer ?? 'none', expected: given.answer === 'taken_back' ? 'rejected' : 'open' });
  const at = ctx.clock();
  await putAnswer(tx, { ...given, because: given.answer === 'taken_back' && before ? before.because : because, at, actor: ctx.actor, postId: ctx.who?.postId ?? null });
  await audit(tx, [{
    at, actor: ctx.actor, who: ctx.who, action: given.answer, subject: `alignment.suggestion ${given.planCode} / ${given.nodeCode} / ${given.kind} / ${given.code}`,
    before: before ? { answer: before.answer, reason: before.reason } : null, after: { answer: given.answer, because }, reason: given.reason ?? undefined,
  }]);
}

/** What the texts suggest, and what people answered. */
export const suggestions = { of: suggestForPlan, rejected: listRejected, answer: answerSuggestion, because: becauseOf, likeness: (a: string, b: string): number => likenessOf(trigramsOf(a), trigramsOf(b)) };
