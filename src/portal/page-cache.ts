import type { DrawnPage } from './drawn-page.ts';

export interface PageCache {
  get(key: string): DrawnPage | undefined;
  put(key: string, page: DrawnPage): void;
  readonly bytes: number;
}

const sizeOf = (key: string, page: DrawnPage): number => 2 * key.length + page.plain.length + page.br.length + page.gzip.length;

/** Drawn pages by key, at most so many bytes; the longest unused goes first. A page larger than a tenth of it is not kept. */
export function makePageCache(limit: number): PageCache {
  const kept = new Map<string, DrawnPage>();
  let bytes = 0;
  const drop = (key: string): void => {
    const page = kept.get(key);
    if (page && kept.delete(key)) bytes -= sizeOf(key, page);
  };
  return {
    get bytes() {
      return bytes;
    },
    get(key) {
      const page = kept.get(key);
      if (!page) return undefined;
      kept.delete(key);
      kept.set(key, page);
      return page;
    },
    put(key, page) {
      drop(key);
      const size = sizeOf(key, page);
      if (size > limit / 10) return;
      kept.set(key, page);
      bytes += size;
      while (bytes > limit) drop(kept.keys().next().value as string);
    },
  };
}
