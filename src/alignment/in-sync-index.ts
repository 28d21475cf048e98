import type { Text } from '#kernel/i18n.ts';
import { yearOf } from '#kernel/periods.ts';
import { aliveIn, factsOf, leadersPlans, type LintFacts } from './lint-facts.ts';
import type { About, LintInput } from './lint.ts';
import { agree } from './told-targets.ts';

/** One part of the index: how many of how many hold, and which do not. */
export interface IndexPart {
  code: IndexPartCode;
  held: number;
  of: number;
  /** Percent; null where there is nothing to ask, or nothing known to ask it of. */
  share: number | null;
  missing: About[];
}

export interface InSyncIndex {
  /** Mean of the parts that are known, 0 to 100; null where none is. */
  value: number | null;
  /** The same if every part that is not known were 0, and if it were 100. */
  low: number;
  high: number;
  known: number;
  parts: IndexPart[];
}

/** What each part asks (docs/decisions/0019): all parts weigh the same, and a part that is not known is left out and widens the bounds. */
export const indexParts = {
  objectives_served: { id: 'Sasaran yang dilayani inisiatif', en: 'Objectives that an initiative serves' },
  initiatives_serving: { id: 'Inisiatif yang melayani janji', en: 'Initiatives that serve a promise' },
  budget: { id: 'Program yang beranggaran', en: 'Programmes with a budget' },
  targets_agree: { id: 'Target yang sama di semua rencana', en: 'Targets on which plans agree' },
  indicators_alive: { id: 'Ukuran yang hidup', en: 'Indicators that are alive' },
  in_documents: { id: 'Inisiatif dalam Renja tahun ini', en: 'Initiatives in this year\'s plans of agencies' },
} as const satisfies Record<string, Text>;
export type IndexPartCode = keyof typeof indexParts;

/** How far vision, plans and masterplan are of one accord, 0 to 100, from what the linter knows. Pure; a link that is added never lowers it. */
export function inSyncIndex(input: LintInput): InSyncIndex {
  const facts = factsOf(input);
  const parts = [objectivesServed(input, facts), initiativesServing(input, facts), budget(input, facts), targetsAgree(input), indicatorsAlive(input), inDocuments(input, facts)];
  const known = parts.flatMap((part) => (part.share === null ? [] : [part.share]));
  const sum = known.reduce((total, share) => total + share, 0);
  return { value: known.length === 0 ? null : sum / known.length, low: sum / parts.length, high: (sum + 100 * (parts.length - known.length)) / parts.length, known: known.length, parts };
}

function partOf<T>(code: IndexPartCode, all: T[] | null, holds: (one: T) => boolean, about: (one: T) => About): IndexPart {
  const missing = (all ?? []).filter((one) => !holds(one));
  const of = all?.length ?? 0;
  return { code, held: of - missing.length, of, share: of === 0 ? null : (100 * (of - missing.length)) / of, missing: missing.map(about) };
}

function objectivesServed(input: LintInput, facts: LintFacts): IndexPart {
  const all = leadersPlans(input).flatMap((plan) => {
    const served = facts.aboveIn(plan, facts.linksOf(plan).filter((link) => link.kind === 'initiative').map((link) => link.nodeCode));
    return plan.nodes.filter((node) => node.level === 'objective').map((node) => ({ served: served.has(node.code), code: `${plan.code}/${plan.version}/${node.code}` }));
  });
  return partOf('objectives_served', all, (one) => one.served, ({ code }) => ({ kind: 'node', code }));
}

function initiativesServing(input: LintInput, facts: LintFacts): IndexPart {
  const serving = new Set(leadersPlans(input).flatMap(facts.linksOf).filter((link) => link.kind === 'initiative').map((link) => link.code));
  return partOf('initiatives_serving', running(input), (one) => serving.has(one.code), ({ code }) => ({ kind: 'initiative', code }));
}

function budget(input: LintInput, facts: LintFacts): IndexPart {
  const told = input.plans.filter((plan) => plan.funding !== null);
  const all = told.flatMap((plan) => {
    const funded = facts.aboveIn(plan, plan.funding?.map((row) => row.nodeCode) ?? []);
    return plan.nodes.filter((node) => node.level === 'programme').map((node) => ({ funded: funded.has(node.code), code: `${plan.code}/${plan.version}/${node.code}` }));
  });
  return partOf('budget', all, (one) => one.funded, ({ code }) => ({ kind: 'node', code }));
}

function targetsAgree(input: LintInput): IndexPart {
  const places = [...Map.groupBy(input.targets, (target) => `${target.indicatorCode}|${target.areaCode}|${target.period}`).values()].filter((some) => some.length > 1);
  return partOf('targets_agree', places, agree, ([first]) => ({ kind: 'indicator', code: first?.indicatorCode ?? '' }));
}

const indicatorsAlive = (input: LintInput): IndexPart => partOf('indicators_alive', input.alive === null ? null : input.indicators, (one) => aliveIn(input, one), ({ code }) => ({ kind: 'indicator', code }));

function inDocuments(input: LintInput, facts: LintFacts): IndexPart {
  const year = Number(input.today.slice(0, 4));
  const renja = input.plans.filter((plan) => plan.kind === 'renja' && yearOf(plan.periodFrom) <= year && year <= yearOf(plan.periodTo));
  const planned = new Set(renja.flatMap((plan) => facts.linksOf(plan).filter((link) => link.kind === 'initiative').map((link) => link.code)));
  return partOf('in_documents', renja.length === 0 ? null : running(input), (one) => planned.has(one.code), ({ code }) => ({ kind: 'initiative', code }));
}

const running = (input: LintInput) => input.initiatives.filter((one) => one.state !== 'stopped');
