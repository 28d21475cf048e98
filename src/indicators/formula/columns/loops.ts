import { logarithmTo, roundHalfAway, type Trouble } from '../arithmetic.ts';

/** So many rows of a node: NaN where there is no number, whatever the reason. True and false are 1 and 0. */
export type Block = Float64Array;
/** Fills `to` for the first `count` rows. */
export type Loop = (count: number, to: Block, x: Block, y: Block, z: Block) => void;
type Of = (block: Block, row: number) => number;
const at: Of = (block, row) => block[row] as number;

// One loop for each operator, written out, without branches where there is a way: a call for each row would cost more than the work.
// `r - r` is 0, or NaN where r is infinite: what overflows is no number, and there is one zero.
export const add: Loop = (count, to, x, y) => {
  for (let i = 0; i < count; i += 1) {
    const r = at(x, i) + at(y, i);
    to[i] = r + (r - r);
  }
};
export const subtract: Loop = (count, to, x, y) => {
  for (let i = 0; i < count; i += 1) {
    const r = at(x, i) - at(y, i);
    to[i] = r + (r - r);
  }
};
export const multiply: Loop = (count, to, x, y) => {
  for (let i = 0; i < count; i += 1) {
    const r = at(x, i) * at(y, i);
    to[i] = r + (r - r);
  }
};
/** By zero a quotient is infinite or NaN. */
export const divide: Loop = (count, to, x, y) => {
  for (let i = 0; i < count; i += 1) {
    const r = at(x, i) / at(y, i);
    to[i] = r + (r - r);
  }
};
export const remainder: Loop = (count, to, x, y) => {
  for (let i = 0; i < count; i += 1) {
    const r = at(x, i) - at(y, i) * Math.trunc(at(x, i) / at(y, i));
    to[i] = r + (r - r);
  }
};
/** `NaN ** 0` would be 1. */
export const power: Loop = (count, to, x, y) => {
  for (let i = 0; i < count; i += 1) {
    const r = at(x, i) ** at(y, i);
    to[i] = r + (r - r) + (at(x, i) - at(x, i));
  }
};

export const negative: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) to[i] = 0 - at(x, i);
};
export const absolute: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) to[i] = Math.abs(at(x, i));
};
export const floor: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) to[i] = Math.floor(at(x, i)) + 0;
};
export const ceil: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) to[i] = Math.ceil(at(x, i)) + 0;
};
/** A bare reference or number as a result. */
export const same: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) to[i] = at(x, i) + 0;
};
export const not: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) to[i] = 1 - at(x, i);
};
export const squareRoot: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) to[i] = Math.sqrt(at(x, i)) + 0;
};
export const exponential: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) {
    const r = Math.exp(at(x, i));
    to[i] = r + (r - r);
  }
};
export const logarithm: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) {
    const r = Math.log(at(x, i));
    to[i] = r + (r - r);
  }
};
export const logarithm10: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) {
    const r = Math.log10(at(x, i));
    to[i] = r + (r - r);
  }
};
export const removeZeros: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) to[i] = at(x, i) === 0 ? Number.NaN : at(x, i);
};

/** Work that costs more than a call. */
const each = (work: (x: number, y: number) => number | Trouble): Loop => (count, to, x, y) => {
  for (let i = 0; i < count; i += 1) {
    const r = Number.isNaN(at(x, i) + at(y, i)) ? Number.NaN : work(at(x, i), at(y, i));
    to[i] = typeof r === 'number' ? r + 0 : Number.NaN;
  }
};
export const roundTo = each(roundHalfAway);
export const logTo = each(logarithmTo);

// What a comparison gives beside NaN is no matter: x - x makes it NaN again.
export const comparisons: Record<string, Loop> = {
  '<': (count, to, x, y) => { for (let i = 0; i < count; i += 1) to[i] = Number(at(x, i) < at(y, i)) + (at(x, i) - at(x, i)) + (at(y, i) - at(y, i)); },
  '<=': (count, to, x, y) => { for (let i = 0; i < count; i += 1) to[i] = Number(at(x, i) <= at(y, i)) + (at(x, i) - at(x, i)) + (at(y, i) - at(y, i)); },
  '>': (count, to, x, y) => { for (let i = 0; i < count; i += 1) to[i] = Number(at(x, i) > at(y, i)) + (at(x, i) - at(x, i)) + (at(y, i) - at(y, i)); },
  '>=': (count, to, x, y) => { for (let i = 0; i < count; i += 1) to[i] = Number(at(x, i) >= at(y, i)) + (at(x, i) - at(x, i)) + (at(y, i) - at(y, i)); },
  '==': (count, to, x, y) => { for (let i = 0; i < count; i += 1) to[i] = Number(at(x, i) === at(y, i)) + (at(x, i) - at(x, i)) + (at(y, i) - at(y, i)); },
  '!=': (count, to, x, y) => { for (let i = 0; i < count; i += 1) to[i] = Number(at(x, i) !== at(y, i)) + (at(x, i) - at(x, i)) + (at(y, i) - at(y, i)); },
};

/** Three-valued: what decides decides even beside what is not known. */
export const and: Loop = (count, to, x, y) => {
  for (let i = 0; i < count; i += 1) to[i] = at(x, i) === 0 || at(y, i) === 0 ? 0 : at(x, i) * at(y, i);
};
export const or: Loop = (count, to, x, y) => {
  for (let i = 0; i < count; i += 1) to[i] = at(x, i) === 1 || at(y, i) === 1 ? 1 : at(x, i) + at(y, i);
};
export const choose: Loop = (count, to, test, yes, no) => {
  for (let i = 0; i < count; i += 1) to[i] = (at(test, i) === 1 ? at(yes, i) : at(no, i)) + 0;
};

/** Of two the better that is there. */
export const greater: Loop = (count, to, x, y) => {
  for (let i = 0; i < count; i += 1) {
    const [a, b] = [at(x, i), at(y, i)];
    to[i] = (b > a || Number.isNaN(a) ? b : a) + 0;
  }
};
export const lesser: Loop = (count, to, x, y) => {
  for (let i = 0; i < count; i += 1) {
    const [a, b] = [at(x, i), at(y, i)];
    to[i] = (b < a || Number.isNaN(a) ? b : a) + 0;
  }
};
export const firstOf: Loop = (count, to, x, y) => {
  for (let i = 0; i < count; i += 1) to[i] = (Number.isNaN(at(x, i)) ? at(y, i) : at(x, i)) + 0;
};
export const isMissing: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) to[i] = Number(Number.isNaN(at(x, i)));
};
export const isThere: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) to[i] = Number(!Number.isNaN(at(x, i)));
};
/** What is missing counts as zero. */
export const zeroed: Loop = (count, to, x) => {
  for (let i = 0; i < count; i += 1) to[i] = Number.isNaN(at(x, i)) ? 0 : at(x, i) + 0;
};
