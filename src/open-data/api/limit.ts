import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { ApiEnv } from './context.ts';

/** So many requests a minute for each address; headers tell what is left (RateLimit fields), a refusal (429) when to come back. */
export function limitRequests(): MiddlewareHandler<ApiEnv> {
  const seconds = 60;
  let limiter: RateLimiterMemory | null = null;
  return async (c, next) => {
    limiter ??= new RateLimiterMemory({ points: c.env.limit, duration: seconds });
    const taken = await limiter.consume(c.env.client).catch((left: unknown) => left as Awaited<ReturnType<RateLimiterMemory['consume']>>);
    const wait = Math.max(1, Math.ceil(taken.msBeforeNext / 1000));
    const headers = { RateLimit: `"address";r=${Math.max(0, taken.remainingPoints)};t=${wait}`, 'RateLimit-Policy': `"address";q=${c.env.limit};w=${seconds}` };
    const over = taken.consumedPoints > c.env.limit;
    if (!over) await next();
    else c.res = new Response(JSON.stringify({ type: 'urn:serasan:requests.too_many', title: 'Too many requests', status: 429, detail: `expected at most ${c.env.limit} in ${seconds} seconds`, expected: `at most ${c.env.limit} in ${seconds} seconds` }), { status: 429, headers: { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', 'retry-after': String(wait) } });
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
  };
}

