/** A seeded source of numbers: the same seed and label give the same row on every machine. */
export interface Random {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** A number from `low` to `high`, cut to so many decimals. */
  decimal(low: number, high: number, places: number): number;
  shuffled<T>(items: readonly T[]): T[];
}

/** Each part of a region draws from its own label, so that a longer part does not move the others. */
export function randomOf(seed: number, label: string): Random {
  let state = (hashOf(label) ^ seed) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    integer,
    decimal: (low, high, places) => integer(Math.round(low * 10 ** places), Math.round(high * 10 ** places)) / 10 ** places,
    shuffled: (items) => {
      const out = [...items];
      for (let n = out.length - 1; n > 0; n -= 1) {
        const other = integer(0, n);
        [out[n], out[other]] = [out[other] as (typeof out)[number], out[n] as (typeof out)[number]];
      }
      return out;
    },
  };
}

function hashOf(label: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < label.length; n += 1) hash = Math.imul(hash ^ label.charCodeAt(n), 0x01000193);
  return hash >>> 0;
}
