import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { definitionsChanged } from '#kernel/definitions.ts';
import { Fault } from '#kernel/faults.ts';
import { isPeriod } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { getVersion } from './edit-plan.ts';
import { addDraft, addPlan, changeDraft, changePlan, copyVersion, type Draft, listVersionsOfPlans, lockDraft, nextVersion, openRemarks, type PlanVersion, type VersionKey } from './plan-drafts.store.ts';
import { readTree, renumber } from './plan-nodes.store.ts';
import { unreadyIn } from './plan-operations.ts';
import { defaultScoring, usualLevels } from './usual-levels.ts';

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

const log = (ctx: Ctx, tx: RegionTx, action: string, { planCode, planVersion }: VersionKey, after: unknown): Promise<void> =>
  audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action, subject: `plan ${planCode} ${planVersion}`, after }]);
const begun = (ctx: Ctx, key: VersionKey, fromVersion: number | null): Omit<Draft, 'regionCode'> => ({
  ...key, fromVersion, revision: 0, begunAt: ctx.clock(), begunBy: ctx.who?.postId ?? null, proposedAt: null, proposedBy: null, adoptedAt: null, adoptedBy: null, legalNumber: null, legalDay: null, fileReference: null, thrownAt: null, thrownBy: null, thrownReason: null,
});

/** An empty plan as a draft. Throws `plan.code_taken` and `plan.code`, `plan.text`, `plan.period` (422). */
export async function beginPlan(ctx: Ctx, tx: RegionTx, given: NewPlan): Promise<VersionKey> {
  checkNew(given);
  if ((await listVersionsOfPlans(tx, given.code)).length > 0) throw new Fault('plan.code_taken', 422, { field: 'code', given: given.code, expected: 'a code of its own' });
  const key = { planCode: given.code, planVersion: await nextVersion(tx, given.code) };
  await addPlan(tx, { ...given, version: key.planVersion, visionWord: null, status: 'draft', legalBasis: null, sourceCode: null, noteId: null, noteEn: null, levels: usualLevels(given.kind), scoring: defaultScoring });
  await addDraft(tx, begun(ctx, key, null));
  await log(ctx, tx, 'begin', key, given);
  return key;
}

function checkNew(given: NewPlan): void {
  const refuse = (code: string, field: string, value: string, expected: string): Fault => new Fault(`plan.${code}`, 422, { field, given: value.slice(0, 200), expected });
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(given.code)) throw refuse('plan_code', 'code', given.code, 'a-z, 0-9, -');
  if (!['rpjpd', 'rpjmd', 'renstra', 'rkpd', 'renja'].includes(given.kind)) throw refuse('plan_kind', 'kind', given.kind, 'rpjpd, rpjmd, renstra, rkpd, renja');
  for (const field of ['nameId', 'nameEn', 'shortNameId', 'shortNameEn'] as const) if (given[field].trim() === '') throw refuse('text', field, given[field], 'a text');
  for (const field of ['periodFrom', 'periodTo', 'baseline'] as const) if (!/^\d{4}$/.test(given[field])) throw refuse('year', field, given[field], '2025');
  if (given.periodTo < given.periodFrom) throw refuse('year', 'periodTo', given.periodTo, `>= ${given.periodFrom}`);
}

/** A new version of a plan, begun as a copy of the newest adopted one. Throws `plan.draft_there` (409) while another is being written, `plan.unknown` (404). */
export async function amendPlan(ctx: Ctx, tx: RegionTx, planCode: string): Promise<VersionKey> {
  const versions = await listVersionsOfPlans(tx, planCode);
  const from = versions.find((one) => one.status === 'adopted');
  if (!from) throw new Fault('plan.unknown', 404, { given: planCode.slice(0, 80), expected: 'an adopted plan of this region' });
  const open = versions.find((one) => one.draft !== null && one.status !== 'adopted');
  if (open) throw new Fault('plan.draft_there', 409, { given: `${planCode} ${open.version}`, expected: 'one draft at a time' });
  const key = { planCode, planVersion: await nextVersion(tx, planCode) };
  const { draft: _d, regionCode: _r, withdrawn: _w, ...plan } = from;
  await addPlan(tx, { ...plan, version: key.planVersion, status: 'draft', legalBasis: null });
  await addDraft(tx, begun(ctx, key, from.version));
  await copyVersion(tx, planCode, from.version, key.planVersion);
  await log(ctx, tx, 'amend', key, { from: from.version });
  return key;
}

