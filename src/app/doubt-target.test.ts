import { expect, it } from 'vitest';
import { targetDoubts } from './doubt-target.ts';

const target = (period: string, value: string, over: Record<string, string | null> = {}) => ({ indicator_code: 'i', area_code: '99.01', period, plan_code: null, value, ...over });
const there = new Map([['indicators.target', [target('2025', '80'), target('2026', '90'), target('2026Q1', '20'), target('2026', '7', { plan_code: 'p' }), target('2026', '0', { area_code: '99.01.01' })].map((data, n) => ({ file: 't', line: n, data }))]]);

it.each<[string, ReturnType<typeof target>, [string, string] | null]>([
  ['ten times what stands there', target('2026', '900'), ['90', '2026']], ['a tenth of it', target('2026', '9'), ['90', '2026']], ['a new year beside the nearest one', target('2027', '1000'), ['90', '2026']], ['a usual step', target('2026', '100'), null],
  ['a quarter beside a year', target('2026Q2', '5'), null], ['the same quarter of another year', target('2027Q1', '200'), ['20', '2026Q1']], ['what does not change', target('2026', '90'), null], ['what stands beside another plan', target('2026', '70', { plan_code: 'p' }), ['7', '2026']],
  ['a lost sign', target('2026', '-90'), ['90', '2026']], ['zero', target('2026', '0'), null], ['beside zero', target('2026', '50', { area_code: '99.01.01' }), null], ['nothing beside it', target('2026', '900', { indicator_code: 'j' }), null],
])('%s', (_, data, doubt) => expect(targetDoubts(there, data)).toEqual(doubt ? [{ value: data.value, near: doubt[0], period: doubt[1] }] : []));

it('does not doubt who sets a slip right', () => {
  const slipped = new Map([['indicators.target', [target('2025', '80'), target('2026', '900')].map((data, n) => ({ file: 't', line: n, data }))]]);
  expect(targetDoubts(slipped, target('2026', '88'))).toEqual([]);
});

it('looks at both bounds of a range', () => {
  const range = new Map([['indicators.target', [{ file: 't', line: 0, data: target('2026', '10', { value_to: '20' }) }]]]);
  expect(targetDoubts(range, target('2026', '1000', { value_to: '20000' })).map(({ value }) => value)).toEqual(['1000', '20000']);
});
