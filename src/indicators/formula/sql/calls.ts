import type { Atom, Chain } from './chain.ts';
import { absolute, allThere, exponential, isNone, isThere, logarithm, logarithm10, logarithmTo, minus, negative, orNull, over, plus, power, roundHalfAway, squareRoot, times } from './guarded.ts';
import type { BinaryOp } from '../tree.ts';

type Work = (chain: Chain, args: Atom[]) => Atom;
const texts = (args: Atom[]): string[] => args.map((one) => one.sql);

/** An operation on numbers, one column. */
export const numeric = (work: (...operands: string[]) => string): Work => (chain, args) => chain.step(args, 'number', work(...texts(args)));
const add = numeric(plus);
const subtract = numeric(minus);
export const multiply = numeric(times);
export const divide = numeric(over);

const truncated = (a: Atom): Atom => ({ ...a, sql: `trunc(${a.sql})` });

const remainder: Work = (chain, [a, b]) => {
  const [left, right] = [a as Atom, b as Atom];
  return subtract(chain, [left, multiply(chain, [right, truncated(divide(chain, [left, right]))])]);
};
const arithmetic: Partial<Record<BinaryOp, Work>> = { '+': add, '-': subtract, '*': multiply, '/': divide, '%': remainder, '^': numeric(power) };
const comparisons: Partial<Record<BinaryOp, string>> = { '<': '<', '<=': '<=', '>': '>', '>=': '>=', '==': '=', '!=': '<>' };
const truth = (sql: string): string => `case when ${sql} then float8 '1' else float8 '0' end`;
const none = (one: Atom): string => (one.kind === 'text' ? `${one.sql} is null` : isNone(one.sql));
/** What a missing operand gives where the result is no text: a text that is not there is missing. */
const carried = (one: Atom): string => (one.kind === 'text' ? 'null::float8' : one.sql);
const firstNone = (args: Atom[], work: string): string => `case ${args.map((one) => `when ${none(one)} then ${carried(one)}`).join(' ')} else ${work} end`;
const equal = (a: Atom, b: Atom, op = '='): string => (a.kind === 'text' ? `${a.sql} collate "C" ${op} ${b.sql} collate "C"` : `${a.sql} ${op} ${b.sql}`);

export function binary(chain: Chain, op: BinaryOp, a: Atom, b: Atom): Atom {
  const work = arithmetic[op];
  if (work) return work(chain, [a, b]);
  if (op === '&&' || op === '||') {
    const decides = op === '&&' ? 0 : 1;
    return chain.step([a, b], 'boolean', `case when ${a.sql} = ${decides} or ${b.sql} = ${decides} then float8 '${decides}' when ${isNone(a.sql)} then ${a.sql} when ${isNone(b.sql)} then ${b.sql} else float8 '${1 - decides}' end`);
  }
  return chain.step([a, b], 'boolean', firstNone([a, b], truth(equal(a, b, comparisons[op]))));
}

export const negate = numeric(negative);
export const invert: Work = (chain, [a]) => chain.step([a as Atom], 'boolean', allThere(texts([a as Atom]), `1 - ${a?.sql}`));

/** Computes from all, or gives the first that is not there, whatever the parts would say among themselves. */
const guarded = (work: Work): Work => (chain, args) => {
  const found = work(chain, args);
  return chain.step([...args, found], 'number', allThere(texts(args), found.sql));
};
const normalise: Work = (chain, [x, worst, best]) => divide(chain, [subtract(chain, [x as Atom, worst as Atom]), subtract(chain, [best as Atom, worst as Atom])]);
const weighted: Work = (chain, args) => {
  const pairs = args.flatMap((one, n) => (n % 2 === 0 ? [[one, args[n + 1] as Atom] as const] : []));
  const sum = pairs.map((pair) => multiply(chain, [...pair])).reduce((a, b) => add(chain, [a, b]));
  return divide(chain, [sum, pairs.map(([, weight]) => weight).reduce((a, b) => add(chain, [a, b]))]);
};

const there = (one: Atom): string => (one.kind === 'text' ? one.sql : orNull(one.sql));
const extreme = (name: 'greatest' | 'least'): Work => (chain, args) => chain.step(args, 'number', `coalesce(${name}(${args.map(there).join(', ')}), ${args[0]?.sql})`);
/** What JavaScript's trim() takes away. */
const blanks = `E' \\t\\n\\r\\u000b\\u000c\\u00a0\\u1680\\u2000\\u2001\\u2002\\u2003\\u2004\\u2005\\u2006\\u2007\\u2008\\u2009\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff'`;
const parts = (text: string): string => `case when ${text} = '' then array[''] else array(select btrim(item, ${blanks}) from unnest(string_to_array(${text}, ',')) item) end`;

/** How each function is computed from its arguments; `if` decides what counts as used and stands in the compiler. */
export const calls: Record<string, Work> = {
  if: (chain, [test, yes, no]) => chain.step([test as Atom, yes as Atom, no as Atom], (yes as Atom).kind, `case when ${test?.sql} = 1 then ${yes?.sql} else ${no?.sql} end`),
  isNull: (chain, [a]) => chain.step([a as Atom], 'boolean', truth(none(a as Atom))),
  isNotNull: (chain, [a]) => chain.step([a as Atom], 'boolean', truth(a?.kind === 'text' ? `${a.sql} is not null` : isThere((a as Atom).sql))),
  firstNonNull: (chain, args) => chain.step(args, (args[0] as Atom).kind, `coalesce(${args.map(there).join(', ')}, ${args[0]?.sql})`),
  greatest: extreme('greatest'),
  least: extreme('least'),
  round: numeric(roundHalfAway),
  floor: numeric((a) => `floor(${a})`),
  ceil: numeric((a) => `ceil(${a})`),
  abs: numeric(absolute),
  sqrt: numeric(squareRoot),
  exp: numeric(exponential),
  log: (chain, args) => numeric(args.length === 1 ? logarithm : (logarithmTo as (...operands: string[]) => string))(chain, args),
  log10: numeric(logarithm10),
  contains: (chain, args) => chain.step(args, 'boolean', firstNone(args, truth(args.slice(1).map((part) => `strpos(${args[0]?.sql}, ${part.sql}) > 0`).join(' and ')))),
  containsItems: (chain, args) => chain.step(args, 'boolean', firstNone(args, truth(`array[${texts(args.slice(1)).join(', ')}]::text[] <@ (${parts((args[0] as Atom).sql)})::text[]`))),
  removeZeros: numeric((a) => `case when ${a} = 0 then null else ${a} end`),
  in: (chain, args) => {
    const [x, ...others] = args as [Atom, ...Atom[]];
    const found = others.map((one) => `when ${equal(x, one)} then float8 '1'`).join(' ');
    return chain.step(args, 'boolean', `case when ${none(x)} then ${carried(x)} ${found} ${others.map((one) => `when ${none(one)} then ${carried(one)}`).join(' ')} else float8 '0' end`);
  },
  normalise: guarded(normalise),
  weighted: guarded(weighted),
};
