import type { ClassLevel, TagKind } from '#ui/index.ts';
import { markWord } from '#ui/index.ts';
import { whyCell } from '../addresses.ts';
import type { MarkView } from '../marks.ts';
import type { SayIndicator } from './indicator-words.ts';
import { achievementAt, targetAt, targetsOf, withValue } from '../lookups.ts';
import { type Cell, type DataValue, type Indicator, type Source, valueSlot } from '../region-model.ts';
import { figure, type Part } from '../sentence.ts';
import { targetWords } from '../standing-sentence.ts';
import { cellFigure, cellMarks, dataFigure, inLang, oneDecimal, tagsOf, type Telling, when } from '../telling.ts';

/** One period of an indicator: value, target, achievement, and where they come from. */
export interface ValueRow {
  period: Part;
  value: Part[] | null;
  /** Said in place of the value. */
  missing: string;
  target: Part[] | null;
  achievement: { mark: MarkView; figure: Part } | null;
  series: string | null;
  sources: Source[];
  targetSource: Source | undefined;
  tags: TagKind[];
}

/** Newest period first; a period with a target alone has a row too. */
export function valueRows(tell: Telling, say: SayIndicator, indicator: Indicator): ValueRow[] {
  const cells = tell.model.cells.get(indicator.code) ?? [];
  const ahead = targetsOf(tell.model, indicator.code).map((target) => target.period).filter((period) => !cells.some((cell) => cell.period === period));
  const periods = [...cells.map((cell) => cell.period), ...ahead].sort().reverse();
  const several = new Set(cells.map((cell) => cell.seriesCode).filter((code) => code !== null)).size > 1 || indicator.series.length > 1;
  return periods.map((period) => rowOf(tell, say, indicator, period, cells.find((cell) => cell.period === period) ?? null, several));
}

function rowOf(tell: Telling, say: SayIndicator, indicator: Indicator, period: string, cell: Cell | null, several: boolean): ValueRow {
  const target = targetAt(tell.model, indicator.code, period);
  const known = cell !== null && cell.value !== null;
  return {
    period: when(tell, period), value: known ? [figure(cellFigure(tell, indicator, cell))] : null, missing: missingWord(say, cell),
    target: target && targetWords(tell, indicator, target), achievement: achievementOf(tell, indicator, period, cell?.origin === 'simulated'),
    series: several && cell?.seriesCode ? seriesName(tell, cell.inputs[0]?.element ?? '', cell.seriesCode) : null,
    sources: cell ? sourcesOf(tell, cell) : [], targetSource: target ? tell.model.sources.get(target.sourceCode ?? '') : undefined,
    tags: known ? tagsOf(cell, cellMarks(tell, cell)) : [],
  };
}

const reasons = ['missing', 'zero_denominator', 'not_applicable', 'not_a_number', 'overflow'] as const;
const missingWord = (say: SayIndicator, cell: Cell | null): string => say(`reason.${reasons.find((one) => one === cell?.reason) ?? 'missing'}`);

function achievementOf(tell: Telling, indicator: Indicator, period: string, simulated: boolean): ValueRow['achievement'] {
  const found = achievementAt(tell.model, indicator.code, period);
  if (!found || found.raw === null || found.class === null) return null;
  const href = `${whyCell(tell.base, indicator.code, found.areaCode, period)}#capaian`;
  const level = found.class as ClassLevel;
  return {
    mark: { state: 'scored', level, simulated, word: markWord(tell.lang, 'scored', level) },
    figure: figure({ href, value: String(found.raw), shown: oneDecimal(tell, found.raw), marks: [] }),
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

export interface OtherRow {
  period: Part;
  figure: Part;
  series: string;
  kind: string;
  note: string | null;
  source: Source | undefined;
  value: DataValue;
}

/** Values of the indicator's only element in series that were not used in their period; newest first. */
export function otherRows(tell: Telling, say: SayIndicator, indicator: Indicator, element: string | null): OtherRow[] {
  if (element === null) return [];
  const used = new Map(withValue(tell.model.cells.get(indicator.code)).map((cell) => [cell.period, cell.seriesCode]));
  const others = [...tell.model.values.values()].filter((value) => value.elementCode === element && value.value !== null && used.has(value.period) && used.get(value.period) !== value.seriesCode);
  others.sort((a, b) => (a.period === b.period ? (a.seriesCode < b.seriesCode ? -1 : 1) : a.period < b.period ? 1 : -1));
  return others.map((value) => {
    const series = tell.model.series.get(`${element}/${value.seriesCode}`);
    return {
      period: when(tell, value.period), figure: figure(dataFigure(tell, value)), series: seriesName(tell, element, value.seriesCode),
      kind: say(series?.kind === 'report' ? 'others.report' : 'others.method'), note: value.note && inLang(tell, value.note), source: tell.model.sources.get(value.sourceCode ?? ''), value,
    };
  });
}
