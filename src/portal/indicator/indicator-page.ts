import { type Cell as AreaCell, elementsOf, listCells, parseFormula } from '#indicators/index.ts';
import { Fault } from '#kernel/faults.ts';
import { comparePeriods, parsePeriod } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { type AboutView, aboutOf } from './indicator-about.ts';
import { indicatorMark, type MarkView } from '../marks.ts';
import { type IndicatorChart, indicatorChart } from './indicator-chart.ts';
import { type MovementView, movementView } from './indicator-movement.ts';
import { type OtherRow, otherRows, seriesName, type ValueRow, valueRows } from './indicator-rows.ts';
import { indicatorWords, type SayIndicator } from './indicator-words.ts';
import { frontPlan, latestAchievement, latestCell, standingOf, withValue } from '../lookups.ts';
import type { Cell, Indicator } from '../region-model.ts';
import { figure, joined, type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { targetSentence } from '../standing-sentence.ts';
import { cellFigure, cellMarks, changeOf, inLang, oneDecimal, tagsOf, type Telling, when } from '../telling.ts';
import { whyCell } from '../addresses.ts';
import type { TagKind } from '#ui/index.ts';

export interface IndicatorPage {
  code: string;
  title: string;
  short: string;
  headline: Part[];
  lead: string;
  latest: { figure: Part; period: Part[]; tags: TagKind[]; achievement: Part[] | null; target: Part[] } | null;
  mark: MarkView;
  chart: IndicatorChart | null;
  rows: ValueRow[];
  severalSeries: boolean;
  hasTargets: boolean;
  /** Periods between the first and the last one that have no value. */
  holes: Part[] | null;
  breaks: Part[][];
  others: { rows: OtherRow[]; text: Part[] } | null;
  areas: { name: string; period: Part; figure: Part; tags: TagKind[] }[];
  movement: MovementView | null;
  about: AboutView;
}

/** The published cells of an indicator in areas below the region. */
export const readAreaCells = async (tx: RegionTx, indicator: string): Promise<AreaCell[]> =>
  (await listCells(tx, 'published', { indicators: [indicator] })).filter((cell) => cell.areaCode !== tx.region && cell.value !== null);

/** One indicator with all its values and their sources. Throws `indicator.unknown` (404). */
export function indicatorPage(tell: Telling, code: string, areaCells: AreaCell[]): IndicatorPage {
  const indicator = tell.model.indicators.get(code);
  if (!indicator) throw new Fault('indicator.unknown', 404, { given: code.slice(0, 60) });
  const say = indicatorWords(tell.lang);
  const plan = frontPlan(tell.model);
  const elements = [...new Set(elementsOf(parseFormula(indicator.formula)))];
  const others = otherRows(tell, say, indicator, elements.length === 1 ? (elements[0] ?? null) : null);
  const rows = valueRows(tell, say, indicator);
  const headline = headlineOf(tell, say, indicator);
  const cell = latestCell(tell.model, code);
  return {
    movement: movementView(tell, indicator),
    code, title: plain(headline), short: inLang(tell, indicator.short), headline, lead: [indicator.definition ? inLang(tell, indicator.definition) : '', say(`good.${indicator.direction}`)].filter(Boolean).join(' '),
    latest: cell && latestOf(tell, say, indicator, cell),
    mark: indicatorMark(tell, plan, code),
    chart: indicatorChart(tell, say, indicator, others), rows, severalSeries: rows.some((row) => row.series !== null), hasTargets: rows.some((row) => row.target !== null),
    holes: holesOf(tell, say, indicator), breaks: breaksOf(tell, say, indicator),
    others: others.length > 0 ? { rows: others, text: sentence(say, 'others.text', { series: verbatim(indicator.series.map((one) => seriesName(tell, elements[0] ?? '', one)).join(', ') || seriesName(tell, elements[0] ?? '', cell?.seriesCode ?? '')) }) } : null,
    areas: areasOf(tell, indicator, areaCells), about: aboutOf(tell, say, indicator, elements),
  };
}

function headlineOf(tell: Telling, say: SayIndicator, indicator: Indicator): Part[] {
  const plan = frontPlan(tell.model);
  const standing = plan && standingOf(tell.model, plan, indicator.code);
  const judged = latestAchievement(tell.model, indicator.code);
  const name = verbatim(inLang(tell, indicator.name));
  const target = judged ? sentence(say, judged.met ? 'target.met' : 'target.missed', { period: when(tell, judged.period) }) : [text('')];
  const verdict = standing?.verdict ?? (latestCell(tell.model, indicator.code) ? 'one_value' : 'no_data');
  const since = standing?.firstPeriod ? when(tell, standing.firstPeriod) : text('');
  return sentence(say, `say.${verdict}`, { name, target, since, verb: text(standing ? changeOf(tell, indicator, standing).verb : '') });
}

function latestOf(tell: Telling, say: SayIndicator, indicator: Indicator, cell: Cell): IndicatorPage['latest'] {
  const judged = latestAchievement(tell.model, indicator.code);
  const achievement = judged?.raw === null || !judged ? null : sentence(say, 'hero.achievement', {
    figure: figure({ href: `${whyCell(tell.base, indicator.code, judged.areaCode, judged.period)}#capaian`, value: String(judged.raw), shown: oneDecimal(tell, judged.raw), marks: [] }),
    period: when(tell, judged.period),
  });
  return {
    figure: figure(cellFigure(tell, indicator, cell)), period: sentence(say, 'hero.at', { period: when(tell, cell.period) }), tags: tagsOf(cell, cellMarks(tell, cell)),
    achievement, target: targetSentence(tell, indicator, cell),
  };
}

/** Years without a value between the first and the last; other kinds of period are not spelled out. */
function holesOf(tell: Telling, say: SayIndicator, indicator: Indicator): Part[] | null {
  const years = withValue(tell.model.cells.get(indicator.code)).filter((cell) => parsePeriod(cell.period).kind === 'year').map((cell) => Number(cell.period));
  const missing: number[] = [];
  for (let year = Math.min(...years) + 1; year < Math.max(...years); year += 1) if (!years.includes(year)) missing.push(year);
  if (missing.length === 0) return null;
  const spans = missing.filter((year) => !missing.includes(year - 1)).map((from) => {
    let to = from;
    while (missing.includes(to + 1)) to += 1;
    return from === to ? [when(tell, String(from))] : [when(tell, String(from)), text('–'), when(tell, String(to))];
  });
  return sentence(say, 'rows.missing', { periods: joined(spans, ', ') });
}

function breaksOf(tell: Telling, say: SayIndicator, indicator: Indicator): Part[][] {
  const cells = withValue(tell.model.cells.get(indicator.code));
  return cells.slice(1).flatMap((cell, n) => {
    const before = cells[n] as Cell;
    if (before.seriesCode === cell.seriesCode) return [];
    const named = (one: Cell): Part => verbatim(seriesName(tell, one.inputs[0]?.element ?? '', one.seriesCode ?? ''));
    return [sentence(say, 'break.text', { period: when(tell, cell.period), after: named(cell), before: named(before) })];
  });
}

/** The latest value of each area below the region, by name. */
function areasOf(tell: Telling, indicator: Indicator, cells: AreaCell[]): IndicatorPage['areas'] {
  const latest = new Map<string, AreaCell>();
  for (const cell of cells) {
    const kept = latest.get(cell.areaCode);
    if (!kept || comparePeriods(kept.period, cell.period) < 0) latest.set(cell.areaCode, cell);
  }
  const rows = [...latest.values()].map((cell) => ({ cell: cell as Cell, area: tell.model.areas.get(cell.areaCode) }));
  rows.sort((a, b) => (a.area?.name ?? '').localeCompare(b.area?.name ?? '', 'id'));
  return rows.map(({ cell, area }) => ({
    name: area ? area.name : cell.areaCode, period: when(tell, cell.period), figure: figure(cellFigure(tell, indicator, cell)), tags: tagsOf(cell, cellMarks(tell, cell)),
  }));
}
