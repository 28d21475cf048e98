import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCells } from '#indicators/index.ts';
import type { Db } from '#kernel/connection.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { checkPack } from './check-pack.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';
import { previewFormula } from './preview-formula.ts';
import { samplePack, writeSample } from './testing/sample-pack.ts';

const base = samplePack['indicators.yaml'] ?? '';
const other = (code: string, formula: string, values: string, result: string, unit = 'percent'): string => base.replace('code: health', `code: ${code}`).replace('unit_code: percent', `unit_code: ${unit}`)
  .replace('100 * #{served} / #{people}', formula).replace(/ {2}series:\n {4}- utama\n/, '').replace(/ {6}people: 200\n {6}served: 50\n/, '').replace(/values:\n[\s\S]*$/, `values:\n        ${values}\n      result: ${result}\n`);
const composite = { 'indicators.yaml': `${base}${other('double', 'N{health} * C{two}', '"N{health}": 25\n        "C{two}": 2', '50')}${other('twice-double', '(N{double} + N{health}) / 1', '"N{double}": 10\n        "N{health}": 1', '11')}`, 'constants.csv': 'code,name_id,name_en,value,unit_code,source_code,note_id,note_en\ntwo,Dua,Two,2,percent,,,\n' };

describe('indicators that stand on indicators, and what another formula would change', () => {
  let db: Db;
  beforeAll(async () => {
    db = await testDb();
    await loadPack(newContext(db, 'pack', () => undefined), writeSample(composite));
  });
  afterAll(() => db.close());
  const cells = async (view: 'current' | 'published' = 'published') => Object.fromEntries((await forRegionRead(db, '99.77', (tx) => listCells(tx, view, { areas: ['99.77'] }))).map((cell) => [`${cell.indicatorCode} ${cell.period}`, cell.value ?? cell.reason]));
  const preview = (code: string, expression: string) => previewFormula(newContext(db, 'command', () => undefined), '99.77', code, expression);

  it('computes each after those it stands on, in each view', async () => {
    const health = (100 * 785.5) / 1105;
    expect(await cells()).toMatchObject({ 'health 2022': health, 'double 2022': health * 2, 'twice-double 2022': health * 3, 'double 2021': 0 });
    expect(await cells('current')).toMatchObject({ 'health 2022': (100 * 785.25) / 1105, 'twice-double 2022': ((100 * 785.25) / 1105) * 3, 'health 2023': 'missing' });
  });

  it('tells each cell and score that would change, those of dependent indicators too, and changes nothing', async () => {
    const before = await cells();
    const found = await preview('health', '50 * #{served} / #{people}');
    expect(found.cells.map(({ what }) => what)).toEqual(['double 99.77 2022', 'health 99.77 2022', 'twice-double 99.77 2022']);
    expect(found.cells[1]).toMatchObject({ before: String((100 * 785.5) / 1105), after: String((50 * 785.5) / 1105) });
    expect(found.scores.some(({ what }) => what.startsWith('achievement health 99.77 2022'))).toBe(true);
    expect(found.broken).toEqual([expect.stringContaining('gives 12.5')]);
    expect(found.told).toEqual({ id: '50 dikali Dilayani dibagi Penduduk', en: '50 times Served divided by People' });
    expect(await cells()).toEqual(before);
    expect(await preview('health', '#{served} / #{people} * 100')).toMatchObject({ broken: [] });
  });

  it.each([
    ['health', '100 * #{served} /', 'formula.refused', 'expected a number'], ['health', '#{folk}', 'formula.refused', 'known element'], ['health', '#{served} + 100 * #{served} / #{people}', 'formula.refused', 'expected an amount in person'],
    ['health', 'N{double}', 'formula.refused', 'double → health → double|health → double → health'], ['health', 'N{health}', 'formula.refused', 'health → health'], ['health', '#{served}', 'formula.refused', 'gives percent, not person'],
    ['health', '#{served.man}', 'formula.refused', 'known element'], ['health', '100 * #{served} / #{people} - T{health}', 'formula.refused', 'health → health'], ['health', 'subExpression(N{coverage})', 'formula.refused', 'inside `subExpression`'], ['nothing', '1', 'indicator.unknown', ''],
  ])('refuses %s: %s', async (code, expression, fault, message) => {
    await expect(preview(code, expression)).rejects.toMatchObject({ code: fault });
    if (message) await expect(preview(code, expression)).rejects.toMatchObject({ params: { message: expect.stringMatching(message) } });
  });
});

