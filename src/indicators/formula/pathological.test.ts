import { expect, it } from 'vitest';
import { FormulaError } from './errors.ts';
import { parseFormula } from './parser.ts';

// Who reads without a bound is caught by the runner, which ends a test that hangs.
it.each<[string, string, string]>([
  ['a million characters', '1'.repeat(1_000_000), 'too_long'], ['ten thousand parentheses', '('.repeat(10_000), 'too_deep'], ['a long sum', Array.from({ length: 5_000 }, () => '1').join('+'), 'too_many'],
  ['signs', '-'.repeat(9_999), 'too_deep'], ['nots', 'not '.repeat(2_000), 'too_deep'], ['powers', Array.from({ length: 4_000 }, () => '2').join('^'), 'too_deep'], ['calls', 'if('.repeat(3_000), 'too_deep'],
  ['comments', '/*'.repeat(5_000), 'syntax'], ['escapes', `"${'\\u0041'.repeat(1_600)}`, 'syntax'], ['subexpressions', 'subExpression('.repeat(700), 'too_deep'], ['groups', 'sum('.repeat(2_500), 'too_deep'],
  ['is', 'is('.repeat(3_000), 'too_deep'], ['arguments', `weighted(${Array.from({ length: 4_900 }, () => '1').join(',')})`, 'too_many'], ['spaces', ' '.repeat(10_000), 'syntax'], ['modifiers that never end', `#{a}${'.periodOffset(1'.repeat(600)}`, 'syntax'],
])('refuses %s in bounded time, with its place, in both languages', (_, source, code) => {
  try {
    parseFormula(source);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(FormulaError);
    expect(error).toMatchObject({ code, position: expect.any(Number), text: { id: expect.stringMatching(/./), en: expect.stringMatching(/expected/) } });
  }
});
