import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { parsePeriod } from '#kernel/periods.ts';

/** One value of the chart's own row of numbers. */
export interface ChartPoint {
  period: string;
  value: number;
  /** As it stands in the table below. */
  shown: string;
  /** A change of series breaks the line. */
  series: string;
  /** The line is not drawn on from one run to the next: a running total begins anew each year. */
  run?: string;
  provisional: boolean;
}

export interface ChartTarget {
  period: string;
  value: number;
  /** As it stands in the table below. */
  shown: string;
  /** The same with the word "target", for where there is room. */
  label?: string;
  /** Upper bound of a range; the target is then a field and no bar. */
  to?: number;
  shownTo?: string;
}

export interface ChartData {
  points: ChartPoint[];
  /** Values of other series: shown, never joined. */
  others: ChartPoint[];
  targets: ChartTarget[];
}

export interface Label {
  x: number;
  y: number;
  text: string;
  anchor: 'start' | 'mid' | 'end';
  strong: boolean;
}

export interface ChartShape {
  width: number;
  height: number;
  left: number;
  right: number;
  bottom: number;
  top: number;
  /** Whether the axis starts at 0; if not, the page says where it starts. */
  fromZero: boolean;
  from: number;
  ticksY: { y: number; value: number }[];
  ticksX: { x: number; text: string }[];
  gaps: { x: number; width: number; labelled: boolean }[];
  cuts: number[];
  lines: { d: string; provisional: boolean }[];
  dots: { x: number; y: number; open: boolean; small: boolean }[];
  /** `height` above 0: a range. */
  goals: { x: number; y: number; width: number; height: number }[];
  labels: Label[];
}

/** Middle of a period on the axis, in years. */
export function at(period: string): number {
  const { start, end } = parsePeriod(period);
  const years = (day: string): number => Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) - 1) / 12 + (Number(day.slice(8, 10)) - 1) / 365;
  return (years(start) + years(end)) / 2;
}

export const stepOf = { year: 1, quarter: 0.25, month: 1 / 12, day: 1 / 365 } as const;

/** The rows between which nothing is known: more than one period (and a half, for uneven days) apart. */
function gapsBetween(points: ChartPoint[], step: number): { from: number; to: number }[] {
  return points.slice(1).flatMap((point, index) => {
    const before = points[index] as ChartPoint;
    const [a, b] = [at(before.period), at(point.period)];
    return b - a > step * 1.5 ? [{ from: a + step / 2, to: b - step / 2 }] : [];
  });
}

/**
 * Time as places on a line, in years. A stretch without any point that is longer than `longest` periods is drawn as long as that:
 * one early value does not squeeze all later ones; the field without data says that time is cut there.
 */
function placesOf(moments: number[], step: number): (moment: number) => number {
  const longest = 4 * step;
  const sorted = [...new Set(moments)].sort((a, b) => a - b);
  const stops = sorted.map((moment, n) => ({ moment, place: n === 0 ? moment : 0 }));
  for (let n = 1; n < stops.length; n += 1) {
    const [before, stop] = [stops[n - 1] as (typeof stops)[0], stops[n] as (typeof stops)[0]];
    stop.place = before.place + Math.min(stop.moment - before.moment, longest);
  }
  return (moment) => {
    const after = stops.findIndex((stop) => stop.moment >= moment);
    const [a, b] = [stops[after - 1], stops[after]];
    if (!b) return (stops.at(-1)?.place ?? 0) + moment - (stops.at(-1)?.moment ?? 0);
    if (!a) return b.place + moment - b.moment;
    // Near a point time keeps its measure, so that fields begin half a period from it; what is cut is cut in the middle.
    const [from, to] = [moment - a.moment, b.moment - moment];
    return from <= to ? a.place + Math.min(from, (b.place - a.place) / 2) : b.place - Math.min(to, (b.place - a.place) / 2);
  };
}

/** From 0 when that wastes less than half of the height; else from a round number below the lowest. */
function domainOf(values: number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (low < 0) return [low, Math.max(high, 0)];
  if (high === 0) return [0, 1];
  return low > high * 0.5 ? [low - Math.max((high - low) * 0.35, high * 0.01), high] : [0, high];
}

/**
 * Places everything of a chart for one width; pure geometry, units are CSS pixels of the drawing.
 * Expects at least two points in order of period.
 */
