import { csvText, plainNumber } from '#kernel/csv.ts';
import { Fault } from '#kernel/faults.ts';
import { sourcesLine } from './compare-sources.ts';
import { inLang, shownWord, type Telling, unitOf } from '../telling.ts';
import { achievementIn, gapOf, type Spot, targetIn } from './compare-cell.ts';
import { choose, type Choice, noPlan } from './compare-choice.ts';
import { most, type Problem, readCompareForm } from './compare-form.ts';
import { planName } from './compare-grid.ts';
import { gapWords } from './compare-page.ts';
import { cellSlot, type Known, type Read, readKnown, readSources } from './compare-read.ts';
import { compareWords, type SayCompare } from './compare-words.ts';

export const csvColumns = [
  'region', 'indicator_code', 'indicator_name', 'area_code', 'area_name', 'period', 'value', 'unit', 'target', 'target_to', 'target_comparison', 'achievement', 'plan',
  'quality', 'origin', 'sources', 'note', 'earlier_periods_left_out',
] as const;

/**
 * The comparison as RFC 4180, one row a cell, decimal point, in the language of its address. Its last column says how many earlier periods
 * were left out, in every row: whoever sorts the file keeps knowing. Throws `compare.refused` (400).
 */
export async function compareCsv(tell: Telling, params: URLSearchParams, read: Read): Promise<string> {
  const say = compareWords(tell.lang);
  const { choice, problems } = choose(tell.model, readCompareForm(params));
  const known = problems.length > 0 ? problems[0] : await readKnown(tell.model, { ...choice }, read);
  if (!known || 'field' in known) {
    const first = known ?? { field: 'isi' as const, key: 'option' as const, given: '', expected: [] };
    throw new Fault('compare.refused', 400, { given: `${first.field}: ${first.given}`, expected: expectedOf(first) });
  }
  const sources = await readSources(known.cells.values(), read);
  return csvText([[...csvColumns], ...rowsOf(tell, say, choice, known, sources)]);
}

/** What was expected, for a program. */
function expectedOf({ key, expected }: Problem): string {
  if (key === 'cells') return `at most ${most.cells} cells, not ${expected.join(' × ')}`;
  return ['many', 'districts', 'periods'].includes(key) ? `at most ${expected.join()}` : expected.join(key === 'year' ? '–' : ', ');
}

function rowsOf(tell: Telling, say: SayCompare, choice: Choice, known: Known, sources: Map<string, string | null>): string[][] {
  const plans = choice.plans.length > 0 ? choice.plans : [noPlan];
  return choice.indicators.flatMap((indicator) => choice.areas.flatMap((area) => known.periods.flatMap((period) =>
    plans.map((plan) => rowOf(tell, say, known, { indicator, area, period, plan }, sources)))));
}

const comparisons = { '=': 'equal', '<': 'below', '<=': 'at_most', '>': 'above', '>=': 'at_least' } as const;

function rowOf(tell: Telling, say: SayCompare, known: Known, spot: Spot, sources: Map<string, string | null>): string[] {
  const { indicator, area, period, plan } = spot;
  const cell = known.cells.get(cellSlot(indicator.code, area, period)) ?? null;
  const value = cell?.value ?? null;
  const [target, achievement] = [targetIn(tell.model, spot), achievementIn(tell.model, spot)];
  const unit = unitOf(tell, indicator.unitCode);
  return [
    tell.model.region.code, indicator.code, inLang(tell, indicator.name), area, tell.model.areas.get(area)?.name ?? area, period, plainNumber(value), unit ? inLang(tell, unit.name) : indicator.unitCode,
    target?.value ?? '', target?.valueTo ?? '', target ? (target.valueTo === null ? comparisons[target.comparison] : 'range') : '', plainNumber(achievement?.raw ?? achievement?.capped ?? null),
    target ? planName(tell, say, plan) : '', value === null ? '' : (cell?.quality ?? ''), value === null ? '' : (cell?.origin ?? ''), cell && value !== null ? sourcesLine(tell, cell, sources) : '',
    cell && cell.textValue !== null ? shownWord(tell, cell.textValue) : value === null ? gapWords(say, gapOf(tell.model, spot, cell), spot) : '', String(known.leftOut),
  ];
}
