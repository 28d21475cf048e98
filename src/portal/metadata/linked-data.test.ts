import { describe, expect, it } from 'vitest';
import { aRegionModel } from '../samples.ts';
import { telling } from '../telling.ts';
import { agencyData, indicatorData, regionData } from './linked-data.ts';

const tell = telling(aRegionModel(), 'id', '');

describe('what a page says of itself to machines', () => {
  it('of an indicator: its values as a data set, from the first day to the last, with the sources they rest on', () => {
    expect(indicatorData(tell, 'MISKIN')).toMatchObject({
      '@type': 'Dataset', name: 'Penduduk miskin, Kabupaten Uji', temporalCoverage: '2017-01-01/2023-12-31', spatialCoverage: { identifier: '16.99' }, dateModified: '2026-11-24',
      variableMeasured: { name: 'Penduduk miskin', unitText: 'persen' }, creator: [{ name: 'BPS' }], isBasedOn: [{ name: 'Statistik daerah', url: 'https://example.org/bps', datePublished: '2023' }],
    });
  });
  it('claims no licence that no source states', () => expect(indicatorData(tell, 'MISKIN')).not.toHaveProperty('license'));
  it('says simulated where a figure is, and only there', () => {
    expect(indicatorData(tell, 'LEPAS')).toMatchObject({ creativeWorkStatus: 'Simulated' });
    expect(String(indicatorData(tell, 'LEPAS')?.description)).toContain('rekaan');
    expect(indicatorData(tell, 'MISKIN')).not.toHaveProperty('creativeWorkStatus');
    const region = { ...aRegionModel().region, code: '99.01', fictional: true };
    expect(indicatorData(telling(aRegionModel({ region }), 'en', ''), 'MISKIN')).toMatchObject({ creativeWorkStatus: 'Simulated' });
  });
  it('is no data set without a value, and nothing for a code that is not there', () => {
    expect(indicatorData(tell, 'JALAN')).toBeUndefined();
    expect(indicatorData(tell, 'TIDAK')).toBeUndefined();
    expect(agencyData(tell, 'TIDAK')).toBeUndefined();
  });
  it('speaks of a government, not as one', () => {
    expect(regionData(tell)).toMatchObject({ '@type': 'WebSite', about: { '@type': 'GovernmentOrganization', disambiguatingDescription: 'Uji' } });
    expect(regionData(tell)).not.toHaveProperty('publisher');
  });
});
