import { expect, it } from 'vitest';
import { formOf } from './form-of.ts';

const sent = (fields: number): Request => new Request('http://x', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=1&'.repeat(fields) });

it('reads a form that a page of ours could have sent, and no other', async () => {
  expect((await formOf(sent(3_000))).getAll('a')).toHaveLength(3_000);
  await expect(formOf(new Request('http://x', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=x%00y' }))).rejects.toMatchObject({ code: 'form.invalid', status: 400 });
  await expect(formOf(sent(3_001))).rejects.toMatchObject({ code: 'form.too_many_fields', status: 413 });
});
