import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { packParts as data } from '#data/index.ts';
import { packParts as indicators } from '#indicators/index.ts';
import { packParts as places } from '#places/index.ts';
import { expectedIn, givenIn } from './expected-words.ts';

const rules = 'src/app';
/** Of these alone an editor can break a rule; what they tell only a file of a pack is not asked here. */
const asked = ['check-targets.ts', 'check-formulas.ts', 'check-rules.ts', 'check-elements.ts', 'check-worded.ts', 'check-places.ts'];
const ofPacks = [/a host name/, /a code that no other pillar/, /each host once/];
/** A text as it may come out: of a choice each, with `2026Q1` or `year` or `7` where something is filled in. */
function textsOf(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (!ts.isTemplateExpression(node)) return [];
  const filled = (hole: string): string => (/period\)/.test(hole) ? '2026Q1' : /mode === /.test(hole) ? '' : /kind|level|wanted|direction|fitting/.test(hole) ? 'year' : '7');
  return [node.head.text + node.templateSpans.map(({ expression, literal }) => filled(expression.getText()) + literal.text).join('')];
}
/** The fourth of what `say` is told: what was expected. */
function expectedOf(file: string): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 'say' && node.arguments[3]) found.push(...textsOf(node.arguments[3]));
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile(file, readFileSync(`${rules}/${file}`, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}
const literals = asked.flatMap(expectedOf).filter((text) => !ofPacks.some((one) => one.test(text)));
const columns = [...data, ...indicators, ...places].flatMap(({ tables }) => tables).filter(({ name }) => ['data.element', 'indicators.indicator', 'indicators.target', 'indicators.validation_rule', 'places.area'].includes(name)).flatMap((table) => table.columns.map(({ name, expected }) => [`${table.name}.${name}`, expected] as const));

describe('what the rules of a pack expect', () => {
  it('is found in the code', () => {
    expect(literals.length).toBeGreaterThan(20);
  });
  it.each(literals)('has Indonesian words: %s', (text) => expect(expectedIn(text, 'id')).not.toMatch(/\b(the|that|of|nothing|an?|with|known)\b/));
  it.each(columns)('%s too', (_, expected) => expect(expectedIn(expected, 'id')).not.toBe(expected));
  it('speaks of numbers as the screen writes them', () => {
    expect(expectedIn('4800, the target of 2026: the last period closes the year', 'id')).toBe('4.800, sama dengan target 2026: masa terakhir menutup tahunnya');
    expect(expectedIn('at least 4800, the running total of 2026Q1', 'en')).toBe('at least 4,800, the running total of 2026Q1');
    expect([givenIn('4800', 'id', 'value'), givenIn('12.5', 'id', 'tolerance'), givenIn('4800', 'en', 'value'), givenIn('2026', 'id', 'period'), givenIn('99.77', 'id', 'code'), givenIn('{a} gives 1', 'id', 'formula')]).toEqual(['4.800', '12,5', '4,800', '2026', '99.77', '{a} gives 1']);
  });
});
