import { sql } from 'kysely';
import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { keepVersion, listVersions } from '#kernel/definition-versions.ts';
import { definitionsChanged } from '#kernel/definitions.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { editPlan, getVersion } from './edit-plan.ts';
import { belowOf, type EditLink, type EditTree } from './edit-tree.ts';
import type { LinkOperation } from './link-operation.ts';
import { listVersionsOfPlans, lockDraft, type PlanVersion, type VersionKey } from './plan-drafts.store.ts';
import { linkSteps, putLinks, readAround } from './plan-nodes.store.ts';
import { operate } from './plan-operations.ts';

export interface WantedLink extends VersionKey {
  operation: LinkOperation;
  /** The link as its editor saw it; null of one that was not there. */
  seen: EditLink | null;
  /** Of a draft the revision that its editor saw. */
  revision: number | null;
  reason: string | null;
}

const subject = 'plan.link';
const keyOf = ({ planCode, planVersion }: VersionKey, node: string, { kind, code }: Pick<EditLink, 'kind' | 'code'>): string => [planCode, planVersion, node, kind, code].join(' / ');

/** What a link was and became, the newest first; none where nobody has changed it here. */
export const linkVersions = (tx: RegionTx, key: VersionKey, node: string, link: Pick<EditLink, 'kind' | 'code'>) => listVersions(tx, subject, keyOf(key, node, link));

/** The version whose links count: the newest adopted one, else the newest that a pack brought. */
export async function inForceOf(tx: RegionTx, planCode: string): Promise<PlanVersion> {
  const known = (await listVersionsOfPlans(tx, planCode)).filter((one) => !one.draft || one.status === 'adopted');
  const found = known.find((one) => one.status === 'adopted') ?? known[0];
  if (!found) throw new Fault('plan.unknown', 404, { given: planCode.slice(0, 80), expected: 'a plan of this region' });
  return found;
}

/**
 * Adds a link, changes it or takes it away. In a draft it is an operation like any other. In the version in force it is a reading beside the document: what it was
 * and became is kept, and an open draft of the plan gets it too. Throws `plan.*`: 404 for no such plan or node, 409 for another version, a link of the adopted document,
 * or one that was changed meanwhile, 422 for what is wrong with it; nothing is changed then. Answers whether anything was.
 */
export async function putLink(ctx: Ctx, tx: RegionTx, wanted: WantedLink): Promise<boolean> {
  const { operation, seen, revision, reason, ...key } = wanted;
  const plan = await getVersion(tx, key);
  await findNode(tx, plan, operation.node);
  if (plan.draft && plan.status !== 'adopted') return editPlan(ctx, tx, { ...key, seen: revision ?? -1, operation });
  const inForce = await inForceOf(tx, plan.code);
  if (inForce.version !== plan.version) throw new Fault('plan.link_old_version', 409, { field: 'version', given: String(plan.version), expected: String(inForce.version) });
  await sql`select last from kernel.revision_counter where region_code = ${tx.region} for update`.execute(tx); // one at a time in a region
  const read = await readAround(tx, key, [operation.node]);
  const before = read.tree.nodes.get(operation.node)?.links ?? [];
  checkSeen(before, operation, seen);
  if (plan.status === 'adopted' && operation.of === 'indicator' && operation.fresh && isWeighed(read.tree, operation.node)) throw new Fault('plan.link_weights_fixed', 409, { field: 'node', given: operation.node, expected: 'a draft of this plan' });
  const [change] = operate(read.tree, plan.levels, operation);
  const steps = linkSteps(before, change?.after?.links ?? before);
  if (steps.gone.length + steps.come.length === 0) return false;
  const fixed = plan.status === 'adopted' ? [...steps.gone, ...steps.come].find((one) => one.basis === 'document') : undefined;
  if (fixed) throw new Fault('plan.link_of_document', 409, { field: 'basis', given: fixed.code, expected: 'a draft of this plan' });
  await write(ctx, tx, key, operation.node, steps, reason);
  await alsoInDraft(tx, plan, operation.node, steps);
  await definitionsChanged(tx);
  return true;
}

/** The document has divided the node's weight among what it names: what we read into it cannot take a share. */
const isWeighed = (tree: EditTree, code: string): boolean =>
  (tree.nodes.get(code)?.links ?? []).some((link) => link.kind === 'indicator' && link.weight !== null) || belowOf(tree, code).some((child) => (tree.nodes.get(child)?.weight ?? null) !== null);

interface Steps {
  gone: EditLink[];
  come: EditLink[];
}
const of = (all: EditLink[], { kind, code }: Pick<EditLink, 'kind' | 'code'>): EditLink | null => all.find((one) => one.kind === kind && one.code === code) ?? null;
const same = (a: EditLink | null, b: EditLink | null): boolean => JSON.stringify(a) === JSON.stringify(b);

function checkSeen(before: EditLink[], operation: LinkOperation, seen: EditLink | null): void {
  const now = of(before, { kind: operation.of, code: operation.code });
  if (operation.fresh || same(now, seen)) return;
  throw new Fault('plan.link_moved', 409, { field: 'code', given: operation.code, expected: 'a link that nobody changed meanwhile' });
}

/** Throws 404 for a node that this region has not; 422 for one that another version of the plan has, or had. */
async function findNode(tx: RegionTx, plan: PlanVersion, code: string): Promise<void> {
  const { rows } = await sql<{ planVersion: number }>`select plan_version from plan.node where region_code = ${tx.region} and plan_code = ${plan.code} and code = ${code} order by plan_version desc`.execute(tx);
  if (rows.some((row) => row.planVersion === plan.version)) return;
  if (rows.length === 0) throw new Fault('plan.node_unknown', 404, { field: 'node', given: code.slice(0, 100), expected: 'a node of this plan' });
  throw new Fault('plan.link_withdrawn', 422, { field: 'node', given: code, expected: `a node of version ${plan.version}` });
}

async function write(ctx: Ctx, tx: RegionTx, key: VersionKey, node: string, { gone, come }: Steps, reason: string | null): Promise<void> {
  const at = ctx.clock();
  const kept = { subject, at, actor: ctx.actor, postId: ctx.who?.postId ?? null, reason };
  await putLinks(tx, key, gone.map((link) => ({ nodeCode: node, ...link })), come.map((link) => ({ nodeCode: node, ...link })));
  for (const link of [...gone.filter((one) => !of(come, one)), ...come]) {
    const [before, after] = [of(gone, link), of(come, link)];
    await keepVersion(tx, { ...kept, key: keyOf(key, node, link), before, after });
    await audit(tx, [{ at, actor: ctx.actor, who: ctx.who, action: after ? (before ? 'change' : 'add') : 'remove', subject: `${subject} ${keyOf(key, node, link)}`, before, after, reason: reason ?? undefined }]);
  }
}

/** A reading is of the promise, not of one version: an open draft gets it, where it has the node and the link stands there as it stood in force. */
async function alsoInDraft(tx: RegionTx, plan: PlanVersion, node: string, { gone, come }: Steps): Promise<void> {
  const draft = (await listVersionsOfPlans(tx, plan.code)).find((one) => one.draft && one.status !== 'adopted');
  if (!draft) return;
  const key = { planCode: draft.code, planVersion: draft.version };
  await lockDraft(tx, key);
  const there = (await readAround(tx, key, [node])).tree.nodes.get(node);
  if (!there) return;
  const fits = (link: EditLink): boolean => same(of(there.links, link), of(gone, link));
  await putLinks(tx, key, gone.filter(fits).map((link) => ({ nodeCode: node, ...link })), come.filter(fits).map((link) => ({ nodeCode: node, ...link })));
}
