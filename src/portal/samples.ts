import type { Text } from '#kernel/i18n.ts';
import {
  type Achievement, type Cell, type DataValue, type Indicator, type Initiative, nodeKey, type NodeScore, type NodeState, type NodeWord, type Pillar,
  type Plan, type PlanNode, type RegionModel, slotOf, type Standing, type Target, valueSlot,
} from './region-model.ts';

/** Builders for tests: a small regency with one node of every state. `aRegionModel()` gives a fresh one each time. */
const same = (text: string): Text => ({ id: text, en: text });
const both = (id: string, en: string): Text => ({ id, en });
const AREA = '16.99';
const PLAN = 'rpjmd-2018';
const LATEST = '2023';

export const anIndicator = (code: string, name: Text, over: Partial<Indicator> = {}): Indicator => ({
  code, version: 1, name, short: name, definition: null, unitCode: 'percent', direction: 'higher', lowerFormula: 'ratio', periodKind: 'year',
  decimals: 2, formula: `#{${code}}`, missing: 'skip_if_any', series: ['utama'], level: 'region', family: null, agencyCode: null, sourceCode: 'bps',
  note: null, workedExamples: [], targetKind: null, milestones: [], periodMode: null, ...over,
});

export const aCell = (indicator: string, period: string, value: number | null, over: Partial<Cell> = {}): Cell => ({
  indicatorCode: indicator, areaCode: AREA, period, value, textValue: null, reason: value === null ? 'missing' : null, seriesCode: 'utama', applicable: true,
  quality: 'final', origin: 'reported', otherSeries: [], version: 1, revision: 1, assurance: null, statedValue: null, assumedZero: [],
  inputs: [{ element: indicator, area: AREA, period, series: 'utama', value: value === null ? null : String(value), revision: 1 }], ...over,
});

export const aValue = (element: string, period: string, value: string, over: Partial<DataValue> = {}): DataValue => ({
  elementCode: element, areaCode: AREA, period, seriesCode: 'utama', value, textValue: null, applicable: true, status: 'published', withdrawn: false,
  quality: 'final', origin: 'reported', assurance: null, sourceCode: 'bps', note: null, recordedBy: null, recordedAt: null, revision: 1, actor: 'pack',
  at: new Date('2026-11-24T03:00:00Z'), entryKind: 'pack', ...over,
});

const aNode = (code: string, text: Text, over: Partial<PlanNode> = {}): PlanNode => ({
  planCode: PLAN, code, parentCode: 'visi', position: 0, depth: 1, level: 'misi', text, short: null, letter: null, weight: null, basis: 'document',
  sourceCode: 'bps', note: null, servesCode: null, ...over,
});

export const aTarget = (indicator: string, period: string, value: string, over: Partial<Target> = {}): Target => ({
  indicatorCode: indicator, areaCode: AREA, period, planCode: PLAN, comparison: '=', value, valueTo: null, status: 'published', origin: 'reported', sourceCode: 'bps',
  note: null, ...over,
});

const anAchievement = (indicator: string, period: string, raw: number, classNumber: number, met: boolean): Achievement => ({
  indicatorCode: indicator, areaCode: AREA, period, planCode: PLAN, raw, capped: Math.min(raw, 100), class: classNumber, met, reason: null, valuePeriod: null, stated: null,
});

const aPillar = (code: string, slug: string, name: string, position: number): Pillar => ({
  code, slug, position, name: same(name), purpose: null, weight: null, sourceCode: 'bps',
  subDimensions: [{ code: `${code.toUpperCase()}-A`, pillarCode: code, position: 0, name: both('Bagian pertama', 'First part'), sourceCode: 'bps' }],
});

const anInitiative = (code: string, name: string, over: Partial<Initiative> = {}): Initiative => ({
  code, position: 0, name: same(name), kind: 'quick_win', pillarCode: null, subDimensionCode: null, pillarBasis: null, pillarReason: null, agencyCode: null,
  started: null, summary: null, state: 'unknown', endsOn: null, costEstimate: null, quickWin: null, quickWinOn: null, firstMilestone: null, firstMilestoneOn: null, sourceCode: 'bps', statements: [], ...over,
});

