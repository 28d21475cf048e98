import type { AlignmentMatrix, Crossing, InSync } from '#alignment/index.ts';
import type { Lang } from '#kernel/i18n.ts';
import { achievedAddress, alignmentPage, budgetAddress, findingsPage, flowPage, inSyncIndexPage, indicatorPage, initiativePage, pillarPage, treeAddress } from '../addresses.ts';
import { alignmentOf } from './alignment-input.ts';
import { cellFigures, cellId } from './cell-budget.ts';
import { achievedCounts } from './achieved.ts';
import { inSyncWords } from './in-sync-words.ts';
import { indexFigure } from './index-page.ts';
import { numberWord } from '#ui/index.ts';
import { capital, count, type Fig, figure, joined, link, type Part, sentence, text, verbatim } from '../sentence.ts';
import { indicatorMark, type MarkView, stateOrder } from '../marks.ts';
import { isOver } from '../home/home-lead.ts';
import { nothingPromised, type Promised } from './read-promised.ts';
import { frontPlan, latestCell } from '../lookups.ts';
import { planTree } from '../plan-tree.ts';
import type { Indicator, Pillar, Plan } from '../region-model.ts';
import { reasonsBelow } from './reasons-page.ts';
import type { ReasonGroup } from './selaras-reasons.ts';
import { counted } from '../standing-sentence.ts';
import { cellFigure, inLang, ofPlan, type Telling, when } from '../telling.ts';

export interface MeasureView {
  code: string;
  name: string;
  mark: MarkView;
  /** Null where there is no value; then `href` leads to the indicator. */
  figure: Fig | null;
  period: string | null;
  href: string;
}
export interface CellView {
  id: string;
  pillar: string;
  measures: MeasureView[];
  /** Links to its initiatives. */
  works: Part[];
  /** How many of its measures stand where, and the place where they are told one by one; null where it has none. */
  achieved: { counts: Part[]; href: string } | null;
  /** Indicative funding of the programmes behind it; null where nobody has said any. */
  budget: Fig | null;
}
export interface MissionView {
  code: string;
  letter: string | null;
  text: string;
  /** Has a measure and a programme. */
  full: boolean;
  /** One per pillar; null where nothing meets. */
  cells: (CellView | null)[];
}
export interface SelarasPage {
  title: string;
  headline: Part[];
  /** The leaders' vision in one sentence. */
  vision: { text: string; plan: string } | null;
  /** The plans of this kind, to choose from; empty where there is but one. */
  plans: { name: string; href: string; here: boolean; over: Part[] | null }[];
  index: { words: Part[]; href: string };
  findingsHref: string;
  flowHref: string;
  treeHref: string;
  /** Where each cell's money is taken apart; null where the plan tells none at all. */
  budgetHref: string | null;
  heading: Part[];
  pillars: { code: string; name: string; href: string }[];
  missions: MissionView[];
  legend: MarkView[];
  /** Whether the links are our own reading: all of them, or some. */
  read: 'all' | 'some' | null;
  gaps: { code: string; letter: string | null; text: string; words: Part[] }[];
  /** Since when the promises stand that are not served. */
  since: Part[];
  touched: { code: string; name: string; href: string; words: Part[] }[];
  loose: { works: Part[]; measures: Part[][]; whole: Part[] };
  closeness: Part[];
  reasons: ReasonGroup[];
  /** Where the reasons stand when they are too many for this page. */
  reasonsHref: string | null;
}

/** Are they in sync? Missions against pillars: what meets, what serves nothing, what nothing serves; each link with its reason. */
export function selarasPage(tell: Telling, inSync: InSync, promised: Promised = nothingPromised): SelarasPage {
  const plan = frontPlan(tell.model);
  if (!plan) return emptyPage(tell, inSync);
  const pillars = tell.model.masterplan?.pillars ?? [];
  const matrix = alignmentOf(tell.model, plan);
  const money = cellFigures(tell, plan, promised);
  const { node } = planTree(tell.model, plan);
  const missions = matrix.missions.map((row): MissionView => ({
    code: row.code, letter: node(row.code)?.letter ?? null, text: inLang(tell, node(row.code)?.text ?? { id: row.code, en: row.code }),
    full: matrix.closeness.complete.includes(row.code), cells: row.crossings.map((one) => one && cellView(tell, plan, one, money.get(cellId(one)) ?? null)),
  }));
  const headline = headlineOf(tell, matrix);
  return {
    title: tell.say('selaras.title'), headline, ...toppedBy(tell, inSync), plans: plansOf(tell, plan), budgetHref: promised.funding.some((one) => one.planCode === plan.code) ? ofPlan(tell, budgetAddress(tell.base)) : null, vision: visionOf(tell, plan),
    heading: sentence(tell.say, 'selaras.rows', { plan: verbatim(inLang(tell, plan.shortName)) }),
    pillars: pillars.map((pillar) => ({ code: pillar.code, name: inLang(tell, pillar.name), href: pillarPage(tell.base, pillar.slug) })), missions,
    legend: legendOf(missions), read: readOf(tell, plan),
    gaps: gapsOf(tell, matrix, missions), since: sentence(inSyncWords(tell.lang), 'selaras.since', { from: when(tell, plan.periodFrom), day: when(tell, inSync.day) }), touched: touchedOf(tell, matrix, pillars), loose: looseOf(tell, matrix),
    closeness: closenessOf(tell, matrix, missions), ...reasonsBelow(tell),
  };
}

