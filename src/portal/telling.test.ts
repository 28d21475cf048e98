import { describe, expect, it } from 'vitest';
import { anIndicator, aRegionModel } from './samples.ts';
import { changeOf, roundedChange, shortest, tagsOf, telling } from './telling.ts';

describe('the shortest text of a number', () => {
  it.each([[2.675, 2, '2.68'], [-2.675, 2, '-2.68'], [1.005, 2, '1.01'], [8, 2, '8'], [8.1, 2, '8.1'], [0.5, 0, '1'], [1234567.5, 0, '1234568'], [-0.001, 2, '0'], [1e-7, 8, '0.0000001'], [1e21, 0, '1000000000000000000000']] as const)(
    '%s with %s decimals is %s, half away from zero', (value, decimals, shown) => expect(shortest(value, decimals)).toBe(shown));
  it('takes a difference without the noise of doubles', () => expect([roundedChange(1.15 - 1.1, anIndicator('A', { id: 'a', en: 'a' }, { decimals: 1 })), roundedChange(9.45 - 13.19, anIndicator('A', { id: 'a', en: 'a' }))]).toEqual([0.1, -3.74]));
  it('a change too small to be shown is none', () => {
    const model = aRegionModel();
    const standing = { ...[...(model.standings.get('rpjmd-2018')?.values() ?? [])][0], change: -0.001 } as never;
    expect(changeOf(telling(model, 'id', ''), anIndicator('A', { id: 'a', en: 'a' }), standing).amount).toBeNull();
  });
});

it('says who stands behind a value', () => {
  expect([tagsOf({ origin: 'derived', assurance: 'verified' }, ['provisional']), tagsOf({ origin: 'reported', assurance: 'stated' }, []), tagsOf({ origin: 'reported', assurance: null }, [])]).toEqual([['provisional', 'derived', 'verified'], ['stated'], []]);
});
