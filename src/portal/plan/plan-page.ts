import { planPage as planAddress } from '../addresses.ts';
import { frontPlan, linksBelow, targetsOf } from '../lookups.ts';
import { type NodeView, nodeViews } from './plan-node.ts';
import { orderOfPlans, type PlanOrder } from './plan-order.ts';
import { idOf, planWords, type SayPlan } from './plan-words.ts';
import type { Plan, PlanNode, Source, Statement } from '../region-model.ts';
import { type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { counted } from '../standing-sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';

export interface PlanView {
  code: string;
  front: boolean;
  name: string;
  word: string | null;
  vision: string | null;
  period: Part[];
  status: string;
  legal: string | null;
  parent: { name: string; href: string | null } | null;
  agency: string | null;
  baseline: Part[];
  source: Source | undefined;
  note: string | null;
  /** Of each level the tree may have: how many there are, null when none was found. */
  levels: { name: string; told: Part[] | null }[];
  targets: Part[] | null;
  nodes: NodeView[];
  /** What the items of the tree are called. */
  heading: string;
  statements: { text: string; source: Source | undefined }[];
}

export interface PlanPage {
  title: string;
  headline: Part[];
  lead: Part[];
  plans: PlanView[];
  order: PlanOrder;
}

/** Every plan of the region with its tree; the one on the home page first. */
export function planPage(tell: Telling): PlanPage {
  const say = planWords(tell.lang);
  const front = frontPlan(tell.model);
  const all = [...tell.model.plans.values()].sort((a, b) => (a.periodFrom === b.periodFrom ? (a.code < b.code ? -1 : 1) : a.periodFrom < b.periodFrom ? -1 : 1));
  const plans = [...all.filter((plan) => plan === front), ...all.filter((plan) => plan !== front)].map((plan) => planView(tell, say, plan, plan === front));
  const headline = front && plans[0] ? headlineOf(tell, say, front, plans[0]) : sentence(say, 'headline.nothing');
  return { title: plain(headline), headline, lead: front ? leadOf(tell, say, front) : [], plans, order: orderOfPlans(tell, say, all) };
}

/** The single root is the vision, and its children are the items; several roots are items themselves. */
function topOf(plan: Plan): { root: PlanNode | null; top: PlanNode[] } {
  const roots = plan.nodes.filter((node) => node.parentCode === null);
  const root = roots.length === 1 ? (roots[0] ?? null) : null;
  return root ? { root, top: plan.nodes.filter((node) => node.parentCode === root.code) } : { root: null, top: roots };
}

function headlineOf(tell: Telling, say: SayPlan, plan: Plan, view: PlanView): Part[] {
  const n = view.nodes.length;
  const rows = `#${idOf(plan.code)} .top > li`;
  if (n === 0) return [verbatim(view.name)];
  const measured = view.nodes.filter((node) => node.mark.state !== 'no_measure').length;
  const scored = view.nodes.filter((node) => node.mark.state === 'scored').length;
  const key = measured === n ? 'headline.all' : measured === 0 ? 'headline.none' : 'headline.some';
  const states = sentence(say, key, { m: counted(tell, measured, `${rows}[data-measured]`) });
  const told = scored === 0 ? states : sentence(say, 'headline.scored', { states, m: counted(tell, scored, `${rows}[data-state="scored"]`) });
  return sentence(say, 'headline', { plan: verbatim(inLang(tell, plan.shortName)), n: counted(tell, n, rows), level: text(view.heading.toLowerCase()), measured: told });
}

function leadOf(tell: Telling, say: SayPlan, plan: Plan): Part[] {
  const { root } = topOf(plan);
  if (!root) return [];
  const vision = verbatim(inLang(tell, root.text));
  return plan.visionWord ? sentence(say, 'lead.word', { vision, word: verbatim(plan.visionWord) }) : sentence(say, 'lead', { vision });
}

function planView(tell: Telling, say: SayPlan, plan: Plan, front: boolean): PlanView {
  const { root, top } = topOf(plan);
  const parent = plan.parentCode === null ? null : tell.model.plans.get(plan.parentCode);
  const level = plan.levels.find((one) => one.code === top[0]?.level);
  return {
    code: plan.code, front, name: inLang(tell, plan.shortName), word: plan.visionWord, vision: root && inLang(tell, root.text),
    period: sentence(say, 'period.text', { from: when(tell, plan.periodFrom), to: when(tell, plan.periodTo) }),
    status: say(plan.status === 'draft' ? 'status.draft' : 'status.adopted'), legal: plan.legalBasis,
    parent: plan.parentCode === null ? null : { name: parent ? inLang(tell, parent.shortName) : plan.parentCode, href: parent ? `${planAddress(tell.base)}#${idOf(parent.code)}` : null },
    agency: plan.agencyCode === null ? null : (tell.model.agencies.get(plan.agencyCode)?.name ?? plan.agencyCode),
    baseline: [when(tell, plan.baseline)], source: tell.model.sources.get(plan.sourceCode ?? ''), note: plan.note && inLang(tell, plan.note),
    levels: plan.levels.map((one) => ({ name: inLang(tell, one.name), told: levelTold(tell, plan, one.code) })),
    targets: targetsTold(tell, say, plan), nodes: nodeViews(tell, say, plan, top, front),
    heading: level ? inLang(tell, level.plural) : '', statements: statementsOf(tell, plan),
  };
}

function levelTold(tell: Telling, plan: Plan, level: string): Part[] | null {
  const n = plan.nodes.filter((node) => node.level === level).length;
  return n === 0 ? null : [counted(tell, n, `#${idOf(plan.code)} [data-level-code="${level}"]`)];
}

function targetsTold(tell: Telling, say: SayPlan, plan: Plan): Part[] | null {
  const roots = plan.nodes.filter((node) => node.parentCode === null);
  const linked = new Set(roots.flatMap((root) => linksBelow(tell.model, plan, root.code)).filter((link) => link.kind === 'indicator').map((link) => link.code));
  if (linked.size === 0) return sentence(say, 'targets.nomeasure');
  const targeted = [...linked].filter((code) => targetsOf(tell.model, code).length > 0).length;
  if (targeted === 0) return null;
  // A measure that serves two parts stands in two rows; each is counted once, at its first row.
  const rows = `#${idOf(plan.code)} [data-first-measure]`;
  return sentence(say, 'targets.some', { n: counted(tell, targeted, `${rows}[data-target="yes"]`), all: counted(tell, linked.size, rows) });
}

const statementsOf = (tell: Telling, plan: Plan): PlanView['statements'] =>
  tell.model.statements.filter((one: Statement) => one.aboutKind === 'plan' && one.aboutCode === plan.code).map((one) => ({ text: inLang(tell, one.text), source: tell.model.sources.get(one.sourceCode) }));
