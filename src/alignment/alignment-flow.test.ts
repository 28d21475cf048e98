import { expect, test } from 'vitest';
import { alignmentFlow } from './alignment-flow.ts';

const node = (code: string, parentCode: string | null, level: string) => ({ code, parentCode, level });
const link = (code: string, nodeCode: string, kind: 'initiative' | 'indicator' = 'initiative') => ({ kind, code, nodeCode });
const input = (planLinks: ReturnType<typeof link>[]) => ({
  levels: ['vision', 'mission', 'programme', 'activity'], planLinks, pillars: [{ code: 'p' }], pillarLinks: [], indicators: [{ code: 'i' }],
  nodes: [node('V', null, 'vision'), node('M1', 'V', 'mission'), node('M2', 'V', 'mission'), node('P', 'M1', 'programme'), node('K', 'P', 'activity')],
  initiatives: [{ code: 'a', pillarCode: 'p' }, { code: 'b', pillarCode: null }],
});

test('a link below a programme goes by way of it; one at the mission does not', () => {
  const { threads, unserved } = alignmentFlow(input([link('b', 'M2'), link('a', 'K')]));
  expect(threads).toEqual([
    { vision: 'V', mission: 'M1', programme: 'P', node: 'K', initiative: 'a', pillar: 'p' },
    { vision: 'V', mission: 'M2', programme: null, node: 'M2', initiative: 'b', pillar: null },
  ]);
  expect(unserved).toEqual([]);
});

test('what is linked above the missions, or is a measure, is no thread', () => {
  expect(alignmentFlow(input([link('a', 'V'), link('i', 'M1', 'indicator'), link('a', 'gone')]))).toEqual({ threads: [], unserved: ['M1', 'M2'] });
});
