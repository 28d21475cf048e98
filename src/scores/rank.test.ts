import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf, type Ranked } from './rank.ts';

/** `5` is a value, `[3, 5, 8]` a value of 5 somewhere from 3 to 8. */
type Given = number | [number, number, number];
const rows = (given: Given[]): Ranked[] => given.map((one, n) => (Array.isArray(one) ? { code: String(n), low: one[0], value: one[1], high: one[2] } : { code: String(n), value: one }));
const told = (given: Given[], best: 'higher' | 'lower' = 'higher'): string =>
  [...placesOf(rows(given), best).values()].map(({ from, to, certain }) => `${from === to ? from : `${from}–${to}`}${certain ? '' : '?'}`).join(' ');

describe('places', () => {
  it.each<[string, Given[], 'higher' | 'lower', string]>([
    ['of nobody', [], 'higher', ''],
    ['of one', [7], 'higher', '1'],
    ['the highest first', [3, 9, 5], 'higher', '3 1 2'],
    ['the lowest first', [3, 9, 5], 'lower', '1 3 2'],
    ['two equal share two places', [9, 5, 5, 3], 'higher', '1 2–3 2–3 4'],
    ['all equal', [4, 4, 4], 'higher', '1–3 1–3 1–3'],
    ['zero and below', [0, -1, 1], 'higher', '2 3 1'],
    ['minus zero is zero', [0, -0], 'higher', '1–2 1–2'],
    ['a value in doubt', [[4, 6, 8], 5, 1], 'higher', '1–2? 1–2? 3'],
    ['a value in doubt, the lowest first', [[4, 6, 8], 5, 1], 'lower', '2–3? 2–3? 1'],
    ['in doubt, but far enough from the others', [[8, 9, 10], 5, 1], 'higher', '1? 2 3'],
    ['in doubt up to the very value of another', [[5, 6, 8], 5], 'higher', '1–2? 1–2?'],
    ['nothing known of its bounds', [[-Infinity, 5, Infinity], 3, 2], 'higher', '1–3? 1–2? 2–3?'],
    ['a tie beside a doubt', [5, 5, [4, 6, 7]], 'higher', '1–3? 1–3? 1–3?'],
    ['bounds the other way round', [[8, 6, 4], 5, 1], 'higher', '1–2? 1–2? 3'],
    ['the noise of doubles is told as it is stored', [0.1 + 0.2, 0.3], 'higher', '1 2'],
  ])('%s', (_, given, best, expected) => expect(told(given, best)).toBe(expected));

  const some = fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.nat(3), fc.nat(3)), { maxLength: 9 });
  const asRows = (given: [number, number, number][]): Ranked[] => given.map(([value, down, up], n) => ({ code: String(n), value, low: value - down, high: value + up }));
  const better = fc.constantFrom<'higher' | 'lower'>('higher', 'lower');

  it('do not depend on the order of the rows', () => {
    fc.assert(fc.property(some, better, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (given, best, random) => {
      const list = asRows(given);
      const mixed = list.map((row) => ({ row, at: random.next().value })).sort((a, b) => a.at - b.at).map(({ row }) => row);
      expect(Object.fromEntries(placesOf(mixed, best))).toEqual(Object.fromEntries(placesOf(list, best)));
    }));
  });
  it('hold whatever the values in doubt turn out to be, and no narrower range would', () => {
    fc.assert(fc.property(some, better, (given, best) => {
      const list = asRows(given);
      const sign = best === 'higher' ? 1 : -1;
      const places = placesOf(list, best);
      for (const own of list) {
        const count = (of: Ranked[], test: (a: number, b: number) => boolean, mine: number): number => of.filter((other) => other !== own && test(other.value, mine)).length;
        // The best case: own at its best, all others at their worst; and the other way round.
        const at = (row: Ranked, good: boolean): number => (good === (sign > 0) ? (row.high as number) : (row.low as number)) * sign;
        const first = 1 + count(list.map((other) => (other === own ? own : { ...other, value: at(other, false) })), (a, b) => a > b, at(own, true));
        const last = list.length - count(list.map((other) => (other === own ? own : { ...other, value: at(other, true) })), (a, b) => a < b, at(own, false));
        expect([places.get(own.code)?.from, places.get(own.code)?.to]).toEqual([first, last]);
      }
    }));
  });
  it('follow the values where none is in doubt: better is before, equal is the same', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true })), better, (values, best) => {
      const list = values.map((value, n) => ({ code: String(n), value }));
      const places = placesOf(list, best);
      for (const a of list) for (const b of list) {
        const [one, two] = [places.get(a.code), places.get(b.code)];
        if (!one || !two) throw new Error('no place');
        if (a.value === b.value) expect([one.from, one.to]).toEqual([two.from, two.to]);
        else expect(one.to < two.from).toBe(best === 'higher' ? a.value > b.value : a.value < b.value);
      }
    }), { numRuns: 50 });
  });
  it('turn round with the good direction', () => {
    fc.assert(fc.property(some, (given) => {
      const list = asRows(given);
      const [up, down] = [placesOf(list, 'higher'), placesOf(list, 'lower')];
      for (const { code } of list) expect([down.get(code)?.from, down.get(code)?.to]).toEqual([list.length + 1 - (up.get(code)?.to ?? 0), list.length + 1 - (up.get(code)?.from ?? 0)]);
    }));
  });
});
