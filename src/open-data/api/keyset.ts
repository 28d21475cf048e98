export type Row = Record<string, unknown>;

/** Where a list begins, and how many rows are wanted. */
export interface Page {
  after: string[] | null;
  limit: number;
}

export const inOrder = (key: string[]) => (a: Row, b: Row): number => {
  for (const part of key) {
    const [x, y] = [String(a[part]), String(b[part])];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
};
export const isAfter = (row: Row, key: string[], after: string[]): boolean => inOrder(key)(row, Object.fromEntries(key.map((part, n) => [part, after[n]]))) > 0;

/** Rows of a list, and the key after which there may be more; null at the end. */
export interface Found {
  rows: Row[];
  on: string[] | null;
}

/** Rows in order of a key, after a place in it. */
export function pageOf(all: Row[], key: string[], { after, limit }: Page): Found {
  const rest = all.filter((row) => after === null || isAfter(row, key, after)).sort(inOrder(key));
  const rows = rest.slice(0, limit);
  const last = rest.length > limit ? rows.at(-1) : undefined;
  return { rows, on: last ? key.map((part) => String(last[part])) : null };
}
