/** What is known of one area: its stored value, and between which values it certainly lies. */
export interface Ranked {
  code: string;
  value: number;
  /** Absent where nothing but the value itself is meant. */
  low?: number | undefined;
  high?: number | undefined;
}

/** A place among all that have a value: certainly not before `from`, certainly not after `to`. The first is 1. */
export interface Placed {
  from: number;
  to: number;
  /** How many others have the very same value, none of them in doubt. */
  tied: number;
  /** True where nothing but a tie makes it more than one place. */
  certain: boolean;
}

/**
 * The place of each, best first: the highest where higher is better, the lowest where lower is. Equal values share their places, 3–4 for two.
 * A value in doubt may lie anywhere between its bounds, so it has a range of places, and so have those whose place depends on it. Values are
 * compared as they are stored.
 */
export function placesOf(rows: Ranked[], best: 'higher' | 'lower'): Map<string, Placed> {
  const sign = best === 'higher' ? 1 : -1;
  const all = rows.map(({ code, value, low = value, high = value }) => ({ code, least: Math.min(low * sign, high * sign), most: Math.max(low * sign, high * sign) }));
  const leasts = all.map(({ least }) => least).sort((a, b) => a - b);
  const mosts = all.map(({ most }) => most).sort((a, b) => a - b);
  const points = new Map<number, number>();
  for (const { least, most } of all) if (least === most) points.set(least, (points.get(least) ?? 0) + 1);
  return new Map(all.map(({ code, least, most }) => {
    const [ahead, behind] = [all.length - upTo(leasts, most), below(mosts, least)];
    const tied = least === most ? (points.get(least) ?? 1) - 1 : 0;
    return [code, { from: ahead + 1, to: all.length - behind, tied, certain: all.length - behind - ahead - 1 === tied && least === most }];
  }));
}

/** How many of a sorted list are at most so much. */
const upTo = (sorted: number[], bound: number): number => countWhile(sorted, (one) => one <= bound);
const below = (sorted: number[], bound: number): number => countWhile(sorted, (one) => one < bound);

function countWhile(sorted: number[], holds: (one: number) => boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(sorted[middle] as number)) from = middle + 1;
    else to = middle;
  }
  return from;
}
