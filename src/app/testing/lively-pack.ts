import { samplePack, writeSample } from './sample-pack.ts';

const text = (name: string): string => samplePack[name] ?? '';
interface Given {
  formula: string;
  kind?: 'year' | 'quarter';
  missing?: string;
  unit?: string;
  example: string;
  more?: string;
}

/** One indicator for each way in which a cell may depend on values elsewhere. */
const given: Record<string, Given> = {
  growth: { formula: '#{people} - #{people}.periodOffset(-1)', unit: 'person', example: 'people: 3\n        "people.periodOffset(-1)": 1\n      result: 2' },
  'share-of-parent': { formula: '100 * #{people} / #{people}.area(parent)', example: 'people: 1\n        "people.area(parent)": 4\n      result: 25' },
  'share-of-region': { formula: '100 * #{served} / #{people}.area(region)', missing: 'never_skip', example: 'served: 1\n        "people.area(region)": 4\n      result: 25' },
  'sum-below': { formula: 'sum(#{people}, areas(villages)) + sum(#{people}, areas(children))', unit: 'person', missing: 'skip_if_all', example: 'people:\n          - 1\n          - 2\n      result: 6' },
  'three-years': { formula: 'avg(#{served}, periods(-2, 0))', unit: 'person', example: 'served:\n          - 1\n          - 3\n      result: 2' },
  'so-far': { formula: '#{flow}.yearToDate()', kind: 'quarter', unit: 'person', example: '"flow.yearToDate()": 5\n      result: 5', more: '  period_mode: cumulative\n' },
  composite: { formula: '(N{health} + N{share-of-parent}.area(region)) / 2', missing: 'skip_if_all', example: '"N{health}": 4\n        "N{share-of-parent}.area(region)": 2\n      result: 3' },
  twice: { formula: 'N{composite} - N{composite}.periodOffset(-1)', missing: 'skip_if_all', example: '"N{composite}": 4\n        "N{composite}.periodOffset(-1)": 3\n      result: 1' },
  known: { formula: 'if(isNull(#{asset}), 1, 2) * firstNonNull(#{people}, 5)', unit: 'person', example: 'asset: 1\n        people: 4\n      result: 8', more: '  direction: lower\n' },
  weighed: { formula: '#{rate}', example: 'rate: 5\n      result: 5' },
  parts: { formula: '#{kids}', unit: 'person', example: 'kids: 5\n      result: 5' },
  girls: { formula: '100 * #{kids.P} / #{kids}', missing: 'skip_if_all', example: '"kids.P": 1\n        kids: 4\n      result: 25' },
  'boys-so-far': { formula: '#{kids.L}.yearToDate()', kind: 'quarter', unit: 'person', example: '"kids.L.yearToDate()": 5\n      result: 5', more: '  period_mode: cumulative\n' },
  'most-kids': { formula: '#{kids}.aggregationType(MAX) + subExpression(#{kids})', unit: 'person', example: 'kids: 5\n      result: 10' },
  'in-words': { formula: "if(#{rate} > 20, 'high', 'low')", unit: 'word', example: 'rate: 5\n      result: low', more: '  direction: none\n' },
  'of-words': { formula: "if(N{in-words} == 'high', #{kids}, 0)", unit: 'person', example: '"N{in-words}": high\n        kids: 5\n      result: 5' },
  spread: { formula: 'sum(sum(#{served}, areas(children)), periods(-1, 0))', unit: 'person', example: 'served:\n          - 1\n          - 3\n      result: 4' },
};

