import { isIPv6 } from 'node:net';

/** Failed sign-ins in a row that are counted together. */
export interface Attempts {
  failed: number;
  lastAt: Date;
  lockedUntil: Date | null;
}

/** After so many failures in a row from one network, or from one known device, its tries for that address rest for so long; said on the page. */
export const failuresAllowed = 5;
export const lockMinutes = 15;
/** So many from all unknown devices together: who guesses from everywhere is slow too, and a device that signed in before still gets in. */
export const failuresFromEverywhere = 50;
/** Failures that are older count no more. */
const forgottenAfter = 24 * 60 * 60_000;

/**
 * Counts an attempt before it is tried, so that many at once cannot all be tried: a success takes the count away again. During a rest
 * nothing is tried and nothing is counted.
 */
export function countAttempt(kept: Attempts | null, now: Date, most = failuresAllowed): { allowed: boolean; next: Attempts } {
  if (kept?.lockedUntil && kept.lockedUntil > now) return { allowed: false, next: kept };
  const failed = (kept && now.getTime() - kept.lastAt.getTime() < forgottenAfter ? kept.failed : 0) + 1;
  const lockedUntil = failed % most === 0 ? new Date(now.getTime() + lockMinutes * 60_000) : null;
  return { allowed: true, next: { failed, lastAt: now, lockedUntil } };
}

/** The network of an address: an IPv4 address by itself, of IPv6 the half that a provider gives to one customer. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const bare = address.split('%')[0] ?? '';
  if (!isIPv6(bare)) return address;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const behind = tail ? tail.split(':') : [];
  const all = tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - behind.length)).fill('0'), ...behind];
  return `${all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
