import type { ClassLevel, TagKind } from '#ui/index.ts';
import { markWord } from '#ui/index.ts';
import { comparePeriods, parsePeriod, yearOf } from '#kernel/periods.ts';
import { whyCell } from '../addresses.ts';
import { achievementAt, cellAt, hasResult, targetAt, targetsOf } from '../lookups.ts';
import type { MarkView } from '../marks.ts';
import { type Achievement, type Cell, type Indicator, type Source, type Target, valueSlot } from '../region-model.ts';
import { figure, type Part, sentence } from '../sentence.ts';
import { boundFigure, cellFigure, cellMarks, inLang, oneDecimal, tagsOf, targetFigure, type Telling, when } from '../telling.ts';
import { unitsApart } from '../units-apart.ts';
import type { SayIndicator } from './indicator-words.ts';

/** One period of an indicator: value, target, achievement, and where they come from. */
export interface ValueRow {
  period: Part;
  value: Part[] | null;
  /** Said in place of the value. */
  missing: string;
  /** Whose value it is, where the year is told by its last quarter. */
  held: Part[] | null;
  target: Part[] | null;
  achievement: { mark: MarkView; figure: Part } | null;
  series: string | null;
  sources: Source[];
  targetSource: Source | undefined;
  tags: TagKind[];
}

/** Newest year first, the year before its quarters, these newest first; a period with a target alone has a row too. */
export function valueRows(tell: Telling, say: SayIndicator, indicator: Indicator): ValueRow[] {
  const cells = tell.model.cells.get(indicator.code) ?? [];
  const periods = [...new Set([...cells, ...targetsOf(tell.model, indicator.code)].map((one) => one.period))].sort(newestFirst);
  const several = new Set(cells.map((cell) => cell.seriesCode).filter((code) => code !== null)).size > 1 || indicator.series.length > 1;
  return periods.map((period) => rowOf(tell, say, indicator, period, several));
}

const newestFirst = (a: string, b: string): number =>
  yearOf(b) - yearOf(a) || Number(parsePeriod(b).kind === 'year') - Number(parsePeriod(a).kind === 'year') || comparePeriods(b, a);

function rowOf(tell: Telling, say: SayIndicator, indicator: Indicator, period: string, several: boolean): ValueRow {
  const target = targetAt(tell.model, indicator.code, period);
  const found = achievementAt(tell.model, indicator.code, period);
  const own = cellAt(tell.model, indicator.code, period);
  const cell = own ?? (found?.valuePeriod ? cellAt(tell.model, indicator.code, found.valuePeriod) : null);
  const known = cell !== null && hasResult(cell);
  const href = `${whyCell(tell.base, indicator.code, tell.model.region.code, period)}#capaian`;
  const sources = cell ? sourcesOf(tell, cell) : [];
  return {
    period: when(tell, period), value: known ? unitsApart(tell, indicator.unitCode, [figure(cellFigure(tell, indicator, cell))]) : null,
    missing: own === null && found?.reason === 'year_open' ? say('reason.year_open') : wordOf(say, cell?.reason), held: known && !own ? sentence(say, 'rows.held', { period: when(tell, cell.period) }) : null,
    target: target && targetSigns(tell, say, indicator, target), achievement: achievementView(tell, found, href, cell?.origin === 'simulated'),
    series: several && cell?.seriesCode ? seriesName(tell, cell.inputs[0]?.element ?? '', cell.seriesCode) : null,
    sources, targetSource: target ? tell.model.sources.get(target.sourceCode ?? '') : undefined,
    tags: known ? tagsOf(cell, cellMarks(tell, cell)) : [],
  };
}

/** A target in a column: its comparison as a sign, a range as two bounds, the unit apart. */
export function targetSigns(tell: Telling, say: SayIndicator, indicator: Indicator, target: Target): Part[] {
  const slots = { target: figure(targetFigure(tell, indicator, target)), from: figure(targetFigure(tell, indicator, target)), to: figure(boundFigure(tell, indicator, target)) };
  return unitsApart(tell, indicator.unitCode, sentence(say, target.valueTo === null ? `sign.${target.comparison}` : 'sign.range', slots));
}

const reasons = ['missing', 'zero_denominator', 'not_applicable', 'not_a_number', 'overflow', 'domain'] as const;
export const wordOf = (say: SayIndicator, reason: string | null | undefined): string => say(`reason.${reasons.find((one) => one === reason) ?? 'missing'}`);

/** An achievement as a class and a figure that opens at `href`; where nothing is left to lower it is the cap. */
export function achievementView(tell: Telling, found: Achievement | null, href: string, simulated = tell.model.region.fictional): ValueRow['achievement'] {
  const value = found?.raw ?? found?.capped ?? null;
  if (!found || value === null || found.class === null) return null;
  const level = found.class as ClassLevel;
  return {
    mark: { state: 'scored', level, simulated, word: markWord(tell.lang, 'scored', level) },
    figure: figure({ href, value: String(value), shown: oneDecimal(tell, value), marks: [] }),
  };
}

/** The sources of the data values that a cell was computed from, each once. */
export function sourcesOf(tell: Telling, cell: Cell): Source[] {
  const values = cell.inputs.map((input) => tell.model.values.get(valueSlot(input.element, input.series ?? '', input.period)));
  const codes = [...new Set(values.map((value) => value?.sourceCode))];
  return codes.map((code) => tell.model.sources.get(code ?? '')).filter((source) => source !== undefined);
}

export const seriesName = (tell: Telling, element: string, code: string): string => {
  const series = tell.model.series.get(`${element}/${code}`);
  return series ? inLang(tell, series.name) : code;
};
