import { describe, expect, it } from 'vitest';
import { initiativePage } from '../initiative/initiative-page.ts';
import type { Books, RegionModel } from '../region-model.ts';
import { aRegionModel } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { masterplanBook } from './masterplan-book.ts';

const both = (text: string) => ({ id: text, en: `${text} (en)` });
const model = aRegionModel();
const [one] = model.initiatives as [RegionModel['initiatives'][number]];
const agency = [...model.agencies.values()][0];
const books: Books = {
  readiness: [{ code: 'r', element: 'nature', part: null, finding: both('Sungai meluap'), state: 'partly', sourceCode: 'bps' }],
  swot: [{ code: 's2', side: 'threat', pillarCode: null, text: both('Banjir'), sourceCode: null }, { code: 's1', side: 'strength', pillarCode: 'gov', text: both('Gotong royong'), sourceCode: null }],
  roadmap: [{ initiativeCode: one.code, period: '2027', horizon: 'short', step: both('Uji coba'), costEstimate: '2500000000', sourceCode: null }, { initiativeCode: 'gone', period: '2028', horizon: 'long', step: both('x'), costEstimate: null, sourceCode: null }],
  bodies: [{ code: 'dewan', kind: 'council', name: both('Dewan'), legalBasis: 'Keputusan 21/2025', sourceCode: null, note: null }],
  seats: [{ bodyCode: 'dewan', code: 'k', post: both('Kepala daerah'), role: 'chair', agencyCode: agency?.code ?? null, external: false, sourceCode: null }],
  meetings: [{ bodyCode: 'dewan', heldOn: '2026-03-01', subject: null, sourceCode: null }],
  papers: [{ code: 'p', kind: 'decree', number: 'Nomor 21', signedOn: '2025-02-03', title: both('Dewan'), bodyCode: 'dewan', heldOn: null, sourceCode: null }],
};
const told = (over: Partial<RegionModel> = {}) => telling(aRegionModel({ books, masterplan: model.masterplan && { ...model.masterplan, legalBasis: 'Perbup 7/2027, 2027-01-15' }, ...over }), 'id', '');

describe('what was adopted reaches who reads', () => {
  it('on the page of the pillars: legal basis, papers, readiness, SWOT, roadmap by year, bodies by post', () => {
    const book = masterplanBook(told());
    expect(plain(book?.legal ?? [])).toMatch(/ditetapkan dengan Perbup 7\/2027, 15 Januari 2027\.$/);
    expect(book?.papers.map(({ kind, about }) => `${kind}, ${plain(about)}`)).toEqual(['Keputusan, Nomor 21, 3 Februari 2025']);
    expect(book?.readiness).toEqual([{ element: 'Alam', part: null, finding: 'Sungai meluap', state: 'sebagian siap' }]);
    expect(book?.swot.map(({ side, lines }) => [side, lines.length])).toEqual([['Kekuatan', 1], ['Ancaman', 1]]);
    expect(book?.roadmap.map(({ period, steps }) => [plain([period]), steps.map(({ step, cost }) => [step, cost?.kind === 'figure' && cost.figure.value])])).toEqual([['2027', [['Uji coba', '2500000000']]]]);
    expect(book?.bodies[0]?.seats).toMatchObject([{ post: 'Kepala daerah', role: 'ketua' }]);
    expect(plain(book?.bodies[0]?.meetings ?? [])).toBe('1 Maret 2026');
  });
  it('says so where nothing was recorded, and nothing without a masterplan', () => {
    expect(plain(masterplanBook(telling(aRegionModel(), 'en', ''))?.legal ?? [])).toMatch(/is not recorded/);
    expect(masterplanBook(told({ masterplan: null }))).toBeNull();
  });
  it('on the page of an initiative: cost, what is felt first, first milestone, end, its steps', () => {
    const initiatives = [{ ...one, costEstimate: '1250000000', quickWin: both('Loket malam'), quickWinOn: '2027-06-30', firstMilestoneOn: '2027-03-31', endsOn: '2029' }];
    const { planned } = initiativePage(told({ initiatives }), one.code);
    expect(planned.cost).toMatchObject({ kind: 'figure', figure: { href: '#biaya', value: '1250000000' } });
    expect([planned.quickWin, planned.milestone, planned.ends && [planned.ends]].map((parts) => plain(parts ?? []))).toEqual(['Loket malam, 30 Juni 2027', '31 Maret 2027', '2029']);
    expect([planned.none, planned.steps.length, plain(planned.basis)]).toMatchObject([false, 1, expect.stringMatching(/Perbup 7\/2027, 15 Januari 2027/)]);
    expect(initiativePage(telling(aRegionModel(), 'id', ''), one.code).planned.none).toBe(true);
  });
});
