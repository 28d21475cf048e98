import { formatNumber, markWord, numberWordCapital, type WeightPart } from '#ui/index.ts';
import { indicatorPage, nodePage, pillarList, pillarPage, planPage, whyNode, whyPillar } from '../addresses.ts';
import { type Fig, figure, link, type Part, sentence, text, time, verbatim } from '../sentence.ts';
import { indicatorMark } from '../marks.ts';
import { frontPlan, headlineScore, latestCell, linksBelow, standingOf, stateOf } from '../lookups.ts';
import { type Cell, type Indicator, nodeKey, type NodeScore, type NodeState, type Plan, type RegionModel, type ScorePart, type Tree } from '../region-model.ts';
import { rowCount, targetSentence } from '../standing-sentence.ts';
import { cellFigure, cellMarks, changeOf, inLang, oneDecimal, tagsOf, type Telling, when } from '../telling.ts';
import { achievementKnots } from './why-achievement.ts';
import { dataKnot, formulaKnot, sourceKnot } from './why-inputs.ts';
import { achievementIn, classAt, heldCell, letters, measuresKnot, partsKnot, shownWeight } from './why-parts.ts';
import type { Block, Evidence, Fact, Knot, TableRow, WhyPage } from './why-views.ts';

/** A node of either tree, as its explanation needs it. */
export interface NodeSubject {
  tree: Tree;
  treeCode: string;
  code: string;
  name: string;
  slug: string | null;
  /** The plan whose baseline counts. */
  plan: Plan;
  /** Indicators at the node or below it. */
  measures: string[];
}

/** The measure whose thread the page follows down to its source: the heaviest known one at the node, else the first known one below it. */
export function threadOf(model: RegionModel, subject: NodeSubject, score: NodeScore | null): Cell | null {
  if (!score) return null;
  const known = score.parts.filter((part) => part.kind === 'indicator' && part.value !== null);
  const heaviest = known.reduce<ScorePart | null>((best, part) => (best === null || part.weight > best.weight ? part : best), null);
  const below = subject.measures.find((code) => achievementIn(model, subject.plan, code, score.period)?.capped != null);
  const code = heaviest?.code ?? below;
  return code === undefined ? null : heldCell(model, subject.plan, code, score.period);
}

export const scoreAt = (model: RegionModel, subject: NodeSubject, period: string | null): NodeScore | null =>
  period === null ? headlineScore(model, subject.tree, subject.treeCode, subject.code) : ((model.nodeScores.get(nodeKey(subject.tree, subject.treeCode, subject.code)) ?? []).find((one) => one.period === period && one.value !== null) ?? null);

const addressOf = (tell: Telling, subject: NodeSubject, period: string | null): string =>
  subject.slug === null ? whyNode(tell.base, subject.treeCode, subject.code, period) : whyPillar(tell.base, subject.slug, period);

/** The way up: to the thing itself, whose explanation this page is. */
const crumbsOf = (tell: Telling, { slug, plan, code, name }: NodeSubject): WhyPage['crumbs'] => [
  slug === null ? { text: inLang(tell, plan.shortName), href: planPage(tell.base) } : { text: tell.say('why.pillars'), href: pillarList(tell.base) },
  { text: name, href: slug === null ? nodePage(tell.base, plan.code, code) : pillarPage(tell.base, slug) }, { text: tell.say('why.crumb') },
];

/** Why this score: weights times achievement, the parts, and down one thread to formula, data and source. */
export function whyNodePage(tell: Telling, subject: NodeSubject, period: string | null, evidence: Evidence): WhyPage {
  const score = scoreAt(tell.model, subject, period);
  const name = verbatim(subject.name);
  const crumbs = crumbsOf(tell, subject);
  if (!score || score.value === null) return unscoredPage(tell, subject, period, crumbs);
  const here = addressOf(tell, subject, score.period);
  const own = (value: number, anchor: string): Fig => ({ href: `${here}#${anchor}`, value: String(value), shown: oneDecimal(tell, value), marks: [] });
  const level = score.class;
  const simulated = tell.model.region.fictional;
  const shown = oneDecimal(tell, score.value);
  const thread = threadOf(tell.model, subject, score);
  const followed = thread && tell.model.indicators.get(thread.indicatorCode);
  const direct = score.parts.every((part) => part.kind === 'indicator');
  return {
    title: tell.say('why.title', { what: shown }), crumbs,
    heading: sentence(tell.say, 'why.title', { what: figure(own(score.value, 'nilai')) }),
    lead: sentence(tell.say, 'why.node.lead', { name, period: when(tell, score.period) }),
    hero: {
      figure: own(score.value, 'nilai'), words: '', mark: { state: 'scored', level, simulated, word: markWord(tell.lang, 'scored', level) }, caption: bandOf(tell, subject, level),
      tags: simulated ? ['simulated'] : [], side: sentence(tell.say, score.known === score.declared ? 'why.node.side.all' : 'why.node.side', boundSlots(score, own)), facts: factsOf(tell, score, own),
    },
    knots: [
      valueKnot(tell, subject, score, own), partsKnot(tell, subject, score, own, direct), ...(direct ? [] : [measuresKnot(tell, subject, score)]),
      ...(followed && thread ? [...achievementKnots(tell, followed, { ...thread, period: score.period }, { plan: subject.plan, named: true, heldPeriod: thread.period }).slice(0, 1), formulaKnot(tell, followed, thread, evidence), dataKnot(tell, followed, thread, evidence), sourceKnot(tell, thread, evidence)] : []),
    ].filter((knot) => knot !== null),
    aside: asideOf(tell, subject),
  };
}

