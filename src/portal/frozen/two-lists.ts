import { type Paged, pageOf } from '../paging.ts';

/** How many rows of each list one page holds. */
export const rowsAPage = 100;

/** Two lists that are paged together: each page holds the next hundred of both. A page after the last of the longer one throws `page.unknown` (404). */
export function twoLists<A, B>(first: A[], second: B[], page: number): { first: A[]; second: B[] } & Pick<Paged<unknown>, 'page' | 'of'> {
  const longer = pageOf<unknown>(first.length > second.length ? first : second, page, rowsAPage);
  const part = <T>(rows: T[]): T[] => rows.slice((page - 1) * rowsAPage, page * rowsAPage);
  return { first: part(first), second: part(second), page: longer.page, of: longer.of };
}
