import { definitions } from '#data/index.ts';
import { elementsOf, listCells, listIndicators, listTargets, parseFormula } from '#indicators/index.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { findMasterplan, listIndicatorLinks, listInitiatives, meetingsOf } from '#masterplan/index.ts';
import { listFunding, listPlanLinks, listPlans } from '#plan/index.ts';
import { type About, lint, type LintInput, type LintReport } from './lint.ts';
import type { LintRule } from './lint-rules.ts';
import { listLintExceptions } from './lint.store.ts';

/** Asks the linter of a region as it is published; `today` is its day, `2026-11-28`. */
export async function lintRegion(tx: RegionTx, today: string): Promise<LintReport> {
  const exceptions = (await listLintExceptions(tx)).map((row) => ({ rule: row.rule as LintRule, about: { kind: row.aboutKind as About['kind'], code: row.aboutCode }, reason: row.reason, untilDay: row.untilDay }));
  return lint(await lintInput(tx, today), exceptions);
}

async function lintInput(tx: RegionTx, today: string): Promise<LintInput> {
  const funding = Map.groupBy(await listFunding(tx), (row) => `${row.planCode}/${row.planVersion}`);
  const masterplan = await findMasterplan(tx);
  const sourced = new Set(await definitions.withSource(tx));
  const cells = await listCells(tx, 'published', { areas: [tx.region] });
  return {
    today, region: tx.region,
    plans: (await listPlans(tx)).map((plan) => ({ ...plan, funding: funding.get(`${plan.code}/${plan.version}`) ?? null })),
    planLinks: await listPlanLinks(tx), pillarLinks: await listIndicatorLinks(tx), masterplan,
    pillars: (masterplan?.pillars ?? []).map(({ code, nameId, personInChargeId }) => ({ code, nameId, personInCharge: personInChargeId })),
    initiatives: await listInitiatives(tx),
    indicators: (await listIndicators(tx)).map((one) => ({ ...one, workedExamples: one.workedExamples.length, sourced: one.sourceCode !== null || elementsOf(parseFormula(one.formula)).some((code) => sourced.has(code)) })),
    targets: await listTargets(tx, 'published'), results: cells.length === 0 ? null : cells, councilMeetings: await meetingsOf(tx, 'council'),
    catalogue: null, // no nomenclature is kept yet
  };
}