describe('the check of a pack', () => {
  const said = (changes: Record<string, string>) => checkPack(writeSample(changes)).problems.map((p) => `${p.field}: ${p.given}; ${p.expected}`);
  const formula = (source: string) => said({ 'indicators.yaml': base.replace('"100 * #{served} / #{people}"', source) });
  it('takes what is right', () => expect(said(composite)).toEqual([]));
  it.each([
    ['"N{health}"', /formula: health → health; no indicator that stands on itself/], ['"#{served} + #{people} / #{people}"', /formula: .*an amount in person here, not pure numbers/], ['"100 * #{served}"', /formula: .*a formula that gives percent, not person/],
    ['"C{none} * #{served} / #{people}"', /known constant here, not C\{none\}/], ['"N{none}"', /known indicator/], ['"#{served.man} / #{people}"', /known element here, not #\{served.man\}/], ['"#{served} / #{people}"', /worked_examples: .* gives 0.25/],
    ['"1 + true"', /a number here, not true or false/],
  ])('%s', (source, problem) => expect(formula(source).join('\n')).toMatch(problem));
  it('wants a worked example of each indicator', () => expect(said({ 'indicators.yaml': base.replace(/ {2}worked_examples:[\s\S]*$/, '  worked_examples: []\n') })[0]).toMatch(/at least one worked example/));
  it('wants a weight where something is weighed, and nowhere else', () => {
    const elements = (served: string, people: string): string => {
      const [head = '', ...rows] = (samplePack['elements.csv'] ?? '').trim().split('\n');
      const way = (row: string, type: string): string => row.split(',').with(5, type).join(',');
      const told = rows.map((row) => (row.startsWith('served,') ? `${way(row, served)},people` : `${row.startsWith('people,') ? way(row, people) : row},`));
      return said({ 'elements.csv': `${[`${head},weight_code`, ...told].join('\n')}\n` }).join();
    };
    expect(elements('weighted', 'sum')).toBe('');
    expect(elements('sum', 'sum')).toMatch(/weight_code: people; no weight/);
    expect(elements('weighted', 'weighted')).toMatch(/weight_code: people; an element that is not itself a weighted average/);
  });
  it('takes categories that are known, each once, and without a common option', () => {
    const [head = '', ...rows] = (samplePack['elements.csv'] ?? '').trim().split('\n');
    const pack = (served: string, options = 'age,kid,Anak,Child\nsex,man,Laki-laki,Man\nsex,woman,Perempuan,Woman', more: Record<string, string> = {}): string => said({
      'elements.csv': `${[`${head},categories`, ...rows.map((row) => `${row},${row.startsWith('served,') ? served : ''}`)].join('\n')}\n`,
      'categories.csv': 'code,name_id,name_en\nage,Umur,Age\nsex,Jenis kelamin,Sex\n', 'category-options.csv': `category_code,code,name_id,name_en\n${options}\n`, ...more,
    }).join();
    const values = (key: string): Record<string, string> => ({ 'values.csv': `${samplePack['values.csv']}${key},99.77,2021,utama,,5,,,,reported,,s1,,,,\n` });
    expect(pack('sex;age')).toBe('');
    expect(pack('sex;size')).toMatch(/categories: sex;size; codes of known categories/);
    expect(pack('sex;sex')).toMatch(/each once/);
    expect(pack('sex;age', 'age,man,A,A\nsex,man,B,B')).toMatch(/man in two of sex, age; categories without a common option/);
    expect(pack('sex', 'sex,a.b,A,A')).toMatch(/a code without a dot/);
    expect(pack('sex', Array.from({ length: 1_001 }, (_, n) => `sex,o${n},A,A`).join('\n'))).toMatch(/1002 parts; categories that make at most 1000 parts/);
    expect(pack('sex', undefined, values('served.man'))).toBe('');
    expect(pack('sex', undefined, values('served.kid'))).toMatch(/the code of a known (element|series)/);
    expect(pack('', undefined, values('served.man'))).toMatch(/the code of a known (element|series)/);
    expect(pack('sex', undefined, { 'indicators.yaml': base.replace('100 * #{served} / #{people}', '100 * #{served.woman} / #{people}').replace('served: 50', 'served.woman: 50') })).toBe('');
    expect(pack('sex', undefined, { 'indicators.yaml': base.replace('100 * #{served} / #{people}', '100 * #{served.kid} / #{people}').replace('served: 50', 'served.kid: 50') })).toMatch(/known element/);
  });
  it('wants scales above zero, and codes of elements without a dot', () => {
    expect(said({ 'units.csv': (samplePack['units.csv'] ?? '').replace('# person,count,', '# person,count,-1').replace('person,orang,person,# orang,# people,count,', 'person,orang,person,# orang,# people,count,0') }).join()).toMatch(/scale: 0; a number above 0/);
    expect(said({ 'elements.csv': `${samplePack['elements.csv']}a.b,A,A,person,integer,sum,last,,,,s1\n` }).join()).toMatch(/a code without a dot/);
  });
});
