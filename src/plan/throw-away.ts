import { sql } from 'kysely';
import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { getVersion, nameOf } from './edit-plan.ts';
import { dropResults } from './results.store.ts';
import { atMost } from './texts.ts';
import { changeDraft, listVersionsOfPlans, lockDraft, type VersionKey } from './plan-drafts.store.ts';

const longestReason = 1_000;

/**
 * Takes a draft that nobody wants any more out of the way: its nodes, links and funding go, its operations (each with its nodes before and after) stay, with who threw
 * it away and why. Its number is not given again. Throws `plan.wrong_status` (409) for what is adopted, `plan.changed_meanwhile` (409) where somebody changed it since it was seen, `plan.throw_reason` (422), `plan.has_children` (409).
 */
export async function throwAwayPlan(ctx: Ctx, tx: RegionTx, { reason, seen, ...key }: VersionKey & { reason: string; seen: number }): Promise<void> {
  const draft = await lockDraft(tx, key);
  const plan = await getVersion(tx, key);
  if (!draft || plan.status === 'adopted') throw new Fault('plan.wrong_status', 409, { given: plan.status, expected: 'draft, proposed', plan: nameOf(plan) });
  if (draft.revision !== seen) throw new Fault('plan.changed_meanwhile', 409, { given: `revision ${seen}`, expected: `revision ${draft.revision}`, others: [] });
  if (reason.trim() === '') throw new Fault('plan.throw_reason', 422, { field: 'reason', given: '', expected: 'a reason' });
  atMost(longestReason, 'reason', reason.trim());
  const all = await listVersionsOfPlans(tx);
  const child = all.filter((one) => one.code === plan.code).length === 1 ? all.find((one) => one.parentCode === plan.code) : undefined;
  if (child) throw new Fault('plan.has_children', 409, { field: '', given: child.code, expected: 'a plan that no other names as its parent', plan: nameOf(child) });
  const at = ctx.clock();
  const counts: Record<string, string> = {};
  for (const table of ['plan.funding', 'plan.link', 'plan.node']) {
    const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)} where region_code = ${tx.region} and plan_code = ${key.planCode} and plan_version = ${key.planVersion}`.execute(tx);
    counts[table] = String(numAffectedRows);
  }
  await dropResults(tx, key);
  await sql`delete from plan.plan where region_code = ${tx.region} and code = ${key.planCode} and version = ${key.planVersion}`.execute(tx);
  await changeDraft(tx, key, { thrownAt: at, thrownBy: ctx.who?.postId ?? null, thrownReason: reason.trim() });
  await audit(tx, [{ at, actor: ctx.actor, who: ctx.who, action: 'throw_away', subject: `plan ${key.planCode} ${key.planVersion}`, before: { status: plan.status, revision: draft.revision, ...counts }, after: null, reason: reason.trim() }]);
}