const aState = (tree: 'plan' | 'pillar', node: string, state: NodeWord, counts: Partial<NodeState> = {}): [string, NodeState] => {
  const treeCode = tree === 'plan' ? PLAN : 'mp';
  return [nodeKey(tree, treeCode, node), {
    tree, treeCode, nodeCode: node, state, headlinePeriod: null, indicators: 1, withValue: 1, withTarget: 0, improved: 0, worsened: 0, initiatives: 0, ...counts,
  }];
};

const aStanding = (indicator: string, verdict: Standing['verdict'], first: [string, number] | null, latest: [string, number] | null): Standing => ({
  planCode: PLAN, indicatorCode: indicator, areaCode: AREA, verdict, latestPeriod: latest?.[0] ?? null, latestValue: latest?.[1] ?? null,
  firstPeriod: first?.[0] ?? null, firstValue: first?.[1] ?? null, seriesCode: 'utama', change: first && latest ? latest[1] - first[1] : null,
});

function plan(): Plan {
  return {
    code: PLAN, version: 1, kind: 'rpjmd', name: both('RPJMD 2018–2023', 'RPJMD 2018–2023'), shortName: same('RPJMD 2018–2023'), visionWord: 'MAJUT',
    periodFrom: '2018', periodTo: '2023', baseline: '2017', parentCode: null, agencyCode: null, status: 'adopted', legalBasis: null, legalDay: null, sourceCode: 'bps',
    note: null, scoring: { floor: 0, cap: 100, bands: [90, 75, 65, 50] },
    levels: [
      { code: 'visi', name: both('visi', 'vision'), plural: both('visi', 'visions') },
      { code: 'misi', name: both('misi', 'mission'), plural: both('misi', 'missions') },
    ],
    nodes: [
      aNode('visi', both('Rakyat yang sehat', 'A healthy people'), { parentCode: null, depth: 0, level: 'visi' }),
      aNode('m1', both('Miskin berkurang', 'Less poverty'), { letter: 'M', short: both('Miskin', 'Poverty'), position: 1 }),
      aNode('m2', both('Aparatur melayani', 'Offices that serve'), { letter: 'A', position: 2 }),
      aNode('m3', both('Lingkungan lestari', 'A lasting environment'), { letter: 'J', position: 3 }),
      aNode('m4', both('Rakyat aman', 'A safe people'), { letter: 'U', position: 4 }),
      aNode('m5', both('Jalan baru', 'New roads'), { letter: 'T', position: 5 }),
    ],
  };
}

const indicators = (): Indicator[] => [
  anIndicator('MISKIN', both('Penduduk miskin', 'People in poverty'), { direction: 'lower' }),
  anIndicator('RB', both('Indeks reformasi birokrasi', 'Bureaucratic reform index'), { unitCode: 'index' }),
  anIndicator('IKLH', both('Kualitas lingkungan hidup', 'Environmental quality'), { unitCode: 'index' }),
  anIndicator('STUNTING', both('Balita stunting', 'Stunted children'), { direction: 'lower', decimals: 1 }),
  anIndicator('JALAN', both('Jalan kondisi mantap', 'Roads in good condition')),
  anIndicator('LEPAS', both('Ukuran lepas', 'A loose measure'), { decimals: 0 }),
];

const group = <T extends { indicatorCode: string }>(rows: T[]): Map<string, T[]> => Map.groupBy(rows, (row) => row.indicatorCode);
/** Rows by indicator and area, as the model keeps targets and achievements. */
export const bySlot = <T extends { indicatorCode: string; areaCode: string }>(rows: T[]): Map<string, T[]> => Map.groupBy(rows, (row) => slotOf(row.indicatorCode, row.areaCode));
const byCode = <T extends { code: string }>(rows: T[]): Map<string, T> => new Map(rows.map((row) => [row.code, row]));

