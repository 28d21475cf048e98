import { definitions, disaggregation } from '#data/index.ts';
import { elementsOf, formulas, type Indicator, listCells, listIndicators, listTargets, parseFormula } from '#indicators/index.ts';
import { lastEnded, periodBefore, type PeriodKind } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { listAreas } from '#places/index.ts';
import { findMasterplan, listIndicatorLinks, listInitiatives, meetingsOf } from '#masterplan/index.ts';
import { type Funding, listFunding, listPlanLinks, versionReads } from '#plan/index.ts';
import { type InSyncIndex, inSyncIndex } from './in-sync-index.ts';
import { leadersKinds, leadersPlans } from './lint-facts.ts';
import { type About, lint, type LintInput, type LintPlan, type LintReport } from './lint.ts';
import type { LintRule } from './lint-rules.ts';
import { listLintExceptions } from './lint.store.ts';

/** What the linter finds in a region, and its index: both from one reading. */
export interface InSync {
  /** The day of asking. */
  day: string;
  report: LintReport;
  index: InSyncIndex;
  /** The leaders' plans of today, by code: the index speaks of these alone. */
  plans: string[];
  /** What the index would be if another adopted version of a leaders' plan were in force, with everything else as it is; the oldest first. */
  history: { planCode: string; version: number; inForce: boolean; index: InSyncIndex }[];
}

/** Asks the linter and reckons the index of a region as it is published; `today` is its day, `2026-11-28`. */
export async function inSyncOf(tx: RegionTx, today: string): Promise<InSync> {
  const exceptions = (await listLintExceptions(tx)).map((row) => ({ rule: row.rule as LintRule, about: { kind: row.aboutKind as About['kind'], code: row.aboutCode }, reason: row.reason, untilDay: row.untilDay }));
  const funding = fundingOf(await listFunding(tx));
  const plans = (await versionReads.bare(tx)).map((plan) => ({ ...plan, funding: funding(plan) }));
  const input = await lintInput(tx, today, plans);
  const index = inSyncIndex(input);
  const leaders = leadersPlans(input).map((plan) => plan.code);
  const adopted = (await versionReads.adopted(tx, leadersKinds, plans)).filter((plan) => leaders.includes(plan.code)).map((plan) => ({ ...plan, funding: funding(plan) }));
  return { day: today, report: lint(input, exceptions), index, plans: leaders, history: historyOf(input, index, adopted) };
}

function historyOf(input: LintInput, index: InSyncIndex, adopted: LintPlan[]): InSync['history'] {
  return adopted.map((plan) => {
    const inForce = input.plans.some((one) => one.code === plan.code && one.version === plan.version);
    const then = (): LintInput => ({ ...input, plans: input.plans.map((one) => (one.code === plan.code ? plan : one)) });
    return { planCode: plan.code, version: plan.version, inForce, index: inForce ? index : inSyncIndex(then()) };
  });
}

/** Money by plan and version; null where a version tells none. */
function fundingOf(rows: Funding[]): (plan: { code: string; version: number }) => Funding[] | null {
  const byPlan = Map.groupBy(rows, (row) => `${row.planCode}/${row.planVersion}`);
  return ({ code, version }) => byPlan.get(`${code}/${version}`) ?? null;
}

async function lintInput(tx: RegionTx, today: string, plans: LintPlan[]): Promise<LintInput> {
  const masterplan = await findMasterplan(tx);
  const indicators = await listIndicators(tx);
  const sourced = new Set(await definitions.withSource(tx));
  const cells = await listCells(tx, 'published', { areas: [tx.region] });
  const areas = await listAreas(tx);
  return {
    today, region: tx.region, plans, areaNames: new Map(areas.map(({ code, name }) => [code, name])),
    planLinks: await listPlanLinks(tx), pillarLinks: await listIndicatorLinks(tx), masterplan,
    pillars: (masterplan?.pillars ?? []).map(({ code, nameId, personInChargeId }) => ({ code, nameId, personInCharge: personInChargeId })),
    initiatives: await listInitiatives(tx),
    indicators: indicators.map((one) => ({ ...one, workedExamples: one.workedExamples.length, sourced: one.sourceCode !== null || elementsOf(parseFormula(one.formula)).some((code) => sourced.has(code)) })),
    alive: await aliveOf(tx, indicators, today), targets: await listTargets(tx, 'published'), results: cells.length === 0 ? null : cells, councilMeetings: await meetingsOf(tx, 'council'),
    catalogue: null, // no nomenclature is kept yet
  };
}

/** Indicators of which some element has a published value, of a series that they take, in one of the two periods that ended last; null where the region has published nothing. */
async function aliveOf(tx: RegionTx, indicators: Indicator[], today: string): Promise<Set<string> | null> {
  const keys = Map.groupBy(await definitions.withValues(tx), disaggregation.elementIn);
  if (keys.size === 0) return null;
  const declared = Map.groupBy(await definitions.series(tx), (one) => one.elementCode);
  const byCode = new Map(indicators.map((one) => [one.code, one]));
  const alive = new Set<string>();
  for (const [kind, some] of Map.groupBy(indicators, (one) => one.periodKind)) {
    const wanted = new Map(some.map((one) => [one.code, takenBelow(one.code, byCode, (element) => (declared.get(element) ?? []).map((series) => series.code))]));
    const asked = new Map([...wanted.values()].flat().map((one) => [tellsOf(one), one]));
    const told = new Set((await definitions.publishedIn(tx, { asked: [...asked.values()].flatMap(({ element, series }) => (keys.get(element) ?? []).map((key) => ({ key, series }))), starts: startsOf(today, kind as PeriodKind) })).map(({ key, series }) => tellsOf({ element: disaggregation.elementIn(key), series })));
    for (const [code, own] of wanted) if (own.some((one) => told.has(tellsOf(one)))) alive.add(code);
  }
  return alive;
}

/** An element, and of which of its series an indicator takes values; an empty list takes any. */
interface Taken {
  element: string;
  series: string[];
}
const tellsOf = ({ element, series }: Taken): string => [element, ...series].join(' ');

/** What a formula reads, and the formulas that it stands on; each takes the series that its own indicator names, or any where none of those is of the element. */
function takenBelow(code: string, indicators: Map<string, Indicator>, declared: (element: string) => string[]): Taken[] {
  const found: Taken[] = [];
  const seen = new Set<string>();
  const walk = (at: string): void => {
    const one = seen.has(at) ? undefined : indicators.get(at);
    seen.add(at);
    if (!one) return;
    const tree = parseFormula(one.formula);
    for (const element of elementsOf(tree)) found.push({ element, series: one.series.some((series) => declared(element).includes(series)) ? one.series : [] });
    for (const other of formulas.standsOnOf(tree)) walk(other);
  };
  walk(code);
  return found;
}

/** How periods within the last two that ended begin: `2025`, or `2026Q3` and its months. */
function startsOf(today: string, kind: PeriodKind): string[] {
  const last = lastEnded(today, kind).text;
  return [last, periodBefore(last).text].flatMap((period) => {
    if (kind === 'year') return [period];
    if (kind === 'quarter') return [period, ...[1, 2, 3].map((n) => `${period.slice(0, 4)}-${String((Number(period.slice(5)) - 1) * 3 + n).padStart(2, '0')}`)];
    return [period.slice(0, 7)];
  });
}