function boundSlots(score: NodeScore, own: (value: number, anchor: string) => Fig): Record<string, Part> {
  return { low: figure(own(score.low ?? 0, 'cakupan')), high: figure(own(score.high ?? 0, 'cakupan')) };
}

function bandOf(tell: Telling, subject: NodeSubject, level: number | null): Part[] {
  const bands = subject.tree === 'plan' ? subject.plan.scoring.bands : ([90, 75, 65, 50] as const);
  const plainNumber = (n: number | undefined): Part => ({ kind: 'formula', text: formatNumber(n ?? 0, { lang: tell.lang }), strong: false });
  if (level === null) return [];
  if (level === 5) return sentence(tell.say, 'why.band.top', { from: plainNumber(bands[0]) });
  if (level === 1) return sentence(tell.say, 'why.band.low', { to: plainNumber(bands[3]) });
  return sentence(tell.say, 'why.band', { from: plainNumber(bands[5 - level]), to: plainNumber(bands[4 - level]) });
}

function factsOf(tell: Telling, score: NodeScore, own: (value: number, anchor: string) => Fig): Fact[] {
  const weight = (value: number): Part => figure({ ...own(value, 'bagian'), shown: shownWeight(tell, value) });
  const counts = sentence(tell.say, 'why.coverage.counts', { known: rowCount(tell, score.known, '[data-measure="known"]'), declared: rowCount(tell, score.declared, '[data-measure]'), c: score.declared });
  const weights = sentence(tell.say, 'why.coverage.weights', { known: weight(score.knownWeight), declared: weight(score.declaredWeight) });
  const rest = score.known < score.declared;
  return [
    { label: tell.say('fact.coverage'), value: [...counts, ...weights] },
    ...(rest ? [
      { label: tell.say('fact.low'), value: [figure(own(score.low ?? 0, 'bagian'))] },
      { label: tell.say('fact.high'), value: [figure(own(score.high ?? 0, 'bagian'))] },
    ] : []),
    // Self-stated values are kept beside the verified ones, also in what they would make of the score.
    ...(score.stated === null ? [] : [{ label: tell.say('fact.by_stated'), value: [figure(own(score.stated, 'nilai'))], tags: ['stated' as const] }]),
  ];
}

function valueKnot(tell: Telling, subject: NodeSubject, score: NodeScore, own: (value: number, anchor: string) => Fig): Knot {
  const counted = score.parts.filter((part) => part.applicable);
  const known = counted.filter((part) => part.value !== null);
  const weight = known.reduce((sum, part) => sum + part.weight, 0);
  const product = known.reduce((sum, part) => sum + part.weight * (part.value ?? 0), 0);
  const parts = counted.map((part, n): WeightPart => ({
    label: letters[n] ?? part.code, weight: part.weight, value: part.value, shown: part.value === null ? null : oneDecimal(tell, part.value), weightShown: shownWeight(tell, part.weight),
    level: classAt(subject, part.value), simulated: tell.model.region.fictional,
  }));
  const description = counted.map((part, n) => tell.say('why.columns.part', { letter: letters[n] ?? part.code, weight: shownWeight(tell, part.weight), value: part.value === null ? tell.say('why.columns.none') : oneDecimal(tell, part.value) })).join('; ');
  const product$ = figure({ ...own(product, 'bagian'), shown: formatNumber(product, { lang: tell.lang, decimals: 1 }) });
  const blocks: Block[] = [
    { kind: 'columns', description, parts },
    { kind: 'sum', terms: [
      { op: '', figure: product$, label: sentence(tell.say, 'why.term.product') }, { op: '÷', figure: figure({ ...own(weight, 'bagian'), shown: shownWeight(tell, weight) }), label: sentence(tell.say, 'why.term.weight') },
      { op: '=', figure: figure(own(score.value ?? 0, 'bagian')), label: sentence(tell.say, 'why.term.score') },
    ] },
  ];
  return { id: 'nilai', heading: sentence(tell.say, 'why.value'), lead: sentence(tell.say, 'why.value.lead'), blocks };
}

