import { expect, it } from 'vitest';
import { crossingBudgets, sumRupiah } from './crossing-budget.ts';

const node = (code: string, parentCode: string | null, level: string) => ({ code, parentCode, level });
const link = (code: string, nodeCode: string, kind: 'indicator' | 'initiative' = 'initiative') => ({ kind, code, nodeCode });
const nodes = [node('V', null, 'vision'), node('M1', 'V', 'mission'), node('S1', 'M1', 'objective'), node('P1', 'S1', 'programme'), node('K1', 'P1', 'activity'), node('P2', 'S1', 'programme'), node('M2', 'V', 'mission'), node('P3', 'M2', 'programme')];
const money = (nodeCode: string, amount: string, period = '2025') => ({ nodeCode, period, amount });
const cell = (mission: string, initiatives: string[], indicators: string[] = []) => ({ mission, initiatives, indicators });
const of = (planLinks: ReturnType<typeof link>[], funding: ReturnType<typeof money>[], one: ReturnType<typeof cell>) => crossingBudgets({ nodes, planLinks, funding }, [one])[0];

it('a cell has the money of the nodes to which it is linked, or of the nearest above them; each node once', () => {
  const funding = [money('P1', '100.50'), money('P1', '7', '2026'), money('P2', '3'), money('P3', '1000')];
  expect(of([link('a', 'K1'), link('b', 'P1'), link('i', 'P2', 'indicator')], funding, cell('M1', ['a', 'b'], ['i']))).toEqual({ nodes: ['P1', 'P2'], amount: '110.5', unfunded: [] });
});
it('the money of a part is within that of the whole, and counts once', () => {
  expect(of([link('a', 'K1'), link('b', 'P1')], [money('P1', '100'), money('K1', '40')], cell('M1', ['a', 'b']))).toEqual({ nodes: ['P1'], amount: '100', unfunded: [] });
  expect(of([link('a', 'K1')], [money('P1', '100'), money('K1', '40')], cell('M1', ['a']))).toEqual({ nodes: ['K1'], amount: '40', unfunded: [] });
});
it('what is linked above all money has none: missing, never zero', () => {
  expect(of([link('a', 'S1')], [money('P1', '5')], cell('M1', ['a']))).toEqual({ nodes: [], amount: null, unfunded: [link('a', 'S1')] });
  expect(of([], [money('P1', '5')], cell('M1', []))).toEqual({ nodes: [], amount: null, unfunded: [] });
  expect(of([link('a', 'P1')], [], cell('M1', ['a']))?.amount).toBeNull();
});
it('a link below another mission is none of the cell, and the money of what stands above the mission is not its own', () => {
  expect(of([link('a', 'P3'), link('a', 'P1')], [money('P1', '5'), money('P3', '9')], cell('M1', ['a']))).toEqual({ nodes: ['P1'], amount: '5', unfunded: [] });
  expect(of([link('a', 'M1')], [money('V', '9')], cell('M1', ['a']))).toEqual({ nodes: [], amount: null, unfunded: [link('a', 'M1')] });
});
it('rupiah are summed exactly', () => {
  expect(sumRupiah(['999999999999999999.99', '0.01'])).toBe('1000000000000000000');
  expect(sumRupiah(['0', '0.1'])).toBe('0.1');
});
