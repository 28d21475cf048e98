import { z } from 'zod';
import { pageNumber, words } from '#kernel/query.ts';
import { neighbours, type Paged } from '../paging.ts';

/** `q`: part of a name; `halaman`: page of the long table; `desa`: page of the list of villages. */
export const areaQuery = z.object({ q: words(100), halaman: pageNumber, desa: pageNumber });
export type AreaQuery = z.output<typeof areaQuery>;

export interface Leaf {
  page: number;
  of: number;
  before: string | null;
  after: string | null;
}

/** The pages beside one of a list that stands amid others: the address goes back to the list itself. */
export function leafOf(address: string, query: Record<string, string>, { page, of }: Pick<Paged<unknown>, 'page' | 'of'>, { name = 'halaman', anchor = '' } = {}): Leaf {
  const { before, after } = neighbours(address, query, { page, of });
  const own = (to: string | null): string | null => to && `${to.replace('halaman=', `${name}=`)}${anchor}`;
  return { page, of, before: own(before), after: own(after) };
}
