/** A decimal number without rounding: `digits` times ten to the power `-scale`. */
export interface Decimal {
  digits: bigint;
  scale: number;
}

export const mostDigits = 20;
const shape = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,4}))?$/;

/** A written number as a decimal; null when it is none. */
export function toDecimal(text: string): Decimal | null {
  const found = shape.exec(text);
  const whole = `${found?.[2] ?? ''}${found?.[3] ?? ''}`;
  if (!found || whole === '') return null;
  const digits = BigInt(whole) * (found[1] === '-' ? -1n : 1n);
  return { digits, scale: (found[3]?.length ?? 0) - Number(found[4] ?? 0) };
}

/** Digits that carry meaning: `0.0120` has two. */
export function significantDigits(text: string): number {
  const [mantissa = ''] = text.split(/[eE]/);
  return mantissa.replace(/[-+.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
}

export function addDecimals(one: Decimal, other: Decimal): Decimal {
  const scale = Math.max(one.scale, other.scale);
  return { digits: atScale(one, scale) + atScale(other, scale), scale };
}

export const multiplyDecimals = (one: Decimal, other: Decimal): Decimal => ({ digits: one.digits * other.digits, scale: one.scale + other.scale });

/** A decimal as text that `toDecimal` reads as the same. */
export const writeDecimal = ({ digits, scale }: Decimal): string => (scale === 0 ? String(digits) : `${digits}e${-scale}`);

export function compareDecimals(one: Decimal, other: Decimal): number {
  const scale = Math.max(one.scale, other.scale);
  const [a, b] = [atScale(one, scale), atScale(other, scale)];
  return a < b ? -1 : a > b ? 1 : 0;
}

const atScale = ({ digits, scale }: Decimal, wanted: number): bigint => digits * 10n ** BigInt(wanted - scale);

/** The nearest double: the one place where a decimal is rounded. */
export const toDouble = ({ digits, scale }: Decimal): number => Number(`${digits}e${-scale}`);