function places(): Pick<RegionModel, 'region' | 'areas' | 'neighbours' | 'boundaries' | 'sources' | 'agencies' | 'statements'> {
  return {
    region: {
      code: AREA, name: both('Kabupaten Uji', 'Test Regency'), shortName: 'Uji', kind: 'kabupaten', timeZone: 'Asia/Jakarta', hosts: [], fictional: false,
      notice: same('Uji'), about: same('Uji'), frontPlan: PLAN, compiledOn: '2026-11-24', compiledBy: both('penyusun', 'the compilers'), seed: null, theme: [], arms: null,
    },
    areas: byCode([{ code: AREA, parentCode: null, level: 'region', kind: 'kabupaten', name: 'Uji', capital: 'Kota Uji', lat: -3.6, lon: 103.7, labelLat: null, labelLon: null, areaKm2: '7482.86', validFrom: null, validTo: null, sourceCode: 'bps' }]),
    sources: byCode([{ code: 'bps', publisher: 'BPS', title: 'Statistik daerah', published: '2023', url: 'https://example.org/bps', note: null }]),
    neighbours: [], boundaries: new Map(), agencies: new Map(),
    statements: [],
  };
}

function trees(): Pick<RegionModel, 'plans' | 'masterplan' | 'books' | 'initiatives' | 'planLinks' | 'pillarLinks'> {
  const reason = both('Namanya sama', 'The names are the same');
  const link = (kind: 'indicator' | 'initiative', code: string, nodeCode: string) =>
    ({ kind, code, planCode: PLAN, nodeCode, role: 'primary', weight: null, basis: 'reading', reason, sourceCode: null, evidence: null }) as const;
  const toPillar = (indicatorCode: string, pillarCode: string) =>
    ({ indicatorCode, pillarCode, subDimensionCode: '', weight: null, basis: 'reading', reason, sourceCode: null }) as const;
  return {
    plans: byCode([plan()]),
    books: { readiness: [], swot: [], roadmap: [], bodies: [], seats: [], meetings: [], papers: [] },
    masterplan: {
      code: 'mp', name: same('Masterplan'), vision: both('Kabupaten cerdas', 'A smart regency'), visionSourceCode: 'bps', periodFrom: null, periodTo: null,
      legalBasis: null, status: 'unknown', sourceCode: 'bps', note: null,
      pillars: [aPillar('gov', 'smart-governance', 'Smart Governance', 0), aPillar('eco', 'smart-economy', 'Smart Economy', 1), aPillar('env', 'smart-environment', 'Smart Environment', 2)],
    },
    initiatives: [
      anInitiative('LAYANAN', 'Layanan', { pillarCode: 'gov', pillarBasis: 'reading', pillarReason: reason }),
      anInitiative('FESTIVAL', 'Festival', { position: 1, pillarCode: 'eco', pillarBasis: 'document' }),
    ],
    planLinks: [link('indicator', 'MISKIN', 'm1'), link('indicator', 'STUNTING', 'm1'), link('indicator', 'RB', 'm2'), link('indicator', 'IKLH', 'm3'), link('indicator', 'JALAN', 'm5'), link('initiative', 'LAYANAN', 'm2')],
    pillarLinks: [toPillar('MISKIN', 'eco'), toPillar('STUNTING', 'eco'), toPillar('RB', 'gov'), toPillar('IKLH', 'env'), toPillar('LEPAS', 'env')],
  };
}

