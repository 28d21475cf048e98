import { yearOf } from '#kernel/periods.ts';
import { Fault } from '#kernel/faults.ts';
import type { ChartPoint } from '#ui/index.ts';
import { initiativePage, nodePage, pillarPage as address, whyPillar } from '../addresses.ts';
import { initiativeTold } from '../initiative/initiative-words.ts';
import { frontPlan, headlineScore, standingOf, withValue } from '../lookups.ts';
import { type MarkView, nodeMark, stateOrder } from '../marks.ts';
import { type MeasureRow, measureRow } from '../measure-rows.ts';
import type { Indicator, IndicatorLink, Masterplan, NodeScore, Pillar, Source, Verdict } from '../region-model.ts';
import { capital, figure, joined, type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { counted, scoreSentence } from '../standing-sentence.ts';
import { inLang, oneDecimal, scoreFigure, type Telling } from '../telling.ts';
import { pillarWords, type SayPillar } from './pillar-words.ts';

export interface PillarRow {
  code: string;
  name: string;
  href: string;
  purpose: string | null;
  mark: MarkView;
  score: Part[] | null;
  holds: Part[];
}
export interface PillarList {
  title: string;
  headline: Part[];
  lead: Part[];
  rows: PillarRow[];
}
export type PillarMeasure = MeasureRow & { points: ChartPoint[]; reading: string | null; change: Verdict };
export interface PillarPage {
  code: string;
  name: string;
  title: string;
  headline: Part[];
  lead: string;
  mark: MarkView;
  score: Part[] | null;
  bounds: Part[] | null;
  why: string;
  holds: Part[];
  /** Sub-dimensions in their order, then what is linked to the pillar alone. */
  groups: { code: string; name: string; rows: PillarMeasure[] }[];
  /** The years that all small lines share. */
  span: { from: number; to: number };
  initiatives: { name: string; href: string; about: Part[]; reading: boolean; reason: string | null }[];
  serves: { name: string; href: string; plan: string; mark: MarkView }[];
  source: Source | undefined;
}

/** The six pillars, and how each stands. */
export function pillarList(tell: Telling): PillarList {
  const say = pillarWords(tell.lang);
  const { masterplan } = tell.model;
  const rows = (masterplan?.pillars ?? []).map((pillar) => rowOf(tell, say, masterplan as Masterplan, pillar));
  const headline = capital(headlineOf(tell, say, rows));
  const lead = masterplan?.vision ? sentence(say, 'list.lead', { plan: verbatim(inLang(tell, masterplan.name)), vision: verbatim(inLang(tell, masterplan.vision)) }) : [];
  return { title: plain(headline), headline, lead, rows };
}

/** "Enam pilar: satu dapat dinilai, dua membaik, …"; where all are scored, by class. */
function headlineOf(tell: Telling, say: SayPillar, rows: PillarRow[]): Part[] {
  if (rows.length === 0) return sentence(say, 'list.none');
  const scored = rows.every((row) => row.mark.state === 'scored');
  const groups = scored
    ? ([5, 4, 3, 2, 1] as const).map((level) => ({ key: `home.class.${level}` as const, rows: `[data-level="${level}"]`, n: rows.filter((row) => row.mark.level === level).length }))
    : stateOrder.map((state) => ({ key: `home.state.${state}` as const, rows: `[data-state="${state}"]`, n: rows.filter((row) => row.mark.state === state).length }));
  const told = groups.filter(({ n }) => n > 0).map(({ key, rows: at, n }) => sentence(tell.say, key, { n: counted(tell, n, `.pillars > ${at}`), c: n }));
  return sentence(say, 'list.headline', { n: counted(tell, rows.length, '.pillars > li'), states: joined(told, tell.say('list.comma')) });
}

function rowOf(tell: Telling, say: SayPillar, masterplan: Masterplan, pillar: Pillar): PillarRow {
  const score = headlineScore(tell.model, 'pillar', masterplan.code, pillar.code);
  return {
    code: pillar.code, name: inLang(tell, pillar.name), href: address(tell.base, pillar.slug), purpose: pillar.purpose && inLang(tell, pillar.purpose),
    mark: nodeMark(tell, 'pillar', masterplan.code, pillar.code), score: score && scoreSentence(tell, score, pillar.slug), holds: holdsOf(tell, say, pillar, groupsOf(tell, say, pillar), address(tell.base, pillar.slug)),
  };
}

/** "Tujuh ukuran, satu punya target, lima membaik; tiga program": what a pillar holds, counted in its own page's rows. */
function holdsOf(tell: Telling, say: SayPillar, pillar: Pillar, groups: PillarPage['groups'], at: string | null): Part[] {
  const rows = groups.flatMap((group) => group.rows);
  const count = (key: 'measures' | 'targets' | 'improved' | 'worsened' | 'initiatives', n: number, selector: string): Part[] => sentence(say, `holds.${key}`, { n: counted(tell, n, selector, at), c: n });
  const kinds = [
    { key: 'measures' as const, n: rows.length, selector: '[data-measure]' }, { key: 'targets' as const, n: rows.filter((row) => row.target).length, selector: '[data-target="yes"]' },
    { key: 'improved' as const, n: rows.filter((row) => row.change === 'improved').length, selector: '[data-change="improved"]' },
    { key: 'worsened' as const, n: rows.filter((row) => row.change === 'worsened').length, selector: '[data-change="worsened"]' },
  ].filter(({ n }) => n > 0);
  const own = tell.model.initiatives.filter((one) => one.pillarCode === pillar.code).length;
  const measures = kinds.length > 0 ? joined(kinds.map(({ key, n, selector }) => count(key, n, selector)), tell.say('list.comma')) : sentence(say, 'holds.nothing');
  return [...capital(measures), text(tell.say('list.semicolon')), ...(own > 0 ? count('initiatives', own, '[data-initiative]') : sentence(say, 'holds.noinitiatives')), text('.')];
}

/** One pillar with its sub-dimensions, measures and initiatives. Throws `pillar.unknown` (404). */
export function pillarPage(tell: Telling, slug: string): PillarPage {
  const say = pillarWords(tell.lang);
  const { masterplan } = tell.model;
  const pillar = masterplan?.pillars.find((one) => one.slug === slug);
  if (!masterplan || !pillar) throw new Fault('pillar.unknown', 404, { given: slug.slice(0, 60), expected: (masterplan?.pillars ?? []).map((one) => one.slug).join(', ') || say('list.none') });
  const mark = nodeMark(tell, 'pillar', masterplan.code, pillar.code);
  const score = headlineScore(tell.model, 'pillar', masterplan.code, pillar.code);
  const groups = groupsOf(tell, say, pillar);
  const span = spanOf(groups);
  const headline = sentence(say, 'headline', { name: verbatim(inLang(tell, pillar.name)), word: mark.word });
  return {
    code: pillar.code, name: inLang(tell, pillar.name), title: plain(headline), headline, lead: pillar.purpose ? inLang(tell, pillar.purpose) : say('nopurpose'), mark,
    score: score && scoreSentence(tell, score, slug), bounds: score && boundsOf(tell, say, score, slug), why: whyPillar(tell.base, slug), holds: holdsOf(tell, say, pillar, groups, null),
    groups: groups.map((group) => ({ ...group, rows: group.rows.map((row) => ({ ...row, points: row.points.filter((one) => yearOf(one.period) >= span.from) })) })),
    span, initiatives: initiativesOf(tell, pillar), serves: servesOf(tell, pillar), source: tell.model.sources.get(pillar.sourceCode ?? ''),
  };
}

/** The last twelve years that any of them has: one early value does not squeeze the rest. */
function spanOf(groups: PillarPage['groups']): PillarPage['span'] {
  const years = groups.flatMap((group) => group.rows.flatMap((row) => row.points.map((one) => yearOf(one.period))));
  const to = Math.max(...years);
  return { from: Math.max(Math.min(...years), to - 11), to };
}

function boundsOf(tell: Telling, say: SayPillar, score: NodeScore, slug: string): Part[] | null {
  if (score.known === score.declared) return null;
  const own = scoreFigure(tell, score, slug);
  const bound = (value: number | null): Part => figure({ ...own, href: `${own.href}#cakupan`, value: String(value ?? 0), shown: oneDecimal(tell, value ?? 0) });
  return sentence(say, 'bounds', { low: bound(score.low), high: bound(score.high) });
}

function groupsOf(tell: Telling, say: SayPillar, pillar: Pillar): PillarPage['groups'] {
  const links = tell.model.pillarLinks.filter((one) => one.pillarCode === pillar.code);
  const rows = (sub: string): PillarMeasure[] => links.filter((one) => one.subDimensionCode === sub).flatMap((one) => {
    const indicator = tell.model.indicators.get(one.indicatorCode);
    return indicator ? [pillarMeasure(tell, indicator, one)] : [];
  });
  const loose = rows('');
  return [
    ...pillar.subDimensions.map((sub) => ({ code: sub.code, name: inLang(tell, sub.name), rows: rows(sub.code) })),
    ...(loose.length > 0 ? [{ code: pillar.code, name: say('group.loose'), rows: loose }] : []),
  ];
}

function pillarMeasure(tell: Telling, indicator: Indicator, link: IndicatorLink): PillarMeasure {
  const plan = frontPlan(tell.model);
  const points = withValue(tell.model.cells.get(indicator.code)).map((cell): ChartPoint => ({ period: cell.period, value: cell.value ?? 0, shown: '', series: cell.seriesCode ?? '', provisional: cell.quality === 'provisional' }));
  return { ...measureRow(tell, plan, indicator), points, change: plan ? (standingOf(tell.model, plan, indicator.code)?.verdict ?? 'no_data') : 'no_data', reading: link.basis === 'reading' ? (link.reason ? inLang(tell, link.reason) : '') : null };
}

const initiativesOf = (tell: Telling, pillar: Pillar): PillarPage['initiatives'] =>
  tell.model.initiatives.filter((one) => one.pillarCode === pillar.code).map((one) => ({
    name: inLang(tell, one.name), href: initiativePage(tell.base, one.code), about: initiativeTold(tell, one), reading: one.pillarBasis === 'reading', reason: one.pillarReason && inLang(tell, one.pillarReason),
  }));

/** Parts of the front plan that this pillar's measures or initiatives are linked to. */
function servesOf(tell: Telling, pillar: Pillar): PillarPage['serves'] {
  const plan = frontPlan(tell.model);
  if (!plan) return [];
  const codes = new Set([...tell.model.pillarLinks.filter((one) => one.pillarCode === pillar.code).map((one) => `indicator ${one.indicatorCode}`), ...tell.model.initiatives.filter((one) => one.pillarCode === pillar.code).map((one) => `initiative ${one.code}`)]);
  const linked = new Set(tell.model.planLinks.filter((one) => one.planCode === plan.code && codes.has(`${one.kind} ${one.code}`)).map((one) => one.nodeCode));
  return plan.nodes.filter((node) => linked.has(node.code)).map((node) => ({ name: inLang(tell, node.text), href: nodePage(tell.base, plan.code, node.code), plan: inLang(tell, plan.shortName), mark: nodeMark(tell, 'plan', plan.code, node.code) }));
}
