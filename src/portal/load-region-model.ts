import { listElements, listSeries, listUnits, valuesInView } from '#data/index.ts';
import { listCells, listIndicators, listTargets } from '#indicators/index.ts';
import { comparePeriods } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { getMasterplan, listIndicatorLinks, listInitiatives } from '#masterplan/index.ts';
import { listAgencies } from '#people/index.ts';
import { getRegion, listAreas, listSources, listStatements } from '#places/index.ts';
import { listPlanLinks, listPlans } from '#plan/index.ts';
import { getSnapshot, listAchievements, listNodeScores, listNodeStates, listStandings } from '#scores/index.ts';
import { joinTexts } from './join-texts.ts';
import { nodeKey, type RegionModel, valueSlot } from './region-model.ts';

type Places = Pick<RegionModel, 'region' | 'areas' | 'sources' | 'agencies' | 'statements'>;
type Plans = Pick<RegionModel, 'plans' | 'masterplan' | 'initiatives' | 'planLinks' | 'pillarLinks'>;
type Definitions = Pick<RegionModel, 'units' | 'elements' | 'series' | 'indicators' | 'targets' | 'values'>;
type Results = Pick<RegionModel, 'cells' | 'achievements' | 'standings' | 'nodeScores' | 'nodeStates'>;

/** Reads the whole model in the caller's transaction; throws `region.not_computed` (404) where no snapshot was published. */
export async function loadRegionModel(tx: RegionTx): Promise<RegionModel> {
  const snapshot = await getSnapshot(tx, 'published');
  return {
    snapshot: { id: snapshot.id, revision: snapshot.revision, madeAt: snapshot.madeAt },
    ...(await readPlaces(tx)), ...(await readPlans(tx)), ...(await readDefinitions(tx)), ...(await readResults(tx)),
  };
}

async function readPlaces(tx: RegionTx): Promise<Places> {
  return {
    region: joinTexts(await getRegion(tx)),
    areas: byCode(await listAreas(tx)),
    sources: byCode((await listSources(tx)).map(joinTexts)),
    agencies: byCode((await listAgencies(tx)).map(joinTexts)),
    statements: (await listStatements(tx)).map(joinTexts),
  };
}

async function readPlans(tx: RegionTx): Promise<Plans> {
  return {
    plans: byCode(await listPlans(tx)),
    masterplan: await getMasterplan(tx),
    initiatives: await listInitiatives(tx),
    planLinks: await listPlanLinks(tx),
    pillarLinks: await listIndicatorLinks(tx),
  } as Plans;
}

async function readDefinitions(tx: RegionTx): Promise<Definitions> {
  const values = (await valuesInView(tx, 'published', { areas: [tx.region] })).map(joinTexts);
  return {
    units: byCode((await listUnits(tx)).map(joinTexts)),
    elements: byCode((await listElements(tx)).map(joinTexts)),
    series: new Map((await listSeries(tx)).map(joinTexts).map((series) => [`${series.elementCode}/${series.code}`, series])),
    indicators: byCode((await listIndicators(tx)).map(joinTexts)),
    targets: (await listTargets(tx)).map(joinTexts),
    values: new Map(values.map((value) => [valueSlot(value.elementCode, value.seriesCode, value.period), value])),
  } as Definitions;
}

async function readResults(tx: RegionTx): Promise<Results> {
  const own = { areas: [tx.region] };
  const standings: RegionModel['standings'] = new Map();
  for (const standing of (await listStandings(tx, 'published', own)) as RegionModel['standings'] extends Map<string, Map<string, infer S>> ? S[] : never) {
    const ofPlan = standings.get(standing.planCode) ?? new Map();
    standings.set(standing.planCode, ofPlan.set(standing.indicatorCode, standing));
  }
  return {
    cells: inOrder(await listCells(tx, 'published', own), (cell) => cell.indicatorCode),
    achievements: inOrder(await listAchievements(tx, 'published', own), (one) => one.indicatorCode),
    standings,
    nodeScores: inOrder(await listNodeScores(tx, 'published'), (one) => nodeKey(one.tree, one.treeCode, one.nodeCode)),
    nodeStates: new Map((await listNodeStates(tx, 'published')).map((one) => [nodeKey(one.tree, one.treeCode, one.nodeCode), one])),
  } as Results;
}

const byCode = <T extends { code: string }>(rows: T[]): Map<string, T> => new Map(rows.map((row) => [row.code, row]));

/** Groups rows, each group with its earliest period first. */
function inOrder<T extends { period: string }>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) group.sort((a, b) => comparePeriods(a.period, b.period));
  return groups;
}
