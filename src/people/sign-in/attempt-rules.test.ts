import { describe, expect, it } from 'vitest';
import { type Attempts, countAttempt, networkOf } from './attempt-rules.ts';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 28, 0, minutes));

describe('countAttempt', () => {
  it('lets five through and then rests for a quarter of an hour', () => {
    let kept: Attempts | null = null;
    const allowed: boolean[] = [];
    for (let n = 0; n < 7; n += 1) {
      const { allowed: one, next } = countAttempt(kept, at(n));
      allowed.push(one);
      kept = next;
    }
    expect(allowed).toEqual([true, true, true, true, true, false, false]);
    expect(kept).toMatchObject({ failed: 5, lockedUntil: at(19) });
    expect(countAttempt(kept, at(18)).allowed).toBe(false);
    expect(countAttempt(kept, at(19)).allowed).toBe(true);
  });
  it('forgets after a day', () => {
    expect(countAttempt({ failed: 4, lastAt: at(0), lockedUntil: null }, at(24 * 60)).next).toEqual({ failed: 1, lastAt: at(24 * 60), lockedUntil: null });
  });
});

describe('networkOf', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'], ['::ffff:10.0.0.1', '10.0.0.1'], ['2001:DB8:0:12::1', '2001:db8:0:12::/64'], ['2001:db8:0000:0012:aaaa:bbbb:cccc:dddd', '2001:db8:0:12::/64'], ['::1', '0:0:0:0::/64'], ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['2001:db8::', '2001:db8:0:0::/64'], ['', ''], ['unknown', 'unknown'],
  ])('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network));
});
