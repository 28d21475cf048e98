import { expect, it } from 'vitest';
import { sameCode, unknownCode } from './unknown-code.ts';

it('names what is known, how many more there are, and where they stand', () => {
  const codes = Array.from({ length: 22 }, (_, n) => `16.99.${n + 1}`);
  expect(unknownCode('area', '16.99.99', codes, '/wilayah')).toMatchObject({ code: 'area.unknown', status: 404, params: { given: '16.99.99', expected: codes.slice(0, 12).join(', '), more: 10, list: '/wilayah' } });
  expect(unknownCode('plan', 'x'.repeat(500), [], '/rencana').params).toEqual({ given: 'x'.repeat(60), list: '/rencana' });
  expect(unknownCode('plan', 'x', ['a', 'b'], '/rencana').params).toEqual({ given: 'x', expected: 'a, b', list: '/rencana' });
});

it('finds a code that was written in other capitals, where there is exactly one', () => {
  expect(sameCode(['P0', 'P1'], 'p0')).toBe('P0');
  expect([sameCode(['P0'], 'P0'), sameCode(['P0', 'p0'], 'P0'), sameCode(['Ab', 'aB'], 'ab'), sameCode(['P0'], 'p9')]).toEqual([null, null, null, null]);
});
