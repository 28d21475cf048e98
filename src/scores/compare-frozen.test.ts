import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareFrozen } from './compare-frozen.ts';
import type { FrozenScores } from './read-scores.ts';
import type { FrozenIndicator, FrozenNode } from './scores.store.ts';

const node = (nodeCode: string, period: string, value: number | null, over: Partial<FrozenNode> = {}): FrozenNode =>
  ({ regionCode: '16.99', frozenCode: 'A', tree: 'plan', treeCode: 'p', nodeCode, period, value, class: null, known: 1, declared: 1, low: value, high: value, parts: [], ...over });
const indicator = (indicatorCode: string, period: string, value: number | null, seriesCode = 'utama'): FrozenIndicator =>
  ({ regionCode: '16.99', frozenCode: 'A', indicatorCode, areaCode: '16.99', period, value, seriesCode, quality: 'final', origin: 'reported', formula: '', inputs: [], planCode: null, targetPeriod: null, target: null, raw: null, capped: null, class: null, met: null });
const day = (nodes: FrozenNode[], indicators: FrozenIndicator[] = []): FrozenScores =>
  ({ frozen: { regionCode: '16.99', code: 'A', frozenOn: '2026-06-30', nameId: '', nameEn: '', noteId: null, noteEn: null, revision: 1 }, nodes, indicators });

describe('two frozen days', () => {
  it.each([
    ['a score rises', [node('m', '2025', 60)], [node('m', '2025', 70)], 'rose', 10], ['a score falls', [node('m', '2025', 60)], [node('m', '2025', 50)], 'fell', -10], ['nothing moves', [node('m', '2025', 60)], [node('m', '2025', 60)], 'same', 0],
    ['noise of doubles is no change', [node('m', '2025', 0.3)], [node('m', '2025', 0.1 + 0.2)], 'same', 0], ['the same for a newer year', [node('m', '2025', 60)], [node('m', '2025', 60), node('m', '2026', 60)], 'renewed', 0],
    ['a newer year counts, whatever the order', [node('m', '2025', 60)], [node('m', '2026', 65), node('m', '2025', 60)], 'rose', 5], ['a newer year without a score is passed over', [node('m', '2025', 60)], [node('m', '2025', 61), node('m', '2026', null)], 'rose', 1],
    ['first known', [node('m', '2025', null)], [node('m', '2025', 60)], 'new', null], ['gone', [node('m', '2025', 60)], [], 'gone', null], ['zero is a score', [node('m', '2025', 0)], [node('m', '2025', 60)], 'rose', 60],
  ] as [string, FrozenNode[], FrozenNode[], string, number | null][])('%s', (_, from, until, kind, change) => {
    const [only, ...more] = compareFrozen(day(from), day(until)).nodes;
    expect(more).toEqual([]);
    expect(only?.kind).toBe(kind);
    if (change === null) expect(only?.change).toBeNull();
    else expect(only?.change).toBeCloseTo(change, 9);
  });
  it('says nothing of what neither day knows', () => expect(compareFrozen(day([node('m', '2025', null)]), day([node('m', '2025', null)])).nodes).toEqual([]));
  it('keeps trees apart that use one code', () => expect(compareFrozen(day([node('m', '2025', 1)]), day([node('m', '2025', 2, { treeCode: 'q' })])).nodes.map((one) => one.kind)).toEqual(['gone', 'new']));
  it('never compares two ways to count, though only a second input changed; their order is no difference', () => {
    const of = (...series: string[]) => ({ ...indicator('X', '2025', 10), inputs: series.map((one, n) => ({ element: `e${n}`, series: one, period: '2025', value: '1', source: null })) });
    const kind = (a: FrozenIndicator, b: FrozenIndicator) => compareFrozen(day([], [a]), day([], [b])).indicators[0]?.kind;
    expect(kind(of('a', 'b'), of('a', 'c'))).toBe('recounted');
    expect(kind(of('a', 'b'), { ...of('a', 'b'), inputs: of('a', 'b').inputs.toReversed() })).toBe('same');
  });
  it('never compares two series', () => expect(compareFrozen(day([], [indicator('X', '2024', 10, 'lama')]), day([], [indicator('X', '2025', 30, 'baru')])).indicators[0]).toMatchObject({ kind: 'recounted', change: null }));
});

const rows = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.integer({ min: 0, max: 5 })), { maxLength: 6 }).map((all) => day([], [...new Map(all).entries()].map(([code, value]) => indicator(code, '2025', value))));
test('seen from the other side rise is fall and new is gone', () => fc.assert(fc.property(rows, rows, (a, b) => {
  const turned: Record<string, string> = { rose: 'fell', fell: 'rose', new: 'gone', gone: 'new', same: 'same' };
  const kinds = (found: ReturnType<typeof compareFrozen>) => found.indicators.map((one) => [(one.before ?? one.after)?.indicatorCode, one.kind]).sort();
  expect(kinds(compareFrozen(b, a))).toEqual(kinds(compareFrozen(a, b)).map(([code, kind]) => [code, turned[kind ?? '']]));
})));
