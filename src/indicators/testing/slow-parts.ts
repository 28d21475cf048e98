/**
 * "Put together over time and over areas" of docs/arithmetic.md, written from that page alone, slowly and with exact decimals. It shares nothing
 * with the engine, so that each may be held against the other.
 */

export interface SlowWays {
  time: string;
  area: string;
  weight: string | null;
  kind: string | null;
  categories: string[][];
}
export interface SlowWorld {
  parents: Record<string, string | null>;
  ways: Record<string, SlowWays>;
  /** By `key|area|period|series`; `-` does not apply. */
  stored: Map<string, string>;
  /** The series of the indicator that each element knows, in order; of one that knows none of them: `utama`, then the others by code. */
  order: Record<string, string[]>;
}
export interface SlowAsk {
  element: string;
  options?: string[];
  type?: string | null;
  from?: string | null;
  until?: string | null;
}

/** `n` times ten to the minus `k`. */
interface Exact {
  n: bigint;
  k: number;
}
/** Nothing; does not apply; or a value, with the series that it was taken from. */
type Found = null | 'out' | { x: Exact; series: Set<string>; parts: number };

export function exact(text: string): Exact {
  const [, sign, whole = '', broken = '', power = '0'] = /^(-?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/.exec(text) ?? [];
  const k = broken.length - Number(power);
  const n = BigInt(`${sign}${whole}${broken}`);
  return k < 0 ? { n: n * 10n ** BigInt(-k), k: 0 } : { n, k };
}
export const near = ({ n, k }: Exact): number => Number(`${n}e${-k}`) + 0;
const plus = (a: Exact, b: Exact): Exact => {
  const k = Math.max(a.k, b.k);
  return { n: a.n * 10n ** BigInt(k - a.k) + b.n * 10n ** BigInt(k - b.k), k };
};
const times = (a: Exact, b: Exact): Exact => ({ n: a.n * b.n, k: a.k + b.k });
const less = (a: Exact, b: Exact): boolean => plus(a, { n: -b.n, k: b.k }).n < 0n;

// Periods, by hand.
const kinds = ['day', 'month', 'quarter', 'year'];
const two = (n: number): string => String(n).padStart(2, '0');
export const kindOf = (period: string): string => (period.length === 4 ? 'year' : period.includes('Q') ? 'quarter' : period.length === 7 ? 'month' : 'day');
const monthDays = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
function monthsOf(period: string): [number, number] {
  const kind = kindOf(period);
  const first = kind === 'year' ? 1 : kind === 'quarter' ? Number(period[5]) * 3 - 2 : Number(period.slice(5, 7));
  return [first, first + ({ year: 11, quarter: 2 }[kind] ?? 0)];
}
const startOf = (period: string): string => (kindOf(period) === 'day' ? period : `${period.slice(0, 4)}-${two(monthsOf(period)[0])}-01`);
const endOf = (period: string): string => {
  const [year, last] = [Number(period.slice(0, 4)), monthsOf(period)[1]];
  return kindOf(period) === 'day' ? period : `${year}-${two(last)}-${two(monthDays(year, last))}`;
};
const daysOf = (period: string): number => (Date.parse(endOf(period)) - Date.parse(startOf(period))) / 86_400_000 + 1;
function splitOf(period: string): string[] {
  const year = period.slice(0, 4);
  const [first] = monthsOf(period);
  if (kindOf(period) === 'year') return [1, 2, 3, 4].map((n) => `${year}Q${n}`);
  if (kindOf(period) === 'quarter') return [0, 1, 2].map((n) => `${year}-${two(first + n)}`);
  return kindOf(period) === 'month' ? Array.from({ length: monthDays(Number(year), first) }, (_, n) => `${period}-${two(n + 1)}`) : [];
}
const within = ({ from, until }: SlowAsk, period: string): boolean => (!from || startOf(period) >= from) && (!until || endOf(period) <= until);

interface Asked extends SlowAsk {
  series?: string;
  /** A weight is not itself weighted. */
  weighs?: boolean;
}
interface Part {
  area: string;
  period: string;
  found: Found;
}
const spreads = new Set(['COUNT', 'STDDEV', 'VARIANCE']);

/** What an element gives at a place. */
export function slowValue(world: SlowWorld, ask: Asked, area: string, period: string): number | null {
  const found = inOneSeries(world, ask, area, period);
  if (found === null || found === 'out') return null;
  if (ask.type && spreads.has(ask.type) && found.parts === 1) return ask.type === 'COUNT' ? 1 : null; // one stored value: its count is 1, it has no spread
  return near(found.x);
}
/** Whether anything stands there of the element, or it can be put together whole. */
export function slowStands(world: SlowWorld, ask: SlowAsk, area: string, period: string): boolean {
  const named = [...world.stored.keys()].some((key) => key.startsWith(`${ask.element}|${area}|${period}|`) || (key.startsWith(`${ask.element}.`) && key.includes(`|${area}|${period}|`)));
  const found = inOneSeries(world, { element: ask.element, options: ask.options ?? [] }, area, period);
  return named || (found !== null && found !== 'out');
}

/** Parts are put together only within one series: the first of the indicator that all have. */
function inOneSeries(world: SlowWorld, ask: Asked, area: string, period: string): Found {
  const found = resolve(world, ask, area, period);
  if (found === null || found === 'out' || found.series.size < 2) return found;
  for (const series of world.order[ask.element] ?? []) {
    const alone = resolve(world, { ...ask, series }, area, period);
    if (alone !== null && alone !== 'out') return alone;
  }
  return null;
}

function resolve(world: SlowWorld, ask: Asked, area: string, period: string): Found {
  const own = stored(world, ask, area, period) ?? byCategory(world, ask, area, period);
  if (own !== null) return own;
  const ways = world.ways[ask.element] as SlowWays;
  const way = (declared: string): string => ask.type ?? (declared === 'weighted' && ask.weighs ? 'NONE' : declared.toUpperCase());
  const time = way(ways.time);
  const overTime = time === 'NONE' ? null : together(world, ask, time, inTime(world, ask, area, period));
  if (overTime !== null) return overTime;
  const over = way(ways.area);
  if (['NONE', 'LAST', 'FIRST'].includes(over)) return null;
  const below = Object.keys(world.parents).filter((one) => world.parents[one] === area);
  return together(world, ask, over, below.map((one) => ({ area: one, period, found: spreads.has(over) ? stored(world, ask, one, period) : resolve(world, ask, one, period) })));
}

function stored(world: SlowWorld, ask: Asked, area: string, period: string): Found {
  if (!within(ask, period)) return null;
  const categories = world.ways[ask.element]?.categories ?? [];
  const key = [ask.element, ...categories.flatMap((known) => (ask.options ?? []).filter((one) => known.includes(one)))].join('.');
  const at = (ask.series ? [ask.series] : (world.order[ask.element] ?? [])).map((series) => ({ series, text: world.stored.get(`${key}|${area}|${period}|${series}`) })).filter(({ text }) => text !== undefined);
  const chosen = at.find(({ text }) => text !== '-') ?? at[0];
  return chosen === undefined ? null : chosen.text === '-' ? 'out' : { x: exact(chosen.text as string), series: new Set([chosen.series]), parts: 1 };
}

/** A category that is not named is summed over, in an element that sums over areas. */
function byCategory(world: SlowWorld, ask: Asked, area: string, period: string): Found {
  const { area: over, categories } = world.ways[ask.element] as SlowWays;
  const free = categories.find((known) => !known.some((one) => ask.options?.includes(one)));
  if (over !== 'sum' || ask.type === 'NONE' || !free || !within(ask, period)) return null;
  const parts = free.map((option) => {
    const part = { ...ask, options: [...(ask.options ?? []), option] };
    return { area, period, found: stored(world, part, area, period) ?? byCategory(world, part, area, period) };
  });
  const sum = together(world, ask, 'SUM', parts);
  return sum === null || sum === 'out' ? sum : { ...sum, parts: 1 };
}

/** The longest parts that stand, each other one given way to its own parts, down to how often the element is counted. */
function inTime(world: SlowWorld, ask: Asked, area: string, period: string): Part[] {
  const kind = world.ways[ask.element]?.kind ?? null;
  if (kind === null || kinds.indexOf(kind) >= kinds.indexOf(kindOf(period))) return [];
  return splitOf(period).flatMap((part): Part[] => {
    const found = stored(world, ask, area, part) ?? byCategory(world, ask, area, part);
    if (found !== null) return [{ area, period: part, found }];
    const deeper = inTime(world, ask, area, part);
    return deeper.length > 0 ? deeper : within(ask, part) ? [{ area, period: part, found: null }] : [];
  });
}

function together(world: SlowWorld, ask: Asked, type: string, parts: Part[]): Found {
  const counting = parts.filter(({ found }) => found !== 'out');
  if (parts.length > 0 && counting.length === 0) return 'out';
  const needed = type === 'LAST' ? counting.slice(-1) : type === 'FIRST' ? counting.slice(0, 1) : type === 'COUNT' ? counting.filter(({ found }) => found !== null) : counting;
  const there = needed.flatMap((part) => (part.found !== null && part.found !== 'out' ? [{ ...part, found: part.found }] : []));
  if (there.length === 0 || there.length < needed.length) return null;
  const weights = type === 'WEIGHTED' ? there.map(({ area, period }) => weightAt(world, ask, area, period)) : [];
  if (weights.includes(null)) return null;
  const x = put(type, there.map(({ found, period }) => ({ x: found.x, days: BigInt(daysOf(period)), kind: kindOf(period) })), weights as Exact[]);
  return x === null ? null : { x, series: new Set(there.flatMap(({ found }) => [...found.series])), parts: there.length === 1 && !spreads.has(type) ? 2 : there.length + 1 };
}

function weightAt(world: SlowWorld, { element, from, until }: Asked, area: string, period: string): Exact | null {
  const { weight } = world.ways[element] as SlowWays;
  const found = weight === null ? null : inOneSeries(world, { element: weight, weighs: true, from: from ?? null, until: until ?? null }, area, period);
  return found === null || found === 'out' ? null : found.x;
}

function put(type: string, parts: { x: Exact; days: bigint; kind: string }[], weights: Exact[]): Exact | null {
  const all = parts.map(({ x }) => x);
  const sum = (of: Exact[]): Exact => of.reduce(plus);
  const ratio = (above: Exact[], below: Exact[]): Exact | null => (near(sum(below)) === 0 ? null : exact(String(near(sum(above)) / near(sum(below)))));
  switch (type) {
    case 'SUM': return sum(all);
    case 'MIN': return all.reduce((best, one) => (less(one, best) ? one : best));
    case 'MAX': return all.reduce((best, one) => (less(best, one) ? one : best));
    case 'LAST': return all.at(-1) ?? null;
    case 'FIRST': return all[0] ?? null;
    case 'COUNT': return { n: BigInt(all.length), k: 0 };
    case 'WEIGHTED': return ratio(all.map((x, n) => times(x, weights[n] as Exact)), weights);
    default: {
      if (new Set(parts.map(({ kind }) => kind)).size === 1) return exact(String(near(sum(all)) / all.length));
      return ratio(parts.map(({ x, days }) => times(x, { n: days, k: 0 })), parts.map(({ days }) => ({ n: days, k: 0 })));
    }
  }
}

/** `.yearToDate()`: the periods of one kind since the year began, put together by the element's way over time, or as it is asked. */
export function slowSinceNewYear(world: SlowWorld, ask: Asked, area: string, period: string): number | null {
  const kind = kindOf(period);
  const all = ((parts: string[]): string[] => (kind === 'quarter' ? parts : kind === 'month' ? parts.flatMap(splitOf) : []))(splitOf(period.slice(0, 4)));
  const periods = (kind === 'year' ? [period] : all).filter((one) => one <= period && within(ask, one));
  const way = ask.type ?? world.ways[ask.element]?.time.toUpperCase() ?? 'NONE';
  const attempt = (series: string | undefined): Found => together(world, ask, way, periods.map((one) => ({ area, period: one, found: inOneSeries(world, series === undefined ? ask : { ...ask, series }, area, one) })));
  const mixed = way === 'NONE' ? null : attempt(undefined);
  const found = mixed === null || mixed === 'out' || mixed.series.size < 2 ? mixed : ((world.order[ask.element] ?? []).map(attempt).find((one) => one !== null && one !== 'out') ?? null);
  return found === null || found === 'out' ? null : near(found.x);
}
