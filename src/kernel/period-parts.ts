import { daysIn, parsePeriod, type PeriodKind } from './periods.ts';

const sizes: PeriodKind[] = ['day', 'month', 'quarter', 'year'];
const two = (n: number): string => String(n).padStart(2, '0');

/** Whether periods of one kind are shorter than those of another. */
export const isShorter = (kind: PeriodKind, than: PeriodKind): boolean => sizes.indexOf(kind) < sizes.indexOf(than);

/** The periods of the next shorter kind that make up a period, in order: quarters of a year, months of a quarter, days of a month; a day has none. */
export function nextParts(period: string): string[] {
  const { kind, year, start } = parsePeriod(period);
  const first = Number(start.slice(5, 7));
  if (kind === 'year') return [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`);
  if (kind === 'quarter') return [0, 1, 2].map((by) => `${year}-${two(first + by)}`);
  return kind === 'month' ? Array.from({ length: daysIn(period) }, (_, n) => `${period}-${two(n + 1)}`) : [];
}

/** The period of a kind that is not shorter, in which a period lies. */
export function lyingIn(period: string, kind: PeriodKind): string {
  const { year, start } = parsePeriod(period);
  if (kind === 'day') return period;
  return kind === 'year' ? String(year) : kind === 'quarter' ? `${year}Q${Math.ceil(Number(start.slice(5, 7)) / 3)}` : start.slice(0, 7);
}
