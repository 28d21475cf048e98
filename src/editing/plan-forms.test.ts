import { describe, expect, it } from 'vitest';
import { plainNumber } from './plain-number.ts';
import { operationFrom } from './plan-forms.ts';

describe('what was typed', () => {
  it.each([['1.500.000,50', '1500000.50'], ['1500000.5', '1500000.5'], ['1,500,000', '1500000'], ['1,500.25', '1500.25'], ['33,5', '33.5'], ['dua miliar', 'dua miliar']])('%s is %s', (given, plain) => expect(plainNumber(given)).toBe(plain));
  const form = (values: Record<string, string>): FormData => { const made = new FormData(); for (const [name, value] of Object.entries(values)) made.set(name, value); return made; };
  it('a place is a number from 1, or nothing', () => {
    expect(operationFrom('pindah', 'a', form({ parent: 'b', at: '2' }))).toMatchObject({ kind: 'move', at: 1 });
    expect(operationFrom('pindah', 'a', form({ parent: 'b', at: '' }))).not.toHaveProperty('at');
    for (const at of ['pertama', '0', '-1', '1.5']) expect(() => operationFrom('pindah', 'a', form({ parent: 'b', at }))).toThrow(expect.objectContaining({ code: 'plan.at', status: 422 }));
  });
});
