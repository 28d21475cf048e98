import { power, type Reason, remainder, roundHalfAway, type Trouble } from '../arithmetic.ts';

/** Rows that are worked on at once: their intermediate results stay near the processor. */
export const blockSize = 1_024;
/** Reasons by the number that stands for them in a column; 0 is none. */
export const reasons: (Reason | null)[] = [null, 'missing', 'zero_denominator', 'overflow', 'domain'];

/** So many rows of a node: NaN where there is no number, and then `why` says why. True and false are 1 and 0. */
export interface Block {
  values: Float64Array;
  why: Uint8Array;
}
/** Fills `out` for the first `count` rows. `why` is written only where there is no number. Answers whether that is so of any row. */
export type Loop = (count: number, out: Block, a: Block, b: Block, c: Block) => boolean;

/** The rows without a number: the first operand that is not there says why, else the work itself. */
function explain(count: number, out: Block, a: Block, b: Block | null, divides = false): true {
  for (let i = 0; i < count; i += 1) {
    const r = out.values[i] as number;
    if (r - r === 0) continue;
    out.values[i] = Number.NaN;
    if (Number.isNaN(a.values[i])) out.why[i] = a.why[i] as number;
    else if (b && Number.isNaN(b.values[i])) out.why[i] = b.why[i] as number;
    else out.why[i] = divides && b?.values[i] === 0 ? 2 : 3;
  }
  return true;
}

// One loop for each operator, written out: a call for each row would cost more than the work. + 0: there is one zero.
export const add: Loop = (count, out, a, b) => {
  const [to, x, y] = [out.values, a.values, b.values];
  let fine = true;
  for (let i = 0; i < count; i += 1) {
    const r = (x[i] as number) + (y[i] as number) + 0;
    to[i] = r;
    if (r - r !== 0) fine = false;
  }
  return fine ? false : explain(count, out, a, b);
};

export const subtract: Loop = (count, out, a, b) => {
  const [to, x, y] = [out.values, a.values, b.values];
  let fine = true;
  for (let i = 0; i < count; i += 1) {
    const r = (x[i] as number) - (y[i] as number) + 0;
    to[i] = r;
    if (r - r !== 0) fine = false;
  }
  return fine ? false : explain(count, out, a, b);
};

export const multiply: Loop = (count, out, a, b) => {
  const [to, x, y] = [out.values, a.values, b.values];
  let fine = true;
  for (let i = 0; i < count; i += 1) {
    const r = (x[i] as number) * (y[i] as number) + 0;
    to[i] = r;
    if (r - r !== 0) fine = false;
  }
  return fine ? false : explain(count, out, a, b);
};

/** By zero a quotient is infinite or NaN. */
export const divide: Loop = (count, out, a, b) => {
  const [to, x, y] = [out.values, a.values, b.values];
  let fine = true;
  for (let i = 0; i < count; i += 1) {
    const r = (x[i] as number) / (y[i] as number) + 0;
    to[i] = r;
    if (r - r !== 0) fine = false;
  }
  return fine ? false : explain(count, out, a, b, true);
};

/** Work that costs more than a call: what the closures do for one row. */
export const each = (work: (x: number, y: number) => number | null | Trouble): Loop => (count, out, a, b) => {
  let any = false;
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [a.values[i] as number, b.values[i] as number];
    const r = Number.isNaN(x) ? a.why[i] : Number.isNaN(y) ? b.why[i] : null;
    const found = r === null ? work(x, y) : null;
    if (typeof found === 'number') out.values[i] = found + 0;
    else {
      any = true;
      out.values[i] = Number.NaN;
      out.why[i] = r ?? reasons.indexOf(found === null ? 'missing' : found.reason);
    }
  }
  return any;
};
export const rest = each(remainder);
export const raise = each(power);
export const roundTo = each(roundHalfAway);

/** What has a number wherever its operand has one. */
const carried = (loop: (to: Float64Array, x: Float64Array, count: number) => void): Loop => (count, out, a) => {
  loop(out.values, a.values, count);
  let any = false;
  for (let i = 0; i < count; i += 1) {
    if (!Number.isNaN(a.values[i])) continue;
    any = true;
    out.why[i] = a.why[i] as number;
  }
  return any;
};
export const negative = carried((to, x, count) => { for (let i = 0; i < count; i += 1) to[i] = 0 - (x[i] as number); });
export const absolute = carried((to, x, count) => { for (let i = 0; i < count; i += 1) to[i] = Math.abs(x[i] as number); });
export const floor = carried((to, x, count) => { for (let i = 0; i < count; i += 1) to[i] = Math.floor(x[i] as number) + 0; });
export const ceil = carried((to, x, count) => { for (let i = 0; i < count; i += 1) to[i] = Math.ceil(x[i] as number) + 0; });
export const not = carried((to, x, count) => { for (let i = 0; i < count; i += 1) to[i] = 1 - (x[i] as number); });

