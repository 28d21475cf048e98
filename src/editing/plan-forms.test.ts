import { describe, expect, it } from 'vitest';
import { operationFrom } from './plan-forms.ts';

describe('what was typed', () => {
  const form = (values: Record<string, string>): FormData => { const made = new FormData(); for (const [name, value] of Object.entries(values)) made.set(name, value); return made; };
  it('a place is a number from 1, or nothing', () => {
    expect(operationFrom('pindah', 'a', form({ parent: 'b', at: '2' }), 'id')).toMatchObject({ kind: 'move', at: 1 });
    expect(operationFrom('pindah', 'a', form({ parent: 'b', at: '' }), 'id')).not.toHaveProperty('at');
    for (const at of ['pertama', '0', '-1', '1.5']) expect(() => operationFrom('pindah', 'a', form({ parent: 'b', at }), 'id')).toThrow(expect.objectContaining({ code: 'plan.at', status: 422 }));
  });
});