export function shapeLineChart(data: ChartData, width: number): ChartShape {
  const narrow = width < 480;
  const height = narrow ? 230 : 270;
  const named = widthOf(data.points.at(-1)?.shown ?? '') + 6;
  // Room for the last value at the end of the line, when that is short.
  const [top, bottom, right] = [28, height - 28, width - (named <= 72 ? named : 26)];
  const all = [...data.points, ...data.others, ...data.targets];
  const y = scaleLinear().domain(domainOf([...all.map((one) => one.value), ...data.targets.flatMap((one) => one.to ?? [])])).nice(4).range([bottom, top]);
  const from = y.domain()[0] as number;
  const ticks = y.ticks(4);
  const left = 10 + Math.max(...ticks.map((tick) => String(+tick.toPrecision(6)).length)) * 8;
  const step = stepOf[parsePeriod((data.points[0] as ChartPoint).period).kind];
  const moments = all.map((one) => at(one.period));
  const placed = placesOf(moments, step);
  const along = scaleLinear().domain([placed(Math.min(...moments)), placed(Math.max(...moments))]).range([left + 20, right - 8]);
  const x = (moment: number): number => along(placed(moment));
  const place = (one: { period: string; value: number }): [number, number] => [round(x(at(one.period))), round(y(one.value))];
  const unit = Math.abs(along(step) - along(0));
  return {
    width, height, left, right, top, bottom, fromZero: from === 0, from,
    ticksY: ticks.map((value) => ({ y: round(y(value)), value })),
    ticksX: yearTicks(data, x, narrow),
    gaps: gapsBetween(data.points, step).map((gap) => {
      const span = x(gap.to) - x(gap.from);
      return { x: round(x(gap.from)), width: round(span), labelled: span >= 64 };
    }),
    cuts: data.points.slice(1).flatMap((point, i) => {
      const before = data.points[i] as ChartPoint;
      return before.series === point.series ? [] : [round((x(at(before.period)) + x(at(point.period))) / 2)];
    }),
    lines: linesOf(data.points, place, step),
    dots: [
      ...data.others.map((one) => dot(place(one), true, true)),
      ...data.points.map((one) => dot(place(one), one.provisional, false)),
    ],
    goals: data.targets.map((one) => ({
      x: round(x(at(one.period)) - goalWidth(unit) / 2), y: round(y(one.to ?? one.value)), width: round(goalWidth(unit)), height: one.to === undefined ? 0 : round(y(one.value) - y(one.to)),
    })),
    labels: labelsOf(data, place, { left, width, bottom, goal: goalWidth(unit) }),
  };
}

const widthOf = (label: string): number => label.length * 7.4 + 4;
const round = (n: number): number => Math.round(n * 10) / 10;
const goalWidth = (unit: number): number => Math.max(20, Math.min(34, unit * 0.7));
const dot = ([x, y]: [number, number], open: boolean, small: boolean) => ({ x, y, open, small });

/** Whether a line may go from one value to the next: one way of counting, and no period between them. */
export const joins = (a: ChartPoint, b: ChartPoint, step: number): boolean => a.series === b.series && a.run === b.run && at(b.period) - at(a.period) <= step * 1.5;

/** Lines only between neighbours of one series with no gap; a piece that ends provisional is dotted. */
export function linesOf(points: ChartPoint[], place: (one: ChartPoint) => [number, number], step: number): { d: string; provisional: boolean }[] {
  const draw = line();
  const runs: { points: ChartPoint[]; provisional: boolean }[] = [];
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1] as ChartPoint, points[i] as ChartPoint];
    if (!joins(a, b, step)) continue;
    const last = runs.at(-1);
    if (last && last.points.at(-1) === a && last.provisional === b.provisional) last.points.push(b);
    else runs.push({ points: [a, b], provisional: b.provisional });
  }
  return runs.map((run) => ({ d: draw(run.points.map(place)) ?? '', provisional: run.provisional }));
}

/** A year is named where its first value stands; the latest years first, as far as there is room. */
function yearTicks(data: ChartData, x: (moment: number) => number, narrow: boolean): { x: number; text: string }[] {
  const firsts = new Map<number, number>();
  for (const { period } of [...data.points, ...data.others, ...data.targets]) {
    const { year } = parsePeriod(period);
    firsts.set(year, Math.min(firsts.get(year) ?? Number.POSITIVE_INFINITY, at(period)));
  }
  const room = narrow ? 27 : 44;
  const kept: { x: number; text: string }[] = [];
  for (const year of [...firsts.keys()].sort((a, b) => b - a)) {
    const place = round(x(firsts.get(year) ?? 0));
    if (kept.every((tick) => Math.abs(tick.x - place) >= room)) kept.push({ x: place, text: narrow ? `’${String(year).slice(2)}` : String(year) });
  }
  return kept.reverse();
}

