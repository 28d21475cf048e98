import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { listAgencies } from '#people/index.ts';
import { listSources } from '#places/index.ts';
import { applyChanges, inverse, type NodeChange, refuse } from './edit-tree.ts';
import { addOperation, changeDraft, type Draft, findLastOperation, listOperationsOn, listVersionsOfPlans, lockDraft, type PlanOperation, type PlanVersion, told, type VersionKey } from './plan-drafts.store.ts';
import { type ReadTree, readAround, writeChanges } from './plan-nodes.store.ts';
import { namedBy, type Operation, operate, type OperationKind, type Step, stepFor, wholeBelow } from './plan-operations.ts';
import type { ContributionOperation, FactorOperation } from './result-operation.ts';

/** What a refusal calls a version. */
export const nameOf = ({ shortNameId, shortNameEn, version }: PlanVersion): { id: string; en: string; version: number } => ({ id: shortNameId, en: shortNameEn, version });

export interface Edit extends VersionKey {
  /** The revision of the draft that its editor saw. */
  seen: number;
  operation: Operation | { kind: 'step'; node: string; step: Step };
}
/** What an operation would change, and the tree around it; nothing is written. */
export interface TriedEdit {
  draft: Draft;
  /** A step is known as the move that it is. */
  operation: Operation;
  read: ReadTree;
  changes: NodeChange[];
}

/** Throws `plan.unknown` (404). */
export async function getVersion(tx: RegionTx, { planCode, planVersion }: VersionKey): Promise<PlanVersion> {
  const found = (await listVersionsOfPlans(tx, planCode)).find((plan) => plan.version === planVersion);
  if (!found) throw new Fault('plan.unknown', 404, { given: `${planCode.slice(0, 80)} ${planVersion}`, expected: 'a plan of this region' });
  return found;
}

/** The draft, held. Throws `plan.not_a_draft` (409) for what is adopted, proposed, or came with a pack. */
export async function getDraft(tx: RegionTx, key: VersionKey): Promise<{ plan: PlanVersion; draft: Draft }> {
  const draft = await lockDraft(tx, key);
  const plan = await getVersion(tx, key);
  if (!draft || plan.status !== 'draft') throw new Fault('plan.not_a_draft', 409, { given: plan.status, expected: 'draft', plan: nameOf(plan) });
  return { plan, draft };
}

/**
 * What an operation would change. Throws `plan.changed_meanwhile` (409) with `others`, what was done since to a node that it names; or `plan.*` (422), what
 * was wrong with it.
 */
export async function tryEdit(tx: RegionTx, { operation: given, seen, ...key }: Edit): Promise<TriedEdit> {
  const { plan, draft } = await getDraft(tx, key);
  const operation = given.kind === 'step' ? stepFor((await readAround(tx, key, await withParents(tx, key, given.node))).tree, given.node, given.step) : given;
  if (operation.kind === 'factor' || operation.kind === 'contribution') await checkNames(tx, operation);
  const named = namedBy(operation);
  if (seen !== draft.revision) {
    const others = await listOperationsOn(tx, key, seen, named);
    if (others.length > 0) throw new Fault('plan.changed_meanwhile', 409, { given: named.join(', ').slice(0, 200), expected: `revision ${draft.revision}`, others });
  }
  let read = await readAround(tx, key, named);
  const below = wholeBelow(read.tree, plan.levels, operation);
  if (below !== null) read = await readAround(tx, key, named, below);
  return { draft, operation, read, changes: operate(read.tree, plan.levels, operation) };
}

/** Throws `plan.factor_agency`, `plan.factor_source` (422) for what the region has not. */
async function checkNames(tx: RegionTx, operation: FactorOperation | ContributionOperation): Promise<void> {
  if (operation.kind === 'contribution' && !(await listAgencies(tx)).some(({ code }) => code === operation.agency)) throw refuse('factor_agency', 'agency', operation.agency, 'an agency of this region');
  const source = (operation.kind === 'factor' ? operation.factor : operation.contribution)?.sourceCode ?? null;
  if (source !== null && !(await listSources(tx)).some(({ code }) => code === source)) throw refuse('factor_source', 'sourceCode', source, 'a source of this region');
}

/** A node and the one above it: a step out goes among the sisters of its parent. */
async function withParents(tx: RegionTx, key: VersionKey, code: string): Promise<string[]> {
  const parent = (await readAround(tx, key, [code])).tree.nodes.get(code)?.parentCode;
  return parent ? [code, parent] : [code];
}

/** Does an operation, whole or not at all; answers whether it changed anything. */
export async function editPlan(ctx: Ctx, tx: RegionTx, edit: Edit): Promise<boolean> {
  const { draft, operation, read, changes } = await tryEdit(tx, edit);
  if (changes.length === 0) return false;
  await record(ctx, tx, { draft, read, changes, kind: operation.kind, named: namedBy(operation), undoes: null });
  return true;
}

/** Takes the newest operation back, by a row of its own. Throws `plan.nothing_to_undo` (409); `plan.changed_meanwhile` where it is not the one that was seen. */
export async function undoEdit(ctx: Ctx, tx: RegionTx, { seen, ...key }: VersionKey & { seen: number }): Promise<PlanOperation> {
  const { draft } = await getDraft(tx, key);
  const last = await findLastOperation(tx, key);
  if (!last) throw new Fault('plan.nothing_to_undo', 409, { given: `${key.planCode} ${key.planVersion}`, expected: 'an operation' });
  if (last.revision !== seen) throw new Fault('plan.changed_meanwhile', 409, { given: String(seen), expected: `revision ${last.revision}`, others: [last] });
  const changes = inverse(last.changes);
  const codes = [...new Set(changes.flatMap(({ code, before, after }) => [code, ...[before?.parentCode, after?.parentCode].filter((one) => typeof one === 'string')]))];
  const read = await readAround(tx, key, codes);
  await record(ctx, tx, { draft, read, changes, kind: 'undo', named: last.nodeCodes, undoes: last.revision });
  return last;
}

async function record(ctx: Ctx, tx: RegionTx, { draft, read, changes, kind, named, undoes }: Omit<TriedEdit, 'operation'> & { kind: OperationKind; named: string[]; undoes: number | null }): Promise<void> {
  const key = { planCode: draft.planCode, planVersion: draft.planVersion };
  const [revision, at] = [draft.revision + 1, ctx.clock()];
  await writeChanges(tx, key, read, applyChanges(read.tree, changes), changes);
  await changeDraft(tx, key, { revision });
  const nodeCodes = [...new Set([...named, ...changes.map(({ code }) => code)])];
  await addOperation(tx, key, { revision, at, actor: ctx.actor, postId: ctx.who?.postId ?? null, kind, nodeCodes, undoes, changes });
  await audit(tx, [{ at, actor: ctx.actor, who: ctx.who, action: kind === 'link' ? 'link_node' : kind, subject: `plan ${key.planCode} ${key.planVersion}`, after: { revision, nodes: told(changes) } }]);
}
