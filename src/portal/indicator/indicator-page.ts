import { areaCells, elementsOf, parseFormula } from '#indicators/index.ts';
import { parsePeriod } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { TagKind } from '#ui/index.ts';
import { indicatorList, indicatorPage as address, whyCell } from '../addresses.ts';
import { readBounds } from '../area/read-bounds.ts';
import { frontPlan, givesWords, latestAchievement, latestCell, withResult } from '../lookups.ts';
import { indicatorMark, type MarkView } from '../marks.ts';
import type { Cell, Indicator, RegionModel } from '../region-model.ts';
import { figure, joined, type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { targetSentence } from '../standing-sentence.ts';
import { cellFigure, cellMarks, inLang, oneDecimal, tagsOf, type Telling, when } from '../telling.ts';
import { longUnit, unitApart } from '../units-apart.ts';
import { sameCode, unknownCode } from '../unknown-code.ts';
import { waitingNote } from '../waiting-note.ts';
import { type AboutView, aboutOf } from './indicator-about.ts';
import { type AreasView, areasView, type LatestCell, levelOf, newestOf } from './indicator-areas.ts';
import { type FlagsView, flagsView } from './indicator-flags.ts';
import { type FormulaView, formulaView } from './indicator-formula.ts';
import { type IndicatorChart, indicatorChart } from './indicator-chart.ts';
import { headlineOf } from './indicator-headline.ts';
import { type MovementView, movementView } from './indicator-movement.ts';
import { type PaceView, paceView } from './indicator-pace.ts';
import { type PlanTargets, planTargets } from './indicator-plans.ts';
import { type AskedRule, type RuleRow, rulesView } from './indicator-rules.ts';
import { seriesName, type ValueRow, valueRows } from './indicator-rows.ts';
import { type SourcesView, sourcesView } from './indicator-sources.ts';
import { type StagesView, stagesView } from './indicator-stages.ts';
import { type StatedRow, statedRows } from './indicator-stated.ts';
import { indicatorWords, type SayIndicator } from './indicator-words.ts';

export interface IndicatorPage {
  code: string;
  title: string;
  short: string;
  headline: Part[];
  /** That its figures are still the old ones. */
  waits: Part[] | null;
  lead: string;
  /** `unit` where the words of the unit are too long to stand beside the large figure. */
  latest: { figure: Part; unit: string | null; period: Part[]; tags: TagKind[]; achievement: Part[] | null; target: Part[] } | null;
  mark: MarkView;
  chart: IndicatorChart | null;
  stages: StagesView | null;
  pace: PaceView | null;
  /** The unit of the columns of figures, where it is too long to stand beside each. */
  unit: string | null;
  rows: ValueRow[];
  severalSeries: boolean;
  hasTargets: boolean;
  /** Periods between the first and the last one that have no value. */
  holes: Part[] | null;
  breaks: Part[][];
  sources: SourcesView | null;
  plans: PlanTargets | null;
  stated: StatedRow[];
  areas: AreasView | null;
  movement: MovementView | null;
  flags: FlagsView;
  rules: RuleRow[];
  formula: FormulaView;
  about: AboutView;
}

/** The latest published cells of an indicator in areas below the region; those of the newest period of their level with the bounds between which they lie. */
export async function readAreaCells(tx: RegionTx, model: RegionModel, indicator: string): Promise<LatestCell[]> {
  const cells = (await areaCells.latest(tx, indicator)).map((cell) => ({ ...cell, indicatorCode: indicator }));
  const byLevel = Map.groupBy(cells, (cell) => levelOf(model, cell));
  const found = await Promise.all([...byLevel.values()].map(async (own) => {
    const newest = newestOf(own);
    return [...own.filter((cell) => cell.period !== newest), ...(await readBounds(tx, model, own.filter((cell) => cell.period === newest)))];
  }));
  return found.flat();
}

/** The address of an indicator whose code was written in other capitals. Null for one that is known, and for what is not. */
export function indicatorElsewhere(tell: Telling, code: string): string | null {
  const known = sameCode(tell.model.indicators.keys(), code);
  return known === null ? null : address(tell.base, known);
}

/** One indicator with all its values and their sources; `areaPage` is the page of its areas. Throws `indicator.unknown` (404). */
export function indicatorPage(tell: Telling, code: string, cells: LatestCell[], areaPage = 1, rules: AskedRule[] = []): IndicatorPage {
  const indicator = tell.model.indicators.get(code);
  if (!indicator) throw unknownCode('indicator', code, [...tell.model.indicators.keys()], indicatorList(tell.base));
  const say = indicatorWords(tell.lang);
  const elements = [...new Set(elementsOf(parseFormula(indicator.formula)))];
  const sources = sourcesView(tell, say, indicator, elements);
  const rows = valueRows(tell, say, indicator);
  const headline = headlineOf(tell, say, indicator);
  const cell = latestCell(tell.model, code);
  return {
    movement: movementView(tell, indicator), waits: waitingNote(tell, [code]), flags: flagsView(tell, indicator), rules: rulesView(tell, indicator, rules),
    code, title: plain(headline), short: inLang(tell, indicator.short), headline, lead: [indicator.definition ? inLang(tell, indicator.definition) : '', givesWords(tell.model, indicator) ? '' : say(`good.${goodOf(indicator)}`)].filter(Boolean).join(' '),
    latest: cell && latestOf(tell, say, indicator, cell),
    mark: indicatorMark(tell, frontPlan(tell.model), code), unit: longUnit(tell, indicator.unitCode),
    chart: indicatorChart(tell, say, indicator, sources?.rows ?? []), stages: stagesView(tell, say, indicator), pace: paceView(tell, say, indicator),
    rows, severalSeries: rows.some((row) => row.series !== null), hasTargets: rows.some((row) => row.target !== null),
    holes: holesOf(tell, say, indicator), breaks: breaksOf(tell, say, indicator), sources, plans: planTargets(tell, say, indicator), stated: statedRows(tell, say, indicator),
    areas: areasView(tell, indicator, cells, areaPage), formula: formulaView(tell, say, indicator), about: aboutOf(tell, say, indicator, elements),
  };
}

/** The good direction in the words of the kind of target. */
function goodOf({ targetKind, direction }: Indicator): 'higher' | 'lower' | 'none' | 'range' | 'milestone' | 'yes' | 'no' {
  if (targetKind === 'range' || targetKind === 'milestone') return targetKind;
  return targetKind === 'yes_no' && direction !== 'none' ? (direction === 'lower' ? 'no' : 'yes') : direction;
}

function latestOf(tell: Telling, say: SayIndicator, indicator: Indicator, cell: Cell): IndicatorPage['latest'] {
  const judged = latestAchievement(tell.model, indicator.code);
  const told = judged?.raw ?? judged?.capped ?? null;
  const achievement = told === null || !judged ? null : sentence(say, 'hero.achievement', {
    figure: figure({ href: `${whyCell(tell.base, indicator.code, judged.areaCode, judged.period)}#capaian`, value: String(told), shown: oneDecimal(tell, told), marks: [] }),
    period: when(tell, judged.period),
  });
  const stage = indicator.targetKind === 'milestone' ? indicator.milestones[(cell.value ?? 0) - 1]?.name : undefined;
  return {
    figure: figure(unitApart(tell, indicator.unitCode, cellFigure(tell, indicator, cell))), unit: stage ? inLang(tell, stage) : longUnit(tell, indicator.unitCode),
    period: sentence(say, 'hero.at', { period: when(tell, cell.period) }), tags: tagsOf(cell, cellMarks(tell, cell)), achievement, target: targetSentence(tell, indicator, cell),
  };
}

/** Years without a value between the first and the last; other kinds of period are not spelled out. */
function holesOf(tell: Telling, say: SayIndicator, indicator: Indicator): Part[] | null {
  const years = withResult(tell.model.cells.get(indicator.code)).filter((cell) => parsePeriod(cell.period).kind === 'year').map((cell) => Number(cell.period));
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
  const cells = withResult(tell.model.cells.get(indicator.code));
  return cells.slice(1).flatMap((cell, n) => {
    const before = cells[n] as Cell;
    if (before.seriesCode === cell.seriesCode) return [];
    const named = (one: Cell): Part => verbatim(seriesName(tell, one.inputs[0]?.element ?? '', one.seriesCode ?? ''));
    return [sentence(say, 'break.text', { period: when(tell, cell.period), after: named(cell), before: named(before) })];
  });
}
