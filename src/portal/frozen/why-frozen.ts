import { Fault } from '#kernel/faults.ts';
import type { FrozenScores } from '#scores/index.ts';
import type { FrozenIndicator, FrozenNode } from '#scores/ui.ts';
import { formatNumber, formatValue } from '#ui/index.ts';
import { frozenPage, whyFrozenScore, whyFrozenValue, whyValue } from '../addresses.ts';
import { latestCell } from '../lookups.ts';
import { valueSlot } from '../region-model.ts';
import { type Fig, figure, type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { cellFigure, inLang, oneDecimal, shortest, type Telling, unitOf, when } from '../telling.ts';
import type { Block, Fact, Knot, TableRow, WhyPage } from '../why/why-views.ts';
import { classMark, countFigure, dayOf, frozenScore, frozenTags, frozenTarget, frozenValue, indicatorLink, indicatorName, nodeName } from './frozen-figures.ts';
import { frozenWords } from './frozen-words.ts';

/** The explanation at `/mengapa/potret/{code}/…`, of one score or one figure as it was frozen. */
export function whyFrozenPage(tell: Telling, scores: FrozenScores, [kind, ...rest]: string[]): WhyPage {
  const [treeCode = '', nodeCode = ''] = rest;
  const value = kind === 'indikator' && rest.length === 1 ? scores.indicators.find((one) => one.indicatorCode === treeCode) : undefined;
  if (value) return valuePage(tell, scores, value);
  const tree = kind === 'rencana' ? 'plan' : kind === 'pilar' ? 'pillar' : null;
  const nodes = rest.length === 2 ? scores.nodes.filter((node) => node.tree === tree && node.treeCode === treeCode && node.nodeCode === nodeCode && node.value !== null) : [];
  const expected = kind === 'indikator' ? scores.indicators.map((one) => one.indicatorCode) : tree ? scores.nodes.filter((node) => node.tree === tree).map((node) => `${node.treeCode}/${node.nodeCode}`) : ['indikator', 'rencana', 'pilar'];
  if (nodes.length === 0) throw new Fault('frozen.part.unknown', 404, { given: (rest.join('/') || (kind ?? '')).slice(0, 80), expected: [...new Set(expected)].slice(0, 12).join(', ') });
  return scorePage(tell, scores, [...nodes].reverse());
}

/** What both kinds of page begin with. */
function opening(tell: Telling, { frozen }: FrozenScores, fig: Fig, name: string): Pick<WhyPage, 'title' | 'crumbs' | 'heading' | 'lead'> {
  const say = frozenWords(tell.lang);
  const day = dayOf(tell, frozen);
  return {
    title: say('why.heading', { what: fig.shown }), crumbs: [{ text: plain(sentence(say, 'why.crumb', { day })), href: frozenPage(tell.base, frozen.code) }, { text: name }],
    heading: sentence(say, 'why.heading', { what: figure(fig) }), lead: sentence(say, 'why.lead', { name: verbatim(name), day }),
  };
}

function valuePage(tell: Telling, scores: FrozenScores, one: FrozenIndicator): WhyPage {
  const say = frozenWords(tell.lang);
  const fig = { ...frozenValue(tell, one), href: `${frozenValue(tell, one).href}#rumus` };
  const indicator = tell.model.indicators.get(one.indicatorCode);
  const today = indicator ? latestCell(tell.model, one.indicatorCode) : null;
  const series = tell.model.series.get(`${one.inputs[0]?.element}/${one.seriesCode}`);
  const facts: Fact[] = [
    { label: say('why.period'), value: [when(tell, one.period)] },
    { label: say('why.series'), value: series ? [verbatim(inLang(tell, series.name))] : one.seriesCode === null ? null : [verbatim(one.seriesCode)] },
    { label: say('why.today'), value: indicator && today ? [figure(cellFigure(tell, indicator, today)), text(' ('), when(tell, today.period), text(')')] : indicator ? null : sentence(say, 'why.today.none') },
  ];
  return {
    ...opening(tell, scores, fig, indicatorName(tell, one.indicatorCode)),
    hero: { figure: fig, words: '', mark: one.class === null ? null : classMark(tell, one.class), caption: [...(one.class === null ? [] : [text(', ')]), when(tell, one.period)], tags: frozenTags(one), side: [], facts },
    knots: [achievementKnot(tell, one), formulaKnot(tell, one)], aside: [],
  };
}

function achievementKnot(tell: Telling, one: FrozenIndicator): Knot {
  const say = frozenWords(tell.lang);
  const target = frozenTarget(tell, one);
  if (target === null || one.met === null) return { id: 'capaian', heading: sentence(say, 'why.achievement'), lead: sentence(say, 'why.achievement.none'), blocks: [] };
  const own = (value: number): Part => figure({ href: `${whyFrozenValue(tell.base, one.frozenCode, one.indicatorCode)}#capaian`, value: String(value), shown: oneDecimal(tell, value), marks: [] });
  const plan = tell.model.plans.get(one.planCode ?? '');
  const told = one.targetPeriod === null ? target : sentence(say, 'why.target.for', { target, period: when(tell, one.targetPeriod) });
  const facts: Fact[] = [
    { label: say('why.target'), value: told }, ...(one.planCode ? [{ label: say('why.plan'), value: [verbatim(plan ? inLang(tell, plan.shortName) : one.planCode)] }] : []),
    { label: say('why.raw'), value: one.raw === null ? sentence(say, 'why.no_ratio') : [own(one.raw)] },
    ...(one.capped === null ? [] : [{ label: say('why.counted'), value: [own(one.capped), text(`, ${classMark(tell, one.class).word}`)] }]),
    { label: say('why.met'), value: sentence(say, one.met ? 'why.met.yes' : 'why.met.no') },
  ];
  return { id: 'capaian', heading: sentence(say, 'why.achievement'), lead: [], blocks: [{ kind: 'facts', heading: [], facts }] };
}

function formulaKnot(tell: Telling, one: FrozenIndicator): Knot {
  const say = frozenWords(tell.lang);
  const own = `${whyFrozenValue(tell.base, one.frozenCode, one.indicatorCode)}#rumus`;
  const rows = one.inputs.map((input): TableRow => {
    const element = tell.model.elements.get(input.element);
    const kept = tell.model.values.get(valueSlot(input.element, input.series ?? '', input.period));
    // where today's value is still the same, its history is the better explanation
    const href = kept && kept.value === input.value ? whyValue(tell.base, input.element, input.series ?? '', one.areaCode, input.period) : own;
    const shown = input.value === null ? null : formatValue(input.value, element ? unitOf(tell, element.unitCode) : null, tell.lang);
    const series = tell.model.series.get(`${input.element}/${input.series}`);
    return {
      head: [verbatim(element ? inLang(tell, element.name) : input.element)], sub: [when(tell, input.period), ...(input.series === null ? [] : [text(', '), verbatim(series ? inLang(tell, series.name) : input.series)])],
      cells: [{ parts: shown === null ? null : [figure({ href, value: input.value ?? '', shown, marks: [] })] }, input.source !== null && !tell.model.sources.has(input.source) ? { parts: [verbatim(input.source)] } : { parts: [], source: tell.model.sources.get(input.source ?? '') ?? null }],
    };
  });
  const columns = (['why.col.element', 'col.value', 'why.col.source'] as const).map((key) => ({ label: say(key), right: key === 'col.value' }));
  const result: Block = { kind: 'sum', terms: [{ op: '=', figure: figure({ ...frozenValue(tell, one), href: own }), label: [when(tell, one.period)] }] };
  return { id: 'rumus', heading: sentence(say, 'why.formula'), lead: [], blocks: [{ kind: 'formula', text: one.formula }, { kind: 'table', caption: say('why.inputs'), columns, rows, foot: null }, result] };
}

/** A node's score on that day, a knot for each year, the newest first. */
function scorePage(tell: Telling, scores: FrozenScores, nodes: FrozenNode[]): WhyPage {
  const say = frozenWords(tell.lang);
  const node = nodes[0] as FrozenNode;
  const anchor = (of: FrozenNode): string => `#nilai-${of.period}`;
  const own = (value: number): Part => figure({ ...frozenScore(tell, node, anchor(node)), value: String(value), shown: oneDecimal(tell, value) });
  const href = frozenScore(tell, node, anchor(node)).href;
  const coverage = sentence(say, node.known === node.declared ? 'coverage.all' : 'coverage', { known: countFigure(tell, node.known, href), declared: countFigure(tell, node.declared, href), c: node.declared });
  const facts: Fact[] = [
    { label: say('why.period'), value: [when(tell, node.period)] }, { label: say('why.coverage'), value: coverage },
    ...(node.known < node.declared && node.low !== null && node.high !== null ? [{ label: say('why.low'), value: [own(node.low)] }, { label: say('why.high'), value: [own(node.high)] }] : []),
  ];
  return {
    ...opening(tell, scores, frozenScore(tell, node, anchor(node)), nodeName(tell, node)),
    hero: { figure: frozenScore(tell, node, anchor(node)), words: '', mark: classMark(tell, node.class), caption: [text(', '), when(tell, node.period)], tags: tell.model.region.fictional ? ['simulated'] : [], side: [], facts },
    knots: nodes.map((of) => scoreKnot(tell, scores, of)), aside: [],
  };
}

function scoreKnot(tell: Telling, scores: FrozenScores, node: FrozenNode): Knot {
  const say = frozenWords(tell.lang);
  const id = `nilai-${node.period}`;
  const here = (value: number, shown = oneDecimal(tell, value)): Part => figure({ ...frozenScore(tell, node, `#${id}`), value: String(value), shown });
  const weight = (value: number): Part => here(value, formatNumber(shortest(value, 2), { lang: tell.lang }));
  const known = node.parts.filter((part) => part.applicable && part.value !== null);
  const rows = node.parts.filter((part) => part.applicable).map((part): TableRow => {
    const mark = part.value === null ? null : classMark(tell, null);
    const name = part.kind === 'indicator' ? indicatorLink(tell, part.code) : verbatim(nodeName(tell, { ...node, nodeCode: part.code }));
    return { head: [name], sub: [], cells: [{ parts: [weight(part.weight)] }, { parts: part.value === null || mark === null ? null : [figure({ ...partFigure(tell, scores, node, part, `#${id}`), value: String(part.value), shown: oneDecimal(tell, part.value) })] }] };
  });
  const columns = (['why.col.part', 'why.col.weight', 'why.col.value'] as const).map((key) => ({ label: say(key), right: key !== 'why.col.part' }));
  const product = known.reduce((sum, part) => sum + part.weight * (part.value ?? 0), 0);
  const total = known.reduce((sum, part) => sum + part.weight, 0);
  const terms = [
    { op: '', figure: here(product), label: sentence(say, 'why.term.product') }, { op: '÷', figure: weight(total), label: sentence(say, 'why.term.weight') },
    { op: '=', figure: figure(frozenScore(tell, node, `#${id}`)), label: [...sentence(say, 'why.term.score'), text(`, ${classMark(tell, node.class).word}`)] },
  ];
  return {
    id, heading: sentence(say, 'why.score', { period: when(tell, node.period), score: figure(frozenScore(tell, node, `#${id}`)) }), lead: sentence(say, 'why.score.lead'),
    blocks: [{ kind: 'table', caption: say('why.col.part'), columns, rows, foot: null }, { kind: 'sum', terms }],
  };
}

/** A part opens to its own explanation where that one shows the same value, else it stands as the sum kept it. */
function partFigure(tell: Telling, scores: FrozenScores, node: FrozenNode, part: FrozenNode['parts'][number], anchor: string): Omit<Fig, 'value' | 'shown'> {
  const below = scores.nodes.find((one) => part.kind === 'node' && one.tree === node.tree && one.treeCode === node.treeCode && one.nodeCode === part.code && one.period === node.period && one.value === part.value);
  const judged = scores.indicators.find((one) => part.kind === 'indicator' && one.indicatorCode === part.code && one.capped === part.value && one.targetPeriod === node.period && one.met !== null && one.target !== null);
  if (below) return { href: whyFrozenScore(tell.base, node.frozenCode, below.tree, below.treeCode, below.nodeCode), marks: [] };
  if (judged) return { href: `${whyFrozenValue(tell.base, node.frozenCode, part.code)}#capaian`, marks: [] };
  return { href: frozenScore(tell, node, anchor).href, marks: [] };
}