/** The index, which opens, and the way to what was found. */
function toppedBy(tell: Telling, { index, plans }: InSync): Pick<SelarasPage, 'index' | 'findingsHref' | 'flowHref' | 'treeHref'> {
  const say = inSyncWords(tell.lang);
  const value = indexFigure(tell, index.value, 'hitung');
  return { index: { words: value ? sentence(say, 'selaras.index', { value: figure(value), plans: joined(plans.map((code) => [nameOf(tell, code)]), tell.say('list.comma'), tell.say('list.and')) }) : sentence(say, 'selaras.index.unknown'), href: inSyncIndexPage(tell.base) }, findingsHref: findingsPage(tell.base), flowHref: ofPlan(tell, flowPage(tell.base)), treeHref: ofPlan(tell, treeAddress(tell.base)) };
}

function readOf({ model }: Telling, plan: Plan): SelarasPage['read'] {
  const links = [...model.planLinks.filter((one) => one.planCode === plan.code), ...model.pillarLinks];
  const ours = links.filter((one) => one.basis === 'reading').length;
  return ours === 0 ? null : ours === links.length ? 'all' : 'some';
}

const nameOf = (tell: Telling, code: string): Part => {
  const plan = tell.model.plans.get(code);
  return verbatim(plan ? inLang(tell, plan.shortName) : code);
};

/** A plan whose years are over stands beside the one in force, so that nobody takes one for the other. */
function plansOf(tell: Telling, chosen: Plan): SelarasPage['plans'] {
  const alike = [...tell.model.plans.values()].filter((one) => one.kind === chosen.kind);
  if (alike.length < 2) return [];
  return alike.map((one) => ({
    name: inLang(tell, one.shortName), href: `${alignmentPage(tell.base)}?rencana=${encodeURIComponent(one.code)}`, here: one.code === chosen.code,
    over: isOver(tell.model, one) ? sentence(inSyncWords(tell.lang), 'selaras.over', { until: when(tell, one.periodTo) }) : null,
  }));
}

/** The root of the plan, where it is one sentence. */
function visionOf(tell: Telling, plan: Plan): SelarasPage['vision'] {
  const roots = planTree(tell.model, plan).children(null);
  const [root] = roots;
  return root && roots.length === 1 && plan.nodes.length > 1 ? { text: inLang(tell, root.text), plan: inLang(tell, plan.shortName) } : null;
}

/** A region without a plan has a page too: it says what is missing. */
function emptyPage(tell: Telling, inSync: InSync): SelarasPage {
  const headline = sentence(tell.say, 'selaras.headline.empty');
  return { title: tell.say('selaras.title'), headline, ...toppedBy(tell, inSync), plans: [], budgetHref: null, vision: null, since: [], heading: [], pillars: [], missions: [], legend: [], read: null, gaps: [], touched: [], loose: { works: [], measures: [], whole: [] }, closeness: sentence(tell.say, 'selaras.close.empty'), reasons: [], reasonsHref: null };
}

function headlineOf(tell: Telling, { missions, servedByNothing }: AlignmentMatrix): Part[] {
  const rest = servedByNothing.withoutPillar.length;
  const met = missions.length - rest;
  if (missions.length === 0) return sentence(tell.say, 'selaras.headline.empty');
  if (rest === 0) return sentence(tell.say, 'selaras.headline.all');
  if (met === 0) return sentence(tell.say, 'selaras.headline.none');
  const n = (count: number, rows: string): Part => counted(tell, count, rows);
  const slots = { met: capital([n(met, '[data-met="yes"]')]), all: n(missions.length, '[data-met]'), rest: n(rest, '[data-met="no"]') };
  return sentence(tell.say, 'selaras.headline', { ...slots, c: rest });
}

function cellView(tell: Telling, plan: Plan, one: Crossing, budget: Fig | null): CellView {
  const measures = one.indicators.map((code) => tell.model.indicators.get(code)).filter((known) => known !== undefined);
  const achieved = measures.length === 0 ? null : { counts: achievedCounts(tell, cellId(one), measures.map(({ code }) => code)), href: `${ofPlan(tell, achievedAddress(tell.base))}#${cellId(one)}` };
  return { id: cellId(one), budget, achieved, pillar: one.pillar, measures: measures.map((known) => measureView(tell, plan, known)), works: worksOf(tell, one.initiatives) };
}

