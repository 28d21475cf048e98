import type { Text } from '#kernel/i18n.ts';
import type { Example } from './functions.ts';

/** One thing that may be written in a formula. The reference page is made from these rows and from `functions`. */
export interface Written {
  written: string;
  says: Text;
  examples: Example[];
}

export const operators: Written[] = [
  { written: '(…)', says: { id: 'Dihitung lebih dahulu.', en: 'Computed first.' }, examples: [{ expression: '(2 + 3) * 4', result: 20 }] },
  { written: 'a ^ b', says: { id: 'Pangkat; lebih kuat dari tanda, dari kanan ke kiri.', en: 'Power; tighter than a sign, from right to left.' }, examples: [{ expression: '2 ^ 3 ^ 2', result: 512 }, { expression: '-3 ^ 2', result: -9 }] },
  { written: '-a, +a, !a', says: { id: 'Tanda, dan kebalikan dari benar/salah (not).', en: 'Signs, and the opposite of true or false (not).' }, examples: [{ expression: '2 * -3', result: -6 }, { expression: 'not (1 > 2)', result: true }] },
  { written: 'a * b, a / b, a % b', says: { id: 'Kali, bagi, sisa bagi (tandanya tanda a); dari kiri ke kanan.', en: 'Times, divided by, remainder (with the sign of a); from left to right.' }, examples: [{ expression: '80 / 100 * 50', result: 40 }, { expression: '-7 % 3', result: -1 }] },
  { written: 'a + b, a - b', says: { id: 'Tambah, kurang; dari kiri ke kanan.', en: 'Plus, minus; from left to right.' }, examples: [{ expression: '10 - 4 + 3', result: 9 }] },
  { written: 'a < b, <=, >, >=', says: { id: 'Membandingkan angka dengan angka, teks dengan teks.', en: 'Compares a number with a number, a text with a text.' }, examples: [{ expression: '2 <= 2', result: true }, { expression: '"a" < "b"', result: true }] },
  { written: 'a == b, a != b', says: { id: 'Sama, tidak sama (juga = dan <>).', en: 'Equal, not equal (also = and <>).' }, examples: [{ expression: '1 + 1 = 2', result: true }] },
  { written: 'a && b', says: { id: 'Dan (and); salah bila salah satu salah, meskipun yang lain tidak diketahui.', en: 'And (and); false if either is false, even if the other is not known.' }, examples: [{ expression: 'null && false', result: false }] },
  { written: 'a || b', says: { id: 'Atau (or); benar bila salah satu benar, meskipun yang lain tidak diketahui.', en: 'Or (or); true if either is true, even if the other is not known.' }, examples: [{ expression: 'true or null', result: true }] },
  { written: '5, .5, 1e3, "teks", true, null', says: { id: 'Angka, teks (satu atau dua tanda kutip), benar atau salah, tidak ada.', en: 'A number, a text (single or double quotes), true or false, nothing.' }, examples: [{ expression: '.5 + 1e3', result: 1000.5 }] },
  { written: '/* … */', says: { id: 'Catatan; tidak dihitung.', en: 'A comment; not computed.' }, examples: [{ expression: '1 /* satu */ + 1', result: 2 }] },
];

