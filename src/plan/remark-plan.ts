import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { isId, newId } from '#kernel/ids.ts';
import { currentPeriod, isPeriod } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { listAgencies } from '#people/index.ts';
import { getRegion } from '#places/index.ts';
import { getVersion, nameOf } from './edit-plan.ts';
import { addRemark, closeRemark, listRemarks, lockDraft, type Remark, type VersionKey } from './plan-drafts.store.ts';
import { byCodes, readPath } from './plan-nodes.store.ts';
import { atMost } from './texts.ts';

export interface NewRemark extends VersionKey {
  /** Null speaks of the whole version. */
  nodeCode: string | null;
  text: string;
  /** The agency that is to answer it; null leaves it to the planners. */
  ownerAgency: string | null;
  dueOn: string | null;
}
const decisions: readonly string[] = ['keep', 'change', 'drop'];
export const longestRemark = 2_000;
/** So many closed remarks stand on a page. */
const closedOfPage = 50;

async function held(tx: RegionTx, key: VersionKey): Promise<void> {
  const draft = await lockDraft(tx, key);
  const plan = await getVersion(tx, key);
  if (!draft || plan.status === 'adopted') throw new Fault('plan.wrong_status', 409, { given: plan.status, expected: 'draft, proposed', plan: nameOf(plan) });
}

/**
 * What a leader says of a version before it is adopted: it blocks the adoption until it is closed. Throws `plan.remark_text`, `plan.too_long`, `plan.remark_day`,
 * `plan.remark_owner`, `plan.node_missing` (422).
 */
export async function remarkPlan(ctx: Ctx, tx: RegionTx, { nodeCode, text, dueOn, ownerAgency, ...key }: NewRemark): Promise<void> {
  await held(tx, key);
  if (text.trim() === '') throw new Fault('plan.remark_text', 422, { field: 'text', given: '', expected: 'a text' });
  atMost(longestRemark, 'text', text.trim());
  if (ownerAgency !== null && !(await listAgencies(tx)).some(({ code }) => code === ownerAgency)) throw new Fault('plan.remark_owner', 422, { field: 'owner', given: ownerAgency.slice(0, 40), expected: 'an agency of this region' });
  if (dueOn !== null) await checkDay(ctx, tx, dueOn);
  if (nodeCode !== null && !(await readPath(tx, key, nodeCode)).nodes.has(nodeCode)) throw new Fault('plan.node_missing', 422, { field: 'node', given: nodeCode, expected: 'a node of this version' });
  const row = { id: newId(), nodeCode, text: text.trim(), ownerAgency, dueOn, at: ctx.clock(), postId: ctx.who?.postId ?? null };
  await addRemark(tx, key, row);
  await log(ctx, tx, 'remark', key, { id: row.id, nodeCode, text: row.text, ownerAgency, dueOn });
}

/** A day of the region's own calendar, from today on: nothing can be done until yesterday. */
async function checkDay(ctx: Ctx, tx: RegionTx, dueOn: string): Promise<void> {
  const today = currentPeriod(ctx.clock(), 'day', (await getRegion(tx)).timeZone).text;
  if (!/^\d{4}-\d\d-\d\d$/.test(dueOn) || !isPeriod(dueOn) || dueOn < today) throw new Fault('plan.remark_day', 422, { field: 'dueOn', given: dueOn.slice(0, 40), expected: today });
}

/** A remark with the node that it speaks of, as it stands now; null where the version has it no more, or where it speaks of the whole. */
export type RemarkOfNode = Remark & { node: Pick<Awaited<ReturnType<typeof byCodes>>[number], 'textId' | 'textEn' | 'shortId' | 'shortEn'> | null };
export async function remarksOf(tx: RegionTx, key: VersionKey): Promise<{ open: RemarkOfNode[]; closed: RemarkOfNode[]; closedCount: number }> {
  const { open, closed, closedCount } = await listRemarks(tx, key, closedOfPage);
  const codes = [...new Set([...open, ...closed].flatMap(({ nodeCode }) => nodeCode ?? []))];
  const nodes = new Map((codes.length === 0 ? [] : await byCodes(tx, key, codes)).map((node) => [node.code, node]));
  const withNode = (remark: Remark): RemarkOfNode => ({ ...remark, node: nodes.get(remark.nodeCode ?? '') ?? null });
  return { open: open.map(withNode), closed: closed.map(withNode), closedCount };
}

/** Closes a remark by what was decided. Throws `plan.remark_decision` (422), `plan.remark_closed` (409) for one that is closed, or that there is not. */
export async function decideRemark(ctx: Ctx, tx: RegionTx, { id, decided, ...key }: VersionKey & { id: string; decided: string }): Promise<void> {
  await held(tx, key);
  if (!decisions.includes(decided)) throw new Fault('plan.remark_decision', 422, { field: 'decided', given: decided.slice(0, 40), expected: decisions.join(', ') });
  const closed = isId(id) && (await closeRemark(tx, key, id, { decided, closedAt: ctx.clock(), closedBy: ctx.who?.postId ?? null }));
  if (!closed) throw new Fault('plan.remark_closed', 409, { field: '', given: id.slice(0, 40), expected: 'an open remark' });
  await log(ctx, tx, 'close_remark', key, { id, decided });
}

const log = (ctx: Ctx, tx: RegionTx, action: string, { planCode, planVersion }: VersionKey, after: unknown): Promise<void> =>
  audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action, subject: `plan ${planCode} ${planVersion}`, after }]);
