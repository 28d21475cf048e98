import { type ChartData, type ChartPoint, type ChartTarget, formatPeriod } from '#ui/index.ts';
import { comparePeriods, parsePeriod } from '#kernel/periods.ts';
import { frontPlan, standingOf, targetsOf, withValue } from '../lookups.ts';
import type { Indicator, Target } from '../region-model.ts';
import { figure, type Part, sentence, text } from '../sentence.ts';
import { boundFigure, cellFigure, changeOf, dataFigure, inLang, targetFigure, type Telling, unitOf, when } from '../telling.ts';
import { withoutUnit } from '../units-apart.ts';
import { turnOf } from './indicator-headline.ts';
import type { SourceRow } from './indicator-sources.ts';
import type { SayIndicator } from './indicator-words.ts';

export interface IndicatorChart {
  finding: Part[];
  reading: string;
  description: string;
  data: ChartData;
}

/**
 * The row of an indicator's own values as a chart; null with fewer than two, and where the value is a stage or a yes. Labels are the
 * figures of the table without their unit, which the chart tells once.
 */
export function indicatorChart(tell: Telling, say: SayIndicator, indicator: Indicator, sources: SourceRow[]): IndicatorChart | null {
  const cells = withValue(tell.model.cells.get(indicator.code));
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last || first === last || indicator.targetKind === 'milestone' || indicator.targetKind === 'yes_no') return null;
  const bare = (shown: string): string => withoutUnit(tell, indicator.unitCode, shown);
  const points: ChartPoint[] = cells.map((cell) => ({
    period: cell.period, value: cell.value ?? 0, shown: bare(cellFigure(tell, indicator, cell).shown), series: cell.seriesCode ?? '', provisional: cell.quality === 'provisional',
    ...(indicator.periodMode === 'cumulative' ? { run: cell.period.slice(0, 4) } : {}),
  }));
  // Only where the indicator is one datum do its sources stand on the indicator's own scale.
  const beside = sources.filter((row) => !row.used && row.element === null && /^#\{[^}]*\}$/.test(indicator.formula.trim()));
  const others: ChartPoint[] = beside.map(({ value }) => ({ period: value.period, value: Number(value.value), shown: bare(dataFigure(tell, value).shown), series: value.seriesCode, provisional: false }));
  const targets = targetsOf(tell.model, indicator.code);
  const data = { points, others, targets: targets.flatMap((target) => goalOf(tell, say, indicator, target, targets)).sort((a, b) => comparePeriods(a.period, b.period)) };
  return {
    finding: findingOf(tell, say, indicator), reading: readingOf(tell, say, indicator, data), data,
    description: say('chart.title', {
      name: inLang(tell, indicator.name), first: cellFigure(tell, indicator, first).shown, from: formatPeriod(first.period, tell.lang), last: cellFigure(tell, indicator, last).shown, to: formatPeriod(last.period, tell.lang),
    }),
  };
}

/** A year told by quarters has its target where its last quarter stands; that quarter's own phase then says the same. */
function goalOf(tell: Telling, say: SayIndicator, indicator: Indicator, target: Target, all: Target[]): ChartTarget[] {
  const tail = { quarter: 'Q4', month: '-12', day: '-12-31', year: '' }[indicator.periodKind] ?? '';
  const yearly = parsePeriod(target.period).kind === 'year';
  const period = yearly ? target.period + tail : target.period;
  if (!yearly && all.some((other) => other.period + tail === period && other !== target)) return [];
  const shown = withoutUnit(tell, indicator.unitCode, targetFigure(tell, indicator, target).shown);
  const from = { period, value: Number(target.value), shown };
  return [target.valueTo === null ? { ...from, label: say('chart.target.label', { target: shown }) } : { ...from, to: Number(target.valueTo), shownTo: withoutUnit(tell, indicator.unitCode, boundFigure(tell, indicator, target).shown) }];
}

function findingOf(tell: Telling, say: SayIndicator, indicator: Indicator): Part[] {
  const plan = frontPlan(tell.model);
  const standing = plan && standingOf(tell.model, plan, indicator.code);
  if (!standing || standing.change === null || standing.firstPeriod === null) return sentence(say, 'chart.plain');
  const { verb, amount } = changeOf(tell, indicator, standing);
  const since = when(tell, standing.firstPeriod);
  if (!amount) return sentence(say, 'chart.same', { since });
  const turned = turnOf(tell.model, indicator, standing);
  const turn = turned ? sentence(say, turned.up ? 'turn.up' : 'turn.down', { period: when(tell, turned.period) }) : [text('')];
  return sentence(say, 'chart.change', { verb: text(verb.charAt(0).toUpperCase() + verb.slice(1)), amount: figure(amount), since, turn });
}

/** Which signs stand in this chart, and what they mean; nothing else. */
function readingOf(tell: Telling, say: SayIndicator, indicator: Indicator, { points, others, targets }: ChartData): string {
  const unit = unitOf(tell, indicator.unitCode);
  const changed = points.slice(1).some((point, n) => point.series !== points[n]?.series);
  const cut = points.slice(1).some((point, n) => Number(point.period.slice(0, 4)) - Number(points[n]?.period.slice(0, 4)) > 4);
  const said = [
    unit ? say('chart.unit', { unit: inLang(tell, unit.name) }) : '', points.some((point) => point.provisional) ? `${say('chart.point')} ${say('chart.provisional')}` : '',
    others.length > 0 ? say('chart.other') : '', targets.some((one) => one.to === undefined) ? say('chart.target') : '', targets.some((one) => one.to !== undefined) ? say('chart.range') : '',
    changed ? say('chart.break') : '', cut ? say('chart.gap') : '',
  ];
  return said.filter((one) => one !== '').join(' ');
}
