import { disaggregation } from '#data/index.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { parsePeriod } from '#kernel/periods.ts';
import type { Say } from './check-meaning.ts';

const steps = ['enter', 'submit', 'approve', 'verify', 'publish'];

/** Deadlines in the order of the steps, locks that are steps, and items of a period in which their element is counted. */
export function cycleProblems(found: Tables, say: Say): void {
  for (const row of rowsOf(found, 'data.cycle')) {
    const days = ['opens_on', ...steps.map((step) => `${step}_by`)];
    const early = days.find((name, n) => n > 0 && String(row.data[name]) < String(row.data[days[n - 1] as string]));
    if (early) say(row, early, row.data[early], 'a day that is not before that of the step before');
    const locks = row.data.locks === null ? [] : String(row.data.locks).split(';');
    if (locks.some((lock, n) => !steps.includes(lock) || locks.indexOf(lock) !== n)) say(row, 'locks', row.data.locks, `some of ${steps.join(', ')}, each once, parted by \`;\``);
    if (row.data.state === 'reopened' && row.data.reason === null) say(row, 'reason', 'nothing', 'why it was opened again');
  }
  const kinds = new Map(rowsOf(found, 'data.element').map(({ data }) => [data.code, data.period_kind]));
  for (const row of rowsOf(found, 'data.cycle_item')) {
    const kind = kinds.get(disaggregation.elementIn(String(row.data.element_code)));
    if (kind && parsePeriod(String(row.data.period)).kind !== kind) say(row, 'period', row.data.period, `a ${String(kind)}: so the element is counted`);
  }
}
