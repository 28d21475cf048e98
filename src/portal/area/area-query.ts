import { z } from 'zod';
import { Fault } from '#kernel/faults.ts';

export interface AreaQuery {
  /** Part of a name; empty shows all. */
  q: string;
  /** Page of the long table, from 1. */
  page: number;
  /** Page of the list of villages, from 1. */
  villages: number;
}

/** Rows of a list on one page. */
export const rowsOnPage = 100;
const pageNumber = z.string().regex(/^[1-9]\d{0,2}$/).transform(Number).default(1);
const query = z.object({ q: z.string().trim().max(100).default(''), halaman: pageNumber, desa: pageNumber });
const expected: Record<string, string> = { q: 'q: 0–100 ×', halaman: 'halaman: 1–999', desa: 'desa: 1–999' };

/** Reads `?q=`, `?halaman=`, `?desa=`; what else stands there is passed over. A bad one throws `query.invalid` (400). */
export function readAreaQuery(params: URLSearchParams): AreaQuery {
  const given = Object.fromEntries(['q', 'halaman', 'desa'].flatMap((name) => (params.has(name) ? [[name, params.get(name)]] : [])));
  const read = query.safeParse(given);
  if (read.success) return { q: read.data.q, page: read.data.halaman, villages: read.data.desa };
  const name = String(read.error.issues[0]?.path[0]);
  throw new Fault('query.invalid', 400, { given: `${name}=${params.get(name)?.slice(0, 40)}`, expected: expected[name] });
}

export interface Paged<T> {
  rows: T[];
  page: number;
  pages: number;
}

/** One page of a list; a page that does not exist throws `page.unknown` (404). */
export function paged<T>(all: T[], page: number, size = rowsOnPage): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  if (page > pages) throw new Fault('page.unknown', 404, { given: String(page), expected: pages === 1 ? '1' : `1–${pages}` });
  return { rows: all.slice((page - 1) * size, page * size), page, pages };
}
