import type { PackRow, PackValue } from '#kernel/pack-file.ts';

export interface Text {
  id: string;
  en: string;
}
export type Data = Record<string, PackValue>;

/** What one part of the generator gives: rows by table, in the order in which they stand in the files. */
export type Part = Record<string, Data[]>;

export const both = (id: string, en: string): Text => ({ id, en });

/** A number as pack files write it: shortest decimal text, no exponent. */
export const written = (value: number): string => String(Number(value.toFixed(6)));

export const asRows = (data: Data[]): PackRow[] => data.map((row, n) => ({ file: '', line: n + 1, data: row }));
