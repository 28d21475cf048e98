/**
 * Rows of a list that is ordered by a code first, at most `limit`: asks for a few codes at a time, as many as the rest of the page seems to
 * need. The embedded database keeps no statistics; asked for all at once it would read and sort every row for one page.
 */
export async function walkCodes<R>(codes: string[], limit: number, fetch: (some: string[], most: number) => Promise<R[]>): Promise<R[]> {
  const found: R[] = [];
  for (let [at, size] = [0, 4]; at < codes.length && found.length < limit; ) {
    const some = codes.slice(at, at + size);
    at += some.length;
    const rows = await fetch(some, limit - found.length);
    found.push(...rows);
    size = Math.max(1, Math.min(200, Math.ceil((some.length * (limit - found.length)) / Math.max(1, rows.length))));
  }
  return found;
}
