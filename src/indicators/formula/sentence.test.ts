import { expect, it } from 'vitest';
import { functions } from './functions.ts';
import { parseFormula } from './parser.ts';
import { tellFormula } from './sentence.ts';

const names: Record<string, { id: string; en: string }> = { a: { id: 'murid', en: 'pupils' }, b: { id: 'kelas', en: 'classes' } };
const told = (source: string) => tellFormula(parseFormula(source), (one) => names[one.code] ?? null);

it.each([
  ['#{a} / #{b}', 'murid dibagi kelas', 'pupils divided by classes'],
  ['100 * #{a} / #{b}', 'persentase murid dari kelas', 'pupils as a percentage of classes'],
  ['#{a} / (#{a} + #{b}) * 100', 'persentase murid dari (murid ditambah kelas)', 'pupils as a percentage of (pupils plus classes)'],
  ['#{a} - (#{b} - 1)', 'murid dikurangi (kelas dikurangi 1)', 'pupils minus (classes minus 1)'],
  ['#{a} * 0.25 + #{b} * 1000', 'murid dikali 0,25 ditambah kelas dikali 1.000', 'pupils times 0.25 plus classes times 1,000'],
  ['if(#{a} >= #{b}, 100, 0)', 'jika murid paling sedikit kelas maka 100, selain itu 0', '100 if pupils is at least classes, else 0'],
  ['firstNonNull(#{a}, #{b}, 0)', 'yang pertama yang ada dari murid, kelas dan 0', 'the first that is there of pupils, classes and 0'],
  ['#{a}.periodOffset(-1)', 'murid masa sebelumnya', 'pupils one period earlier'],
  ['(#{a} + #{b}).area(parent)', '(murid ditambah kelas) di wilayah di atasnya', '(pupils plus classes) in the area above'],
  ['sum(#{a}, periods(-2, 0))', 'jumlah murid selama 3 masa terakhir', 'the sum of pupils over the last 3 periods'],
  ['percentile(#{a}, 90, areas(villages))', 'persentil ke-90 murid di semua desa dan kelurahan', 'percentile 90 of pupils in all villages'],
  ['weighted(#{a}, 2, #{b}, 1)', 'rata-rata berbobot dari murid (bobot 2), kelas (bobot 1)', 'the weighted average of pupils (weight 2), classes (weight 1)'],
  ['#{a.L} + T{b} + N{x}', 'murid (L) ditambah target kelas ditambah N{x}', 'pupils (L) plus the target of classes plus N{x}'],
  ['-#{a} % [days]', 'sisa minus murid dibagi banyaknya hari dalam masa itu', 'the remainder of minus pupils divided by the number of days in the period'],
  ['!(#{a} > 1 && true) || isNull(#{b})', 'tidak benar bahwa (murid lebih dari 1 dan benar) atau kelas tidak ada', 'it is not so that (pupils is above 1 and true) or classes is missing'],
])('%s', (source, id, en) => expect(told(source)).toEqual({ id, en }));

it('leaves no blank of a pattern unfilled, for any example of any function', () => {
  for (const { examples } of Object.values(functions)) for (const { expression } of examples) expect(JSON.stringify(told(expression))).not.toMatch(/\{[\d…]|undefined/);
});
