import { markWord, numberWord } from '#ui/index.ts';
import { initiativePage, nodePage as address, planChanges } from '../addresses.ts';
import { headlineScore, linksBelow, stateOf } from '../lookups.ts';
import { type MarkView, nodeMark } from '../marks.ts';
import { type MeasureRow, measureRow, weightWords } from '../measure-rows.ts';
import { nodeKey, type NodeScore, type Plan, type PlanLink, type PlanNode, type Source } from '../region-model.ts';
import { capital, figure, joined, type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { neighbours, pageOf } from '../paging.ts';
import { planTree } from '../plan-tree.ts';
import { amountAt, counted } from '../standing-sentence.ts';
import { inLang, oneDecimal, scoreFigure, type Telling, when } from '../telling.ts';
import { unknownCode } from '../unknown-code.ts';
import { addressOfPlan, planAt } from './plan-page.ts';
import { planWords, type SayPlan } from './plan-words.ts';

export interface NodeLink {
  code: string;
  name: string;
  href: string;
}
export interface ChildRow extends NodeLink {
  mark: MarkView;
  score: Part | null;
  about: Part[];
  weight: Part[];
}
export interface NodePage {
  title: string;
  crumbs: { text: string; href?: string }[];
  headline: Part[];
  lead: Part[];
  mark: MarkView;
  score: { figure: Part; period: Part; coverage: Part[]; bounds: Part[] | null; stated: Part[] | null; why: string } | null;
  /** How many measures stand below without counting; null where all count. */
  outside: Part[] | null;
  simulated: boolean;
  /** Said in place of a score. */
  unscored: string;
  note: string | null;
  reading: boolean;
  source: Source | undefined;
  /** Nodes below by their level: those whose scores count here, and those that stand beside. */
  children: { heading: string; component: boolean; rows: ChildRow[] }[];
  pages: { page: number; of: number; before: string | null; after: string | null };
  /** How much lies below; null where it is little. */
  content: { name: string; told: Part }[] | null;
  measures: (MeasureRow & { beside: Part[]; note: Part[] })[];
  /** Said in place of measures. */
  noMeasures: string;
  below: Part[] | null;
  initiatives: { name: string; href: string; about: Part[]; reading: boolean }[];
  /** What the plan's version changed; null of a first one. */
  changes: string | null;
  years: { period: Part; figure: Part; mark: MarkView; known: Part[] }[];
  serves: (NodeLink & { plan: string }) | null;
  servedBy: (NodeLink & { plan: string; mark: MarkView })[];
}

/** Parts listed on one page. */
const mostChildren = 100;

/** One node of a plan: how it stands, from what, and what serves it. Throws `plan.unknown`, `node.unknown` or `page.unknown` (404). */
export function nodePage(tell: Telling, planCode: string, nodeCode: string, page = 1): NodePage {
  const plan = planAt(tell, planCode);
  const tree = planTree(tell.model, plan);
  const node = tree.node(nodeCode);
  if (!node) throw unknownCode('node', nodeCode, plan.nodes.map((one) => one.code), addressOfPlan(tell, planCode));
  const say = planWords(tell.lang);
  const mark = nodeMark(tell, 'plan', planCode, nodeCode);
  const score = headlineScore(tell.model, 'plan', planCode, nodeCode);
  const links = tree.linksAt(nodeCode);
  const below = tree.linksBelow(nodeCode);
  const paged = pageOf(inLevels(plan, tree.children(nodeCode)), page, mostChildren);
  const headline = sentence(say, 'node.headline', { name: verbatim(inLang(tell, node.text)), word: mark.word });
  const measures = links.filter((one) => one.kind === 'indicator').flatMap((one) => linkedMeasure(tell, say, plan, one));
  return {
    title: plain(headline), crumbs: crumbsOf(tell, plan, node), headline, lead: leadOf(tell, say, plan, node), mark,
    score: score && scoreOf(tell, say, score), outside: score && outsideOf(tell, say, below, score), unscored: unscoredOf(tell, say, plan, node), simulated: tell.model.region.fictional, note: node.note && inLang(tell, node.note), reading: node.basis === 'reading',
    source: tell.model.sources.get(node.sourceCode ?? ''), children: childrenOf(tell, say, plan, paged.rows), content: contentOf(tell, say, plan, node),
    pages: { page: paged.page, of: paged.of, ...neighbours(address(tell.base, planCode, nodeCode), {}, paged) }, measures,
    noMeasures: say(below.some((one) => one.kind === 'indicator') ? 'none.below' : 'none.measures'), below: belowOf(tell, say, below, links),
    changes: plan.version > 1 ? planChanges(tell.base, planCode) : null, initiatives: initiativesOf(tell, say, plan, node), years: yearsOf(tell, say, plan, node), serves: servesOf(tell, plan, node), servedBy: servedByOf(tell, plan, node),
  };
}

function crumbsOf(tell: Telling, plan: Plan, node: PlanNode): NodePage['crumbs'] {
  const above: PlanNode[] = [];
  for (let at = node.parentCode; at !== null; ) {
    const parent = planTree(tell.model, plan).node(at);

    if (!parent) break;
    above.unshift(parent);
    at = parent.parentCode;
  }
  const step = (one: PlanNode) => ({ text: inLang(tell, one.short ?? one.text), href: address(tell.base, plan.code, one.code) });
  return [{ text: inLang(tell, plan.shortName), href: addressOfPlan(tell, plan.code) }, ...above.map(step), { text: inLang(tell, node.short ?? node.text) }];
}

const levelOf = (tell: Telling, plan: Plan, code: string): string => inLang(tell, plan.levels.find((one) => one.code === code)?.name ?? { id: code, en: code });

/** "Misi dalam RPJMD 2025–2029, dengan dua sasaran, delapan ukuran, tiga program." */
function leadOf(tell: Telling, say: SayPlan, plan: Plan, node: PlanNode): Part[] {
  const below = linksBelow(tell.model, plan, node.code);
  const unique = (kind: PlanLink['kind']): number => new Set(below.filter((one) => one.kind === kind).map((one) => one.code)).size;
  const word = (kind: 'measures' | 'initiatives', n: number): Part[] => (n === 0 ? sentence(say, `${kind}.0`) : sentence(say, kind, { n: numberWord(n, tell.lang), c: n }).map((part) => (part.kind === 'text' ? { ...part, verbatim: true } : part)));
  return sentence(say, 'node.lead', { level: levelOf(tell, plan, node.level), plan: verbatim(inLang(tell, plan.shortName)), with: joined([word('measures', unique('indicator')), word('initiatives', unique('initiative'))], ', ') });
}

/** A score with what it is made from; of a pillar with its slug. */
export function scoreOf(tell: Telling, say: SayPlan, score: NodeScore, slug?: string): NonNullable<NodePage['score']> {
  const own = scoreFigure(tell, score, slug);
  const at = own.href;
  const number = (n: number, rows: string): Part => counted(tell, n, rows, at);
  const bound = (value: number | null): Part => figure({ ...own, href: `${at}#cakupan`, value: String(value ?? 0), shown: oneDecimal(tell, value ?? 0) });
  return {
    figure: figure(own), period: when(tell, score.period), why: at,
    coverage: capital(sentence(say, score.known === score.declared ? 'node.coverage.all' : 'node.coverage', { known: number(score.known, '[data-measure="known"]'), declared: number(score.declared, '[data-measure]'), c: score.declared })),
    bounds: score.known === score.declared ? null : sentence(say, 'node.bounds', { low: bound(score.low), high: bound(score.high) }),
    stated: score.stated === null ? null : sentence(say, 'node.stated', { stated: figure({ ...own, href: `${at}#nilai`, value: String(score.stated), shown: oneDecimal(tell, score.stated) }) }),
  };
}

/** A supporting measure, or one to which a target does not apply, is told among those below and not among those that count. */
function outsideOf(tell: Telling, say: SayPlan, below: PlanLink[], score: NodeScore): Part[] | null {
  const n = new Set(below.filter((one) => one.kind === 'indicator').map((one) => one.code)).size - score.declared;
  return n > 0 ? [verbatim(plain(capital(sentence(say, 'node.outside', { n: numberWord(n, tell.lang), c: n }))))] : null;
}

function unscoredOf(tell: Telling, say: SayPlan, plan: Plan, node: PlanNode): string {
  const state = stateOf(tell.model, 'plan', plan.code, node.code);
  if (!state || state.indicators === 0) return say('node.unscored.measures');
  return say(state.withTarget === 0 ? 'node.unscored.targets' : 'node.unscored.values');
}

/** Level by level, each in the order of the tree: a page of many goes on where the one before it ended. */
const inLevels = (plan: Plan, nodes: PlanNode[]): PlanNode[] => plan.levels.flatMap((level) => nodes.filter((one) => one.level === level.code));

/** How much lies below, where that is more than can be seen at a glance; null where it is little. */
function contentOf(tell: Telling, say: SayPlan, plan: Plan, node: PlanNode): NodePage['content'] {
  const tree = planTree(tell.model, plan);
  const [direct, all, links] = [tree.children(node.code), tree.below(node.code), tree.linksBelow(node.code)];
  const unique = (kind: PlanLink['kind']): number => new Set(links.filter((one) => one.kind === kind).map((one) => one.code)).size;
  const rows: [string, number][] = [
    [say('content.direct'), direct.length], ...plan.levels.map((level): [string, number] => [inLang(tell, level.plural), all.filter((one) => one.level === level.code).length]),
    [say('h.measures'), unique('indicator')], [say('h.initiatives'), unique('initiative')],
  ];
  if (rows.every(([, n]) => n <= 12)) return null;
  return rows.filter(([, n]) => n > 0).map(([name, n]) => ({ name, told: amountAt(tell, n, `${address(tell.base, plan.code, node.code)}#isi`) }));
}

function childrenOf(tell: Telling, say: SayPlan, plan: Plan, own: PlanNode[]): NodePage['children'] {
  return plan.levels.flatMap((level) => {
    const rows = own.filter((one) => one.level === level.code).map((child): ChildRow => {
      const score = headlineScore(tell.model, 'plan', plan.code, child.code);
      const below = linksBelow(tell.model, plan, child.code);
      const n = new Set(below.filter((one) => one.kind === 'indicator').map((one) => one.code)).size;
      return {
        code: child.code, name: inLang(tell, child.text), href: address(tell.base, plan.code, child.code), mark: nodeMark(tell, 'plan', plan.code, child.code),
        score: score && figure(scoreFigure(tell, score)), about: n === 0 ? sentence(say, 'measures.0') : [verbatim(say('measures', { n: numberWord(n, tell.lang), c: n }))], weight: weightWords(tell, child.weight),
      };
    });
    return rows.length > 0 ? [{ heading: inLang(tell, level.plural), component: level.component === true, rows }] : [];
  });
}

function linkedMeasure(tell: Telling, say: SayPlan, plan: Plan, one: PlanLink): NodePage['measures'] {
  const indicator = tell.model.indicators.get(one.code);
  if (!indicator) return [];
  const beside = weightWords(tell, one.weight, one.role === 'supporting' ? sentence(say, 'supporting') : []);
  const note = one.basis === 'reading' ? [text(`${say('node.reading')} `), ...(one.reason ? [verbatim(inLang(tell, one.reason))] : [])] : [];
  return [{ ...measureRow(tell, plan, indicator), beside, note }];
}

/** Measures that are linked further down are named, not repeated. */
function belowOf(tell: Telling, say: SayPlan, below: PlanLink[], own: PlanLink[]): Part[] | null {
  const here = new Set(own.map((one) => one.code));
  const codes = [...new Set(below.filter((one) => one.kind === 'indicator' && !here.has(one.code)).map((one) => one.code))];
  if (codes.length === 0 || here.size === 0) return null;
  return capital(sentence(say, 'node.below', { n: numberWord(codes.length, tell.lang), c: codes.length }).map((part) => (part.kind === 'text' ? { ...part, verbatim: codes.length > 12 } : part)));
}

function initiativesOf(tell: Telling, say: SayPlan, plan: Plan, node: PlanNode): NodePage['initiatives'] {
  const links = new Map(linksBelow(tell.model, plan, node.code).filter((one) => one.kind === 'initiative').toReversed().map((one) => [one.code, one])); // of several the first
  return tell.model.initiatives.flatMap((one) => {
    const found = links.get(one.code);
    if (!found) return [];
    const states = ['running', 'stopped', 'planned', 'unknown'] as const;
    const kinds = ['quick_win', 'initiative', 'priority_programme'] as const;
    const kind = kinds.find((known) => known === one.kind);
    const about = [sentence(say, kind ? `initiative.${kind}` : 'initiative.programme'), ...(one.started ? [sentence(say, 'started', { period: when(tell, one.started) })] : []), sentence(say, `state.${states.find((known) => known === one.state) ?? 'unknown'}`)];
    return [{ name: inLang(tell, one.name), href: initiativePage(tell.base, one.code), about: joined(about, ', '), reading: found.basis === 'reading' }];
  });
}

function yearsOf(tell: Telling, say: SayPlan, plan: Plan, node: PlanNode): NodePage['years'] {
  const scores = (tell.model.nodeScores.get(nodeKey('plan', plan.code, node.code)) ?? []).filter((one) => one.value !== null);
  return [...scores].reverse().map((score) => {
    const { href } = scoreFigure(tell, score);
    return {
      period: when(tell, score.period), figure: figure(scoreFigure(tell, score)),
      mark: { state: 'scored' as const, level: score.class, simulated: tell.model.region.fictional, word: markWord(tell.lang, 'scored', score.class) },
      known: score.known === score.declared ? sentence(say, 'node.known.all') : sentence(say, 'node.known', { known: counted(tell, score.known, '[data-measure="known"]', href), declared: counted(tell, score.declared, '[data-measure]', href), c: score.declared }),
    };
  });
}

function servesOf(tell: Telling, plan: Plan, node: PlanNode): NodePage['serves'] {
  const parent = plan.parentCode === null ? undefined : tell.model.plans.get(plan.parentCode);
  const served = parent && planTree(tell.model, parent).node(node.servesCode ?? '');
  return parent && served ? { code: served.code, name: inLang(tell, served.text), href: address(tell.base, parent.code, served.code), plan: inLang(tell, parent.shortName) } : null;
}

function servedByOf(tell: Telling, plan: Plan, node: PlanNode): NodePage['servedBy'] {
  return [...tell.model.plans.values()].filter((one) => one.parentCode === plan.code).flatMap((child) =>
    child.nodes.filter((one) => one.servesCode === node.code).map((one) => ({
      code: one.code, name: inLang(tell, one.text), href: address(tell.base, child.code, one.code), plan: inLang(tell, child.shortName), mark: nodeMark(tell, 'plan', child.code, one.code),
    })));
}
