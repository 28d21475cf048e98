import { z } from 'zod';

/** What can stand in rows and columns; the words of the address. */
export const dimensions = ['indikator', 'wilayah', 'periode', 'rencana'] as const;
export type Dimension = (typeof dimensions)[number];
export const contents = ['angka', 'target', 'capaian'] as const;
export type Content = (typeof contents)[number];
export const shapes = ['tabel', 'gambar'] as const;
export type Shape = (typeof shapes)[number];

/** At most so many of each, `kecamatan` when all districts are asked for at once; and so many cells in all. What is beyond is refused before a cell is read. */
export const most = { indikator: 12, wilayah: 40, kecamatan: 80, periode: 30, rencana: 6, cells: 20_000 } as const;

/** The question as it was filled in, every field as text; null where the address does not have it. */
export interface CompareForm {
  indikator: string[];
  wilayah: string[];
  rencana: string[];
  dari: string | null;
  sampai: string | null;
  isi: string | null;
  baris: string | null;
  kolom: string | null;
  bentuk: string | null;
  halaman: string | null;
  /** Words that narrow the lists to choose from. */
  saringIndikator: string;
  saringWilayah: string;
}

export interface Problem {
  field: keyof typeof fieldIds;
  key: 'many' | 'districts' | 'cells' | 'unknown' | 'period' | 'year' | 'order' | 'option' | 'same' | 'planless' | 'periods' | 'page';
  given: string;
  /** Codes of the address, or what was expected as text. */
  expected: string[];
}

/** The anchor of each field in the form, so that a problem leads to it. */
export const fieldIds = { indikator: 'f-indikator', wilayah: 'f-wilayah', rencana: 'f-rencana', dari: 'f-dari', sampai: 'f-sampai', isi: 'f-isi', baris: 'f-baris', kolom: 'f-kolom', bentuk: 'f-bentuk', halaman: 'f-ubah' } as const;

/** So many letters of a field are looked at, and so many of its values. */
const longest = 80;
const mostGiven = 60;

const one = z.string().transform((text) => text.slice(0, longest).replace(/[\p{C}\uFFFD]/gu, ' ').trim());
const several = z.array(one).transform((all) => [...new Set(all.filter((text) => text !== ''))]);
const shape = z.object({
  indikator: several, wilayah: several, rencana: several, dari: one.nullable(), sampai: one.nullable(), isi: one.nullable(), baris: one.nullable(), kolom: one.nullable(),
  bentuk: one.nullable(), halaman: one.nullable(), saringIndikator: one, saringWilayah: one,
});

/** Reads the address of a comparison. Unknown parameters are passed over; lists are cut a little beyond what is allowed, so that too many is seen as too many. */
export function readCompareForm(params: URLSearchParams): CompareForm {
  const list = (name: string): string[] => params.getAll(name).slice(0, mostGiven);
  return shape.parse({
    indikator: list('indikator'), wilayah: list('wilayah'), rencana: list('rencana'), dari: params.get('dari'), sampai: params.get('sampai'), isi: params.get('isi'),
    baris: params.get('baris'), kolom: params.get('kolom'), bentuk: params.get('bentuk'), halaman: params.get('halaman'),
    saringIndikator: params.get('saring-indikator') ?? '', saringWilayah: params.get('saring-wilayah') ?? '',
  });
}

/** The same question as an address, with some answers changed; the page number goes when anything else changes. */
export function compareQuery(form: CompareForm, changes: Partial<CompareForm> = {}): string {
  const asked = { ...form, halaman: null, ...changes };
  const params = new URLSearchParams();
  for (const name of ['indikator', 'wilayah', 'rencana'] as const) for (const value of asked[name]) params.append(name, value);
  for (const name of ['dari', 'sampai', 'isi', 'baris', 'kolom', 'bentuk', 'halaman'] as const) if (asked[name]) params.append(name, asked[name]);
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}
