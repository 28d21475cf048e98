import { describe, expect, it } from 'vitest';
import { computeLine } from './compute-line.ts';
import { formulaLines } from './formula-lines.ts';

const line = (given: unknown) => computeLine(typeof given === 'string' ? given : JSON.stringify(given));
async function answers(...chunks: string[]): Promise<unknown[]> {
  const out: unknown[] = [];
  async function* stream() { yield* chunks; }
  for await (const answer of formulaLines(stream())) out.push(JSON.parse(answer));
  return out;
}

describe('one line', () => {
  it.each([
    [{ id: 1, expression: '80 / 100 * 50' }, { id: 1, value: 40 }],
    [{ id: 'b', expression: '#{a} + #{b}', values: { a: 1 }, missing: 'never_skip' }, { id: 'b', value: 1, assumedZero: ['b'] }],
    [{ id: 2, expression: '#{a}' }, { id: 2, value: null, reason: 'missing' }],
    [{ id: 3, expression: '#{a} / #{b}', values: { a: 1 }, missing: 'skip_if_all' }, { id: 3, value: null, reason: 'zero_denominator', assumedZero: ['b'] }],
    [{ expression: '"a" == "a"' }, { id: null, value: true }],
    [{ id: 4, expression: '#{toString} + 1', values: {}, missing: 'never_skip' }, { id: 4, value: 1, assumedZero: ['toString'] }],
    [{ id: 5, expression: '#{__proto__}' }, { id: 5, value: null, reason: 'missing' }],
    ['{"id":6,"expression":"#{__proto__}","values":{"__proto__":3}}', { id: 6, value: 3 }],
    ['{"id":7,"expression":"#{a}","values":{"a":12345678901234567890}}', { id: 7, value: 12345678901234567000 }],
    ['{"id":8,"expression":"#{a}","values":{"a":0.00000000000000000000000001200}}', { id: 8, value: 1.2e-26 }],
  ])('%j', (given, answer) => expect(line(given)).toEqual(answer));

  it.each([
    [{ id: 1, expression: '1 + "a"' }, 'type', 4], [{ id: 1, expression: '1 +' }, 'syntax', 3], [{ id: 1 }, 'line', 0], [{ id: 1, expression: '1', values: [] }, 'line', 0], [{ id: 1, expression: '1', values: 3 }, 'line', 0], [{ id: 1, expression: '1', missing: 'never' }, 'line', 0],
    [{ id: 1, expression: '1 + #{a}', values: { a: {} } }, 'value', 4], [{ id: 1, expression: '1 + #{a}', values: { a: [1, 2] } }, 'value', 4], [{ id: 1, expression: '1', values: { z: { x: 1 } } }, 'value', 0], [{ id: 1, expression: 'sum(#{a}, areas(children))', values: { a: [1, 'x'] } }, 'value', 4],
    ['{"id":1,"expression":"2 * #{a}","values":{"a":1.23456789012345678901}}', 'value', 4], ['{"id":1,"expression":"#{a}","values":{"a":1e400}}', 'value', 0], ['{"id":1,"expression":"#{a}","values":{"a":1e-400}}', 'value', 0], ['{"id":1,"expression":"sum(#{a}, areas(children))","values":{"a":[1e400]}}', 'value', 4],
  ])('%j is refused as %s at %s', (given, code, position) => {
    const answer = line(given);
    expect(answer).toMatchObject({ id: 1, error: { code, position } });
    expect(answer.error?.message).toMatch(/expected/);
    expect(answer.error?.pesan).toMatch(/seharusnya/);
    expect(answer.value).toBeUndefined();
  });
  it.each(['', '{', '[]', '3', 'null', '"x"', '{"id":1}{"id":2}'])('%s is no line', (text) => expect(line(text)).toMatchObject({ id: null, error: { code: 'line' } }));
});

describe('a stream of lines', () => {
  it('answers each as it comes, however it is cut', async () => {
    expect(await answers('{"id":1,"expres', 'sion":"1+1"}\n\n  \n{"id":2,', '"expression":"2+2"}\r\nbroken\n', '{"id":3,"expression":"3+3"}')).toEqual([
      { id: 1, value: 2 }, { id: 2, value: 4 }, expect.objectContaining({ id: null, error: expect.objectContaining({ code: 'line' }) }), { id: 3, value: 6 },
    ]);
    expect(await answers()).toEqual([]);
    expect(await answers('', '\n')).toEqual([]);
  });
  it('does not hold a line that is too long, and goes on after it', async () => {
    const found = await answers(...Array.from({ length: 50 }, () => 'x'.repeat(100_000)), '\n{"id":1,"expression":"1"}\n');
    expect(found).toEqual([expect.objectContaining({ error: expect.objectContaining({ code: 'line' }) }), { id: 1, value: 1 }]);
    expect(await answers('y'.repeat(4_000_001))).toHaveLength(1);
  });
});
