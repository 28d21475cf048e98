import { z } from 'zod';
import { Fault } from './faults.ts';

/** One of some words, or nothing at all. */
export const choice = (values: readonly string[]) => z.enum(['', ...values]).default('');

/** A code, or none at all. */
export const oneCode = z.string().min(1).max(100).optional();

/** `halaman=2`; the first page where none is named. */
export const pageNumber = z.string().regex(/^(0*[1-9]\d{0,3})?$/, '1, 2, 3 …').default('').transform((text) => (text === '' ? 1 : Number(text)));

/** What was typed, made readable: one form of each letter, no control characters, half characters or doubled spaces. */
export const cleaned = (given: string): string =>
  given.toWellFormed().normalize('NFKC').replace(/[\p{C}\uFFFD]/gu, ' ').replace(/\s+/g, ' ').trim();

/** Words that narrow a list, at most so many letters as they are read: some signs grow longer when they are made readable. */
export const words = (most: number) => z.string().transform(cleaned).pipe(z.string().max(most, `0–${most} huruf / letters`)).default('');

/** Whether every escaped sign of an address is UTF-8; a `%` that begins no escape is a sign of its own, as browsers read it. */
export const isReadable = (search: string): boolean =>
  (search.match(/(?:%[0-9a-f]{2})+/gi) ?? []).every((escaped) => {
    try {
      return decodeURIComponent(escaped) !== null;
    } catch {
      return false;
    }
  });

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
