import { definitions, disaggregation, valuesInView } from '#data/index.ts';
import { cellBatches, definitionLists, listCells, listIndicatorAgencies, listIndicators, listTargets } from '#indicators/index.ts';
import { Fault } from '#kernel/faults.ts';
import { comparePeriods } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { findMasterplan, listIndicatorLinks, listInitiatives, readBooks } from '#masterplan/index.ts';
import { listAgencies } from '#people/index.ts';
import { getRegion, listAreas, listBoundaries, listNeighbours, listSources, listStatements } from '#places/index.ts';
import { listPlanLinks, listPlans, type Plan as PlanRow } from '#plan/index.ts';
import { listFrozen, readScores } from '#scores/index.ts';
import { joinTexts } from './join-texts.ts';
import { nodeKey, type Plan, type PlanNode, type RegionModel, slotOf, type Standing, type Target, valueSlot } from './region-model.ts';

type Places = Pick<RegionModel, 'region' | 'areas' | 'neighbours' | 'boundaries' | 'sources' | 'agencies' | 'statements'>;
type Trees = Pick<RegionModel, 'plans' | 'masterplan' | 'books' | 'initiatives' | 'planLinks' | 'pillarLinks'>;
type Definitions = Pick<RegionModel, 'units' | 'elements' | 'constants' | 'categories' | 'categoryOptions' | 'series' | 'indicators' | 'shares' | 'targets' | 'targetChanges' | 'unitChanges' | 'rules' | 'values'>;
type Results = Pick<RegionModel, 'cells' | 'achievements' | 'standings' | 'nodeScores' | 'nodeStates' | 'frozen' | 'waiting'>;

/** Reads the whole model in the caller's transaction; throws `region.not_computed` (404) where nothing was published yet. */
export async function loadRegionModel(tx: RegionTx): Promise<RegionModel> {
  const scores = await readScores(tx, 'published');
  if (!scores) throw new Fault('region.not_computed', 404, { given: tx.region, expected: 'a region with a published snapshot' });
  return {
    snapshot: { id: scores.snapshot.id, revision: scores.snapshot.revision, madeAt: scores.snapshot.madeAt, asOf: scores.snapshot.asOf },
    ...(await readPlaces(tx)), ...(await readTrees(tx)), ...(await readDefinitions(tx)), ...(await readResults(tx, scores)),
  };
}

async function readPlaces(tx: RegionTx): Promise<Places> {
  return {
    region: joinTexts(await getRegion(tx)),
    areas: byCode(await listAreas(tx)),
    neighbours: await listNeighbours(tx),
    boundaries: new Map((await listBoundaries(tx)).map((one) => [one.areaCode, one])),
    sources: byCode((await listSources(tx)).map(joinTexts)),
    agencies: byCode((await listAgencies(tx)).map(joinTexts)),
    statements: (await listStatements(tx)).map(joinTexts),
  };
}

async function readTrees(tx: RegionTx): Promise<Trees> {
  const plans = await listPlans(tx);
  const inForce = new Map(plans.map((plan) => [plan.code, plan.version]));
  const links = (await listPlanLinks(tx)).filter((link) => inForce.get(link.planCode) === link.planVersion);
  const found = await findMasterplan(tx);
  const pillars = found?.pillars.map((pillar) => ({ ...weighed(pillar), subDimensions: pillar.subDimensions.map(joinTexts) }));
  return {
    plans: byCode(plans.map(withDepth)),
    masterplan: found ? { ...joinTexts(found), pillars } : null,
    books: Object.fromEntries(Object.entries(await readBooks(tx)).map(([name, rows]) => [name, (rows as object[]).map(joinTexts)])) as unknown as Trees['books'],
    initiatives: (await listInitiatives(tx)).map(joinTexts),
    planLinks: links.map(weighed),
    pillarLinks: (await listIndicatorLinks(tx)).map(weighed),
  } as Trees;
}