function results(): Pick<RegionModel, 'cells' | 'achievements' | 'standings' | 'nodeScores' | 'nodeStates' | 'targets' | 'values'> {
  const score: NodeScore = {
    tree: 'plan', treeCode: PLAN, nodeCode: 'm1', period: LATEST, value: 84.66, class: 4, known: 1, declared: 2, knownWeight: 1, declaredWeight: 2, low: 42.33,
    high: 92.33, stated: null, parts: [
      { kind: 'indicator', code: 'MISKIN', weight: 1, value: 84.66, applicable: true }, { kind: 'indicator', code: 'STUNTING', weight: 1, value: null, applicable: true },
    ],
  };
  const standings = [
    aStanding('MISKIN', 'improved', ['2017', 13.19], [LATEST, 9.45]), aStanding('RB', 'improved', ['2021', 59.42], ['2024', 80.71]),
    aStanding('IKLH', 'one_value', null, ['2022', 61.74]), aStanding('STUNTING', 'worsened', ['2021', 22.8], [LATEST, 25.9]), aStanding('JALAN', 'no_data', null, null),
    aStanding('LEPAS', 'one_value', null, [LATEST, 3]),
  ];
  const values = [
    aValue('MISKIN', '2017', '13.19'), aValue('MISKIN', LATEST, '9.45'), aValue('RB', '2021', '59.42'), aValue('RB', '2024', '80.71', { quality: 'provisional' }),
    aValue('IKLH', '2022', '61.74'), aValue('STUNTING', '2021', '22.8'), aValue('STUNTING', LATEST, '25.9'), aValue('STUNTING', LATEST, '18.1', { seriesCode: 'lain' }),
    aValue('LEPAS', LATEST, '3', { origin: 'simulated' }),
  ];
  return {
    targets: bySlot([aTarget('MISKIN', LATEST, '8')]),
    cells: group([
      aCell('MISKIN', '2017', 13.19), aCell('MISKIN', LATEST, 9.45), aCell('RB', '2021', 59.42), aCell('RB', '2024', 80.71, { quality: 'provisional' }),
      aCell('IKLH', '2022', 61.74), aCell('STUNTING', '2021', 22.8), aCell('STUNTING', LATEST, 25.9, { otherSeries: ['lain'] }), aCell('LEPAS', LATEST, 3, { origin: 'simulated' }),
    ]),
    achievements: bySlot([anAchievement('MISKIN', LATEST, 84.66, 4, false)]),
    standings: new Map([[PLAN, new Map(standings.map((standing) => [standing.indicatorCode, standing]))]]),
    nodeScores: new Map([[nodeKey('plan', PLAN, 'm1'), [score]]]),
    nodeStates: new Map([
      aState('plan', 'visi', 'mixed', { indicators: 5, withValue: 4, withTarget: 1 }), aState('plan', 'm1', 'scored', { indicators: 2, withValue: 2, withTarget: 1, headlinePeriod: LATEST }),
      aState('plan', 'm2', 'improved', { improved: 1, initiatives: 1 }), aState('plan', 'm3', 'one_value'), aState('plan', 'm4', 'no_measure', { indicators: 0, withValue: 0 }),
      aState('plan', 'm5', 'no_data', { withValue: 0 }), aState('pillar', 'gov', 'improved', { improved: 1 }), aState('pillar', 'eco', 'mixed', { indicators: 2, improved: 1, worsened: 1 }),
      aState('pillar', 'env', 'one_value', { indicators: 2 }),
    ]),
    values: new Map(values.map((value) => [valueSlot(value.elementCode, value.seriesCode, value.period), value])),
  };
}

/** One scored node, one improved, one with a single value, one without a measure, one without data; a disputed, a provisional and a simulated value. */
export function aRegionModel(over: Partial<RegionModel> = {}): RegionModel {
  const list = indicators();
  return {
    snapshot: { id: '0190a000-0000-7000-8000-000000000001', revision: 1, madeAt: new Date('2026-11-24T03:00:00Z'), asOf: '2026-11-24' },
    shares: new Map(), frozen: [], waiting: { codes: new Set(), computed: 0 }, constants: new Map(), categories: [], categoryOptions: [], targetChanges: new Map(), unitChanges: [], rules: [],
    ...places(), ...trees(), ...results(),
    units: byCode([
      { code: 'percent', name: both('persen', 'percent'), shown: same('#%'), dimension: 'percent' },
      { code: 'index', name: both('indeks', 'index'), shown: same('#'), dimension: 'index' },
    ]),
    elements: byCode(list.map((one) => ({ code: one.code, name: one.name, unitCode: one.unitCode, valueType: 'number', sumArea: 'none', sumTime: 'none', weightCode: null, periodKind: null, categories: [], agencyCode: null, definition: null, sourceCode: 'bps' }))),
    series: new Map([
      ...list.map((one) => [`${one.code}/utama`, { elementCode: one.code, code: 'utama', name: both('Deret utama', 'Main series'), kind: 'method', note: null }] as const),
      ['STUNTING/lain', { elementCode: 'STUNTING', code: 'lain', name: both('Survei lain', 'Another survey'), kind: 'method', note: null }],
    ]),
    indicators: byCode(list),
    ...over,
  };
}