function indicatorOf(code: string, { formula, kind = 'year', missing = 'skip_if_any', unit = 'percent', example, more = '' }: Given): string {
  return text('indicators.yaml').replace('code: health', `code: ${code}`).replace('"100 * #{served} / #{people}"', JSON.stringify(formula)).replace('unit_code: percent', `unit_code: ${unit}`)
    .replace('period_kind: year', `period_kind: ${kind}`).replace('missing: skip_if_any', `missing: ${missing}`).replace(/values:\n[\s\S]*$/, `values:\n        ${example}\n`)
    .replace(/ {2}direction: higher\n/, more.includes('direction') ? more : '  direction: higher\n').replace(/ {2}series:\n {4}- utama\n/, formula.includes('#{') ? '  series:\n    - utama\n' : '').replace(/ {2}level: region\n/, more.includes('period_mode') ? `${more}  level: region\n` : '  level: region\n');
}

/** The sample's elements with columns for how they are put together, of which they use none. */
const told = (elements: string): string => elements.trimEnd().split('\n').map((line, n) => `${line}${n === 0 ? ',weight_code,period_kind,categories' : ',,,'}\n`).join('');

/** The sample region with villages, more elements, and an indicator for each construct of the language, each with targets and links. */
export function writeLively(changes: Record<string, string> = {}): string {
  const judged = Object.keys(given).filter((code) => given[code]?.unit !== 'word');
  const links = judged.map((code, n) => `indicator,${code},rpjmd,1,${['m1', 'm2', 'v'][n % 3]},primary,1,reading,alasan,a reason,\n`);
  const targets = [...judged, 'health'].flatMap((code, n) => ['99.77', '99.77.01'].flatMap((area) => [2020, 2021, 2022, 2023].filter((year) => (year + n) % 4 !== 0)
    .filter((year) => !(code === 'health' && area === '99.77' && year >= 2022)).map((year) => `${code},${area},${year},${(year + n) % 3 === 0 ? 'rpjmd' : ''},=,${10 + n},,${(year + n) % 5 === 0 ? 'draft' : 'published'},simulated,,,\n`)));
  return writeSample({
    'areas.csv': `${text('areas.csv')}99.77.01.01,99.77.01,village,desa,Hulu,,-3.4,103.8,,,30,,,s1\n99.77.01.02,99.77.01,village,desa,Hilir,,-3.4,103.9,,,30,,,s1\n`,
    'units.csv': `${text('units.csv')}word,kata,word,#,#,word,\n`, 'categories.csv': 'code,name_id,name_en\nsex,Jenis kelamin,Sex\n', 'category-options.csv': 'category_code,code,name_id,name_en\nsex,L,laki-laki,male\nsex,P,perempuan,female\n',
    'elements.csv': `${told(text('elements.csv'))}asset,Aset,Asset,person,number,sum,last,,,,s1,,,\nflow,Arus,Flow,person,number,sum,sum,,,,s1,,,\nkids,Anak,Children,person,number,sum,sum,,,,s1,,quarter,sex\nrate,Laju,Rate,percent,number,weighted,average,,,,s1,people,quarter,\n`,
    'series.csv': `${text('series.csv')}kids,sensus,Sensus,Census,report,,\nkids,utama,Utama,Main,method,,\nrate,utama,Utama,Main,method,,\nasset,utama,Utama,Main,method,,\nflow,sensus,Sensus,Census,report,,\nflow,utama,Utama,Main,method,,\n`,
    'values.csv': text('values.csv') + ['kids.L', 'kids.P', 'rate'].flatMap((element, n) => ['99.77.01.01', '99.77.01.02', '99.77.02'].flatMap((area, m) => [2020, 2021].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${element},${area},${year}Q${quarter},utama,,${n + m + quarter},,,,simulated,,s1,,,,\n`)))).join(''),
    'indicators.yaml': text('indicators.yaml') + Object.entries(given).map(([code, one]) => indicatorOf(code, one)).join(''),
    'plan-links.csv': text('plan-links.csv') + links.join(''),
    'pillar-links.csv': text('pillar-links.csv') + ['composite', 'known', 'growth'].map((code) => `${code},liv,,,document,,,s1\n`).join(''),
    'targets.csv': text('targets.csv') + targets.join(''), ...changes,
  });
}
