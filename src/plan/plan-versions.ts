import { audit } from '#kernel/audit.ts';
import type { Ctx, Work } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { getVersion, nameOf } from './edit-plan.ts';
import { addDraft, addPlan, changeDraft, changePlan, type Draft, listVersionsOfPlans, lockDraft, nextVersion, type PlanVersion, type VersionKey } from './plan-drafts.store.ts';
import { readTree } from './plan-nodes.store.ts';
import { unreadyIn } from './plan-operations.ts';
import { defaultScoring, usualLevels } from './usual-levels.ts';

/** How a use case reads and writes in several short transactions. */
export interface Reach {
  read: Work;
  write: Work;
}

export interface NewPlan {
  code: string;
  kind: string;
  nameId: string;
  nameEn: string;
  shortNameId: string;
  shortNameEn: string;
  periodFrom: string;
  periodTo: string;
  baseline: string;
  parentCode: string | null;
  agencyCode: string | null;
}

export const logPlan = (ctx: Ctx, tx: RegionTx, action: string, { planCode, planVersion }: VersionKey, after: unknown): Promise<void> =>
  audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action, subject: `plan ${planCode} ${planVersion}`, after }]);
export const begun = (ctx: Ctx, key: VersionKey, fromVersion: number | null): Omit<Draft, 'regionCode'> => ({
  ...key, fromVersion, revision: 0, begunAt: ctx.clock(), begunBy: ctx.who?.postId ?? null, proposedAt: null, proposedBy: null, adoptedAt: null, adoptedBy: null, legalNumber: null, legalDay: null, fileReference: null, thrownAt: null, thrownBy: null, thrownReason: null,
});

/** An empty plan as a draft. Throws `plan.code_taken` and `plan.code`, `plan.text`, `plan.period` (422). */
export async function beginPlan(ctx: Ctx, tx: RegionTx, given: NewPlan): Promise<VersionKey> {
  checkNew(given);
  if ((await listVersionsOfPlans(tx, given.code)).length > 0) throw new Fault('plan.code_taken', 422, { field: 'code', given: given.code, expected: 'a code of its own' });
  const key = { planCode: given.code, planVersion: await nextVersion(tx, given.code) };
  await addPlan(tx, { ...given, version: key.planVersion, visionWord: null, status: 'draft', legalBasis: null, legalDay: null, legalFile: null, sourceCode: null, noteId: null, noteEn: null, levels: usualLevels(given.kind), scoring: defaultScoring });
  await addDraft(tx, begun(ctx, key, null));
  await logPlan(ctx, tx, 'begin', key, given);
  return key;
}

/** Throws the first fault, with all that follow as `more`: who fills the form is told of them at once. */
function checkNew(given: NewPlan): void {
  const faults: Fault[] = [];
  const refuse = (code: string, field: string, value: string, expected: string): unknown => faults.push(new Fault(`plan.${code}`, 422, { field, given: value.slice(0, 200), expected }));
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(given.code)) refuse('plan_code', 'code', given.code, 'a-z, 0-9, -');
  if (!['rpjpd', 'rpjmd', 'renstra', 'rkpd', 'renja'].includes(given.kind)) refuse('plan_kind', 'kind', given.kind, 'rpjpd, rpjmd, renstra, rkpd, renja');
  for (const field of ['nameId', 'nameEn', 'shortNameId', 'shortNameEn'] as const) if (given[field].trim() === '') refuse('text', field, given[field], 'a text');
  const isYear = (year: string): boolean => /^\d{4}$/.test(year);
  for (const field of ['periodFrom', 'periodTo', 'baseline'] as const) if (!isYear(given[field])) refuse('year', field, given[field], '2025');
  if (isYear(given.periodFrom) && isYear(given.periodTo) && given.periodTo < given.periodFrom) refuse('year', 'periodTo', given.periodTo, `>= ${given.periodFrom}`);
  const [first, ...more] = faults;
  if (first) throw new Fault(first.code, 422, { ...first.params, more });
}

/** The version with its draft, held until the transaction ends. Throws `plan.wrong_status` (409). */
export async function held(tx: RegionTx, key: VersionKey, status: string): Promise<{ plan: PlanVersion; draft: Draft }> {
  const draft = await lockDraft(tx, key);
  const plan = await getVersion(tx, key);
  if (!draft || plan.status !== status) throw new Fault('plan.wrong_status', 409, { given: plan.status, expected: status, plan: nameOf(plan) });
  return { plan, draft };
}
export function checkSeen({ revision }: Draft, seen: number): void {
  if (revision !== seen) throw new Fault('plan.changed_meanwhile', 409, { given: `revision ${seen}`, expected: `revision ${revision}`, others: [] });
}

/** Draft → proposed. The tree is read part after part and held against its rules outside any transaction; what was changed meanwhile is seen by its revision. Throws `plan.unready` (422) with what is missing. */
export async function proposePlan(ctx: Ctx, { read, write }: Reach, { seen, ...key }: VersionKey & { seen: number }): Promise<void> {
  const { levels } = await write((tx) => heldAt(tx, key, 'draft', seen));
  const unready = unreadyIn((await readTree(read, key)).tree, levels);
  if (unready.length > 0) throw new Fault('plan.unready', 422, { given: String(unready.length), expected: '0', unready: unready.slice(0, 40) });
  await write(async (tx) => {
    await heldAt(tx, key, 'draft', seen);
    await changePlan(tx, key, { status: 'proposed' });
    await changeDraft(tx, key, { proposedAt: ctx.clock(), proposedBy: ctx.who?.postId ?? null });
    await logPlan(ctx, tx, 'propose', key, null);
  });
}

/** The version, its draft held until the transaction ends, if it is what somebody saw. */
export async function heldAt(tx: RegionTx, key: VersionKey, status: string, seen: number): Promise<PlanVersion> {
  const { plan, draft } = await held(tx, key, status);
  checkSeen(draft, seen);
  return plan;
}

/** Proposed → draft, to be changed again. */
export async function takeBack(ctx: Ctx, tx: RegionTx, key: VersionKey): Promise<void> {
  await held(tx, key, 'proposed');
  await changePlan(tx, key, { status: 'draft' });
  await changeDraft(tx, key, { proposedAt: null, proposedBy: null });
  await logPlan(ctx, tx, 'take_back', key, null);
}
