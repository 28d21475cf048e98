import { z } from 'zod';
import { Fault } from './faults.ts';

/** One of some words, or nothing at all. */
export const choice = (values: readonly string[]) => z.enum(['', ...values]).default('');

/** `halaman=2`; the first page where none is named. */
export const pageNumber = z.string().regex(/^(0*[1-9]\d{0,3})?$/, '1, 2, 3 …').default('').transform((text) => (text === '' ? 1 : Number(text)));

/** Reads the parameters that a page knows and passes over all others; one it cannot read throws `query.invalid` (400) with what it understands. */
export function readQuery<S extends z.ZodObject>(schema: S, given: URLSearchParams): z.output<S> {
  const known = Object.keys(schema.shape).filter((name) => given.has(name));
  const read = schema.safeParse(Object.fromEntries(known.map((name) => [name, given.get(name)])));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const name = String(issue?.path[0] ?? '');
  const expected = issue?.code === 'invalid_value' ? issue.values.filter((value) => value !== '').join(', ') : issue?.message;
  throw new Fault('query.invalid', 400, { given: `${name}=${(given.get(name) ?? '').slice(0, 60)}`, expected: `${name}=${expected}` });
}
