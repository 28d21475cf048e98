import type { Lang } from '#kernel/i18n.ts';
import { editWords, wordFor } from './words.ts';

type Tell = (parts: string[]) => string;

const label = (word: string): string => wordFor(editWords('id'), `opt.${word}`) ?? word;
const kinds: Record<string, string> = { element: 'data', indicator: 'indikator', unit: 'satuan', source: 'sumber', area: 'wilayah', agency: 'perangkat daerah', plan: 'rencana', series: 'deret', category: 'kategori', constant: 'tetapan', pillar: 'pilar', 'sub-dimension of the pillar': 'subdimensi dari pilar itu', readiness: 'unsur kesiapan', 'line of the SWOT': 'baris SWOT', strategy: 'strategi', initiative: 'inisiatif', body: 'dewan, tim atau forum' };

/** What the rules of a pack expect, in the language of the screen: the rules speak English, as the files and the command line do. The first that fits tells. */
const table: [RegExp, Tell][] = [
  [/^a text of at most 4,000 characters$/, () => 'teks, paling banyak 4.000 huruf'],
  [/^a code: letters/, () => 'kode: huruf, angka, titik, garis bawah, atau tanda hubung, paling banyak 64'],
  [/^a whole number from (\S+) to (\S+)$/, ([from, to]) => `bilangan bulat dari ${from} sampai ${to}`],
  [/^a whole number$/, () => 'bilangan bulat'],
  [/^a number (?:with a decimal point|above)( 0)?/, ([above]) => (above ? 'bilangan di atas 0' : 'bilangan, misalnya 12.5')],
  [/^rupiah,/, () => 'rupiah, 0 atau lebih, paling banyak dua angka di belakang titik'],
  [/^`yes` or `no`$/, () => 'ya atau tidak'],
  [/^a period: (.+)$/, ([examples = '']) => `masa: ${examples.replace('(or ', '(atau ').replace(' or ', ' atau ')}`],
  [/^a day such as (.+)$/, ([day]) => `tanggal seperti ${day}`],
  [/^an address that begins/, () => 'alamat yang dimulai dengan https:// atau http://'],
  [/^degrees from (\S+) to (\S+)$/, ([from, to]) => `derajat dari ${from} sampai ${to}`],
  [/^a text in both languages/, () => 'teks dalam kedua bahasa'],
  [/^a list of texts$/, () => 'daftar, dipisah titik koma'],
  [/^one of (.+)$/, ([words = '']) => `salah satu dari: ${words.split(', ').map(label).join(', ')}`],
  [/^the code of a known (.+)$/, ([kind = '']) => `kode ${kinds[kind] ?? kind} yang sudah ada`],
  [/^the result that the formula gives$/, () => 'hasil yang diberikan rumus'],
  [/^no indicator that stands on itself$/, () => 'indikator yang tidak berdiri di atas dirinya sendiri'],
  [/^a series of (.+)$/, ([elements = '']) => `deret dari ${elements.replaceAll(' or ', ' atau ')}`],
  [/^at least (\S+), the running total of (\S+)$/, ([value, period]) => `paling sedikit ${value}, jumlah berjalan sampai ${period}`],
  [/^an upper bound of at least (\S+)$/, ([value]) => `batas atas paling sedikit ${value}`],
  [/^the upper bound of the range$/, () => 'batas atas rentangnya'],
  [/^a weight of 0 or more$/, () => 'bobot 0 atau lebih'],
  [/^the element that the weighted average weighs by$/, () => 'data yang menjadi bobot rata-rata'],
  [/^nothing: the unit is one of words/, () => 'kosong: indikator yang memberi kata tidak punya target'],
  [/^an indicator that gives numbers/, () => 'indikator yang memberi angka: kata tidak punya target'],
  [/^shares that rise from stage to stage$/, () => 'bagian yang naik dari tahap ke tahap'],
  [/^a key of its own$/, () => 'kode yang belum dipakai'],
  [/^a key of its own; it stands already in (.+)$/, ([where]) => `yang belum ada; sudah tertulis di ${where}`],
];

export const expectedIn = (expected: string, lang: Lang): string => {
  if (lang === 'en') return expected.replace(/^one of (.+)$/, (_, words: string) => `one of ${words.split(', ').map((word) => wordFor(editWords('en'), `opt.${word}`) ?? word).join(', ')}`);
  for (const [pattern, tell] of table) {
    const found = pattern.exec(expected);
    if (found) return tell(found.slice(1));
  }
  return expected;
};

const example = /^(\{.*\}) gives (.+)$/;

/** What was given, in the language of the screen; a worked example by what it says and what the formula gives. */
export function givenIn(given: string, lang: Lang): string {
  const [, json, gives] = example.exec(given) ?? [];
  if (json !== undefined) {
    const said = String((JSON.parse(json) as { result?: unknown }).result);
    return lang === 'id' ? `contoh dengan hasil ${said}, padahal rumusnya memberi ${gives}` : `an example with the result ${said}, where the formula gives ${gives}`;
  }
  return lang === 'id' ? given.replace(/^nothing$/, 'kosong').replace(/\(at character (\d+)\)$/, '(pada huruf ke-$1)') : given;
}
