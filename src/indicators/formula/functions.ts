import type { Text } from '#kernel/i18n.ts';

export type Type = 'number' | 'text' | 'boolean';
/** `same`: all arguments that say so are of one type. */
export type Param = Type | 'any' | 'same';
/**
 * How units pass through. `same`: arguments share a unit (converted to the first's), which is the result's; `first`: the first's, the others are bare
 * numbers; `bare`: arguments and result without a unit; `ratio`: arguments share a unit, the result has none; `none`: the unit does not matter, the result has none.
 */
export type UnitRule = 'same' | 'first' | 'bare' | 'ratio' | 'none' | 'weighted';

export interface Example {
  expression: string;
  values?: Record<string, number | string | boolean | null | number[]>;
  result: number | string | boolean | null;
  reason?: string;
}

/** A function of the language: what it takes and gives, its documentation, unit rule and examples. The reference page is made from these rows. */
export interface FormulaFunction {
  /** How it is written, with its arguments. */
  written: string;
  params: Param[];
  /** Fewest and most arguments; the last parameter repeats. */
  least: number;
  most: number;
  gives: Param;
  unit: UnitRule;
  says: Text;
  /** How it is told in a sentence; {1}, {2} are arguments, {…} all of them. */
  told: Text;
  examples: Example[];
}

