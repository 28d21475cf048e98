import { divide, domain, finite, overflow, type Trouble } from './arithmetic.ts';
import { addDecimals, compareDecimals, type Decimal, multiplyDecimals, toDecimal, toDouble, writeDecimal } from './decimals.ts';
import type { Aggregation } from './tree.ts';

/** A member of a group: its double, and the decimal text it stands for. */
export interface Member {
  value: number;
  exact: string;
}

const decimalOf = ({ exact, value }: Member): Decimal => toDecimal(exact) ?? toDecimal(String(value)) ?? { digits: 0n, scale: 0 };
const total = (members: Member[]): Decimal => members.map(decimalOf).reduce(addDecimals);
const inOrder = (members: Member[]): Member[] => members.map((member) => ({ member, at: decimalOf(member) })).sort((a, b) => compareDecimals(a.at, b.at)).map(({ member }) => member);

/** Sums of decimals are exact and rounded once; the rest is what `docs/arithmetic.md` says. Never asked about an empty list. */
export function aggregate(type: Aggregation, members: Member[]): number | Trouble {
  const [first, last] = [members[0] as Member, members.at(-1) as Member];
  switch (type) {
    case 'SUM': return finite(toDouble(total(members)));
    case 'AVERAGE': return finite(toDouble(total(members)) / members.length);
    case 'COUNT': return members.length;
    case 'FIRST': return first.value;
    case 'LAST': return last.value;
    case 'MIN': return (inOrder(members)[0] as Member).value;
    case 'MAX': return (inOrder(members).at(-1) as Member).value;
    case 'VARIANCE':
    case 'STDDEV': {
      const found = spread(members);
      return 'reason' in found ? found : type === 'STDDEV' ? finite(found.scale * Math.sqrt(found.ratio)) : finite(found.scale * found.ratio * found.scale);
    }
    default: return members.length === 1 ? first.value : domain; // NONE: what is not to be aggregated has a value only where there is one
  }
}

/** One division of two exact sums: each member as often as its weight says. */
export const weightedAverage = (members: Member[], weights: Member[]): number | Trouble =>
  divide(toDouble(members.map((member, n) => multiplyDecimals(decimalOf(member), decimalOf(weights[n] as Member))).reduce(addDecimals)), toDouble(total(weights)));

/** The same as text that is not rounded where nothing had to be: a sum of decimals may be summed again. Null where there is no number. */
export function aggregateExact(type: Aggregation, members: Member[]): string | null {
  if (type === 'SUM') return writeDecimal(total(members));
  if (type === 'FIRST') return (members[0] as Member).exact;
  if (type === 'LAST') return (members.at(-1) as Member).exact;
  if (type === 'MIN') return (inOrder(members)[0] as Member).exact;
  if (type === 'MAX') return (inOrder(members).at(-1) as Member).exact;
  const found = aggregate(type, members);
  return typeof found === 'number' ? String(found) : null;
}

/** Of a sample: divided by n - 1, so that one member has none. At the ends of the range in units of the largest distance from the mean, so that no square is lost or too large on the way. */
function spread(members: Member[]): { scale: number; ratio: number } | Trouble {
  if (members.length < 2) return domain;
  const mean = toDouble(total(members)) / members.length;
  const apart = members.map(({ value }) => value - mean);
  const inUnits = (scale: number): { scale: number; ratio: number } => ({ scale, ratio: apart.reduce((sum, one) => sum + (one / scale) ** 2, 0) / (members.length - 1) });
  const plain = inUnits(1);
  if (plain.ratio > 1e-290 && plain.ratio < 1e290) return plain;
  const scale = Math.max(...apart.map(Math.abs));
  return !Number.isFinite(scale) ? overflow : scale === 0 ? { scale, ratio: 0 } : inUnits(scale);
}

/** The middle member, or half the exact sum of the two in the middle. */
export function median(members: Member[]): number | Trouble {
  const sorted = inOrder(members);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] as Member).value : aggregate('AVERAGE', [sorted[half - 1] as Member, sorted[half] as Member]);
}

/** On a straight line between the two members beside the wanted place. */
export function percentile(members: Member[], share: number): number | Trouble {
  if (share < 0 || share > 100) return domain;
  const sorted = inOrder(members);
  const place = (share / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as Member;
  const above = sorted[Math.ceil(place)] as Member;
  return below === above ? below.value : finite(below.value + (place - Math.floor(place)) * (above.value - below.value));
}
