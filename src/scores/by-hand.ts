/** A small region whose every score is worked by hand in `score-region-by-hand.test.ts`: two missions, six indicators, two pillars. */
const region = '16.99';
const node = (code: string, parentCode: string | null, level: string, weight: string | null = null) => ({ planCode: 'p', planVersion: 2, code, parentCode, level, weight });
const link = (code: string, nodeCode: string, weight: string | null = null, kind = 'indicator') => ({ planCode: 'p', planVersion: 2, nodeCode, kind, code, weight });
const indicator = (code: string, more: object = {}) => ({ code, direction: 'higher', lowerFormula: 'ratio', targetKind: null, periodMode: null, milestones: [], ...more });
const cell = (indicatorCode: string, period: string, value: number | null, more: object = {}) =>
  ({ indicatorCode, areaCode: region, period, value, reason: value === null ? 'missing' : null, seriesCode: 's', applicable: true, statedValue: null, inputs: [{ element: indicatorCode, series: 's' }], ...more });
const target = (indicatorCode: string, period: string, value: string, more: object = {}) => ({ indicatorCode, areaCode: region, period, planCode: 'p', comparison: '=', value, valueTo: null, ...more });

export const byHand = {
  region, frontPlan: 'p',
  plans: [{
    code: 'p', version: 2, baseline: '2023', scoring: { floor: 10, cap: 120, bands: [90, 75, 65, 50] },
    levels: [{ code: 'vision' }, { code: 'mission', component: true }, { code: 'objective', component: true }, { code: 'programme' }],
    nodes: [node('V', null, 'vision'), node('M1', 'V', 'mission', '60'), node('M2', 'V', 'mission', '40'), node('S1', 'M1', 'objective'), node('S2', 'M1', 'objective'), node('P1', 'S1', 'programme')],
  }],
  planLinks: [
    link('A', 'S1', '3'), link('B', 'S1', '1'), link('C', 'S2'), link('D', 'M2'), link('E', 'P1'), link('F', 'M2'),
    link('i1', 'P1', null, 'initiative'), link('i2', 'M1', null, 'initiative'), link('i1', 'S2', null, 'initiative'),
    { ...link('G', 'S1'), planVersion: 1 }, { ...link('G', 'S1'), planCode: 'other' },
  ],
  masterplan: { code: 'mp', pillars: [{ code: 'gov', weight: '1', subDimensions: [{ code: 'GOV-1' }, { code: 'GOV-2' }] }, { code: 'liv', weight: '3', subDimensions: [] }] },
  pillarLinks: [
    { indicatorCode: 'A', pillarCode: 'gov', subDimensionCode: 'GOV-1', weight: null }, { indicatorCode: 'B', pillarCode: 'gov', subDimensionCode: 'GOV-2', weight: '2' },
    { indicatorCode: 'D', pillarCode: 'liv', subDimensionCode: '', weight: null },
  ],
  initiatives: [{ code: 'i1', pillarCode: 'gov', subDimensionCode: 'GOV-1' }, { code: 'i2', pillarCode: 'gov', subDimensionCode: null }, { code: 'i3', pillarCode: null, subDimensionCode: null }],
  indicators: [indicator('A'), indicator('B', { direction: 'lower' }), indicator('C'), indicator('D'), indicator('E'), indicator('F', { direction: 'none' })],
  targets: [
    target('A', '2024', '50'), target('A', '2025', '60'), target('B', '2025', '20', { planCode: '' }), target('B', '2025', '25'), target('C', '2025', '100'), target('D', '2025', '10'),
    target('D', '2025', '20', { areaCode: '16.99.01' }), target('E', '2025Q1', '5'), target('X', '2025', '1'), target('A', '2025', '99', { planCode: 'other' }),
  ],
  cells: [
    cell('A', '2023', 40), cell('A', '2024', 30), cell('A', '2025', 48, { statedValue: 60 }), cell('B', '2023', 30), cell('B', '2025', 50), cell('C', '2025', null), cell('D', '2024', 4), cell('D', '2025', 15),
    cell('D', '2025', 5, { areaCode: '16.99.01' }), cell('E', '2025Q1', 5), cell('F', '2024', 7), cell('F', '2025', 7),
  ],
};
