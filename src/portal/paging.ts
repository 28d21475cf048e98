import { Fault } from '#kernel/faults.ts';

/** A part of a list that is too long for one page. */
export interface Paged<T> {
  rows: T[];
  page: number;
  of: number;
}

/** At most `size` rows; a page after the last throws `page.unknown` (404). An empty list has one page. */
export function pageOf<T>(rows: T[], page: number, size = 100): Paged<T> {
  const of = Math.max(1, Math.ceil(rows.length / size));
  if (page > of) throw new Fault('page.unknown', 404, { given: `halaman=${page}`, expected: of === 1 ? 'halaman=1' : `halaman=1 … ${of}` });
  return { rows: rows.slice((page - 1) * size, page * size), page, of };
}

/** The addresses of the neighbours; `query` holds the other parameters. */
export function neighbours(address: string, query: Record<string, string>, { page, of }: Pick<Paged<unknown>, 'page' | 'of'>): { before: string | null; after: string | null } {
  const to = (n: number): string => {
    const told = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
    if (n > 1) told.set('halaman', String(n));
    return told.size > 0 ? `${address}?${told}` : address;
  };
  return { before: page > 1 ? to(page - 1) : null, after: page < of ? to(page + 1) : null };
}
