import { describe, expect, it } from 'vitest';
import { calls } from './compile-calls.ts';
import { computeWith } from './compute-line.ts';
import { functions } from './functions.ts';
import { modifiers, operators, references } from './reference.ts';
import { groupings } from './tree.ts';

describe('every example of every function is true', () => {
  for (const [name, { examples }] of [...Object.entries(functions), ...[...operators, ...references, ...modifiers].map((one) => [one.written, one] as const)]) {
    it.each(examples)(`${name}: $expression`, ({ expression, values = {}, result, reason }) => {
      const found = computeWith(expression, values as Parameters<typeof computeWith>[1]);
      expect(found.value).toBe(result);
      expect(found.reason).toBe(reason ?? null);
    });
  }
});

it('documents what it computes, and computes what it documents', () => {
  expect(Object.keys(functions).sort()).toEqual([...Object.keys(calls), ...groupings].sort());
  for (const { says, told, examples, written } of Object.values(functions)) {
    expect(says.id.length * says.en.length * told.id.length * told.en.length * written.length).toBeGreaterThan(0);
    expect(examples.length).toBeGreaterThan(0);
  }
});