async function held(tx: RegionTx, key: VersionKey, status: string): Promise<{ plan: PlanVersion; draft: Draft }> {
  const draft = await lockDraft(tx, key);
  const plan = await getVersion(tx, key);
  if (!draft || plan.status !== status) throw new Fault('plan.wrong_status', 409, { given: `${plan.code} ${plan.version}: ${plan.status}`, expected: status });
  return { plan, draft };
}
function checkSeen({ revision }: Draft, seen: number): void {
  if (revision !== seen) throw new Fault('plan.changed_meanwhile', 409, { given: `revision ${seen}`, expected: `revision ${revision}`, others: [] });
}

/** Draft → proposed. Throws `plan.unready` (422) with what is missing. */
export async function proposePlan(ctx: Ctx, tx: RegionTx, { seen, ...key }: VersionKey & { seen: number }): Promise<void> {
  const { plan, draft } = await held(tx, key, 'draft');
  checkSeen(draft, seen);
  const unready = unreadyIn((await readTree(tx, key)).tree, plan.levels);
  if (unready.length > 0) throw new Fault('plan.unready', 422, { given: String(unready.length), expected: '0', unready: unready.slice(0, 40) });
  await changePlan(tx, key, { status: 'proposed' });
  await changeDraft(tx, key, { proposedAt: ctx.clock(), proposedBy: ctx.who?.postId ?? null });
  await log(ctx, tx, 'propose', key, null);
}

/** Proposed → draft, to be changed again. */
export async function takeBack(ctx: Ctx, tx: RegionTx, key: VersionKey): Promise<void> {
  await held(tx, key, 'proposed');
  await changePlan(tx, key, { status: 'draft' });
  await changeDraft(tx, key, { proposedAt: null, proposedBy: null });
  await log(ctx, tx, 'take_back', key, null);
}

export interface LegalBasis {
  number: string;
  day: string;
  file: string | null;
}
/** Proposed → adopted, for ever. Throws `plan.open_remarks` (409) with them; `plan.legal` (422). All scores are computed again by the newest adopted version. */
export async function adoptPlan(ctx: Ctx, tx: RegionTx, { legal, ...key }: VersionKey & { legal: LegalBasis }): Promise<void> {
  await held(tx, key, 'proposed');
  if (legal.number.trim() === '') throw new Fault('plan.legal', 422, { field: 'legalNumber', given: '', expected: 'a number, such as Perda 3/2026' });
  if (!/^\d{4}-\d\d-\d\d$/.test(legal.day) || !isPeriod(legal.day)) throw new Fault('plan.legal_day', 422, { field: 'legalDay', given: legal.day.slice(0, 40), expected: '2026-11-28' });
  const remarks = await openRemarks(tx, key);
  if (remarks.length > 0) throw new Fault('plan.open_remarks', 409, { given: String(remarks.length), expected: '0', remarks });
  await renumber(tx, key, await readTree(tx, key));
  await changePlan(tx, key, { status: 'adopted', legalBasis: legal.number.trim() });
  await changeDraft(tx, key, { adoptedAt: ctx.clock(), adoptedBy: ctx.who?.postId ?? null, legalNumber: legal.number.trim(), legalDay: legal.day, fileReference: legal.file });
  await log(ctx, tx, 'adopt', key, legal);
  await definitionsChanged(tx);
  await ctx.settle(tx, { all: true });
}
