import { exceptions, type Finding, type InSync, type LintRule, lintRules } from '#alignment/index.ts';
import { alignmentPage, findingsPage as address } from '../addresses.ts';
import { neighbours, pageOf } from '../paging.ts';
import { type Part, sentence } from '../sentence.ts';
import { rowCount } from '../standing-sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';
import { ruleId, type Thing, thingOf } from './finding-views.ts';
import { inSyncWords } from './in-sync-words.ts';

export interface RuleView {
  id: string;
  name: string;
  severity: string;
  why: string;
  mend: string;
  /** The regulation behind it; null is our own rule. */
  source: string | null;
  rows: (Thing & { says: string; key: string })[];
}
export interface FindingsPage {
  title: string;
  headline: Part[];
  lead: Part[];
  back: string;
  rules: RuleView[];
  excepted: (Thing & { key: string; rule: string; says: string; reason: string; until: Part })[];
  /** Rules that could not be asked: what is lacking is no good mark. */
  unasked: { id: string; name: string; lacks: string; why: string }[];
  pages: { page: number; of: number; before: string | null; after: string | null };
}

/** Findings on one page; a long plan has many. */
const most = 200;

/** What does not connect: each finding with its rule, why it matters and how to mend it; what nobody could ask is said apart. */
export function findingsPage(tell: Telling, { day, report }: InSync, page = 1, at = address(tell.base)): FindingsPage {
  const say = inSyncWords(tell.lang);
  const paged = pageOf(report.findings, page, most);
  const alone = paged.of === 1;
  const n = report.findings.length;
  const asked = Object.keys(lintRules).length - report.notChecked.length;
  const headline = n === 0 ? sentence(say, asked === 0 ? 'findings.headline.unasked' : 'findings.headline.none') : alone ? sentence(say, 'findings.headline', { n: rowCount(tell, n, '[data-finding]'), c: n }) : sentence(say, 'findings.headline.paged');
  const first = paged.page === 1;
  return {
    title: say('findings.title'), headline, lead: sentence(say, 'findings.lead', { day: when(tell, day) }), back: alignmentPage(tell.base),
    rules: [...Map.groupBy(paged.rows, (one) => one.rule)].map(([rule, rows]) => ruleView(tell, rule, rows)),
    excepted: first ? report.excepted.map((one) => ({ ...thingOf(tell, one.about), key: exceptions.keyOf(one), rule: inLang(tell, lintRules[one.rule].name), says: inLang(tell, one.says), reason: one.reason, until: when(tell, one.untilDay) })) : [],
    unasked: first ? report.notChecked.map(({ rule, lacks }) => ({ id: ruleId(rule), name: inLang(tell, lintRules[rule].name), lacks: inLang(tell, lacks), why: inLang(tell, lintRules[rule].why) })) : [],
    pages: { page: paged.page, of: paged.of, ...neighbours(at, {}, paged) },
  };
}

function ruleView(tell: Telling, rule: LintRule, rows: Finding[]): RuleView {
  const { name, severity, why, mend, source } = lintRules[rule];
  return {
    id: ruleId(rule), name: inLang(tell, name), severity: inSyncWords(tell.lang)(`severity.${severity}`), why: inLang(tell, why), mend: inLang(tell, mend), source: source && inLang(tell, source),
    rows: rows.map((one) => ({ ...thingOf(tell, one.about), says: inLang(tell, one.says), key: exceptions.keyOf(one) })),
  };
}
