import { scaleLinear } from 'd3-scale';
import { parsePeriod } from '#kernel/periods.ts';
import { at, type ChartPoint, joins, linesOf, stepOf } from './line-chart.ts';

/** The first and the last year that all small lines of one page share. */
export interface SparkSpan {
  from: number;
  to: number;
}
export interface SparkShape {
  width: number;
  height: number;
  lines: { d: string; provisional: boolean }[];
  /** Values that no line reaches, and the last one. */
  dots: { x: number; y: number; last: boolean; open: boolean }[];
}

const [width, height, edge] = [132, 34, 5];
const round = (n: number): number => Math.round(n * 10) / 10;

/** A row of values without axis or label: a missing period and a change of series break the line. Points in order of period. */
export function shapeSpark(points: ChartPoint[], span: SparkSpan): SparkShape {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return { width, height, lines: [], dots: [] };
  const values = points.map((one) => one.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = scaleLinear().domain([span.from, span.to + 1]).range([0, width]);
  const y = scaleLinear().domain(low === high ? [low - 1, high + 1] : [low, high]).range([height - edge - 2, edge]);
  const place = (one: { period: string; value: number }): [number, number] => [round(x(at(one.period))), round(y(one.value))];
  const step = stepOf[parsePeriod(first.period).kind];
  const lone = (n: number): boolean => [points[n - 1], points[n + 1]].every((near, k) => {
    const here = points[n] as ChartPoint;
    return near === undefined || !(k === 0 ? joins(near, here, step) : joins(here, near, step));
  });
  return {
    width, height, lines: linesOf(points, place, step),
    dots: points.flatMap((one, n) => (one === last || lone(n) ? [{ ...dot(place(one)), last: one === last, open: one.provisional }] : [])),
  };
}

const dot = ([x, y]: [number, number]): { x: number; y: number } => ({ x, y });
