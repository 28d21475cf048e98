import { expect, it } from 'vitest';
import { makeLimiter } from './limit.ts';

it('lets so many pass for each address, and says when to come back', async () => {
  const admit = makeLimiter(3);
  const answers = [await admit('a'), await admit('a'), await admit('a'), await admit('a'), await admit('b')];
  expect(answers.map((one) => one.fault?.status ?? 200)).toEqual([200, 200, 200, 429, 200]);
  expect(answers[0]?.headers.ratelimit).toMatch(/r=2/);
  expect(Number(answers[3]?.headers['retry-after'])).toBeGreaterThan(0);
});