export const references: Written[] = [
  { written: '#{CODE}', says: { id: 'Angka suatu data di wilayah dan masa itu; bila tidak tersimpan, digabung dari bagian-bagiannya menurut cara data itu.', en: 'The value of a data element in that area and period; where none is stored, put together from its parts as the element declares.' }, examples: [{ expression: '#{a} / #{b}', values: { a: 1, b: 4 }, result: 0.25 }] },
  { written: '#{CODE.OPTION}', says: { id: 'Bagian data itu menurut rincian, satu pilihan atau lebih dipisah titik; rincian yang tidak disebut dijumlahkan.', en: 'The part of it by category: one option or more, parted by dots; a category that is not named is summed over.' }, examples: [{ expression: '#{a.man} + #{a.woman}', values: { 'a.man': 3, 'a.woman': 4 }, result: 7 }] },
  { written: 'N{code}', says: { id: 'Indikator lain. Lingkaran ditolak.', en: 'Another indicator. A circle is refused.' }, examples: [{ expression: '(N{x} + N{y}) / 2', values: { 'N{x}': 60, 'N{y}': 80 }, result: 70 }] },
  { written: 'C{code}', says: { id: 'Tetapan daerah.', en: 'A constant of the region.' }, examples: [{ expression: '#{a} * C{k}', values: { a: 2, 'C{k}': 1.5 }, result: 3 }] },
  { written: 'T{code}', says: { id: 'Target suatu indikator di wilayah dan masa itu; bila beberapa rencana menetapkannya, dari rencana utama daerah.', en: "The target of an indicator in that area and period; where several plans set one, that of the region's front plan." }, examples: [{ expression: 'N{x} / T{x} * 100', values: { 'N{x}': 45, 'T{x}': 50 }, result: 90 }] },
  { written: 'R{CODE.REPORTING_RATE}', says: { id: 'Kelengkapan laporan suatu data, atau semua yang diminta dari suatu perangkat daerah, menurut siklus pengumpulan: di wilayah itu dan di bawahnya, pada masa itu. Juga EXPECTED_REPORTS, ACTUAL_REPORTS, ACTUAL_REPORTS_ON_TIME dan REPORTING_RATE_ON_TIME.', en: 'How complete the reports of a data element are, or all that is asked of an agency, by the collection cycles: in that area and below, in that period. Also EXPECTED_REPORTS, ACTUAL_REPORTS, ACTUAL_REPORTS_ON_TIME and REPORTING_RATE_ON_TIME.' }, examples: [{ expression: 'R{a.ACTUAL_REPORTS} / R{a.EXPECTED_REPORTS} * 100', values: { 'R{a.ACTUAL_REPORTS}': 3, 'R{a.EXPECTED_REPORTS}': 4 }, result: 75 }] },
  { written: '[days], [periodInYear]', says: { id: 'Banyaknya hari dalam masa itu; nomor masa itu dalam tahunnya.', en: 'The number of days in the period; its number in its year.' }, examples: [{ expression: '#{a} / [days]', values: { a: 62, '[days]': 31 }, result: 2 }] },
];

export const modifiers: Written[] = [
  { written: '.periodOffset(n)', says: { id: 'Masa lain: -1 sebelumnya, 1 sesudahnya; dapat bertumpuk.', en: 'Another period: -1 the one before, 1 the one after; may be nested.' }, examples: [{ expression: '#{a} - #{a}.periodOffset(-1)', values: { a: 12, 'a.periodOffset(-1)': 10 }, result: 2 }] },
  { written: '.yearToDate()', says: { id: 'Sejak awal tahun, digabung menurut cara data itu; tidak ada bila satu masanya tidak ada.', en: 'Since the year began, put together as the data element says; missing if one period is.' }, examples: [{ expression: '#{a}.yearToDate()', values: { 'a.yearToDate()': 30 }, result: 30 }] },
  { written: '.area(parent), .area(region), .area(CODE)', says: { id: 'Wilayah di atasnya, seluruh daerah, atau wilayah tertentu.', en: 'The area above, the whole region, or a certain area.' }, examples: [{ expression: '100 * #{a} / #{a}.area(region)', values: { a: 5, 'a.area(region)': 50 }, result: 10 }] },
  { written: '.aggregationType(TYPE)', says: { id: 'SUM, AVERAGE, LAST, FIRST, MIN, MAX, COUNT, STDDEV, VARIANCE atau NONE, menggantikan cara data itu digabung. Angka yang tersimpan tetap didahulukan; NONE: hanya angka yang tersimpan.', en: 'SUM, AVERAGE, LAST, FIRST, MIN, MAX, COUNT, STDDEV, VARIANCE or NONE, in place of the way in which the data element is put together. A stored value still comes first; NONE: a stored value alone.' }, examples: [{ expression: 'subExpression(#{a}).aggregationType(MAX)', values: { a: [5, 9, 2] }, result: 9 }] },
  { written: '.minDate(2024-01-01), .maxDate(2024-12-31)', says: { id: 'Hanya angka dari masa yang seluruhnya sejak, atau sampai, hari itu; yang di luarnya bukan yang kurang.', en: 'Only figures of periods that lie wholly after, or before, that day (itself included); what lies outside is not missing.' }, examples: [{ expression: '#{a}.minDate(2024-01-01)', values: { a: 7 }, result: 7 }] },
];
