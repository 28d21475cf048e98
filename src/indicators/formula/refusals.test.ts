import { describe, expect, it } from 'vitest';
import { FormulaError } from './errors.ts';
import { parseFormula } from './parser.ts';

/** Formula, code, place, and the words in both languages, read one by one. */
const refused: [string, string, number, string, string][] = [
  ['1 && true', 'type', 0, 'di sini seharusnya ada benar/salah, bukan angka', 'expected true or false here, not a number'],
  ['"a" + 1', 'type', 0, 'di sini seharusnya ada angka, bukan teks', 'expected a number here, not a text'],
  ['true + 1', 'type', 0, 'di sini seharusnya ada angka, bukan benar/salah', 'expected a number here, not true or false'],
  ['!1', 'type', 1, 'di sini seharusnya ada benar/salah, bukan angka', 'expected true or false here, not a number'],
  ['-"a"', 'type', 1, 'di sini seharusnya ada angka, bukan teks', 'expected a number here, not a text'],
  ['1 < "a"', 'type', 4, 'di sini seharusnya ada angka, bukan teks', 'expected a number here, not a text'],
  ['true == 1', 'type', 8, 'di sini seharusnya ada benar/salah, bukan angka', 'expected true or false here, not a number'],
  ['"a" == 1', 'type', 7, 'di sini seharusnya ada teks, bukan angka', 'expected a text here, not a number'],
  ['if(1, 2, 3)', 'type', 3, 'di sini seharusnya ada benar/salah, bukan angka', 'expected true or false here, not a number'],
  ['if(true, 1, "a")', 'type', 12, 'di sini seharusnya ada angka, bukan teks', 'expected a number here, not a text'],
  ['if(true, 1)', 'arguments', 0, '`if` perlu 3 isian, bukan 2', 'expected 3 arguments for `if`, not 2'],
  ['round()', 'arguments', 0, '`round` perlu 1 sampai 2 isian, bukan 0', 'expected 1 to 2 arguments for `round`, not 0'],
  ['round(1, 2, 3)', 'arguments', 0, '`round` perlu 1 sampai 2 isian, bukan 3', 'expected 1 to 2 arguments for `round`, not 3'],
  ['round("a")', 'type', 6, 'di sini seharusnya ada angka, bukan teks', 'expected a number here, not a text'],
  ['greatest(1, "a")', 'type', 12, 'di sini seharusnya ada angka, bukan teks', 'expected a number here, not a text'],
  ['greatest()', 'arguments', 0, '`greatest` perlu 1 sampai 50 isian, bukan 0', 'expected 1 to 50 arguments for `greatest`, not 0'],
  ['contains(1, "a")', 'type', 9, 'di sini seharusnya ada teks, bukan angka', 'expected a text here, not a number'],
  ['in(1, "a")', 'type', 6, 'di sini seharusnya ada angka, bukan teks', 'expected a number here, not a text'],
  ['in(1)', 'arguments', 0, '`in` perlu 2 sampai 51 isian, bukan 1', 'expected 2 to 51 arguments for `in`, not 1'],
  ['weighted(1)', 'arguments', 0, '`weighted` perlu pasangan nilai dan bobot, bukan 1', 'expected pairs of a value and a weight for `weighted`, not 1'],
  ['weighted(1, 2, 3)', 'arguments', 0, '`weighted` perlu pasangan nilai dan bobot, bukan 3', 'expected pairs of a value and a weight for `weighted`, not 3'],
  ['firstNonNull(1, true)', 'type', 16, 'di sini seharusnya ada angka, bukan benar/salah', 'expected a number here, not true or false'],
  ['isNull()', 'arguments', 0, '`isNull` perlu 1 isian, bukan 0', 'expected 1 argument for `isNull`, not 0'],
  ['sum("a", periods(0, 1))', 'type', 4, 'di sini seharusnya ada angka, bukan teks', 'expected a number here, not a text'],
  ['sum(true, areas(children))', 'type', 4, 'di sini seharusnya ada angka, bukan benar/salah', 'expected a number here, not true or false'],
  ['percentile(#{a}, "a", periods(0, 1))', 'type', 17, 'di sini seharusnya ada angka, bukan teks', 'expected a number here, not a text'],
  ['subExpression("a")', 'type', 14, 'di sini seharusnya ada angka, bukan teks', 'expected a number here, not a text'],
  ['#{a}.foo()', 'syntax', 5, 'di sini seharusnya ada `periodOffset(…)`, `yearToDate(…)`, `aggregationType(…)`, `minDate(…)`, `maxDate(…)`, `area(…)`', 'expected `periodOffset(…)`, `yearToDate(…)`, `aggregationType(…)`, `minDate(…)`, `maxDate(…)`, `area(…)` here'],
  ['#{a}.', 'syntax', 5, 'di sini seharusnya ada `periodOffset(…)`, `yearToDate(…)`, `aggregationType(…)`, `minDate(…)`, `maxDate(…)`, `area(…)`', 'expected `periodOffset(…)`, `yearToDate(…)`, `aggregationType(…)`, `minDate(…)`, `maxDate(…)`, `area(…)` here'],
  ['#{a}.periodOffset(a)', 'syntax', 18, 'di sini seharusnya ada bilangan bulat antara -9999 dan 9999', 'expected a whole number between -9999 and 9999 here'],
  ['#{a}.periodOffset(1.5)', 'syntax', 18, 'di sini seharusnya ada bilangan bulat antara -9999 dan 9999', 'expected a whole number between -9999 and 9999 here'],
  ['#{a}.periodOffset(-1', 'syntax', 20, 'di sini seharusnya ada `)`', 'expected `)` here'],
  ['#{a}.aggregationType(MEAN)', 'syntax', 21, 'di sini seharusnya ada SUM, AVERAGE, LAST, FIRST, MIN, MAX, COUNT, STDDEV, VARIANCE, NONE', 'expected SUM, AVERAGE, LAST, FIRST, MIN, MAX, COUNT, STDDEV, VARIANCE, NONE here'],
  ['#{a}.minDate(2024-02-30)', 'syntax', 13, 'di sini seharusnya ada tanggal, misalnya 2024-01-31', 'expected a day such as 2024-01-31 here'],
  ['#{a}.minDate(2024-13-01)', 'syntax', 13, 'di sini seharusnya ada tanggal, misalnya 2024-01-31', 'expected a day such as 2024-01-31 here'],
  ['#{a}.maxDate(20240101)', 'syntax', 13, 'di sini seharusnya ada tanggal, misalnya 2024-01-31', 'expected a day such as 2024-01-31 here'],
  ['#{a}.area()', 'syntax', 10, 'di sini seharusnya ada `parent`, `region`, atau kode wilayah', 'expected `parent`, `region` or the code of an area here'],
  ['#{a}.area(-x)', 'syntax', 10, 'di sini seharusnya ada `parent`, `region`, atau kode wilayah', 'expected `parent`, `region` or the code of an area here'],
  ['1.periodOffset(1)', 'syntax', 2, 'di sini seharusnya ada tanda hitung atau akhir rumus', 'expected an operator or the end of the formula here'],
  ['(1 + 2', 'syntax', 6, 'di sini seharusnya ada `)`', 'expected `)` here'],
  ['1 +', 'syntax', 3, 'di sini seharusnya ada angka, `#{KODE}`, fungsi, atau kurung', 'expected a number, `#{CODE}`, a function or a parenthesis here'],
  [')', 'syntax', 0, 'di sini seharusnya ada angka, `#{KODE}`, fungsi, atau kurung', 'expected a number, `#{CODE}`, a function or a parenthesis here'],
  ['foo(1)', 'unknown_function', 0, 'fungsi `foo` tidak dikenal; yang ada: if, isNull, isNotNull, firstNonNull, greatest, least, round, floor, ceil, abs, sqrt, exp, log, log10, contains, containsItems, removeZeros, in, normalise, weighted, sum, avg, median, percentile, stddev, subExpression', 'expected a known function, not `foo`: if, isNull, isNotNull, firstNonNull, greatest, least, round, floor, ceil, abs, sqrt, exp, log, log10, contains, containsItems, removeZeros, in, normalise, weighted, sum, avg, median, percentile, stddev, subExpression'],
  ['foo', 'syntax', 0, 'di sini seharusnya ada fungsi dengan kurung, atau `#{KODE}`', 'expected a function with parentheses, or `#{CODE}` here'],
  ['#{a} #{b}', 'syntax', 5, 'di sini seharusnya ada tanda hitung atau akhir rumus', 'expected an operator or the end of the formula here'],
  ['[hours]', 'syntax', 0, 'di sini seharusnya ada `[days]` atau `[periodInYear]`', 'expected `[days]` or `[periodInYear]` here'],
  ['X{a}', 'syntax', 0, 'di sini seharusnya ada `#{…}`, `N{…}`, `C{…}`, `T{…}` atau `R{…}`', 'expected `#{…}`, `N{…}`, `C{…}`, `T{…}` or `R{…}` here'],
  ['R{a}', 'syntax', 0, 'di sini seharusnya ada `R{KODE.…}` dengan EXPECTED_REPORTS, ACTUAL_REPORTS, ACTUAL_REPORTS_ON_TIME, REPORTING_RATE, REPORTING_RATE_ON_TIME', 'expected `R{CODE.…}` with EXPECTED_REPORTS, ACTUAL_REPORTS, ACTUAL_REPORTS_ON_TIME, REPORTING_RATE, REPORTING_RATE_ON_TIME here'],
  ['1e400', 'overflow', 0, 'di sini seharusnya ada angka yang lebih kecil dari 1,8e308', 'expected a number below 1.8e308 here'],
  ['1e-400', 'underflow', 0, 'di sini seharusnya ada 0 atau angka yang tidak lebih kecil dari 5e-324', 'expected 0 or a number not below 5e-324 here'],
  ['sum(#{a})', 'syntax', 8, 'di sini seharusnya ada `,`', 'expected `,` here'],
  ['sum(#{a}, periods(1, 0))', 'syntax', 18, 'di sini seharusnya ada dua bilangan bulat, yang pertama tidak lebih besar, paling banyak 120 masa', 'expected two whole numbers, the first not the greater, at most 120 periods here'],
  ['sum(#{a}, periods(0, 120))', 'syntax', 18, 'di sini seharusnya ada dua bilangan bulat, yang pertama tidak lebih besar, paling banyak 120 masa', 'expected two whole numbers, the first not the greater, at most 120 periods here'],
  ['sum(#{a}, areas(all))', 'syntax', 16, 'di sini seharusnya ada children, districts, villages', 'expected children, districts, villages here'],
  ['sum(#{a}, weeks(1))', 'syntax', 10, 'di sini seharusnya ada `periods(dari, sampai)` atau `areas(children)`', 'expected `periods(from, to)` or `areas(children)` here'],
  ['is(1 of 2)', 'syntax', 5, 'di sini seharusnya ada `in`', 'expected `in` here'],
  ['normalise(1, 2)', 'arguments', 0, '`normalise` perlu 3 isian, bukan 2', 'expected 3 arguments for `normalise`, not 2'],
  ['log(1, 2, 3)', 'arguments', 0, '`log` perlu 1 sampai 2 isian, bukan 3', 'expected 1 to 2 arguments for `log`, not 3'],
  ['@', 'syntax', 0, 'di sini seharusnya ada angka, `#{KODE}`, tanda hitung, atau kurung', 'expected a number, `#{CODE}`, an operator or a parenthesis here'],
  ['"abc', 'syntax', 4, 'di sini seharusnya ada tanda kutip penutup "', 'expected the closing quote " here'],
  ['/* abc', 'syntax', 6, 'di sini seharusnya ada penutup catatan `*/`', 'expected the end of the comment, `*/` here'],
  ['#{a', 'syntax', 2, 'di sini seharusnya ada kode (huruf, angka, `_`, `-`) dan `}`', 'expected a code (letters, digits, `_`, `-`) and `}` here'],
];

describe('what a writer of formulas is told', () => {
  it.each(refused)('%s', (source, code, position, id, en) => {
    try {
      parseFormula(source);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(FormulaError);
      expect(error).toMatchObject({ code, position, text: { id, en } });
    }
  });
  it.each(['sum(1, periods(0, 1))', 'subExpression(1)', '#{a}.area("99.01")'])('%s is fine', (source) => expect(() => parseFormula(source)).not.toThrow());
});