const rows: Record<string, FormulaFunction> = {
  if: {
    written: 'if(condition, a, b)', params: ['boolean', 'same', 'same'], least: 3, most: 3, gives: 'same', unit: 'same',
    says: { id: 'Hasilnya a bila syaratnya benar; b bila salah atau tidak diketahui.', en: 'Gives a when the condition is true; b when it is false or not known.' },
    told: { id: 'jika {1} maka {2}, selain itu {3}', en: '{2} if {1}, else {3}' },
    examples: [{ expression: 'if(2 > 1, 10, 20)', result: 10 }, { expression: 'if(null, 1, 2)', result: 2 }],
  },
  isNull: {
    written: 'isNull(x)', params: ['any'], least: 1, most: 1, gives: 'boolean', unit: 'none',
    says: { id: 'Benar bila x tidak ada, atau tidak dapat dihitung.', en: 'True when x is missing or cannot be computed.' },
    told: { id: '{1} tidak ada', en: '{1} is missing' },
    examples: [{ expression: 'isNull(#{a})', result: true }, { expression: 'isNull(1 / 0)', result: true }, { expression: 'isNull(0)', result: false }],
  },
  isNotNull: {
    written: 'isNotNull(x)', params: ['any'], least: 1, most: 1, gives: 'boolean', unit: 'none',
    says: { id: 'Benar bila x ada.', en: 'True when x is there.' },
    told: { id: '{1} ada', en: '{1} is there' },
    examples: [{ expression: 'isNotNull(0)', result: true }, { expression: 'isNotNull(#{a})', result: false }],
  },
  firstNonNull: {
    written: 'firstNonNull(a, b, …)', params: ['same'], least: 1, most: 50, gives: 'same', unit: 'same',
    says: { id: 'Yang pertama yang ada.', en: 'The first that is there.' },
    told: { id: 'yang pertama yang ada dari {…}', en: 'the first that is there of {…}' },
    examples: [{ expression: 'firstNonNull(#{a}, 7)', result: 7 }, { expression: 'firstNonNull(#{a}, 7)', values: { a: 3 }, result: 3 }],
  },
  greatest: {
    written: 'greatest(a, b, …)', params: ['number'], least: 1, most: 50, gives: 'number', unit: 'same',
    says: { id: 'Yang terbesar; yang tidak ada dilewati.', en: 'The greatest; what is missing is passed over.' },
    told: { id: 'yang terbesar dari {…}', en: 'the greatest of {…}' },
    examples: [{ expression: 'greatest(1, null, 3)', result: 3 }, { expression: 'greatest(null)', result: null, reason: 'missing' }],
  },
  least: {
    written: 'least(a, b, …)', params: ['number'], least: 1, most: 50, gives: 'number', unit: 'same',
    says: { id: 'Yang terkecil; yang tidak ada dilewati.', en: 'The least; what is missing is passed over.' },
    told: { id: 'yang terkecil dari {…}', en: 'the least of {…}' },
    examples: [{ expression: 'least(4, #{a}, 2)', result: 2 }],
  },
  round: {
    written: 'round(x), round(x, n)', params: ['number'], least: 1, most: 2, gives: 'number', unit: 'first',
    says: { id: 'Nilai x dibulatkan ke n angka di belakang koma (0 bila tidak disebut); tepat setengah menjauhi nol, pada tulisan desimal terpendek dari x.', en: 'The value of x rounded to n decimals (0 when not given); a half goes away from zero, on the shortest decimal text of x.' },
    told: { id: '{1} dibulatkan', en: '{1} rounded' },
    examples: [{ expression: 'round(2.5)', result: 3 }, { expression: 'round(-2.5)', result: -3 }, { expression: 'round(1.005, 2)', result: 1.01 }, { expression: 'round(1250, -2)', result: 1300 }],
  },
  floor: {
    written: 'floor(x)', params: ['number'], least: 1, most: 1, gives: 'number', unit: 'first',
    says: { id: 'Bilangan bulat terbesar yang tidak melebihi x.', en: 'The greatest whole number not above x.' },
    told: { id: '{1} dibulatkan ke bawah', en: '{1} rounded down' },
    examples: [{ expression: 'floor(2.7)', result: 2 }, { expression: 'floor(-2.1)', result: -3 }],
  },
  ceil: {
    written: 'ceil(x)', params: ['number'], least: 1, most: 1, gives: 'number', unit: 'first',
    says: { id: 'Bilangan bulat terkecil yang tidak di bawah x.', en: 'The least whole number not below x.' },
    told: { id: '{1} dibulatkan ke atas', en: '{1} rounded up' },
    examples: [{ expression: 'ceil(2.1)', result: 3 }, { expression: 'ceil(-2.7)', result: -2 }],
  },
  abs: {
    written: 'abs(x)', params: ['number'], least: 1, most: 1, gives: 'number', unit: 'first',
    says: { id: 'Nilai x tanpa tandanya.', en: 'The value of x without its sign.' },
    told: { id: 'besar {1}', en: 'the size of {1}' },
    examples: [{ expression: 'abs(-3)', result: 3 }],
  },
  sqrt: {
    written: 'sqrt(x)', params: ['number'], least: 1, most: 1, gives: 'number', unit: 'bare',
    says: { id: 'Akar dari x; x di bawah nol tidak punya akar.', en: 'The square root of x; below zero there is none.' },
    told: { id: 'akar dari {1}', en: 'the square root of {1}' },
    examples: [{ expression: 'sqrt(9)', result: 3 }, { expression: 'sqrt(-1)', result: null, reason: 'domain' }],
  },
  exp: {
    written: 'exp(x)', params: ['number'], least: 1, most: 1, gives: 'number', unit: 'bare',
    says: { id: 'Bilangan e pangkat x.', en: 'The number e to the power x.' },
    told: { id: 'e pangkat {1}', en: 'e to the power {1}' },
    examples: [{ expression: 'exp(0)', result: 1 }, { expression: 'exp(1000)', result: null, reason: 'overflow' }],
  },
  log: {
    written: 'log(x), log(x, base)', params: ['number'], least: 1, most: 2, gives: 'number', unit: 'none',
    says: { id: 'Logaritma alami dari x, atau dengan basis yang disebut. x dan basis harus di atas nol, basis bukan 1.', en: 'The natural logarithm of x, or that to a base. x and the base must be above zero, the base not 1.' },
    told: { id: 'logaritma {1}', en: 'the logarithm of {1}' },
    examples: [{ expression: 'log(1)', result: 0 }, { expression: 'log(8, 2)', result: 3 }, { expression: 'log(0)', result: null, reason: 'domain' }],
  },
  log10: {
    written: 'log10(x)', params: ['number'], least: 1, most: 1, gives: 'number', unit: 'none',
    says: { id: 'Logaritma dari x dengan basis 10.', en: 'The logarithm of x to the base 10.' },
    told: { id: 'logaritma basis 10 dari {1}', en: 'the logarithm to base 10 of {1}' },
    examples: [{ expression: 'log10(1000)', result: 3 }, { expression: 'log10(-1)', result: null, reason: 'domain' }],
  },
  contains: {
    written: 'contains(text, part, …)', params: ['text'], least: 2, most: 50, gives: 'boolean', unit: 'none',
    says: { id: 'Benar bila setiap bagian ada di dalam teks; huruf besar dan kecil berbeda.', en: 'True when each part stands in the text; upper and lower case differ.' },
    told: { id: '{1} memuat {2…}', en: '{1} contains {2…}' },
    examples: [{ expression: "contains('abcd', 'ab', 'cd')", result: true }, { expression: "contains('abcd', 'AB')", result: false }],
  },
  containsItems: {
    written: 'containsItems(text, item, …)', params: ['text'], least: 2, most: 50, gives: 'boolean', unit: 'none',
    says: { id: 'Benar bila setiap butir ada, utuh, di antara butir teks yang dipisah koma.', en: 'True when each item is, whole, among the items of the text, which commas part.' },
    told: { id: '{1} memuat butir {2…}', en: '{1} contains the items {2…}' },
    examples: [{ expression: "containsItems('ab,cd', 'cd')", result: true }, { expression: "containsItems('ab,cd', 'c')", result: false }],
  },
  removeZeros: {
    written: 'removeZeros(x)', params: ['number'], least: 1, most: 1, gives: 'number', unit: 'first',
    says: { id: 'Nilai x, tetapi nol dianggap tidak ada.', en: 'The value of x, but zero is taken as missing.' },
    told: { id: '{1}, nol dianggap tidak ada', en: '{1}, zero taken as missing' },
    examples: [{ expression: 'removeZeros(0)', result: null, reason: 'missing' }, { expression: 'removeZeros(3)', result: 3 }],
  },
  in: {
    written: 'in(x, a, b, …), is(x in a, b, …)', params: ['same'], least: 2, most: 51, gives: 'boolean', unit: 'none',
    says: { id: 'Benar bila x sama dengan salah satu. Tidak diketahui bila x tidak ada, atau bila tidak ada yang sama dan salah satunya tidak ada.', en: 'True when x equals one of them. Not known when x is missing, or when none is equal and one of them is missing.' },
    told: { id: '{1} salah satu dari {2…}', en: '{1} is one of {2…}' },
    examples: [{ expression: "in('b', 'a', 'b')", result: true }, { expression: 'is(5 in 1, 2)', result: false }, { expression: 'in(5, 1, null)', result: null, reason: 'missing' }],
  },
  normalise: {
    written: 'normalise(x, worst, best)', params: ['number'], least: 3, most: 3, gives: 'number', unit: 'ratio',
    says: { id: 'Tempat x di antara yang terburuk (0) dan yang terbaik (1): (x - worst) / (best - worst). Di luar keduanya hasilnya di bawah 0 atau di atas 1.', en: 'Where x lies between the worst (0) and the best (1): (x - worst) / (best - worst). Outside the two it is below 0 or above 1.' },
    told: { id: '{1} diukur dari {2} (nol) sampai {3} (satu)', en: '{1} measured from {2} (zero) to {3} (one)' },
    examples: [{ expression: 'normalise(75, 50, 100)', result: 0.5 }, { expression: 'normalise(20, 100, 0)', result: 0.8 }, { expression: 'normalise(1, 5, 5)', result: null, reason: 'zero_denominator' }],
  },
  weighted: {
    written: 'weighted(x, weight, y, weight, …)', params: ['number'], least: 2, most: 100, gives: 'number', unit: 'weighted',
    says: { id: 'Rata-rata berbobot: (x * bobot + y * bobot + …) / (bobot + bobot + …).', en: 'The weighted average: (x * weight + y * weight + …) / (weight + weight + …).' },
    told: { id: 'rata-rata berbobot dari {pairs}', en: 'the weighted average of {pairs}' },
    examples: [{ expression: 'weighted(80, 3, 60, 1)', result: 75 }, { expression: 'weighted(80, 0)', result: null, reason: 'zero_denominator' }],
  },
};