const compared = (loop: (to: Float64Array, x: Float64Array, y: Float64Array, count: number) => void): Loop => (count, out, a, b) => {
  const [to, x, y] = [out.values, a.values, b.values];
  loop(to, x, y, count);
  let any = false;
  for (let i = 0; i < count; i += 1) {
    if (!Number.isNaN((x[i] as number) + (y[i] as number))) continue; // opposite infinities do not occur
    any = true;
    to[i] = Number.NaN;
    out.why[i] = (Number.isNaN(x[i]) ? a.why[i] : b.why[i]) as number;
  }
  return any;
};
export const comparisons: Record<string, Loop> = {
  '<': compared((to, x, y, count) => { for (let i = 0; i < count; i += 1) to[i] = (x[i] as number) < (y[i] as number) ? 1 : 0; }),
  '<=': compared((to, x, y, count) => { for (let i = 0; i < count; i += 1) to[i] = (x[i] as number) <= (y[i] as number) ? 1 : 0; }),
  '>': compared((to, x, y, count) => { for (let i = 0; i < count; i += 1) to[i] = (x[i] as number) > (y[i] as number) ? 1 : 0; }),
  '>=': compared((to, x, y, count) => { for (let i = 0; i < count; i += 1) to[i] = (x[i] as number) >= (y[i] as number) ? 1 : 0; }),
  '==': compared((to, x, y, count) => { for (let i = 0; i < count; i += 1) to[i] = x[i] === y[i] ? 1 : 0; }),
  '!=': compared((to, x, y, count) => { for (let i = 0; i < count; i += 1) to[i] = x[i] !== y[i] ? 1 : 0; }),
};

/** Three-valued: what decides decides even beside what is not known. */
const logic = (decides: 0 | 1): Loop => (count, out, a, b) => {
  let any = false;
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [a.values[i] as number, b.values[i] as number];
    const r = x === decides || y === decides ? decides : x + y - (1 - decides); // both the other, or NaN
    out.values[i] = r;
    if (!Number.isNaN(r)) continue;
    any = true;
    out.why[i] = (Number.isNaN(x) ? a.why[i] : b.why[i]) as number;
  }
  return any;
};
export const and = logic(0);
export const or = logic(1);

/** Takes `a` where there is a number that `better` prefers, else `b`; where there is none, what `a` says. */
const chosen = (better: (x: number, y: number) => boolean): Loop => (count, out, a, b) => {
  let any = false;
  for (let i = 0; i < count; i += 1) {
    const [x, y] = [a.values[i] as number, b.values[i] as number];
    const r = (Number.isNaN(y) || better(x, y) ? x : y) + 0;
    out.values[i] = r;
    if (!Number.isNaN(r)) continue;
    any = true;
    out.why[i] = a.why[i] as number;
  }
  return any;
};
export const greater = chosen((x, y) => x >= y);
export const lesser = chosen((x, y) => x <= y);
export const firstOf = chosen((x) => !Number.isNaN(x));

export const choose: Loop = (count, out, test, yes, no) => {
  const [to, t, x, y] = [out.values, test.values, yes.values, no.values];
  let any = false;
  for (let i = 0; i < count; i += 1) {
    const r = ((t[i] === 1 ? x[i] : y[i]) as number) + 0;
    to[i] = r;
    if (!Number.isNaN(r)) continue;
    any = true;
    out.why[i] = (t[i] === 1 ? yes.why[i] : no.why[i]) as number;
  }
  return any;
};

export const missingIs = (told: 0 | 1): Loop => (count, out, a) => {
  for (let i = 0; i < count; i += 1) out.values[i] = Number.isNaN(a.values[i]) ? told : 1 - told;
  return false;
};

/** What is missing counts as zero. */
export const zeroed: Loop = (count, out, a) => {
  for (let i = 0; i < count; i += 1) out.values[i] = Number.isNaN(a.values[i]) ? 0 : (a.values[i] as number) + 0;
  return false;
};

/** What was found, but the first of the others that is not there before it. */
export const unless: Loop = (count, out, found, a, b) => {
  let any = false;
  for (let i = 0; i < count; i += 1) {
    const first = Number.isNaN(a.values[i]) ? a : Number.isNaN(b.values[i]) ? b : found;
    const r = first.values[i] as number;
    out.values[i] = r;
    if (!Number.isNaN(r)) continue;
    any = true;
    out.why[i] = first.why[i] as number;
  }
  return any;
};

/** A bare reference or number as a result. */
export const same: Loop = carried((to, x, count) => { for (let i = 0; i < count; i += 1) to[i] = (x[i] as number) + 0; });
