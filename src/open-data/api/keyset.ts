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

/** Rows in order of a key, after a place in it. */
export const pageOf = (all: Row[], key: string[], { after, limit }: Page): Row[] => all.filter((row) => after === null || isAfter(row, key, after)).sort(inOrder(key)).slice(0, limit);
