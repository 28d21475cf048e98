import { compareText, divide, finite, logarithm, logarithm10, logarithmTo, roundHalfAway, squareRoot, type Trouble } from './arithmetic.ts';
import type { Frame, Value } from './plan.ts';

export type Result = Value | Trouble;
/** What a formula is computed from, and which missing numbers counted as zero on the way. */
export interface Run extends Frame {
  zeros: Set<string> | null;
}
export type Closure = (run: Run) => Result;

/** Null or a trouble: nothing to compute with. */
export const isNone = (value: Result): value is null | Trouble => typeof value === 'object';

const one = (of: (a: number) => number | null | Trouble) => (args: Closure[]): Closure => {
  const [a] = args as [Closure];
  return (run) => {
    const x = a(run);
    return typeof x === 'number' ? of(x) : x;
  };
};

/** Computes from all arguments, or gives the first that is not there. */
const all = (of: (found: Result[]) => Result) => (args: Closure[]): Closure => (run) => {
  const found = args.map((arg) => arg(run));
  return found.some(isNone) ? firstNone(found) : of(found);
};

/** The better of those that are there; where there is none, what the first says. */
const extreme = (better: (a: number, b: number) => boolean) => (args: Closure[]): Closure => {
  const [head, ...rest] = args as [Closure, ...Closure[]];
  return (run) => {
    let best = head(run);
    for (const arg of rest) {
      const x = arg(run);
      if (typeof x === 'number' && (typeof best !== 'number' || better(x, best))) best = x;
    }
    return best;
  };
};

const firstNone = (found: Result[]): Result => found.find(isNone) ?? null;
const itemsOf = (text: Result): string[] => String(text).split(',').map((item) => item.trim());

/** How each function is computed from its arguments. */
export const calls: Record<string, (args: Closure[]) => Closure> = {
  if: (args) => {
    const [test, yes, no] = args as [Closure, Closure, Closure];
    return (run) => (test(run) === true ? yes(run) : no(run));
  },
  isNull: ([a]) => (run) => isNone((a as Closure)(run)),
  isNotNull: ([a]) => (run) => !isNone((a as Closure)(run)),
  firstNonNull: (args) => {
    const [head, ...rest] = args as [Closure, ...Closure[]];
    return (run) => {
      const first = head(run);
      if (!isNone(first)) return first;
      for (const arg of rest) {
        const x = arg(run);
        if (!isNone(x)) return x;
      }
      return first;
    };
  },
  greatest: extreme((a, b) => a > b),
  least: extreme((a, b) => a < b),
  round: (args) => (args.length === 1 ? one(roundHalfAway)(args) : all(([x, places]) => roundHalfAway(x as number, places as number))(args)),
  floor: one(Math.floor),
  ceil: one(Math.ceil),
  abs: one(Math.abs),
  sqrt: one(squareRoot),
  exp: one((x) => finite(Math.exp(x))),
  log: (args) => (args.length === 1 ? one(logarithm)(args) : all(([x, base]) => logarithmTo(x as number, base as number))(args)),
  log10: one(logarithm10),
  contains: all(([text, ...parts]) => parts.every((part) => String(text).includes(String(part)))),
  containsItems: all(([text, ...items]) => items.every((item) => itemsOf(text ?? null).includes(String(item)))),
  removeZeros: one((x) => (x === 0 ? null : x)),
  in: (args) => (run) => {
    const [x = null, ...others] = args.map((arg) => arg(run));
    if (isNone(x)) return x;
    if (others.includes(x)) return true;
    return others.some(isNone) ? firstNone(others) : false;
  },
  normalise: all(([x, worst, best]) => {
    const [above, span] = [finite((x as number) - (worst as number)), finite((best as number) - (worst as number))];
    return typeof above !== 'number' ? above : typeof span !== 'number' ? span : divide(above, span);
  }),
  weighted: all((found) => {
    let sum: number | Trouble = 0;
    let weights: number | Trouble = 0;
    for (let n = 0; n < found.length; n += 2) {
      const part = finite((found[n] as number) * (found[n + 1] as number));
      sum = typeof sum !== 'number' ? sum : typeof part !== 'number' ? part : n === 0 ? part : finite(sum + part);
      weights = typeof weights !== 'number' ? weights : n === 0 ? (found[1] as number) : finite(weights + (found[n + 1] as number));
    }
    return typeof sum !== 'number' ? sum : typeof weights !== 'number' ? weights : divide(sum, weights);
  }),
};

/** Comparison of two texts or two numbers (`==` and `!=` also of true and false). */
export function compare(op: string, a: number | string | boolean, b: number | string | boolean): boolean {
  const order = typeof a === 'string' && typeof b === 'string' ? compareText(a, b) : a < b ? -1 : a > b ? 1 : 0;
  switch (op) {
    case '==': return order === 0;
    case '!=': return order !== 0;
    case '<': return order < 0;
    case '<=': return order <= 0;
    case '>': return order > 0;
    default: return order >= 0;
  }
}