const over = { id: 'selama beberapa masa, periods(dari, sampai), atau di beberapa wilayah, areas(children | districts | villages); yang tidak ada dilewati', en: 'over periods, periods(from, to), or areas, areas(children | districts | villages); what is missing is passed over' };
const grouped = (name: string, says: Text, told: Text, unit: UnitRule, examples: Example[]): FormulaFunction => ({
  written: name === 'percentile' ? 'percentile(x, p, over)' : `${name}(x, over)`, params: ['number'], least: 1, most: 1, gives: 'number', unit,
  says: { id: `${says.id}, ${over.id}.`, en: `${says.en}, ${over.en}.` }, told, examples,
});

/** Every function by name. Those that run over periods or areas are parsed by themselves: their last argument is no value. */
export const functions: Record<string, FormulaFunction> = {
  ...rows,
  sum: grouped('sum', { id: 'Jumlah x', en: 'The sum of x' }, { id: 'jumlah {1} {over}', en: 'the sum of {1} {over}' }, 'first', [{ expression: 'sum(#{a}, periods(-2, 0))', values: { a: [0.1, 0.2, 0.3] }, result: 0.6 }]),
  avg: grouped('avg', { id: 'Rata-rata x', en: 'The average of x' }, { id: 'rata-rata {1} {over}', en: 'the average of {1} {over}' }, 'first', [{ expression: 'avg(#{a}, areas(children))', values: { a: [1, 2, 6] }, result: 3 }]),
  median: grouped('median', { id: 'Nilai tengah x', en: 'The median of x' }, { id: 'nilai tengah {1} {over}', en: 'the median of {1} {over}' }, 'first', [{ expression: 'median(#{a}, areas(villages))', values: { a: [5, 1, 2, 9] }, result: 3.5 }]),
  percentile: grouped('percentile', { id: 'Persentil ke-p (0 sampai 100) dari x, di antara dua nilai ditarik lurus', en: 'The p-th percentile (0 to 100) of x, on a straight line between two values' }, { id: 'persentil ke-{2} {1} {over}', en: 'percentile {2} of {1} {over}' }, 'first', [{ expression: 'percentile(#{a}, 25, areas(districts))', values: { a: [10, 20, 30, 40, 50] }, result: 20 }]),
  stddev: grouped('stddev', { id: 'Simpangan baku contoh dari x (pembagi n - 1)', en: 'The sample standard deviation of x (divided by n - 1)' }, { id: 'simpangan baku {1} {over}', en: 'the standard deviation of {1} {over}' }, 'first', [{ expression: 'stddev(#{a}, periods(-3, 0))', values: { a: [2, 4, 4, 6] }, result: 1.632993161855452 }]),
  subExpression: {
    written: 'subExpression(x)', params: ['number'], least: 1, most: 1, gives: 'number', unit: 'first',
    says: { id: 'Nilai x dihitung pada setiap angka sebelum digabung, lalu dijumlahkan (atau digabung menurut .aggregationType).', en: 'The value of x computed on each figure before aggregation, then summed (or aggregated as .aggregationType says).' },
    told: { id: 'jumlah, dari setiap angka, {1}', en: 'the sum, for each figure, of {1}' },
    examples: [{ expression: 'subExpression(if(#{a} > 5, 1, 0))', values: { a: [3, 7, 9] }, result: 2 }],
  },
};
