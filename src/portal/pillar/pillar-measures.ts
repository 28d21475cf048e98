import { yearOf } from '#kernel/periods.ts';
import type { ChartPoint, SparkSpan } from '#ui/index.ts';
import { frontPlan, headlineScore, latestCell, standingOf, targetsOf, withValue } from '../lookups.ts';
import { type MarkView, nodeMark } from '../marks.ts';
import { type MeasureRow, measureRow, weightWords } from '../measure-rows.ts';
import type { Indicator, IndicatorLink, Pillar, Plan, RegionModel, Source, SubDimension, Verdict } from '../region-model.ts';
import { figure, type Part, sentence } from '../sentence.ts';
import { cellFigure, changeOf, inLang, oneDecimal, scoreFigure, type Telling, when } from '../telling.ts';
import { idOfSub, pillarWords, type SayPillar } from './pillar-words.ts';

export interface PillarMeasure extends MeasureRow {
  spark: ChartPoint[];
  change: Part[];
  verdict: Verdict | null;
  weight: Part[];
  reading: boolean;
  hasTarget: boolean;
  /** True for the first row of this measure: one that is placed twice stands in both places. */
  once: boolean;
}
export interface MeasureGroup {
  id: string;
  name: string;
  mark: MarkView | null;
  score: Part[] | null;
  rows: PillarMeasure[];
  /** Placements that are our reading, each with its reason. */
  reasons: { name: string; reason: string; source: Source | null }[];
}

/** The indicators of a pillar, each once. */
export const measuresOf = (model: RegionModel, pillar: Pillar): Indicator[] =>
  [...new Set(model.pillarLinks.filter((one) => one.pillarCode === pillar.code).map((one) => one.indicatorCode))].flatMap((code) => model.indicators.get(code) ?? []);

/** Measures by sub-dimension, in the order of the masterplan; those of the whole pillar last. A sub-dimension without measures stands too. */
export function measureGroups(tell: Telling, pillar: Pillar): MeasureGroup[] {
  const say = pillarWords(tell.lang);
  const links = tell.model.pillarLinks.filter((one) => one.pillarCode === pillar.code);
  const known = new Set(pillar.subDimensions.map((sub) => sub.code));
  const seen = new Set<string>();
  const groups = pillar.subDimensions.map((sub) => groupOf(tell, say, { pillar, sub, seen }, links.filter((one) => one.subDimensionCode === sub.code)));
  const whole = groupOf(tell, say, { pillar, sub: null, seen }, links.filter((one) => !known.has(one.subDimensionCode)));
  return whole.rows.length > 0 ? [...groups, whole] : groups;
}

interface Place {
  pillar: Pillar;
  sub: SubDimension | null;
  seen: Set<string>;
}

function groupOf(tell: Telling, say: SayPillar, { pillar, sub, seen }: Place, links: IndicatorLink[]): MeasureGroup {
  const tree = tell.model.masterplan?.code ?? '';
  const plan = frontPlan(tell.model);
  const placed = links.flatMap((one) => {
    const indicator = tell.model.indicators.get(one.indicatorCode);
    return indicator ? [{ one, indicator, name: inLang(tell, indicator.short) }] : [];
  }).sort((a, b) => a.name.localeCompare(b.name, tell.lang));
  return {
    id: sub ? idOfSub(sub.code) : 'sub', name: sub ? inLang(tell, sub.name) : say(pillar.subDimensions.length > 0 ? 'group.whole' : 'group.all'),
    mark: sub && nodeMark(tell, 'pillar', tree, sub.code), score: sub && plan ? scoreOf(tell, say, tree, pillar, sub) : null,
    rows: placed.map(({ one, indicator }) => rowOf(tell, say, plan, { one, indicator, seen })),
    reasons: placed.filter(({ one }) => one.basis === 'reading').map(({ one, name }) => ({ name, reason: one.reason ? inLang(tell, one.reason) : '', source: tell.model.sources.get(one.sourceCode ?? '') ?? null })),
  };
}