async function readDefinitions(tx: RegionTx): Promise<Definitions> {
  const options = await definitions.options(tx);
  const elements = disaggregation.withParts(await definitions.elements(tx), options);
  const keys = Map.groupBy(elements.map((one) => one.code), disaggregation.elementIn);
  const values = (await valuesInView(tx, 'published', { areas: [tx.region] })).map(joinTexts);
  return {
    units: byCode((await definitions.units(tx)).map(joinTexts)),
    elements: byCode(elements.map((one) => ({ ...joinTexts(one), categories: one.categories?.split(';') ?? [] }))),
    categories: (await definitions.categories(tx)).map(joinTexts),
    categoryOptions: options.map(joinTexts),
    constants: byCode((await definitions.constants(tx)).map(joinTexts)),
    series: new Map((await definitions.series(tx)).map(joinTexts).flatMap((series) => (keys.get(series.elementCode) ?? []).map((elementCode) => [`${elementCode}/${series.code}`, { ...series, elementCode }] as const))),
    indicators: byCode((await listIndicators(tx)).map(joinTexts)),
    shares: Map.groupBy((await listIndicatorAgencies(tx)).map(weighed), (one) => one.indicatorCode),
    targets: inOrder((await listTargets(tx, 'published')).map(joinTexts) as Target[], (one) => slotOf(one.indicatorCode, one.areaCode)),
    targetChanges: Map.groupBy((await definitionLists.targetChanges(tx, tx.region)).map(joinTexts), (one) => one.indicatorCode),
    rules: (await definitionLists.validationRules(tx)).map(joinTexts),
    unitChanges: (await definitionLists.unitChanges(tx)).map(joinTexts),
    values: new Map(values.map((value) => [valueSlot(value.elementCode, value.seriesCode, value.period), value])),
  } as Definitions;
}

type Scores = NonNullable<Awaited<ReturnType<typeof readScores>>>;

async function readResults(tx: RegionTx, scores: Scores): Promise<Results> {
  const own = <T extends { areaCode: string }>(rows: T[]): T[] => rows.filter((row) => row.areaCode === tx.region);
  const standings: RegionModel['standings'] = new Map();
  for (const standing of own(scores.standings) as Standing[]) {
    const ofPlan = standings.get(standing.planCode) ?? new Map<string, Standing>();
    standings.set(standing.planCode, ofPlan.set(standing.indicatorCode, standing));
  }
  return {
    cells: inOrder(await listCells(tx, 'published', { areas: [tx.region] }), (cell) => cell.indicatorCode),
    achievements: inOrder(scores.achievements, (one) => slotOf(one.indicatorCode, one.areaCode)),
    standings,
    nodeScores: inOrder(scores.nodeScores, (one) => nodeKey(one.tree as 'plan', one.treeCode, one.nodeCode)),
    nodeStates: new Map(scores.nodeStates.map((one) => [nodeKey(one.tree as 'plan', one.treeCode, one.nodeCode), one])),
    frozen: (await listFrozen(tx)).map(joinTexts),
    waiting: await readWaiting(tx),
  } as Results;
}

async function readWaiting(tx: RegionTx): Promise<Results['waiting']> {
  const rows = await cellBatches.stale.list(tx);
  return { codes: new Set(rows.map((row) => row.indicatorCode)), computed: rows.filter((row) => row.currentBatch !== null).length };
}

/** Weights are small numbers that people wrote: as doubles from here on. */
const weighed = <R extends { weight: string | null }>(row: R) => ({ ...joinTexts(row), weight: row.weight === null ? null : Number(row.weight) });

function withDepth(plan: PlanRow): Plan {
  const depths = new Map<string, number>();
  const nodes = plan.nodes.map((node) => {
    const depth = node.parentCode === null ? 0 : (depths.get(node.parentCode) ?? 0) + 1;
    depths.set(node.code, depth);
    return { ...weighed(node), depth } as PlanNode;
  });
  return { ...joinTexts(plan), nodes };
}

const byCode = <T extends { code: string }>(rows: T[]): Map<string, T> => new Map(rows.map((row) => [row.code, row]));

/** Groups rows, each group with its earliest period first. */
function inOrder<T extends { period: string }>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = Map.groupBy(rows, keyOf);
  for (const group of groups.values()) group.sort((a, b) => comparePeriods(a.period, b.period));
  return groups;
}
