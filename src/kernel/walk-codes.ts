/** A walk along codes ends after so long, in milliseconds, wherever it is: the embedded database serves nobody else meanwhile. */
const longest = 80;
/** A step that took longer than this is followed by none with more codes. */
const longStep = 20;

/** Pieces of a list, and the last code that was looked through whole when time was up; null where all of it was walked, or enough was found. */
export interface Walk<P> {
  pieces: P[];
  passed: string | null;
}

/**
 * A list that is ordered by a code first, at most `limit` rows of it, in pieces: asks for one code, then for as many as the rest of the page
 * seems to need; `count` says how many rows a piece holds. The embedded database keeps no statistics; asked for all at once it would read and
 * sort every row for one page.
 */
export async function walkPieces<P>(codes: string[], limit: number, fetch: (some: string[], most: number) => Promise<P>, count: (piece: P) => number, now: () => number = () => performance.now()): Promise<Walk<P>> {
  const pieces: P[] = [];
  const began = now();
  let [at, size, found] = [0, 1, 0];
  while (at < codes.length && found < limit) {
    const from = now();
    if (from - began > longest) return { pieces, passed: codes[at - 1] ?? null };
    const some = codes.slice(at, at + size);
    at += some.length;
    const piece = await fetch(some, limit - found);
    pieces.push(piece);
    const own = count(piece);
    found += own;
    const needed = Math.ceil((some.length * (limit - found)) / Math.max(1, own));
    size = Math.max(1, Math.min(200, needed, some.length * (now() - from > longStep ? 1 : 8)));
  }
  return { pieces, passed: null };
}

/** A place that no row has: after the last one of a code. The other parts of the key are empty. */
export const afterCode = (code: string, parts: number): string[] => [code, ...Array.from({ length: parts - 1 }, () => '')];

/** The codes of which something may stand after a place. */
export const codesAfter = (codes: string[], after: string[] | null): string[] =>
  codes.filter((code) => after === null || code > (after[0] ?? '') || (code === after[0] && after[1] !== ''));