/** A sub-dimension's score as it counts in its pillar's latest one, where that explanation shows it. */
function scoreOf(tell: Telling, say: SayPillar, tree: string, pillar: Pillar, sub: SubDimension): Part[] | null {
  const whole = headlineScore(tell.model, 'pillar', tree, pillar.code);
  const part = whole?.parts.find((one) => one.kind === 'node' && one.code === sub.code);
  const own = headlineScore(tell.model, 'pillar', tree, sub.code);
  if (!whole || !part || part.value === null || own?.period !== whole.period) return null;
  const shown = { ...scoreFigure(tell, whole, pillar.slug), value: String(part.value), shown: oneDecimal(tell, part.value) };
  return sentence(say, 'group.score', { figure: figure({ ...shown, href: `${shown.href}#bagian` }), period: when(tell, whole.period) });
}

function rowOf(tell: Telling, say: SayPillar, plan: Plan | null, { one, indicator, seen }: { one: IndicatorLink; indicator: Indicator; seen: Set<string> }): PillarMeasure {
  const cells = withValue(tell.model.cells.get(indicator.code));
  const once = !seen.has(indicator.code);
  seen.add(indicator.code);
  return {
    ...measureRow(tell, plan, indicator), change: changeTold(tell, say, plan, indicator), verdict: (plan && standingOf(tell.model, plan, indicator.code)?.verdict) ?? null, weight: weightWords(tell, one.weight), reading: one.basis === 'reading',
    hasTarget: targetsOf(tell.model, indicator.code).length > 0, once,
    spark: cells.length < 2 || indicator.targetKind === 'yes_no' ? [] : cells.map((cell) => ({
      period: cell.period, value: cell.value ?? 0, shown: cellFigure(tell, indicator, cell).shown, series: cell.seriesCode ?? '', provisional: cell.quality === 'provisional',
    })),
  };
}

/** "turun 3,74 poin sejak 2017", or why no change can be told. */
function changeTold(tell: Telling, say: SayPillar, plan: Plan | null, indicator: Indicator): Part[] {
  const cells = withValue(tell.model.cells.get(indicator.code));
  if (!latestCell(tell.model, indicator.code)) return sentence(say, 'change.none');
  const standing = plan && standingOf(tell.model, plan, indicator.code);
  if (!standing || standing.change === null || standing.firstPeriod === null) return sentence(say, standing?.verdict === 'before_baseline' ? 'change.before' : cells.length > 1 ? 'change.series' : 'change.one');
  const { verb, amount } = changeOf(tell, indicator, standing);
  const since = when(tell, standing.firstPeriod);
  const first = indicator.targetKind === 'yes_no' ? cells.find((cell) => cell.period === standing.firstPeriod) : undefined;
  // An answer does not rise by one.
  if (amount && first) return sentence(say, 'change.answer', { since, value: figure(cellFigure(tell, indicator, first)) });
  return amount ? sentence(say, 'change', { verb, amount: figure(amount), since }) : sentence(say, 'change.same', { since });
}

const longest = 10;

/** The years that all small lines of a page share, the last ten at most: one early value would press all others together. Null without any line. */
export function spanOf(groups: MeasureGroup[]): SparkSpan | null {
  const years = groups.flatMap((group) => group.rows).flatMap((row) => row.spark).map((point) => yearOf(point.period));
  const to = Math.max(...years);
  return years.length === 0 ? null : { from: Math.max(Math.min(...years), to - longest + 1), to };
}

/** The same groups with the points of those years; a single point is no line. */
export const withinSpan = (groups: MeasureGroup[], span: SparkSpan | null): MeasureGroup[] =>
  groups.map((group) => ({ ...group, rows: group.rows.map((row) => {
    const spark = row.spark.filter((point) => span !== null && yearOf(point.period) >= span.from);
    return { ...row, spark: spark.length > 1 ? spark : [] };
  }) }));
