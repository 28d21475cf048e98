import type { Milestone } from '#indicators/index.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { parsePeriod } from '#kernel/periods.ts';

type Say = (row: PackRow, field: string, given: unknown, expected: string) => void;

/** What kind of target, period mode and stages ask of each other; phases of a year against the year. */
export function targetProblems(found: Tables, say: Say): void {
  const indicators = new Map(rowsOf(found, 'indicators.indicator').map((row) => [row.data.code, row]));
  for (const row of indicators.values()) indicatorProblems(row, say);
  const phases = new Map<string, PackRow[]>();
  for (const row of rowsOf(found, 'indicators.target')) {
    const indicator = indicators.get(row.data.indicator_code ?? '');
    if (!indicator) continue;
    targetProblem(row, indicator, say);
    const { indicator_code, area_code, plan_code, period } = row.data;
    const key = [indicator_code, area_code, plan_code, parsePeriod(String(period)).year].join(' / ');
    phases.set(key, [...(phases.get(key) ?? []), row]);
  }
  for (const rows of phases.values()) phaseProblems(rows, String(indicators.get(rows[0]?.data.indicator_code ?? '')?.data.period_mode ?? 'periodic'), say);
}

function indicatorProblems(row: PackRow, say: Say): void {
  const { target_kind, milestones, period_mode, period_kind } = row.data;
  const stages = (milestones ?? []) as Milestone[];
  if ((target_kind === 'milestone') !== stages.length > 0) say(row, 'milestones', `${stages.length} stages`, target_kind === 'milestone' ? 'the stages of a milestone indicator' : 'no stages: only `target_kind: milestone` has them');
  if (stages.some((stage, n) => n > 0 && stage.share <= (stages[n - 1]?.share ?? 0))) say(row, 'milestones', stages.map((stage) => stage.share).join(', '), 'shares that rise from stage to stage');
  if (period_mode === 'annual_only' && period_kind !== 'year') say(row, 'period_mode', period_mode, `\`period_kind: year\`, or another mode for ${String(period_kind)}s`);
}

function targetProblem(row: PackRow, { data: indicator }: PackRow, say: Say): void {
  const { period, value, value_to } = row.data;
  const { target_kind, period_kind, period_mode, milestones } = indicator;
  comparisonProblem(row, indicator, say);
  const kind = parsePeriod(String(period)).kind;
  const closing = kind === 'year' && (period_mode === 'cumulative' || period_mode === 'latest');
  if (kind !== period_kind && !closing) say(row, 'period', period, `a ${String(period_kind)}, as the indicator has${period_mode === 'cumulative' || period_mode === 'latest' ? ', or a year' : ''}`);
  if (target_kind === 'range') {
    if (value_to === null) say(row, 'value_to', 'nothing', 'the upper bound of the range');
    else if (Number(value_to) < Number(value)) say(row, 'value_to', value_to, `an upper bound of at least ${String(value)}`);
  } else if (value_to !== null) say(row, 'value_to', value_to, 'nothing: only `target_kind: range` has an upper bound');
  if (target_kind === 'yes_no' && value !== '0' && value !== '1') say(row, 'value', value, '`1` for yes or `0` for no');
  const stages = ((milestones ?? []) as Milestone[]).length;
  if (target_kind === 'milestone' && !(Number.isInteger(Number(value)) && Number(value) >= 0 && Number(value) <= stages)) say(row, 'value', value, `the number of a stage, 0 to ${stages}`);
}

/** A comparison that asks for the worse is a slip of the pen; where the kind itself says what is asked, none is written. */
function comparisonProblem(row: PackRow, { target_kind, direction }: PackRow['data'], say: Say): void {
  const comparison = String(row.data.comparison);
  if (target_kind !== null && target_kind !== 'amount') {
    if (comparison !== '=') say(row, 'comparison', comparison, `\`=\`: the kind of target, ${String(target_kind)}, says what is asked`);
  } else if ((direction === 'higher' && comparison.startsWith('<')) || (direction === 'lower' && comparison.startsWith('>'))) {
    say(row, 'comparison', comparison, `\`=\` or one that asks for the good direction, ${String(direction)}`);
  }
}

/** A running total never falls within a year, and where a year has its own target that is the last phase's. */
function phaseProblems(rows: PackRow[], mode: string, say: Say): void {
  if (mode !== 'cumulative' && mode !== 'latest') return;
  const inOrder = [...rows].sort((a, b) => (String(a.data.period) < String(b.data.period) ? -1 : 1));
  const parts = inOrder.filter((row) => parsePeriod(String(row.data.period)).kind !== 'year');
  const whole = inOrder.find((row) => parsePeriod(String(row.data.period)).kind === 'year');
  parts.forEach((row, n) => {
    const before = parts[n - 1];
    if (mode === 'cumulative' && before && Number(row.data.value) < Number(before.data.value)) say(row, 'value', row.data.value, `at least ${String(before.data.value)}, the running total of ${String(before.data.period)}`);
  });
  const last = parts.at(-1);
  const closes = last && whole && parsePeriod(String(last.data.period)).end === parsePeriod(String(whole.data.period)).end;
  if (closes && last.data.value !== whole.data.value) say(last, 'value', last.data.value, `${String(whole.data.value)}, the target of ${String(whole.data.period)}: the last period closes the year`);
}
