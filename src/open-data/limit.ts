import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Fault } from '#kernel/faults.ts';

const seconds = 60;

/** Whether a request may pass, and what its answer says of the limit (RateLimit fields; when refused, `Retry-After`). */
export interface Admission {
  headers: Record<string, string>;
  /** `requests.too_many` (429); null when it may pass. */
  fault: Fault | null;
}

/** Counts requests for each address, so many a minute, in memory. */
export function makeLimiter(most: number): (client: string) => Promise<Admission> {
  const limiter = new RateLimiterMemory({ points: most, duration: seconds });
  return async (client) => {
    const taken = await limiter.consume(client).catch((left: unknown) => left as Awaited<ReturnType<RateLimiterMemory['consume']>>);
    const wait = String(Math.max(1, Math.ceil(taken.msBeforeNext / 1000)));
    const headers = { ratelimit: `"address";r=${Math.max(0, taken.remainingPoints)};t=${wait}`, 'ratelimit-policy': `"address";q=${most};w=${seconds}` };
    if (taken.consumedPoints <= most) return { headers, fault: null };
    return { headers: { ...headers, 'retry-after': wait }, fault: new Fault('requests.too_many', 429, { expected: `at most ${most} in ${seconds} seconds` }) };
  };
}
