import type { RegionTx } from '#kernel/regions.ts';
import { authoring, type EditTree, type Plan, type PlanLink, type PlanVersion, treeRules, type VersionKey, versionReads } from '#plan/index.ts';
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

/**
 * What an operation on a draft would do to the scores of the plan's nodes, if the draft were in force: both trees are scored from what is published now.
 * Nothing is written, not even for a moment. Throws what the operation itself would throw.
 */
export async function consequenceOf(tx: RegionTx, edit: Parameters<typeof authoring.try>[1]): Promise<Consequence> {
  const key: VersionKey = { planCode: edit.planCode, planVersion: edit.planVersion };
  const { changes } = await authoring.try(tx, edit);
  const plan = await versionReads.version(tx, key);
  const known = await scoreStage.known(tx, 'published');
  const before = (await versionReads.tree((work) => work(tx), key)).tree;
  const after = treeRules.apply(before, changes);
  return { scores: compare(scoresWith(known, plan, before), scoresWith(known, plan, after), before, after), nodes: new Set(changes.map(({ code }) => code)).size };
}

function scoresWith(known: Known, plan: PlanVersion, tree: EditTree): Map<string, { period: string; value: number | null }> {
  const all = treeRules.nodes(tree);
  const at = { regionCode: plan.regionCode, planCode: plan.code, planVersion: plan.version };
  const nodes: Plan['nodes'] = all.map(({ links: _l, funding: _f, ...node }, position) => ({ ...at, ...node, position }));
  const planLinks: PlanLink[] = all.flatMap(({ code, links }) => links.map((link) => ({ ...at, nodeCode: code, ...link })));
  const { nodeScores } = scoreRegion({ ...known, plans: [{ ...plan, nodes }], planLinks, masterplan: null, pillarLinks: [] });
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
