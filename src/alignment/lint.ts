import type { Text } from '#kernel/i18n.ts';
import { factsOf } from './lint-facts.ts';
import { lintRules, type LintRule } from './lint-rules.ts';

/** What a finding speaks of, and the page that shows it. */
export interface About {
  kind: 'node' | 'indicator' | 'initiative' | 'pillar' | 'masterplan' | 'plan' | 'region';
  /** Of a node `plan/version/node`; else the code. */
  code: string;
}

/** What a rule found. */
export interface Finding {
  rule: LintRule;
  about: About;
  /** What there is, in both languages: figures and names, no judgement. */
  says: Text;
}

/** Somebody has looked at it and lets it stand until a day, with a reason. */
export interface LintException {
  rule: LintRule;
  about: About;
  reason: string;
  untilDay: string;
}

export interface LintPlan {
  code: string;
  shortNameId: string;
  shortNameEn: string;
  version: number;
  kind: string;
  status: string;
  periodFrom: string;
  periodTo: string;
  baseline: string;
  parentCode: string | null;
  agencyCode: string | null;
  legalBasis: string | null;
  nodes: LintNode[];
  /** Rupiah of each node and year; null where the plan has no funding table at all. */
  funding: { nodeCode: string; period: string }[] | null;
}

export interface LintNode {
  code: string;
  parentCode: string | null;
  level: string;
  textId: string;
  servesCode: string | null;
}

export interface LintIndicator {
  code: string;
  nameId: string;
  nameEn: string;
  unitCode: string | null;
  direction: string | null;
  periodKind: string;
  agencyCode: string | null;
  definitionId: string | null;
  /** Whether a source is named: of the indicator, of an element of its formula, or of one of their values. */
  sourced: boolean;
  workedExamples: number;
}

export interface LintTarget {
  indicatorCode: string;
  areaCode: string;
  period: string;
  planCode: string;
  comparison: string;
  value: string;
  valueTo: string | null;
}

export interface LintInitiative {
  code: string;
  nameId: string;
  kind: string;
  pillarCode: string | null;
  state: string;
  started: string | null;
  /** The day on which it is to be done; null where nobody said. */
  endsOn: string | null;
}

/** All that the rules ask; plans are those in force. A null means that nothing of the kind is known here, so that rules which need it answer "not checked". */
export interface LintInput {
  /** The day of asking, `2026-11-28`. */
  today: string;
  region: string;
  plans: LintPlan[];
  /** What people call an area. */
  areaNames: Map<string, string>;
  planLinks: { kind: string; code: string; planCode: string; planVersion: number; nodeCode: string; role: string }[];
  pillarLinks: { indicatorCode: string; pillarCode: string }[];
  masterplan: { code: string; status: string; legalBasis: string | null } | null;
  pillars: { code: string; nameId: string; personInCharge: string | null }[];
  initiatives: LintInitiative[];
  indicators: LintIndicator[];
  targets: LintTarget[];
  /** Published cells of the region itself; null where none were computed. */
  results: { indicatorCode: string; period: string; value: number | null }[] | null;
  /** Indicators for which an element has a published value in one of the two periods that ended last; null where nothing is published. */
  alive: Set<string> | null;
  /** Days on which the council met; null where no council is known. */
  councilMeetings: string[] | null;
  /** Codes of the nomenclature of programmes that is in force. */
  catalogue: string[] | null;
}

export interface LintReport {
  findings: Finding[];
  /** Found, and let stand. */
  excepted: (Finding & { reason: string; untilDay: string })[];
  /** Rules that could not be asked, with what they lack. */
  notChecked: { rule: LintRule; lacks: Text }[];
}

/** Asks every rule. Pure; findings stand in the order of the rules, and within a rule in the order of what is asked. */
export function lint(input: LintInput, exceptions: LintException[] = []): LintReport {
  const facts = factsOf(input);
  const standing = new Map(exceptions.filter((one) => input.today <= one.untilDay).map((one) => [`${one.rule}|${one.about.kind}|${one.about.code}`, one]));
  const report: LintReport = { findings: [], excepted: [], notChecked: [] };
  for (const [rule, { asks }] of Object.entries(lintRules) as [LintRule, (typeof lintRules)[LintRule]][]) {
    const answer = asks(input, facts);
    if (!Array.isArray(answer)) {
      report.notChecked.push({ rule, lacks: answer.lacks });
      continue;
    }
    for (const { about, says } of answer) {
      const stands = standing.get(`${rule}|${about.kind}|${about.code}`);
      if (stands) report.excepted.push({ rule, about, says, reason: stands.reason, untilDay: stands.untilDay });
      else report.findings.push({ rule, about, says });
    }
  }
  return report;
}
