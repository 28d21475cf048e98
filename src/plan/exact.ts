/** Weights and rupiah as whole numbers of millionths, so that sums are exact. */
const digits = 6;

/** Null for what is no number of at most six decimals. */
export function exactly(given: string): bigint | null {
  const found = /^(-?)(\d{1,20})(?:\.(\d{1,20}))?$/.exec(given.trim());
  if (!found) return null;
  const behind = (found[3] ?? '').replace(/0+$/, '');
  if (behind.length > digits) return null;
  const whole = BigInt(found[2] ?? '0') * 10n ** BigInt(digits) + BigInt(behind.padEnd(digits, '0'));
  return found[1] === '-' ? -whole : whole;
}

export function inText(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  const behind = String(size % 10n ** BigInt(digits)).padStart(digits, '0').replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${size / 10n ** BigInt(digits)}${behind === '' ? '' : `.${behind}`}`;
}

/** The sum of numbers; null counts nothing. */
export const sumOf = (all: readonly (string | null)[]): bigint => all.reduce((sum, one) => sum + (one === null ? 0n : (exactly(one) ?? 0n)), 0n);
