import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutLabel, shapeFlow } from './flow.ts';

test('heights are by what flows through, and what nothing flows through stands below all ribbons', () => {
  const { nodes, ribbons } = shapeFlow({ columns: [[{ key: 'a', label: 'A' }, { key: 'b', label: 'B' }], [{ key: 'c', label: 'C', tone: 'gov' }]], links: [{ from: 'a', to: 'c' }, { from: 'a', to: 'c' }] }, 500);
  expect(nodes.map((one) => [one.label, one.x, one.height, one.bare])).toEqual([['A', 0, 24, false], ['B', 0, 12, true], ['C', 340, 24, false]]);
  expect(nodes.map((one) => one.y)).toEqual([8, 42, 8]);
  expect(ribbons).toEqual([{ d: 'M10 20C175 20 175 20 340 20', width: 24, tone: '' }]);
});

test('no two nodes of a column overlap, and all stands within the drawing', () => {
  const keys = ['a', 'b', 'c', 'd', 'e'];
  fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...keys)), { maxLength: 40 }), (pairs) => {
    const column = (side: string) => keys.map((key) => ({ key: `${side}${key}`, label: key }));
    const shape = shapeFlow({ columns: [column('l'), column('r')], links: pairs.map(([from, to]) => ({ from: `l${from}`, to: `r${to}` })) }, 400);
    for (const some of Map.groupBy(shape.nodes, (one) => one.x).values()) {
      const sorted = some.sort((p, q) => p.y - q.y);
      for (const [n, one] of sorted.entries()) expect((sorted[n + 1]?.y ?? shape.height)).toBeGreaterThanOrEqual(one.y + one.height);
    }
    expect(shape.ribbons.reduce((sum, one) => sum + one.width, 0)).toBe(pairs.length * 12);
  }));
});

test('a label is cut at a word', () => {
  expect([cutLabel('Balita tumbuh sehat', 40), cutLabel('Balita tumbuh sehat', 16), cutLabel('Pemerintahan', 6)]).toEqual(['Balita tumbuh sehat', 'Balita tumbuh…', 'Pemer…']);
});
