import { runs } from './testing/runs.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { computeWith } from './compute-line.ts';
import { type Expr, print, slowly } from './testing/slow-evaluator.ts';

const num = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom(0, 0.5, 2.5, -0.1, 1.005, 1e200, 1e-200, 1e308, 7.25), fc.double({ min: -1e6, max: 1e6, noNaN: true })).map((v) => ({ t: 'num', v: v + 0 }) as Expr);
const code = fc.constantFrom('a', 'b', 'c');
const { number } = fc.letrec<{ number: Expr; truth: Expr }>((tie) => ({
  number: fc.oneof({ maxDepth: 5, depthIdentifier: 'e' },
    num, code.map((one): Expr => ({ t: 'ref', code: one })), fc.constant<Expr>({ t: 'null' }),
    fc.tuple(fc.constantFrom('+', '-', '*', '/', '%', '^'), tie('number'), tie('number')).map(([op, l, r]): Expr => ({ t: 'bin', op, l, r })),
    tie('number').map((x): Expr => ({ t: 'un', op: '-', x })),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map((args): Expr => ({ t: 'call', f: 'if', args })),
    fc.tuple(fc.constantFrom('firstNonNull', 'greatest', 'least'), fc.array(tie('number'), { minLength: 1, maxLength: 3 })).map(([f, args]): Expr => ({ t: 'call', f, args })),
    fc.tuple(fc.constantFrom('abs', 'floor', 'ceil', 'sqrt', 'round', 'removeZeros'), tie('number')).map(([f, x]): Expr => ({ t: 'call', f, args: [x] })),
    fc.tuple(tie('number'), fc.integer({ min: -4, max: 6 })).map(([x, n]): Expr => ({ t: 'call', f: 'round', args: [x, { t: 'num', v: n }] })),
    fc.tuple(tie('number'), tie('number'), tie('number')).map((args): Expr => ({ t: 'call', f: 'normalise', args }))),
  truth: fc.oneof({ maxDepth: 5, depthIdentifier: 'e' },
    fc.boolean().map((v): Expr => ({ t: 'bool', v })),
    fc.tuple(fc.constantFrom('<', '<=', '>', '>=', '==', '!='), tie('number'), tie('number')).map(([op, l, r]): Expr => ({ t: 'bin', op, l, r })),
    fc.tuple(fc.constantFrom('&&', '||'), tie('truth'), tie('truth')).map(([op, l, r]): Expr => ({ t: 'bin', op, l, r })),
    tie('truth').map((x): Expr => ({ t: 'un', op: '!', x })),
    fc.tuple(fc.constantFrom('isNull', 'isNotNull'), tie('number')).map(([f, x]): Expr => ({ t: 'call', f, args: [x] }))),
}));
const given = fc.oneof(fc.constant(null), fc.integer({ min: -9, max: 9 }), fc.constantFrom(0, 1e308, 0.1, 33.3));

it('agrees with an evaluator that shares nothing with it, on printed trees with as few parentheses as the grammar asks for', () => {
  fc.assert(fc.property(number, fc.record({ a: given, b: given, c: given }), fc.constantFrom('skip_if_any' as const, 'skip_if_all' as const, 'never_skip' as const), (tree, values, missing) => {
    expect(computeWith(print(tree), values, missing)).toEqual(slowly(tree, values, missing));
  }), runs(20_000));
}, 120_000);
