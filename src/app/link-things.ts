import { suggestions } from '#alignment/index.ts';
import { definitions } from '#data/index.ts';
import { listIndicators } from '#indicators/index.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { listInitiatives } from '#masterplan/index.ts';
import { authoring, versionReads } from '#plan/index.ts';
import { listSources } from '#places/index.ts';
import { settleScores } from './pipeline.ts';

type WantedLink = Parameters<typeof authoring.link>[2];
type Answer = Parameters<typeof suggestions.answer>[2];

/** Links are counted in the scores of the version in force: they are computed again in the same transaction. */
export async function saveLink(ctx: Ctx, tx: RegionTx, wanted: WantedLink): Promise<boolean> {
  if (wanted.operation.link) await checkThing(tx, wanted);
  const changed = await authoring.link(ctx, tx, wanted);
  const inForce = await versionReads.inForce(tx, wanted.planCode);
  if (changed && inForce.version === wanted.planVersion) await settleScores(tx, ctx.clock());
  return changed;
}

/** A link that was suggested, and that somebody says yes to: the link and the answer, or neither. */
export async function acceptLink(ctx: Ctx, tx: RegionTx, wanted: WantedLink, because: Answer['because']): Promise<void> {
  await saveLink(ctx, tx, wanted);
  const { planCode, operation } = wanted;
  await suggestions.answer(ctx, tx, { kind: operation.of, code: operation.code, planCode, nodeCode: operation.node, answer: 'accepted', reason: operation.link?.reasonId ?? null, because });
}

/** Throws `plan.link_source` (422) for a source that is none, `plan.link_unknown` (422) for what this region has not, `plan.link_words` (422) for an indicator that gives words: what is linked is scored. */
async function checkThing(tx: RegionTx, { operation }: WantedLink): Promise<void> {
  const source = operation.link?.sourceCode ?? null;
  if (source !== null && !(await listSources(tx)).some((one) => one.code === source)) throw new Fault('plan.link_source', 422, { field: 'sourceCode', given: source.slice(0, 100), expected: 'the code of a source of this region' });
  const unknown = new Fault('plan.link_unknown', 422, { field: 'code', given: operation.code.slice(0, 100), expected: `the code of an ${operation.of} of this region` });
  if (operation.of === 'initiative') {
    if (!(await listInitiatives(tx)).some((one) => one.code === operation.code)) throw unknown;
    return;
  }
  const found = (await listIndicators(tx)).find((one) => one.code === operation.code);
  if (!found) throw unknown;
  const unit = (await definitions.units(tx)).find((one) => one.code === found.unitCode);
  if (unit?.dimension === 'word') throw new Fault('plan.link_words', 422, { field: 'code', given: operation.code, expected: 'an indicator that gives numbers' });
}
