/**
 * Rounds half away from zero on the shortest decimal text of the number: round(1.005, 2) is 1.01, as a reader expects, though the
 * double is a little less. Negative places round to tens and hundreds. May overflow to an infinity near the largest doubles.
 */
export function roundHalfAway(value: number, places = 0): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const [mantissa = '0', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const last = Number(exponent) + 1; // digits before the decimal point
  const kept = last + Math.trunc(places);
  if (kept >= digits.length) return value;
  if (kept < 0) return 0;
  const up = (digits[kept] ?? '0') >= '5' ? 1n : 0n;
  const rounded = Number(`${BigInt(digits.slice(0, kept) || '0') + up}e${last - kept}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
