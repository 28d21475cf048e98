import { isPeriod, parsePeriod } from '#kernel/periods.ts';
import type { Data } from './draft-content.ts';

export interface RowProblem {
  field: string;
  given: string;
  expected: string;
  expectedId: string;
}

const aYearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
/** The last day that a period can mean: `2027` ends after `2027-06-30`. */
const endOf = (period: string): string => parsePeriod(period).end;
const period = (value: unknown): string | null => (typeof value === 'string' && isPeriod(value) ? value : null);

/** What days of an initiative contradict each other, of those that somebody writes now: what stood there before is nobody's fault who changes another thing. */
export function initiativeProblems(before: Data | null, after: Data, today: string): RowProblem[] {
  const changed = (...names: string[]): boolean => names.some((name) => (before?.[name] ?? null) !== (after[name] ?? null));
  const [started, ends, quick] = [period(after.started), period(after.ends_on), period(after.quick_win_on)];
  const problems: RowProblem[] = [];
  if (started && ends && changed('started', 'ends_on') && endOf(ends) < parsePeriod(started).start)
    problems.push({ field: 'ends_on', given: ends, expected: `no end before its start, ${started}`, expectedId: `tidak lebih awal dari mulainya, ${started}` });
  const from = started && endOf(started) > today ? endOf(started) : today; // it is adopted today at the earliest
  const latest = aYearAfter(from);
  if (quick && changed('started', 'quick_win_on') && quick > latest)
    problems.push({ field: 'quick_win_on', given: quick, expected: `a day at most a year after its start or today: ${latest} at the latest`, expectedId: `hari paling lama setahun sesudah mulainya atau hari ini: selambatnya ${latest}` });
  return problems;
}
