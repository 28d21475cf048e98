import { describe, expect, it } from 'vitest';
import type { IndicatorAgency, RegionModel } from '../region-model.ts';
import { anIndicator, aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { agencyList, agencyPage } from './agency-page.ts';

const share = (indicatorCode: string, agencyCode: string, over: Partial<IndicatorAgency> = {}): IndicatorAgency => ({
  indicatorCode, agencyCode, role: 'contributor', weight: 40, account: { id: 'Menyediakan air', en: 'Provides water' }, basis: 'document', sourceCode: null, ...over,
});
/** Two agencies: one owns a measure alone, both share another. */
function model(): RegionModel {
  const made = aRegionModel();
  const agency = (code: string) => [code, { code, name: `Dinas ${code}`, shortName: code, sourceCode: 'bps', note: null }] as const;
  made.agencies = new Map([agency('satu'), agency('dua'), agency('tiga')]);
  made.indicators.set('RB', anIndicator('RB', { id: 'RB', en: 'RB' }, { agencyCode: 'satu' }));
  made.shares = new Map([['MISKIN', [share('MISKIN', 'satu', { role: 'lead', weight: 60 }), share('MISKIN', 'dua', { account: null, weight: null })]]]);
  return made;
}
const page = (code: string, lang: 'id' | 'en' = 'id') => agencyPage(telling(model(), lang, ''), code);

describe('the page of an agency', () => {
  it('shows what it owns and what it shares, with weight, account and who else', () => {
    const { measures } = page('satu');
    expect(measures.map((row) => row.code)).toEqual(['MISKIN', 'RB']);
    expect(plain(measures[0]?.beside ?? [])).toContain('60');
    expect(plain(measures[0]?.note ?? [])).toMatch(/Menyediakan air.*dua/);
    expect(plain(measures[1]?.beside ?? [])).toContain('bobot belum ditetapkan');
  });
  it('names what is missing, and nothing as zero', () => {
    const told = page('dua').missing.map(plain).join(' ');
    expect(told).toContain('Pertanggungjawaban belum ditulis');
    expect(told).toContain('Bobot belum ditetapkan');
    expect(told).not.toContain('0');
  });
  it('serves the promises its measures are linked to', () => expect(page('satu').serves.map((one) => one.href)).toEqual(['/rencana/rpjmd-2018/m1', '/rencana/rpjmd-2018/m2']));
  it('says so where it carries nothing', () => {
    expect(page('tiga').measures).toEqual([]);
    expect(page('tiga', 'en').lead).toContain('no measure names this agency');
  });
  it('says which code is unknown', () => expect(() => page('nope')).toThrow('agency.unknown'));
});

describe('the list of agencies', () => {
  it('counts those that carry nothing', () => {
    const { rows, headline } = agencyList(telling(model(), 'id', ''));
    expect(rows.filter((row) => row.bare).map((row) => row.code)).toEqual(['tiga']);
    expect(plain(headline)).toMatch(/^Tiga perangkat daerah, satu/);
  });
  it('has a page without any', () => expect(plain(agencyList(telling(aRegionModel(), 'en', '')).headline)).toContain('No agency'));
});
