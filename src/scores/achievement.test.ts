import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Aim, achievement, classOf, countedAs, ruleOf } from './achievement.ts';

const plain: Aim = { kind: 'amount', direction: 'higher', lowerFormula: 'ratio', comparison: '=', target: 50, targetTo: null, shares: [] };
const kinds: Record<string, Partial<Aim>> = {
  'higher is better': {}, 'lower is better, ratio': { direction: 'lower' }, 'lower is better, reflected': { direction: 'lower', lowerFormula: 'reflected' },
  range: { kind: 'range', target: 20, targetTo: 40 }, milestone: { kind: 'milestone', target: 2, shares: [20, 50, 100] }, 'yes/no, yes is good': { kind: 'yes_no', target: 1 },
  'yes/no, no is good': { kind: 'yes_no', direction: 'lower', target: 0 }, 'zero target, lower': { direction: 'lower', target: 0 }, 'zero target, higher': { target: 0 },
  'zero target, reflected': { direction: 'lower', lowerFormula: 'reflected', target: 0 }, 'no direction': { direction: 'none' },
};
type Case = [kind: string, which: string, actual: number | null, raw: number | null, met: boolean | null, reason: string | null];

describe('achievement: every kind of target', () => {
  it.each<Case>([
    ['higher is better', 'below target', 40, 80, false, null], ['higher is better', 'on target', 50, 100, true, null], ['higher is better', 'over target', 60, 120, true, null],
    ['higher is better', 'zero', 0, 0, false, null], ['higher is better', 'negative', -5, -10, false, null], ['higher is better', 'missing', null, null, null, 'missing'],
    ['lower is better, ratio', 'worse than target', 100, 50, false, null], ['lower is better, ratio', 'over target (less)', 40, 125, true, null], ['lower is better, ratio', 'zero: nothing left', 0, null, true, 'nothing_left'],
    ['lower is better, ratio', 'negative: nothing left', -3, null, true, 'nothing_left'], ['lower is better, ratio', 'missing', null, null, null, 'missing'],
    ['lower is better, reflected', 'worse than target', 75, 50, false, null], ['lower is better, reflected', 'over target (less)', 25, 150, true, null], ['lower is better, reflected', 'zero', 0, 200, true, null],
    ['lower is better, reflected', 'negative', -50, 300, true, null], ['lower is better, reflected', 'far off', 150, -100, false, null], ['lower is better, reflected', 'missing', null, null, null, 'missing'],
    ['range', 'inside', 30, 100, true, null], ['range', 'on a bound', 40, 100, true, null], ['range', 'below', 10, 50, false, null], ['range', 'over target (above)', 50, 75, false, null], ['range', 'zero', 0, 0, false, null],
    ['range', 'negative', -10, -50, false, null], ['range', 'missing', null, null, null, 'missing'],
    ['milestone', 'before target', 1, 40, false, null], ['milestone', 'on target', 2, 100, true, null], ['milestone', 'over target', 3, 200, true, null], ['milestone', 'past the last stage', 9, 200, true, null],
    ['milestone', 'zero: not begun', 0, 0, false, null], ['milestone', 'negative', -1, 0, false, null], ['milestone', 'missing', null, null, null, 'missing'],
    ['yes/no, yes is good', 'yes', 1, 100, true, null], ['yes/no, yes is good', 'zero: no', 0, 0, false, null], ['yes/no, yes is good', 'missing', null, null, null, 'missing'],
    ['yes/no, yes is good', 'negative: neither', -1, 0, false, null], ['yes/no, yes is good', 'over target: neither', 2, 0, false, null],
    ['yes/no, no is good', 'yes', 1, 0, false, null], ['yes/no, no is good', 'zero: no', 0, 100, true, null],
    ['zero target, lower', 'zero', 0, 100, true, null], ['zero target, lower', 'over target (more)', 5, 0, false, null], ['zero target, lower', 'negative', -1, 100, true, null], ['zero target, lower', 'missing', null, null, null, 'missing'],
    ['zero target, higher', 'zero', 0, 100, true, null], ['zero target, higher', 'over target', 5, 100, true, null], ['zero target, higher', 'negative', -1, 0, false, null], ['zero target, higher', 'missing', null, null, null, 'missing'],
    ['zero target, reflected', 'zero', 0, 100, true, null], ['zero target, reflected', 'over target (more)', 3, 0, false, null],
    ['no direction', 'any value', 5, null, null, 'no_direction'], ['no direction', 'missing', null, null, null, 'missing'],
  ])('%s, %s: %s', (kind, _, actual, raw, met, reason) => expect(achievement(actual, { ...plain, ...kinds[kind] })).toEqual({ raw, met, reason }));

  it.each<[string, number, Partial<Aim>, number, boolean]>([
    ['higher, better than a target below zero', -2, { target: -5 }, 160, true], ['higher, worse than it', -10, { target: -5 }, 0, false],
    ['lower, better than a target below zero', -10, { direction: 'lower', target: -5 }, 200, true], ['lower, worse than it', -2, { direction: 'lower', target: -5 }, 40, false],
    ['range that begins at zero, below it', -1, { kind: 'range', target: 0, targetTo: 10 }, 0, false],
    ['a sum of doubles that is the target', 0.7 + 0.1, { target: 0.8 }, 100, true], ['lower, a sum of doubles that is the target', 0.1 + 0.2, { direction: 'lower', target: 0.3 }, 100, true],
    ['a sum of doubles on the upper bound', 0.1 + 0.2, { kind: 'range', target: 0.1, targetTo: 0.3 }, 100, true], ['a sum of doubles is not below it', 0.7 + 0.1, { direction: 'lower', comparison: '<', target: 0.8 }, 100, false],
    ['stage 0 of a milestone as target', 0, { kind: 'milestone', target: 0, shares: [50, 100] }, 100, true],
  ])('a target of its own sort: %s', (_, actual, change, raw, met) => {
    const found = achievement(actual, { ...plain, ...change });
    expect(found.raw).toBeCloseTo(raw, 9);
    expect(found.met).toBe(met);
  });

  it.each<[number, Partial<Aim>, boolean]>([
    [10, { direction: 'lower', comparison: '<', target: 10 }, false], [9.99, { direction: 'lower', comparison: '<', target: 10 }, true], [10, { direction: 'lower', comparison: '<=', target: 10 }, true],
    [50, { comparison: '>' }, false], [50, { comparison: '>=' }, true], [50, {}, true], [10, { direction: 'lower', target: 10 }, true],
  ])('keeps a written comparison to the letter: %s with %j', (actual, change, met) => expect(achievement(actual, { ...plain, ...change }).met).toBe(met));
});

