/** Failed sign-ins in a row for one address. */
export interface Attempts {
  failed: number;
  lastAt: Date;
  lockedUntil: Date | null;
}

/** After so many failures in a row an account rests for so long; said on the page. */
export const failuresAllowed = 5;
export const lockMinutes = 15;
/** Failures that are older count no more. */
const forgottenAfter = 24 * 60 * 60_000;

/**
 * Counts an attempt before it is tried, so that many at once cannot all be tried: a success takes the count away again. While the account
 * rests nothing is tried and nothing is counted; who tries on after each rest still keeps the account resting (`docs/security.md` says so).
 */
export function countAttempt(kept: Attempts | null, now: Date): { allowed: boolean; next: Attempts } {
  if (kept?.lockedUntil && kept.lockedUntil > now) return { allowed: false, next: kept };
  const failed = (kept && now.getTime() - kept.lastAt.getTime() < forgottenAfter ? kept.failed : 0) + 1;
  const lockedUntil = failed % failuresAllowed === 0 ? new Date(now.getTime() + lockMinutes * 60_000) : null;
  return { allowed: true, next: { failed, lastAt: now, lockedUntil } };
}
