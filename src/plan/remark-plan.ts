import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { isId, newId } from '#kernel/ids.ts';
import { isPeriod } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { getVersion } from './edit-plan.ts';
import { addRemark, closeRemark, lockDraft, type VersionKey } from './plan-drafts.store.ts';
import { readPath } from './plan-nodes.store.ts';

export interface NewRemark extends VersionKey {
  /** Null speaks of the whole version. */
  nodeCode: string | null;
  text: string;
  dueOn: string | null;
}
const decisions: readonly string[] = ['keep', 'change', 'drop'];

async function held(tx: RegionTx, key: VersionKey): Promise<void> {
  const draft = await lockDraft(tx, key);
  const plan = await getVersion(tx, key);
  if (!draft || plan.status === 'adopted') throw new Fault('plan.wrong_status', 409, { given: `${plan.code} ${plan.version}: ${plan.status}`, expected: 'draft, proposed' });
}

/** What a leader says of a version before it is adopted: it blocks the adoption until it is closed. Throws `plan.remark_text`, `plan.remark_day` (422), `plan.node_missing` (422). */
export async function remarkPlan(ctx: Ctx, tx: RegionTx, { nodeCode, text, dueOn, ...key }: NewRemark): Promise<void> {
  await held(tx, key);
  if (text.trim() === '') throw new Fault('plan.remark_text', 422, { field: 'text', given: '', expected: 'a text' });
  if (dueOn !== null && (!/^\d{4}-\d\d-\d\d$/.test(dueOn) || !isPeriod(dueOn))) throw new Fault('plan.remark_day', 422, { field: 'dueOn', given: dueOn.slice(0, 40), expected: '2026-11-28' });
  if (nodeCode !== null && !(await readPath(tx, key, nodeCode)).nodes.has(nodeCode)) throw new Fault('plan.node_missing', 422, { field: 'node', given: nodeCode, expected: 'a node of this version' });
  const row = { id: newId(), nodeCode, text: text.trim().slice(0, 2_000), dueOn, at: ctx.clock(), postId: ctx.who?.postId ?? null };
  await addRemark(tx, key, row);
  await log(ctx, tx, 'remark', key, { id: row.id, nodeCode, text: row.text, dueOn });
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