describe('what an achievement counts as', () => {
  const scoring = { floor: 0, cap: 100, bands: [90, 75, 65, 50] };
  it.each([
    [{ raw: 130, reason: null }, scoring, 100], [{ raw: 130, reason: null }, { ...scoring, cap: 120 }, 120], [{ raw: -20, reason: null }, scoring, 0], [{ raw: -20, reason: null }, { ...scoring, floor: 10 }, 10],
    [{ raw: null, reason: 'nothing_left' as const }, { ...scoring, cap: 120 }, 120], [{ raw: null, reason: 'missing' as const }, scoring, null], [{ raw: 84.66, reason: null }, scoring, 84.66],
  ])('%j by %j is %s', (found, by, counted) => expect(countedAs({ met: null, ...found }, by)).toBe(counted));
  it.each([[100, 5], [90.01, 5], [90, 4], [(0.27 / 0.3) * 100, 4], [75.5, 4], [75, 3], [(0.525 / 0.7) * 100, 3], [65, 2], [50.5, 2], [50, 1], [0, 1]])('%s is class %s', (score, expected) => expect(classOf(score, [90, 75, 65, 50])).toBe(expected));
  it('takes the bands of the plan', () => expect([92, 85, 75, 60].map((score) => classOf(score, [91, 81, 71, 50]))).toEqual([5, 4, 3, 2]));
});

const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const anAim = fc.oneof(
  fc.record({ direction: fc.constantFrom('higher', 'lower'), lowerFormula: fc.constantFrom('ratio', 'reflected'), target: amount }).map((given) => ({ ...plain, ...given })),
  fc.tuple(amount, fc.double({ min: 0, max: 1e6, noNaN: true })).map(([from, width]) => ({ ...plain, kind: 'range' as const, target: from, targetTo: from + width })),
);
const scoring = { floor: 0, cap: 120, bands: [90, 75, 65, 50] };
const counted = (actual: number, aim: Aim): number => countedAs(achievement(actual, aim), scoring) ?? Number.NaN;

describe('achievement, always', () => {
  it('is a number between floor and cap for every value', () => fc.assert(fc.property(amount, anAim, (actual, aim) => counted(actual, aim) >= 0 && counted(actual, aim) <= 120)));
  it('never falls when the value moves in the good direction', () => fc.assert(fc.property(amount, amount, anAim, (a, b, aim) => {
    const [less, more] = [Math.min(a, b), Math.max(a, b)];
    if (aim.kind === 'range') return less >= aim.target || more > aim.target || counted(more, aim) >= counted(less, aim) - 1e-9;
    return aim.direction === 'higher' ? counted(more, aim) >= counted(less, aim) - 1e-9 : counted(less, aim) >= counted(more, aim) - 1e-9;
  })));
  it('is at least 100 just when the target is met', () => fc.assert(fc.property(amount, anAim, (actual, aim) => {
    const { met } = achievement(actual, aim);
    return met ? counted(actual, aim) >= 100 - 1e-9 : counted(actual, aim) <= 100 + 1e-9;
  })));
  it('has a rule to be told by', () => fc.assert(fc.property(anAim, (aim) => typeof ruleOf(aim) === 'string')));
});
