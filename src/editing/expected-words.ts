import type { Lang } from '#kernel/i18n.ts';
import { formatNumber, formatPeriod } from '#ui/index.ts';
import { editWords, wordFor } from './words.ts';

type Tell = (parts: string[]) => string;

const label = (word: string): string => wordFor(editWords('id'), `opt.${word}`) ?? word;
const kinds: Record<string, string> = { element: 'data', indicator: 'indikator', unit: 'satuan', source: 'sumber', area: 'wilayah', agency: 'perangkat daerah', plan: 'rencana', series: 'deret', category: 'kategori', constant: 'tetapan', pillar: 'pilar', 'sub-dimension of the pillar': 'subdimensi dari pilar itu', readiness: 'unsur kesiapan', 'line of the SWOT': 'baris SWOT', strategy: 'strategi', initiative: 'inisiatif', body: 'dewan, tim atau forum' };

/** What the rules of a pack expect, in the language of the screen: the rules speak English, as the files and the command line do. The first that fits tells. */
const table: [RegExp, Tell][] = [
  [/^a text of at most 4,000 characters$/, () => 'teks, paling banyak 4.000 huruf'],
  [/^a code: letters/, () => 'huruf, angka, titik, garis bawah, atau tanda hubung, tanpa spasi, paling banyak 64'],
  [/^a whole number from (\S+) to (\S+)$/, ([from, to]) => `bilangan bulat dari ${from} sampai ${to}`],
  [/^a whole number$/, () => 'bilangan bulat'],
  [/^a number (?:with a decimal point|above)( 0)?/, ([above]) => (above ? 'bilangan di atas 0' : 'bilangan, misalnya 1.250 atau 12,5')],
  [/^rupiah,/, () => 'rupiah, dari 0 sampai di bawah satu triliun juta (1.000.000.000.000.000.000), paling banyak dua angka di belakang koma'],
  [/^`yes` or `no`$/, () => 'ya atau tidak'],
  [/^a period: (.+)$/, ([examples = '']) => `masa: ${examples.replace('(or ', '(atau ').replace(' or ', ' atau ')}`],
  [/^a day such as (.+)$/, ([day]) => `tanggal seperti ${day}`],
  [/^an address that begins/, () => 'alamat yang dimulai dengan https:// atau http://'],
  [/^degrees from (\S+) to (\S+)$/, ([from, to]) => `derajat dari ${from} sampai ${to}`],
  [/^a text in both languages/, () => 'teks dalam kedua bahasa'],
  [/^a list of texts$/, () => 'daftar, dipisah titik koma'],
  [/^one of (.+)$/, ([words = '']) => `salah satu dari: ${words.split(', ').map(label).join(', ')}`],
  [/^the code of a known ([\w -]+)$/, ([kind = '']) => `kode ${kinds[kind] ?? kind} yang sudah ada`],
  [/^the result that the formula gives$/, () => 'hasil yang diberikan rumus'],
  [/^no indicator that stands on itself$/, () => 'indikator yang tidak berdiri di atas dirinya sendiri'],
  [/^a series of (.+)$/, ([elements = '']) => `deret dari ${elements.replaceAll(' or ', ' atau ')}`],
  [/^at least (\S+), the running total of (\S+)$/, ([value = '', period = '']) => `paling sedikit ${number(value)}, jumlah berjalan sampai ${formatPeriod(period, 'id')}`],
  [/^(\S+), the target of (\S+): the last period closes the year$/, ([value = '', year = '']) => `${number(value)}, sama dengan target ${year}: masa terakhir menutup tahunnya`],
  [/^an upper bound of at least (\S+)$/, ([value = '']) => `batas atas paling sedikit ${number(value)}`],
  [/^the stages of a milestone indicator$/, () => 'tahap-tahapnya, karena jenis targetnya tahap'],
  [/^no stages: only/, () => 'kosong: hanya target berjenis tahap yang bertahap'],
  [/^`period_kind: year`, or another mode for (\w+?)s?$/, () => 'dihitung tiap tahun, atau cara menghimpun yang lain'],
  [/^a (year|quarter|month|day), as the indicator has(, or a year)?$/, ([kind = '', year]) => `${label(kind)}, seperti indikatornya${year ? ', atau tahun' : ''}`],
  [/^nothing: only `target_kind: range` has an upper bound$/, () => 'kosong: hanya target berjenis rentang yang punya batas atas'],
  [/^`1` for yes or `0` for no$/, () => '1 untuk ya atau 0 untuk tidak'],
  [/^the number of a stage, 0 to (\d+)$/, ([most]) => `nomor tahap, 0 sampai ${most}`],
  [/^`=`: the kind of target, (\w+), says what is asked$/, ([kind = '']) => `=, karena jenis targetnya (${label(kind)}) sudah menyebut apa yang diminta`],
  [/^`=` or one that asks for the good direction, (\w+)$/, ([direction = '']) => `=, atau yang meminta arah baiknya: ${label(direction)}`],
  [/^at least one worked example/, () => 'sedikitnya satu contoh, seperti KODE = 50; KODE_LAIN = 200 => 25'],
  [/^stages in order/, () => 'tahap berurutan, seperti Rancangan | Draft | 20'],
  [/^a code without a dot/, () => 'kode tanpa titik: di dalam rumus titik memisahkan kode dari kategorinya'],
  [/^no weight: neither/, () => 'kosong: tidak ada yang dirata-ratakan tertimbang'],
  [/^an element that is not itself a weighted average$/, () => 'data yang bukan rata-rata tertimbang'],
  [/^codes of known categories/, () => 'kode kategori yang sudah ada, masing-masing sekali, dipisah titik koma'],
  [/^categories without a common option$/, () => 'kategori tanpa pilihan yang sama'],
  [/^categories that make at most (\d+) parts$/, ([most]) => `kategori yang bersama-sama membagi paling banyak ${most} bagian`],
  [/^percent of the right side, 0 or more$/, () => 'persen dari sisi kanan, 0 atau lebih'],
  [/^the document that says so, or/, () => 'dokumen yang menyebutnya, atau dasar “bacaan kami”'],
  [/^`none`: the unit is one of words/, () => 'tidak ada: satuannya kata, yang tidak punya arah baik'],
  [/^a day that is not before (\S+)$/, ([day = '']) => `hari yang tidak lebih awal dari ${day}`],
  [/^a name that no other has beside it; (\S+) has this one$/, ([code]) => `nama yang tidak dipakai di sebelahnya; ${code} sudah bernama begitu`],
  [/^numbers that are whole: (\d+) /, ([n]) => `jenis yang cocok dengan angka yang sudah tercatat: ${n} di antaranya tidak bulat`],
  [/^numbers that are 1 or 0: (\d+) /, ([n]) => `jenis yang cocok dengan angka yang sudah tercatat: ${n} di antaranya bukan 1 atau 0`],
  [/^a tree: nothing stands above itself$/, () => 'susunan tanpa lingkaran: tidak ada yang berada di atas dirinya sendiri'],
  [/^(.+), because its level is (\w+)$/, ([kind = '', level = '']) => `${kind.replace(/^an? /, '').split(' or ').map(label).join(' atau ')}, karena tingkatnya ${label(level)}`],
  [/^nothing: the region stands above all$/, () => 'kosong: kabupaten atau kota berdiri paling atas'],
  [/^a period that is not after (\S+)$/, ([period = '']) => `masa yang tidak sesudah ${formatPeriod(period, 'id')}`],
  [/^no simulated figure outside/, () => 'bukan angka simulasi: itu hanya untuk wilayah contoh 99.*'],
  [/^the upper bound of the range$/, () => 'batas atas rentangnya'],
  [/^a weight of 0 or more$/, () => 'bobot 0 atau lebih'],
  [/^the element that the weighted average weighs by$/, () => 'data yang menjadi bobot rata-rata'],
  [/^nothing: the unit is one of words/, () => 'kosong: indikator yang memberi kata tidak punya target'],
  [/^an indicator that gives numbers/, () => 'indikator yang memberi angka: kata tidak punya target'],
  [/^shares that rise from stage to stage$/, () => 'bagian yang naik dari tahap ke tahap'],
  [/^just the region (\S+)$/, ([code = '']) => `hanya daerah ${code} yang berdiri paling atas; yang lain menyebut di dalam wilayah mana`],
  [/^a floor below the cap$/, () => 'batas bawah di bawah batas atas'],
  [/^a key of its own$/, () => 'kode yang belum dipakai'],
  [/^a key of its own; it stands already in/, () => 'yang belum ada: ini sudah tertulis'],
];

