import { cycles, type View, views } from '#data/index.ts';
import type { Steps } from '#kernel/context.ts';
import { lyingIn } from '#kernel/period-parts.ts';
import { parsePeriod, type PeriodKind } from '#kernel/periods.ts';
import type { Reports } from './formula/report-metrics.ts';
import type { Ready } from './ready-indicators.ts';
import { placeKey, type Sources } from './sources.ts';

const elementsAtOnce = 20;
const longer: Record<PeriodKind, PeriodKind[]> = { day: ['day', 'month', 'quarter', 'year'], month: ['month', 'quarter', 'year'], quarter: ['quarter', 'year'], year: ['year'] };

/**
 * What has been reported of all that the formulas count, in each view: at the item's own area and period, and in every area and period that hold
 * it. In `current` what was sent on counts, in `published` what is published. Few elements in one transaction, so that no page waits.
 */
export async function readReports(steps: Steps, affected: Pick<Ready, 'reports'>[], areas: Sources['areas']): Promise<Record<View, Sources['reports']>> {
  const found: Record<View, Sources['reports']> = { current: new Map(), published: new Map() };
  const wanted = new Map(affected.flatMap(({ reports }) => [...reports]));
  const parentOf = new Map(areas.map((one) => [one.code, one.parentCode]));
  const rows = new Map<string, Awaited<ReturnType<typeof cycles.reports>>>();
  const left = [...new Set([...wanted.values()].flat())];
  while (left.length > 0) {
    const some = left.splice(0, elementsAtOnce);
    await steps.foresee(async (tx) => {
      for (const element of some) rows.set(element, await cycles.reports(tx, element, steps.staged));
    });
  }
  for (const [code, elements] of wanted) {
    for (const view of views) {
      const at = new Map<string, Reports>();
      for (const row of elements.flatMap((element) => rows.get(element) ?? [])) {
        const { actual, onTime } = row[view];
        for (const key of placesAround(row, parentOf)) {
          const there = at.get(key) ?? { expected: 0, actual: 0, onTime: 0 };
          at.set(key, { expected: there.expected + row.expected, actual: there.actual + actual, onTime: there.onTime + onTime });
        }
      }
      found[view].set(code, at);
    }
  }
  return found;
}

/** An item counts where it stands and in all that holds it: areas above, and longer periods. */
function placesAround({ areaCode, period }: { areaCode: string; period: string }, parentOf: Map<string, string | null>): string[] {
  const periods = longer[parsePeriod(period).kind].map((kind) => lyingIn(period, kind));
  const above: string[] = [];
  for (let at: string | null = areaCode; at !== null && !above.includes(at); at = parentOf.get(at) ?? null) above.push(at);
  return above.flatMap((area) => periods.map((one) => placeKey(area, one)));
}
