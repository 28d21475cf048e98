import { type View, views } from '#data/index.ts';
import { cellBatches, listTargets, type Target } from '#indicators/index.ts';
import { keptWhileDefined } from '#kernel/definitions.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { nodeStatesIn, nodeValuesIn, replaceRows, scoreRows, verdictsIn } from './live.store.ts';
import { definitionsOf, type PreparedScores } from './prepare-scores.ts';
import { achievementsOf, type Definitions, indicatorsBelow, rowsOf, scoreTree, standingsOf, statesOf, targetedOf, type Tree, treesOf } from './score-region.ts';
import type { NodeScore, StandingOf } from './scores.store.ts';

/** A cell that was replaced. */
interface Replaced {
  indicatorCode: string;
  areaCode: string;
  period: string;
}

interface Scored {
  definitions: Definitions;
  trees: Tree[];
  targets: Record<View, Target[]>;
}
const readScored = keptWhileDefined(async (tx): Promise<Scored> => {
  const definitions = await definitionsOf(tx);
  return { definitions, trees: treesOf(definitions), targets: { current: await listTargets(tx, 'current'), published: await listTargets(tx, 'published') } };
});

/**
 * Computes again the scores that stand on some cells, and writes those that changed where they stand: in the batch of each view, of which neither may be
 * the other's.
 */
export async function liveScores(tx: RegionTx, replaced: Record<View, Replaced[]>, batches: PreparedScores): Promise<void> {
  if (replaced.current.length + replaced.published.length === 0) return;
  const scored = await readScored(tx);
  const targeted = new Set(scored.targets.current.map((target) => `${target.indicatorCode}|${target.areaCode}`));
  const counts = (cell: Replaced): boolean => cell.areaCode === tx.region || targeted.has(`${cell.indicatorCode}|${cell.areaCode}`);
  const cells = { current: replaced.current.filter(counts), published: replaced.published.filter(counts) };
  if (cells.current.length + cells.published.length > 0) await scoreSome(tx, { scored, cells, batches });
}

interface Change {
  scored: Scored;
  /** Those that have a target, or stand for the region itself. */
  cells: Record<View, Replaced[]>;
  batches: PreparedScores;
}

async function scoreSome(tx: RegionTx, { scored, cells, batches }: Change): Promise<void> {
  const all = [...cells.current, ...cells.published];
  const codes = [...new Set(all.map((cell) => cell.indicatorCode))];
  const standing = await cellBatches.ofAreas(tx, codes, [...new Set(all.map((cell) => cell.areaCode))]);
  const touched = views.filter((view) => cells[view].length > 0);
  const some = touched.map((view) => batches[view]);
  const achieved = await scoreRows.achievementsOf(tx, some, codes);
  const years = new Set<string>();
  const known = new Map<View, ReturnType<typeof rowsOf>>();
  for (const view of touched) {
    const places = new Set(cells[view].map((cell) => `${cell.indicatorCode}|${cell.areaCode}`));
    const touches = (row: { indicatorCode: string; areaCode: string }): boolean => places.has(`${row.indicatorCode}|${row.areaCode}`);
    const own = new Set(cells[view].map((cell) => cell.indicatorCode));
    const rows = rowsOf({ ...scored.definitions, indicators: scored.definitions.indicators.filter((one) => own.has(one.code)), targets: scored.targets[view].filter(touches), cells: standing.filter((cell) => cell.view === view) });
    known.set(view, rows);
    const { put, gone } = await replaceRows(tx, batches[view], 'achievements', achieved.filter((row) => row.batch === batches[view] && touches(row)), achievementsOf(rows));
    for (const row of [...cells[view], ...put, ...gone]) if (row.areaCode === tx.region && /^\d{4}$/.test(row.period)) years.add(row.period);
  }
  const inRegion = new Set(all.filter((cell) => cell.areaCode === tx.region).map((cell) => cell.indicatorCode));
  if (inRegion.size > 0) await scoreTrees(tx, { scored, batches, known, codes: inRegion, years: [...years] });
}

interface Trees {
  scored: Scored;
  batches: PreparedScores;
  /** Of each view that is touched. */
  known: Map<View, ReturnType<typeof rowsOf>>;
  codes: Set<string>;
  years: string[];
}

/** Standings of the region itself, and the nodes above its indicators in both trees: only years of which something changed. */
async function scoreTrees(tx: RegionTx, { scored, batches, known, codes, years }: Trees): Promise<void> {
  const some = [...known.keys()].map((view) => batches[view]);
  const trees = scored.trees.filter((tree) => tree.roots.flatMap(indicatorsBelow).some((code) => codes.has(code)));
  const nodes = trees.length > 0 && years.length > 0;
  const standings = await scoreRows.standingsOf(tx, some, [...codes]);
  const achieved = nodes ? await scoreRows.achievementsIn(tx, some, tx.region, years) : [];
  const silent = nodes ? await cellBatches.notApplicable(tx, tx.region, years) : [];
  const scores = nodes ? await scoreRows.nodeScoresIn(tx, some, years) : [];
  const here = new Set(trees.map((tree) => `${tree.tree}|${tree.code}`));
  for (const [view, rows] of known) {
    const batch = batches[view];
    const [stood, stands] = [standings.filter((row) => row.batch === batch), rows.plans.flatMap((plan) => standingsOf(rows, plan)).filter((row) => codes.has(row.indicatorCode))];
    const own = new Set(stands.map((row) => row.indicatorCode));
    await replaceRows(tx, batch, 'standings', stood.filter((row) => own.has(row.indicatorCode)), stands);
    const cellsOf = Map.groupBy(silent.filter((cell) => cell.view === view), (cell) => `${cell.indicatorCode}|${cell.areaCode}`);
    const before = scores.filter((row) => row.batch === batch && here.has(`${row.tree}|${row.treeCode}`));
    const after = nodes ? trees.flatMap((tree) => scoreTree({ region: tx.region, cellsOf }, tree, achieved.filter((row) => row.batch === batch))) : [];
    await replaceRows(tx, batch, 'nodeScores', before, after);
    if (verdicts(stood.filter((row) => own.has(row.indicatorCode))) !== verdicts(stands) || scoredNodes(before) !== scoredNodes(after)) await changedStates(tx, batch, scored.targets[view], trees);
  }
}

const verdicts = (rows: StandingOf[]): string => rows.map((row) => `${row.planCode}|${row.indicatorCode}|${row.verdict}`).sort().join();
const scoredNodes = (rows: NodeScore[]): string => rows.flatMap((row) => (row.value === null ? [] : [`${row.tree}|${row.treeCode}|${row.nodeCode}|${row.period}`])).sort().join();

/** States change only with a verdict, or with a score that appears or vanishes. */
async function changedStates(tx: RegionTx, batch: number, targets: Target[], trees: Tree[]): Promise<void> {
  const [standings, values] = [await verdictsIn(tx, batch), await nodeValuesIn(tx, batch)];
  const of = (tree: Tree) => (row: { tree: string; treeCode: string }): boolean => row.tree === tree.tree && row.treeCode === tree.code;
  const before = (await nodeStatesIn(tx, batch)).filter((row) => trees.some((tree) => of(tree)(row)));
  const after = trees.flatMap((tree) => statesOf({ region: tx.region }, tree, values.filter(of(tree)), standings, targetedOf(targets)));
  await replaceRows(tx, batch, 'nodeStates', before, after);
}
