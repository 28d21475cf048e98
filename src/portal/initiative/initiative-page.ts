import { agencyPage, initiativeList, nodePage, pillarPage } from '../addresses.ts';
import { frontPlan } from '../lookups.ts';
import { type MarkView, nodeMark } from '../marks.ts';
import { type MeasureRow, measureRow } from '../measure-rows.ts';
import type { Initiative, Plan, PlanLink, PlanNode, Source } from '../region-model.ts';
import { joined, link, type Part, plain, sentence, verbatim } from '../sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';
import { unknownCode } from '../unknown-code.ts';
import { type PlannedView, plannedOf } from './initiative-plan.ts';
import { initiativeWords, kindOf, type SayInitiative, stateTold, stateWordOf } from './initiative-words.ts';

export interface ServedRow {
  name: string;
  href: string;
  plan: string;
  mark: MarkView;
  supporting: boolean;
  reading: boolean;
  reason: string | null;
}
export interface InitiativePage {
  code: string;
  name: string;
  title: string;
  listHref: string;
  headline: Part[];
  lead: string;
  serves: ServedRow[];
  measures: (MeasureRow & { note: Part[] })[];
  /** Said in place of measures. */
  noMeasures: string;
  progress: Part[];
  planned: PlannedView;
  statements: { text: string; period: Part | null; source: Source | undefined }[];
  pillar: { code: string; name: string; href: string; sub: string | null; reading: boolean; reason: string | null } | null;
  kind: string;
  state: string | null;
  started: Part | null;
  agency: { name: string; href: string } | null;
  source: Source | undefined;
}

/** An initiative: what it serves, what should move because of it, what sources say of its state. Throws `initiative.unknown` (404). */
export function initiativePage(tell: Telling, code: string): InitiativePage {
  const { model } = tell;
  const one = model.initiatives.find((known) => known.code === code);
  if (!one) throw unknownCode('initiative', code, model.initiatives.map((known) => known.code), initiativeList(tell.base));
  const say = initiativeWords(tell.lang);
  const headline = sentence(say, 'page.headline', { name: verbatim(inLang(tell, one.name)), state: stateTold(tell, one) });
  const served = servedBy(tell, one);
  const agency = model.agencies.get(one.agencyCode ?? '');
  return {
    code, name: inLang(tell, one.name), title: plain(headline), listHref: initiativeList(tell.base), headline, lead: one.summary ? inLang(tell, one.summary) : say('page.nosummary'),
    serves: served.map((row) => servedRow(tell, row)), measures: measuresOf(tell, say, served), noMeasures: say(served.length > 0 ? 'measures.none' : 'measures.loose'),
    progress: agency ? sentence(say, 'progress.agency', { agency: link(agencyPage(tell.base, agency.code), agency.name, true) }) : sentence(say, 'progress.nobody'),
    planned: plannedOf(tell, one), statements: statementsOf(tell, one), pillar: pillarOf(tell, one), kind: say(`kind.${kindOf(one)}`), state: stateWordOf(one) === 'unknown' ? null : say(`state.${stateWordOf(one)}`),
    started: one.started === null ? null : when(tell, one.started), agency: agency ? { name: agency.name, href: agencyPage(tell.base, agency.code) } : null, source: model.sources.get(one.sourceCode),
  };
}

interface Served {
  link: PlanLink;
  plan: Plan;
  node: PlanNode;
}

function servedBy({ model }: Telling, one: Initiative): Served[] {
  const front = frontPlan(model)?.code;
  const links = model.planLinks.filter((link) => link.kind === 'initiative' && link.code === one.code).sort((a, b) => Number(b.planCode === front) - Number(a.planCode === front));
  return links.flatMap((link) => {
    const plan = model.plans.get(link.planCode);
    const node = plan?.nodes.find((known) => known.code === link.nodeCode);
    return plan && node ? [{ link, plan, node }] : [];
  });
}

function servedRow(tell: Telling, { link: { role, basis, reason }, plan, node }: Served): ServedRow {
  return {
    name: inLang(tell, node.text), href: nodePage(tell.base, plan.code, node.code), plan: inLang(tell, plan.shortName), mark: nodeMark(tell, 'plan', plan.code, node.code),
    supporting: role === 'supporting', reading: basis === 'reading', reason: reason && inLang(tell, reason),
  };
}

/** The measures that are linked to the very nodes it serves, each once, with the nodes that tie the two. */
function measuresOf(tell: Telling, say: SayInitiative, served: Served[]): InitiativePage['measures'] {
  const rows = new Map<string, { plan: Plan; nodes: Part[][] }>();
  for (const { plan, node } of served) {
    const linked = tell.model.planLinks.filter((one) => one.kind === 'indicator' && one.planCode === plan.code && one.nodeCode === node.code);
    for (const { code } of linked) {
      const row = rows.get(code) ?? { plan, nodes: [] };
      row.nodes.push([link(nodePage(tell.base, plan.code, node.code), inLang(tell, node.short ?? node.text), true), verbatim(` (${inLang(tell, plan.shortName)})`)]);
      rows.set(code, row);
    }
  }
  return [...rows].flatMap(([code, { plan, nodes }]) => {
    const indicator = tell.model.indicators.get(code);
    return indicator ? [{ ...measureRow(tell, plan, indicator), note: served.length > 1 ? sentence(say, 'measures.at', { nodes: joined(nodes, tell.say('list.semicolon')) }) : [] }] : [];
  });
}

function statementsOf(tell: Telling, one: Initiative): InitiativePage['statements'] {
  const own = one.statements.map((said) => ({ text: said.text, period: said.period ?? null, source: said.source }));
  const others = tell.model.statements.filter((said) => said.aboutKind === 'initiative' && said.aboutCode === one.code).map((said) => ({ text: said.text, period: said.period, source: said.sourceCode }));
  return [...own, ...others].map(({ text, period, source }) => ({ text: inLang(tell, text), period: period === null ? null : when(tell, period), source: tell.model.sources.get(source) }));
}

function pillarOf(tell: Telling, one: Initiative): InitiativePage['pillar'] {
  const pillar = tell.model.masterplan?.pillars.find((known) => known.code === one.pillarCode);
  if (!pillar) return null;
  const sub = pillar.subDimensions.find((known) => known.code === one.subDimensionCode);
  return {
    code: pillar.code, name: inLang(tell, pillar.name), href: pillarPage(tell.base, pillar.slug), sub: sub ? inLang(tell, sub.name) : null,
    reading: one.pillarBasis === 'reading', reason: one.pillarReason && inLang(tell, one.pillarReason),
  };
}
