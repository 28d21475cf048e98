/**
 * A list that is ordered by a code first, at most `limit` rows of it, in pieces: asks for a few codes at a time, as many as the rest of the page
 * seems to need; `count` says how many rows a piece holds. The embedded database keeps no statistics; asked for all at once it would read and
 * sort every row for one page.
 */
export async function walkPieces<P>(codes: string[], limit: number, fetch: (some: string[], most: number) => Promise<P>, count: (piece: P) => number): Promise<P[]> {
  const pieces: P[] = [];
  let found = 0;
  for (let [at, size] = [0, 4]; at < codes.length && found < limit; ) {
    const some = codes.slice(at, at + size);
    at += some.length;
    const piece = await fetch(some, limit - found);
    pieces.push(piece);
    const own = count(piece);
    found += own;
    size = Math.max(1, Math.min(200, Math.ceil((some.length * (limit - found)) / Math.max(1, own))));
  }
  return pieces;
}

/** The same as rows. */
export const walkCodes = async <R>(codes: string[], limit: number, fetch: (some: string[], most: number) => Promise<R[]>): Promise<R[]> => (await walkPieces(codes, limit, fetch, (rows) => rows.length)).flat();
