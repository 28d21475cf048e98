import { planChanges, ownPlanPage as ownAddress, planPage as planAddress } from '../addresses.ts';
import { frontPlan, targetsOf } from '../lookups.ts';
import { neighbours } from '../paging.ts';
import { planTree } from '../plan-tree.ts';
import { type Extent, extentAlone, extentBeside } from './plan-extent.ts';
import { type NodeView, nodeViews } from './plan-node.ts';
import { orderOfPlans, type PlanOrder } from './plan-order.ts';
import { idOf, planWords, type SayPlan } from './plan-words.ts';
import type { Plan, Source, Statement } from '../region-model.ts';
import { type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { amountAt, counted } from '../standing-sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';
import { unknownCode } from '../unknown-code.ts';

export interface PlanView {
  code: string;
  front: boolean;
  name: string;
  word: string | null;
  vision: string | null;
  period: Part[];
  status: string;
  legal: Part[] | null;
  /** What its version changed; null of a first one. */
  changes: string | null;
  parent: { name: string; href: string | null } | null;
  agency: string | null;
  baseline: Part[];
  source: Source | undefined;
  note: string | null;
  /** Of each level the tree may have: how many there are, null when none was found. */
  levels: { name: string; told: Part[] | null }[];
  targets: Part[] | null;
  /** Its own page, where more of it stands than here; null where this is all of it, or that page. */
  own: string | null;
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
  /** Of a plan alone that is too large for the page of all. */
  alone: { back: string; pages: { page: number; of: number; before: string | null; after: string | null } } | null;
}

/** Every plan of the region with its tree, or as much of it as a page can hold; the one on the home page first. */
export function planPage(tell: Telling): PlanPage {
  const say = planWords(tell.lang);
  const front = frontPlan(tell.model);
  const all = inOrder(tell);
  const plans = [...all.filter((plan) => plan === front), ...all.filter((plan) => plan !== front)].map((plan) => planView(tell, say, { plan, front: plan === front, extent: extentBeside(tell, plan), alone: false }));
  const headline = front && plans[0] ? headlineOf(tell, say, extentBeside(tell, front), plans[0]) : sentence(say, 'headline.nothing');
  return { title: plain(headline), headline, lead: front ? leadOf(tell, say, front) : [], plans, order: orderOfPlans(tell, say, all), alone: null };
}

/** One plan that is too large for the page of all: the upper levels of its tree, some items a page. Throws `plan.unknown` or `page.unknown` (404). */
export function ownPlanPage(tell: Telling, code: string, page: number): PlanPage {
  const say = planWords(tell.lang);
  const plan = planAt(tell, code);
  const extent = extentAlone(tell, plan, page);
  const view = planView(tell, say, { plan, front: true, extent, alone: true });
  const headline = headlineOf(tell, say, extent, view);
  const pages = { page: extent.tops.page, of: extent.tops.of, ...neighbours(ownAddress(tell.base, code), {}, extent.tops) };
  return { title: plain(headline), headline, lead: leadOf(tell, say, plan), plans: [view], order: orderOfPlans(tell, say, inOrder(tell)), alone: { back: planAddress(tell.base), pages } };
}

const inOrder = (tell: Telling): Plan[] => [...tell.model.plans.values()].sort((a, b) => (a.periodFrom === b.periodFrom ? (a.code < b.code ? -1 : 1) : a.periodFrom < b.periodFrom ? -1 : 1));

export function planAt(tell: Telling, code: string): Plan {
  const plan = tell.model.plans.get(code);
  if (plan) return plan;
  throw unknownCode('plan', code, [...tell.model.plans.keys()], planAddress(tell.base));
}

/** Where a plan is shown: its part of the page of plans, or its own page where it is too large for that. Throws `plan.unknown` (404). */
export function addressOfPlan(tell: Telling, code: string): string {
  const plan = planAt(tell, code);
  return extentBeside(tell, plan).whole ? `${planAddress(tell.base)}#${idOf(plan.code)}` : ownAddress(tell.base, plan.code);
}

function headlineOf(tell: Telling, say: SayPlan, { tops }: Extent, view: PlanView): Part[] {
  const n = view.nodes.length;
  const rows = `#${idOf(view.code)} .top > li`;
  if (n === 0) return [verbatim(view.name)];
  const level = text(view.heading.toLowerCase());
  if (tops.of > 1) return sentence(say, 'headline.large', { plan: verbatim(view.name), level });
  const measured = view.nodes.filter((node) => node.mark.state !== 'no_measure').length;
  const scored = view.nodes.filter((node) => node.mark.state === 'scored').length;
  const key = measured === n ? 'headline.all' : measured === 0 ? 'headline.none' : 'headline.some';
  const states = sentence(say, key, { m: counted(tell, measured, `${rows}[data-measured]`) });
  const told = scored === 0 ? states : sentence(say, 'headline.scored', { states, m: counted(tell, scored, `${rows}[data-state="scored"]`) });
  return sentence(say, 'headline', { plan: verbatim(view.name), n: counted(tell, n, rows), level, measured: told });
}

function leadOf(tell: Telling, say: SayPlan, plan: Plan): Part[] {
  const [root, ...others] = planTree(tell.model, plan).children(null);
  if (!root || others.length > 0) return [];
  const vision = verbatim(inLang(tell, root.text));
  return plan.visionWord ? sentence(say, 'lead.word', { vision, word: verbatim(plan.visionWord) }) : sentence(say, 'lead', { vision });
}

interface Drawn {
  plan: Plan;
  front: boolean;
  extent: Extent;
  /** Whether it stands on its own page. */
  alone: boolean;
}

function planView(tell: Telling, say: SayPlan, drawn: Drawn): PlanView {
  const { plan, front, extent, alone } = drawn;
  const { root, tops } = extent;
  const parent = plan.parentCode === null ? null : tell.model.plans.get(plan.parentCode);
  const level = plan.levels.find((one) => one.code === tops.rows[0]?.level);
  return {
    code: plan.code, front, name: inLang(tell, plan.shortName), word: plan.visionWord, vision: root && inLang(tell, root.text),
    period: sentence(say, 'period.text', { from: when(tell, plan.periodFrom), to: when(tell, plan.periodTo) }),
    status: say(plan.status === 'draft' ? 'status.draft' : 'status.adopted'), legal: plan.legalBasis === null ? null : plan.legalDay === null ? [verbatim(plan.legalBasis)] : [verbatim(plan.legalBasis), text(', '), when(tell, plan.legalDay)],
    changes: plan.version > 1 ? planChanges(tell.base, plan.code) : null,
    parent: plan.parentCode === null ? null : { name: parent ? inLang(tell, parent.shortName) : plan.parentCode, href: parent ? addressOfPlan(tell, parent.code) : null },
    agency: plan.agencyCode === null ? null : (tell.model.agencies.get(plan.agencyCode)?.name ?? plan.agencyCode),
    baseline: [when(tell, plan.baseline)], source: tell.model.sources.get(plan.sourceCode ?? ''), note: plan.note && inLang(tell, plan.note),
    levels: plan.levels.map((one) => ({ name: inLang(tell, one.name), told: levelTold(tell, drawn, one.code) })),
    targets: targetsTold(tell, say, drawn), own: extent.whole || alone ? null : ownAddress(tell.base, plan.code), nodes: nodeViews(tell, say, plan, extent, front),
    heading: level ? inLang(tell, level.plural) : '', statements: statementsOf(tell, plan),
  };
}

/** Rows that stand on the page, or, where not all of them do, the place on the plan's own page that says how many there are. */
const rowsOrPlace = (tell: Telling, { plan, extent, alone }: Drawn, n: number, rows: string): Part => (extent.whole && !alone ? counted(tell, n, `#${idOf(plan.code)} ${rows}`) : amountAt(tell, n, `${ownAddress(tell.base, plan.code)}#isi`));

function levelTold(tell: Telling, drawn: Drawn, level: string): Part[] | null {
  const n = drawn.plan.nodes.filter((node) => node.level === level).length;
  return n === 0 ? null : [rowsOrPlace(tell, drawn, n, `[data-level-code="${level}"]`)];
}

function targetsTold(tell: Telling, say: SayPlan, drawn: Drawn): Part[] | null {
  const { tree } = drawn.extent;
  const linked = new Set(tree.children(null).flatMap((root) => tree.linksBelow(root.code)).filter((link) => link.kind === 'indicator').map((link) => link.code));
  if (linked.size === 0) return sentence(say, 'targets.nomeasure');
  const targeted = [...linked].filter((code) => targetsOf(tell.model, code).length > 0).length;
  if (targeted === 0) return null;
  // A measure that serves two parts stands in two rows; each is counted once, at its first row.
  const rows = '[data-first-measure]';
  return sentence(say, 'targets.some', { n: rowsOrPlace(tell, drawn, targeted, `${rows}[data-target="yes"]`), all: rowsOrPlace(tell, drawn, linked.size, rows) });
}

const statementsOf = (tell: Telling, plan: Plan): PlanView['statements'] =>
  tell.model.statements.filter((one: Statement) => one.aboutKind === 'plan' && one.aboutCode === plan.code).map((one) => ({ text: inLang(tell, one.text), source: tell.model.sources.get(one.sourceCode) }));