export const expectedIn = (expected: string, lang: Lang): string => {
  if (lang === 'en') return expected.replace(/^a number with a decimal point( and at most 20 digits)?$/, 'a number, such as 1,250 or 12.5').replace(/^at least one worked example.*$/, 'at least one worked example, such as CODE = 50; OTHER_CODE = 200 => 25').replace(/^stages in order.*$/, 'stages in order, such as Rancangan | Draft | 20').replace(/(\d{4,}|\d+\.\d+)(?=, the target of)|(?<=^(?:at least|an upper bound of at least) )(\d{4,}|\d+\.\d+)/, (value) => formatNumber(value, { lang })).replace(/ in (?!the )\S+, line \d+$/, '').replace(/^rupiah, 0 or more,/, 'rupiah, 0 or more and below 1,000,000,000,000,000,000,').replace(/^one of (.+)$/, (_, words: string) => `one of ${words.split(', ').map((word) => wordFor(editWords('en'), `opt.${word}`) ?? word).join(', ')}`);
  for (const [pattern, tell] of table) {
    const found = pattern.exec(expected);
    if (found) return tell(found.slice(1));
  }
  return expected;
};

const number = (value: string): string => (/^-?\d+(\.\d+)?$/.test(value) ? formatNumber(value, { lang: 'id' }) : value);

/** Of these a number is one; elsewhere digits may be a code or a period. */
const numeric = ['value', 'value_to', 'tolerance', 'weight', 'area_km2', 'scale'];

const example = /^(\{.*\}) gives (.+)$/;

/** What was given, in the language of the screen; a worked example by what it says and what the formula gives. */
export function givenIn(given: string, lang: Lang, field: string): string {
  const [, json, gives] = (field === 'worked_examples' && example.exec(given)) || [];
  if (json !== undefined) {
    const said = String((JSON.parse(json) as { result?: unknown }).result);
    const [, why] = /^null \((\w+)\)$/.exec(gives ?? '') ?? [];
    const words = why === undefined ? null : wordFor(editWords(lang), `check.reason.${why}`);
    if (words) return lang === 'id' ? `contoh dengan hasil ${said}, padahal rumusnya tidak memberi apa pun: ${words}` : `an example with the result ${said}, where the formula gives nothing: ${words}`;
    return lang === 'id' ? `contoh dengan hasil ${said}, padahal rumusnya memberi ${gives}` : `an example with the result ${said}, where the formula gives ${gives}`;
  }
  if (numeric.includes(field) && /^-?\d+(\.\d+)?$/.test(given)) return formatNumber(given, { lang });
  return lang === 'id' ? given.replace(/^nothing$/, 'kosong').replace(/\(at character (\d+)\)$/, '(pada huruf ke-$1)') : given;
}