function measureView(tell: Telling, plan: Plan, one: Indicator): MeasureView {
  const cell = latestCell(tell.model, one.code);
  const figure = cell && cellFigure(tell, one, cell);
  return { code: one.code, name: inLang(tell, one.short), mark: indicatorMark(tell, plan, one.code), figure, period: cell?.period ?? null, href: figure?.href ?? indicatorPage(tell.base, one.code) };
}

const worksOf = (tell: Telling, codes: string[]): Part[] => tell.model.initiatives.filter((one) => codes.includes(one.code)).map((one) => link(initiativePage(tell.base, one.code), inLang(tell, one.name), true));

function legendOf(missions: MissionView[]): MarkView[] {
  const all = missions.flatMap((row) => row.cells).flatMap((cell) => cell?.measures ?? []).map((one) => one.mark);
  return stateOrder.flatMap((state) => all.find((mark) => mark.state === state) ?? []);
}

function gapsOf(tell: Telling, { missions, servedByNothing }: AlignmentMatrix, views: MissionView[]): SelarasPage['gaps'] {
  const gaps = missions.filter(({ code }) => servedByNothing.withoutInitiative.includes(code) || servedByNothing.withoutIndicator.includes(code));
  const grave = (code: string): number => (servedByNothing.withoutInitiative.includes(code) && servedByNothing.withoutIndicator.includes(code) ? 0 : 1);
  return gaps.sort((a, b) => grave(a.code) - grave(b.code)).map((row) => {
    const view = views.find((one) => one.code === row.code);
    return { code: row.code, letter: view?.letter ?? null, text: view?.text ?? row.code, words: capital(amounts(tell, row.indicators.length, row.initiatives.length)) };
  });
}

/** "dua ukuran, tanpa program." — never "0 program". */
function amounts(tell: Telling, measures: number, works: number): Part[] {
  const part = (kind: 'measures' | 'works', n: number): Part[] => sentence(tell.say, n === 0 ? `selaras.no.${kind}` : `selaras.${kind}`, { n: numberWord(n, tell.lang), c: n });
  return [...part('measures', measures), text(', '), ...part('works', works), text('.')];
}

function touchedOf(tell: Telling, matrix: AlignmentMatrix, pillars: Pillar[]): SelarasPage['touched'] {
  return matrix.pillars.filter((one) => matrix.hardlyTouched.includes(one.code)).map((one) => {
    const pillar = pillars.find((known) => known.code === one.code);
    const bare = (pillar?.subDimensions ?? []).filter((sub) => !tell.model.pillarLinks.some((known) => known.subDimensionCode === sub.code));
    const own = tell.model.pillarLinks.some((known) => known.pillarCode === one.code && known.subDimensionCode !== '');
    const names = joined(bare.map((sub) => [verbatim(inLang(tell, sub.name))]), tell.say('list.comma'), tell.say('list.and'));
    const met = sentence(tell.say, one.missions.length === 0 ? 'selaras.pillar.none' : 'selaras.pillar.one');
    const words = [...met, ...(one.initiatives.length === 0 ? sentence(tell.say, 'selaras.pillar.works') : []), ...(own && bare.length > 0 ? sentence(tell.say, 'selaras.pillar.bare', { names }) : [])];
    return { code: one.code, name: pillar ? inLang(tell, pillar.name) : one.code, href: pillarPage(tell.base, pillar?.slug ?? one.code), words };
  });
}

function looseOf(tell: Telling, { servesNothing, servesWhole }: AlignmentMatrix): SelarasPage['loose'] {
  const measure = (code: string): Part => link(indicatorPage(tell.base, code), inLang(tell, tell.model.indicators.get(code)?.short ?? { id: code, en: code }), true);
  return {
    works: worksOf(tell, servesNothing.initiatives),
    measures: servesNothing.indicators.map((code) => [measure(code)]),
    whole: [...servesWhole.indicators.map(measure), ...worksOf(tell, servesWhole.initiatives)],
  };
}

function closenessOf(tell: Telling, { closeness }: AlignmentMatrix, views: MissionView[]): Part[] {
  if (closeness.crossings === 0) return sentence(tell.say, 'selaras.close.empty');
  const number = (n: number, rows: string): Part => count(n, String(n), rows);
  const full = views.filter((one) => closeness.complete.includes(one.code)).map((one) => [verbatim(one.letter ? `${one.letter} (${lower(one.text, tell.lang)})` : one.text)]);
  const body = sentence(tell.say, 'selaras.close', { all: number(closeness.crossings, '.weave td:not(.st)'), filled: number(closeness.filled, '.weave td[id]') });
  if (full.length === 0) return [...body, ...sentence(tell.say, 'selaras.close.nobody')];
  if (full.length === views.length) return [...body, ...sentence(tell.say, 'selaras.close.everybody')];
  const names = joined(full, tell.say('list.comma'), tell.say('list.and'));
  return [...body, text(' '), ...capital(sentence(tell.say, 'selaras.close.full', { n: counted(tell, full.length, '[data-full="yes"]'), names, c: full.length }))];
}

const lower = (words: string, lang: Lang): string => words.charAt(0).toLocaleLowerCase(lang) + words.slice(1);
