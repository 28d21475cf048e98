import type { Area, RegionModel } from '../region-model.ts';
import { anIndicator, aRegionModel } from '../samples.ts';
import type { AreaCell } from './read-area.ts';

/** Builders for tests: the sample regency with four districts in a row, two villages, and their population. */
const anArea = (code: string, name: string, over: Partial<Area> = {}): Area => ({
  code, parentCode: '16.99', level: 'district', kind: 'kecamatan', name, capital: null, lat: -3, lon: 104, labelLat: null, labelLon: null, areaKm2: null, validFrom: null, validTo: null, sourceCode: 'bps', ...over,
});

export const anAreaCell = (areaCode: string, period: string, value: number, over: Partial<AreaCell> = {}): AreaCell => ({
  indicatorCode: 'JIWA', areaCode, period, value, seriesCode: 'utama', quality: 'final', origin: 'reported', otherSeries: [], ...over,
});

export const people = anIndicator('JIWA', { id: 'Penduduk kecamatan', en: 'District population' }, { level: 'district', unitCode: 'person', decimals: 0, direction: 'none' });

export function aModelWithDistricts(over: Partial<RegionModel> = {}): RegionModel {
  const model = aRegionModel();
  const own = model.areas.get('16.99') as Area;
  const areas = [
    own, anArea('16.99.01', 'Hulu', { lat: -3.1, areaKm2: '10', capital: 'Ibu Hulu' }), anArea('16.99.01.1001', 'Kota Lama', { parentCode: '16.99.01', level: 'village', kind: 'kelurahan', areaKm2: '4' }),
    anArea('16.99.01.2001', 'Ujung Karang', { parentCode: '16.99.01', level: 'village', kind: 'desa', validFrom: '2025' }), anArea('16.99.02', 'Tengah Sekali', { lon: 104.2, areaKm2: '30' }),
    anArea('16.99.03', 'Hilir', { lon: 104.4, areaKm2: '20' }), anArea('16.99.04', 'Muara', { lat: null, lon: null }),
  ];
  const touches = (a: string, b: string) => ({ aCode: `16.99.${a}`, bCode: `16.99.${b}`, sourceCode: 'bps' });
  return {
    ...model, areas: new Map(areas.map((area) => [area.code, area])), neighbours: [touches('01', '02'), touches('02', '03'), touches('02', '04')],
    units: new Map([...model.units, ['person', { code: 'person', name: { id: 'orang', en: 'people' }, shown: { id: '# orang', en: '# people' }, dimension: 'count' }]]),
    elements: new Map([...model.elements, ['JIWA', { code: 'JIWA', name: people.name, unitCode: 'person', valueType: 'integer', sumArea: 'sum', sumTime: 'last', weightCode: null, periodKind: null, categories: [], agencyCode: null, definition: null, sourceCode: 'bps' }]]),
    indicators: new Map([...model.indicators, ['JIWA', people]]), ...over,
  };
}

/** Three of four districts, in two years; the last counted in another way. */
export const peopleCells = (): AreaCell[] => [
  anAreaCell('16.99.01', '2021', 1000), anAreaCell('16.99.01', '2023', 1100), anAreaCell('16.99.02', '2021', 4000), anAreaCell('16.99.02', '2023', 4000),
  anAreaCell('16.99.03', '2021', 2000, { seriesCode: 'lama' }), anAreaCell('16.99.03', '2023', 3000, { quality: 'provisional' }),
];