interface Box { x0: number; x1: number; y0: number; y1: number }

interface Wanted {
  at: { period: string; value: number };
  /** Longest first; the first that finds room is written. */
  texts: string[];
  strong: boolean;
  last: boolean;
}

/** Labels by importance (last, first, targets, the rest) wherever they cover nothing that is already there. */
function labelsOf(data: ChartData, place: (one: { period: string; value: number }) => [number, number], frame: { left: number; width: number; bottom: number; goal: number }): Label[] {
  const taken: Box[] = [
    ...[...data.points, ...data.others].map(place).map(([px, py]) => ({ x0: px - 5, x1: px + 5, y0: py - 5, y1: py + 5 })),
    ...data.targets.flatMap((one) => [one.value, ...(one.to === undefined ? [] : [one.to])].map((value) => place({ period: one.period, value }))).map(([px, py]) => ({ x0: px - frame.goal / 2, x1: px + frame.goal / 2, y0: py - 3, y1: py + 3 })),
  ];
  const labels: Label[] = [];
  for (const { at: one, texts, strong, last } of wantedOf(data)) {
    const [px, py] = place(one);
    const found = texts.flatMap((text): Label[] => [
      ...(last ? [9, frame.goal / 2 + 3].map((away) => ({ x: px + away, y: py + 4.5, text, anchor: 'start' as const, strong })) : []),
      { x: px, y: py - 10, text, anchor: 'mid', strong }, { x: px, y: py + 20, text, anchor: 'mid', strong },
      { x: px + 9, y: py + 4.5, text, anchor: 'start', strong }, { x: px - 9, y: py + 4.5, text, anchor: 'end', strong },
      { x: px + 10, y: py - 10, text, anchor: 'end', strong }, { x: px + 10, y: py + 20, text, anchor: 'end', strong }, { x: px - 10, y: py + 20, text, anchor: 'start', strong },
    ]).map((label) => ({ label, box: boxOf(label) })).find(({ box }) => box.x0 >= frame.left - 4 && box.x1 <= frame.width + 2 && box.y0 >= 0 && box.y1 <= frame.bottom - 2
      && !taken.some((other) => box.x0 < other.x1 && box.x1 > other.x0 && box.y0 < other.y1 && box.y1 > other.y0));
    if (!found) continue;
    taken.push(found.box);
    labels.push({ ...found.label, x: round(found.label.x), y: round(found.label.y) });
  }
  return labels;
}

function boxOf({ x, y, text, anchor }: Label): Box {
  const wide = widthOf(text);
  const x0 = anchor === 'mid' ? x - wide / 2 : anchor === 'end' ? x - wide : x;
  return { x0, x1: x0 + wide, y0: y - 11, y1: y + 3 };
}

/** More values than these are not all labelled: then the first, the last, the highest and the lowest are. */
const most = 14;
const highest = (points: ChartPoint[]): ChartPoint => points.reduce((best, one) => (one.value > best.value ? one : best));
const lowest = (points: ChartPoint[]): ChartPoint => points.reduce((best, one) => (one.value < best.value ? one : best));

function wantedOf({ points, others, targets }: ChartData): Wanted[] {
  const [first, last] = [points[0], points.at(-1)];
  const plain = (one: ChartPoint, strong = false): Wanted => ({ at: one, texts: [one.shown], strong, last: one === last });
  // The word stands at the newest target, and at the one before where there are two: further ones read as they do.
  const worded = targets.slice(-1 - Number(targets.length === 2));
  return [
    ...(last ? [plain(last, true)] : []), ...(first && first !== last ? [plain(first, true)] : []),
    // A target that stays the same is named where it ends.
    ...targets.filter((one, n) => one.shown !== targets[n + 1]?.shown || one.shownTo !== targets[n + 1]?.shownTo).flatMap((one): Wanted[] => [
      { at: one, texts: [...(worded.includes(one) && one.label ? [one.label] : []), one.shown], strong: false, last: false },
      ...(one.to === undefined ? [] : [{ at: { period: one.period, value: one.to }, texts: [one.shownTo ?? ''], strong: false, last: false }]),
    ]).reverse(),
    ...(points.length > most ? [highest(points), lowest(points)] : points.slice(1, -1).reverse()).filter((one) => one !== first && one !== last).map((one) => plain(one)), ...[...others].reverse().map((one) => plain(one)),
  ];
}