/** A node without a score: which measures it has, what they did, and what is missing for a score. */
function unscoredPage(tell: Telling, subject: NodeSubject, period: string | null, crumbs: WhyPage['crumbs']): WhyPage {
  const state = stateOf(tell.model, subject.tree, subject.treeCode, subject.code);
  const told = state && state.state !== 'scored' ? state.state : subject.measures.length === 0 ? 'no_measure' : 'no_data';
  const word = markWord(tell.lang, told);
  const rows = subject.measures.flatMap((code) => tell.model.indicators.get(code) ?? []).map((one) => unscoredRow(tell, subject, one));
  const columns = (['why.col.part', 'fact.value', 'why.col.change', 'why.col.target'] as const).map((key) => ({ label: tell.say(key), right: false }));
  const blocks: Block[] = rows.length > 0 ? [{ kind: 'table', caption: tell.say('why.measures'), columns, rows, foot: null }] : [];
  const title = tell.say('why.unscored', { name: subject.name });
  return {
    title, crumbs, heading: [verbatim(title)], lead: leadOf(tell, subject, state, period),
    hero: { figure: null, words: word.charAt(0).toUpperCase() + word.slice(1), mark: { state: told, level: null, simulated: false, word }, caption: [], tags: [], side: [], facts: [] },
    knots: blocks.length > 0 ? [{ id: 'ukuran', heading: sentence(tell.say, 'why.measures.all'), lead: sentence(tell.say, 'why.measures.since', { year: when(tell, subject.plan.baseline) }), blocks }] : [],
    aside: asideOf(tell, subject),
  };
}

function leadOf(tell: Telling, subject: NodeSubject, state: NodeState | null, period: string | null): Part[] {
  if (subject.measures.length === 0) return sentence(tell.say, 'why.unscored.no_measure');
  if (period !== null) return sentence(tell.say, 'why.unscored.period', { period: time(period, period) });
  const n = subject.measures.length;
  return sentence(tell.say, (state?.withTarget ?? 0) > 0 ? 'why.unscored.later' : 'why.unscored.no_target', { n: n <= 12 ? numberWordCapital(n, tell.lang) : rowCount(tell, n, '[data-measure]'), c: n });
}

function unscoredRow(tell: Telling, subject: NodeSubject, one: Indicator): TableRow {
  const cell = latestCell(tell.model, one.code);
  const shown = cell && cellFigure(tell, one, cell);
  const mark = indicatorMark(tell, subject.plan, one.code);
  const standing = standingOf(tell.model, subject.plan, one.code);
  const { verb, amount } = standing?.change == null ? { verb: mark.word, amount: null } : changeOf(tell, one, standing);
  const change = amount && standing?.firstPeriod ? sentence(tell.say, 'why.row.change', { verb, amount: figure(amount), since: when(tell, standing.firstPeriod) }) : [text(verb)];
  return {
    head: [link(indicatorPage(tell.base, one.code), inLang(tell, one.name), true)], sub: [], measure: 'unknown',
    cells: [
      { parts: shown && cell ? sentence(tell.say, 'why.row.value', { value: figure(shown), period: when(tell, cell.period) }) : null, mark, tags: cell ? tagsOf(cell, cellMarks(tell, cell)) : [] },
      { parts: cell ? change : [] }, { parts: targetSentence(tell, one, cell) },
    ],
  };
}

function asideOf(tell: Telling, subject: NodeSubject): WhyPage['aside'] {
  const scores = (tell.model.nodeScores.get(nodeKey(subject.tree, subject.treeCode, subject.code)) ?? []).filter((one) => one.value !== null);
  const rows = scores.map((one) => ({ words: '', href: addressOf(tell, subject, one.period), note: [when(tell, one.period), text(': '), figure({ href: addressOf(tell, subject, one.period), value: String(one.value), shown: oneDecimal(tell, one.value ?? 0), marks: [] })] }));
  return rows.length > 1 ? [{ heading: tell.say('why.aside.periods'), rows }] : [];
}

/** A plan node or a pillar as the subject of an explanation; null where there is none. */
export function planSubject(tell: Telling, planCode: string, code: string): NodeSubject | null {
  const plan = tell.model.plans.get(planCode);
  const node = plan?.nodes.find((one) => one.code === code);
  if (!plan || !node) return null;
  const links = linksBelow(tell.model, plan, code).filter((one) => one.kind === 'indicator');
  return { tree: 'plan', treeCode: plan.code, code, name: inLang(tell, node.text), slug: null, plan, measures: [...new Set(links.map((one) => one.code))] };
}

export function pillarSubject(tell: Telling, slug: string): NodeSubject | null {
  const plan = frontPlan(tell.model);
  const pillar = tell.model.masterplan?.pillars.find((one) => one.slug === slug);
  if (!plan || !pillar) return null;
  const links = tell.model.pillarLinks.filter((one) => one.pillarCode === pillar.code);
  return { tree: 'pillar', treeCode: tell.model.masterplan?.code ?? '', code: pillar.code, name: inLang(tell, pillar.name), slug, plan, measures: [...new Set(links.map((one) => one.indicatorCode))] };
}
