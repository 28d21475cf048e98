import type { Work } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { authoring, type EditTree, type Plan, type PlanLink, type PlanOperation, type PlanVersion, treeRules, type VersionKey, versionReads } from '#plan/index.ts';
import { type Known, scoreRegion, scoreStage } from '#scores/index.ts';

/** A node whose score an operation would change, in its newest period; null is no score. */
export interface ScoreChange {
  code: string;
  text: { id: string; en: string };
  period: string;
  before: number | null;
  after: number | null;
}
export interface Consequence {
  scores: ScoreChange[];
  /** How many nodes it changes. */
  nodes: number;
}

type Edit = Parameters<typeof authoring.try>[1];

/**
 * What an operation on a draft would do to the scores of the plan's nodes, if the draft were in force: both trees are scored from what is published now, outside any
 * transaction. Nothing is written, not even for a moment. Throws what the operation itself would throw; `plan.changed_meanwhile` (409) where others change the draft again and again.
 */
export async function consequenceOf({ read, write }: { read: Work; write: Work }, edit: Edit): Promise<Consequence> {
  const key: VersionKey = { planCode: edit.planCode, planVersion: edit.planVersion };
  await write((tx) => authoring.try(tx, edit)); // what is refused is refused before the whole plan is read
  const { before, changes } = await treeAndChanges({ read, write }, key, edit);
  const plan = await read((tx) => versionReads.version(tx, key));
  const known = await scoreStage.knownBeside(read, 'published');
  const after = treeRules.apply(before, changes);
  return { scores: compare(scoresWith(known, plan, before), scoresWith(known, plan, after), before, after), nodes: new Set(changes.map(({ code }) => code)).size };
}

/** What the newest operation, which is saved already, did to them; null where the draft has changed since. */
export async function consequenceOfLast({ read }: { read: Work }, key: VersionKey, last: PlanOperation): Promise<Consequence | null> {
  const after = (await versionReads.tree(read, key)).tree;
  const plan = await read((tx) => versionReads.version(tx, key));
  if (plan.draft?.revision !== last.revision) return null;
  const before = treeRules.apply(after, treeRules.inverse(last.changes));
  const known = await scoreStage.knownBeside(read, 'published');
  return { scores: compare(scoresWith(known, plan, before), scoresWith(known, plan, after), before, after), nodes: new Set(last.changes.map(({ code }) => code)).size };
}

/** The tree, read part after part, and the changes to just this tree. */
async function treeAndChanges({ read, write }: { read: Work; write: Work }, key: VersionKey, edit: Edit): Promise<{ before: EditTree; changes: Awaited<ReturnType<typeof authoring.try>>['changes'] }> {
  const revision = async (): Promise<number | undefined> => (await read((tx) => versionReads.version(tx, key))).draft?.revision;
  for (let tries = 0; tries < 3; tries += 1) {
    const seen = await revision();
    const before = (await versionReads.tree(read, key)).tree;
    const { changes, draft } = await write((tx) => authoring.try(tx, edit));
    if (draft.revision === seen) return { before, changes };
  }
  throw new Fault('plan.changed_meanwhile', 409, { given: `${key.planCode} ${key.planVersion}`, expected: 'a version that nobody changes just now', others: [] });
}

function scoresWith(known: Known, plan: PlanVersion, tree: EditTree): Map<string, { period: string; value: number | null }> {
  const all = treeRules.nodes(tree);
  const at = { regionCode: plan.regionCode, planCode: plan.code, planVersion: plan.version };
  const nodes: Plan['nodes'] = all.map(({ links: _l, funding: _f, ...node }, position) => ({ ...at, ...node, position }));
  const planLinks: PlanLink[] = all.flatMap(({ code, links }) => links.map((link) => ({ ...at, nodeCode: code, ...link })));
  const { nodeScores } = scoreRegion({ ...known, plans: [{ ...plan, nodes }], planLinks });
  const newest = new Map<string, { period: string; value: number | null }>();
  for (const score of nodeScores) {
    const found = newest.get(score.nodeCode);
    if (score.treeCode === plan.code && (!found || found.period < score.period)) newest.set(score.nodeCode, { period: score.period, value: score.value });
  }
  return newest;
}

function compare(before: ReturnType<typeof scoresWith>, after: ReturnType<typeof scoresWith>, old: EditTree, now: EditTree): ScoreChange[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((code) => {
    const [was, is] = [before.get(code), after.get(code)];
    if ((was?.value ?? null) === (is?.value ?? null)) return [];
    const node = now.nodes.get(code) ?? old.nodes.get(code);
    return [{ code, text: { id: node?.textId ?? code, en: node?.textEn ?? code }, period: is?.period ?? was?.period ?? '', before: was?.value ?? null, after: is?.value ?? null }];
  });
}
