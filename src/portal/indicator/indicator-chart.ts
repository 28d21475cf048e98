import { type ChartData, formatPeriod, type ChartPoint } from '#ui/index.ts';
import type { OtherRow } from './indicator-rows.ts';
import type { SayIndicator } from './indicator-words.ts';
import { standingOf, frontPlan, targetsOf, withValue } from '../lookups.ts';
import type { Indicator } from '../region-model.ts';
import { figure, type Part, sentence, text } from '../sentence.ts';
import { cellFigure, changeOf, inLang, targetFigure, type Telling, unitOf, when } from '../telling.ts';

export interface IndicatorChart {
  finding: Part[];
  reading: string;
  description: string;
  data: ChartData;
}

/** The row of an indicator's own values as a chart; null with fewer than two. Labels are the figures of the table. */
export function indicatorChart(tell: Telling, say: SayIndicator, indicator: Indicator, others: OtherRow[]): IndicatorChart | null {
  const cells = withValue(tell.model.cells.get(indicator.code));
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last || first === last) return null;
  const points: ChartPoint[] = cells.map((cell) => ({
    period: cell.period, value: cell.value ?? 0, shown: cellFigure(tell, indicator, cell).shown, series: cell.seriesCode ?? '', provisional: cell.quality === 'provisional',
  }));
  const beside: ChartPoint[] = others.map(({ value, figure: part }) => ({
    period: value.period, value: Number(value.value), shown: part.kind === 'figure' ? part.figure.shown : '', series: value.seriesCode, provisional: false,
  }));
  const targets = targetsOf(tell.model, indicator.code).map((target) => ({ period: target.period, value: Number(target.value), shown: targetFigure(tell, indicator, target).shown }));
  const data = { points, others: beside, targets };
  return {
    finding: findingOf(tell, say, indicator), reading: readingOf(tell, say, indicator, data), data,
    description: say('chart.title', {
      name: inLang(tell, indicator.name), first: points[0]?.shown, from: formatPeriod(first.period, tell.lang), last: points.at(-1)?.shown, to: formatPeriod(last.period, tell.lang),
    }),
  };
}

function findingOf(tell: Telling, say: SayIndicator, indicator: Indicator): Part[] {
  const plan = frontPlan(tell.model);
  const standing = plan && standingOf(tell.model, plan, indicator.code);
  if (!standing || standing.change === null || standing.firstPeriod === null) return sentence(say, 'chart.plain');
  const { verb, amount } = changeOf(tell, indicator, standing);
  const since = when(tell, standing.firstPeriod);
  if (!amount) return sentence(say, 'chart.same', { since });
  return sentence(say, 'chart.change', { verb: text(verb.charAt(0).toUpperCase() + verb.slice(1)), amount: figure(amount), since });
}

/** Which signs stand in this chart, and what they mean; nothing else. */
function readingOf(tell: Telling, say: SayIndicator, indicator: Indicator, { points, others, targets }: ChartData): string {
  const unit = unitOf(tell, indicator.unitCode);
  const changed = points.slice(1).some((point, n) => point.series !== points[n]?.series);
  const cut = points.slice(1).some((point, n) => Number(point.period.slice(0, 4)) - Number(points[n]?.period.slice(0, 4)) > 4);
  const said = [
    unit ? say('chart.unit', { unit: inLang(tell, unit.name) }) : '', points.some((point) => point.provisional) ? `${say('chart.point')} ${say('chart.provisional')}` : '',
    others.length > 0 ? say('chart.other') : '', targets.length > 0 ? say('chart.target') : '', changed ? say('chart.break') : '', cut ? say('chart.gap') : '',
  ];
  return said.filter((one) => one !== '').join(' ');
}
