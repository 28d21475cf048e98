import { formulas } from '#indicators/index.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import type { Say } from './check-meaning.ts';

/** An indicator that gives the word of a class has nothing that only a number can have: no good direction, no target, no part in a score. */
export function wordedProblems(found: Tables, say: Say): void {
  const units = new Map(rowsOf(found, 'data.unit').map(({ data }) => [data.code, { dimension: String(data.dimension) }]));
  const worded = rowsOf(found, 'indicators.indicator').filter(({ data }) => formulas.isWord(units.get(data.unit_code ?? '')));
  const codes = new Set(worded.map(({ data }) => data.code));
  for (const row of worded) {
    const { direction, target_kind } = row.data;
    if (direction !== 'none') say(row, 'direction', direction, '`none`: the unit is one of words, which have no good direction');
    if (target_kind !== null) say(row, 'target_kind', target_kind, 'nothing: the unit is one of words, which have no target');
  }
  for (const row of rowsOf(found, 'indicators.target')) {
    if (codes.has(row.data.indicator_code ?? '')) say(row, 'indicator_code', row.data.indicator_code, 'an indicator that gives numbers: words have no target');
  }
  const linked = [...rowsOf(found, 'plan.link').filter(({ data }) => data.kind === 'indicator').map((row) => ({ row, field: 'code' })), ...rowsOf(found, 'masterplan.indicator_link').map((row) => ({ row, field: 'indicator_code' }))];
  for (const { row, field } of linked) {
    if (codes.has(row.data[field] ?? '')) say(row, field, row.data[field], 'an indicator that gives numbers: what is linked is scored, and words have no score');
  }
}
