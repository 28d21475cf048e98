/** Why there is no number. A trouble travels through a formula as a null does, and names itself at the end. */
export type Reason = 'missing' | 'zero_denominator' | 'overflow' | 'domain';
export interface Trouble {
  reason: Reason;
}
export const zeroDenominator: Trouble = Object.freeze({ reason: 'zero_denominator' });
export const overflow: Trouble = Object.freeze({ reason: 'overflow' });
export const domain: Trouble = Object.freeze({ reason: 'domain' });

export const finite = (value: number): number | Trouble => (value - value === 0 ? value : Number.isNaN(value) ? domain : overflow);

export const divide = (a: number, b: number): number | Trouble => (b === 0 ? zeroDenominator : finite(a / b));

/** Takes the sign of the dividend; in doubles, as `docs/arithmetic.md` says. */
export const remainder = (a: number, b: number): number | Trouble => {
  if (b === 0) return zeroDenominator;
  const quotient = a / b;
  return quotient - quotient === 0 ? finite(a - b * Math.trunc(quotient)) : overflow;
};

/** Zero to a negative power, and a negative number to a broken one, are outside the domain. */
export const power = (a: number, b: number): number | Trouble => ((a === 0 && b < 0) || (a < 0 && !Number.isInteger(b)) ? domain : finite(a ** b));

export const squareRoot = (a: number): number | Trouble => (a < 0 ? domain : Math.sqrt(a));
export const logarithm = (a: number): number | Trouble => (a <= 0 ? domain : Math.log(a));
export const logarithm10 = (a: number): number | Trouble => (a <= 0 ? domain : Math.log10(a));
export const logarithmTo = (a: number, base: number): number | Trouble => (a <= 0 || base <= 0 || base === 1 ? domain : finite(base === 2 ? Math.log2(a) : base === 10 ? Math.log10(a) : Math.log(a) / Math.log(base)));

/** Half away from zero on the shortest decimal text: round(1.005, 2) is 1.01, as a reader expects. Works on the digits, never on a product. */
export function roundHalfAway(value: number, places = 0): number | Trouble {
  const wanted = Math.max(-400, Math.min(400, Math.trunc(places)));
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const keep = Number(exponent) + 1 + wanted; // so many of the digits stand before the place that is rounded
  if (keep >= digits.length) return value;
  if (keep < 0) return 0;
  const up = digits.charCodeAt(keep) >= 53; // the digit 5
  const kept = BigInt(digits.slice(0, keep) || '0') + (up ? 1n : 0n);
  const rounded = Number(`${kept}e${-wanted}`);
  if (!Number.isFinite(rounded)) return overflow;
  return value < 0 ? -rounded : rounded;
}

/** Text by code point, as `collate "C"` compares it; JavaScript itself compares halves of surrogate pairs. */
export function compareText(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  for (let n = 0; n < most; n += 1) {
    const [x, y] = [a.charCodeAt(n), b.charCodeAt(n)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points above all others of 16 bits. */
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit >= 0xe000 ? unit - 0x800 : unit + 0x2000);
