import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditNode } from '#plan/index.ts';
import { fieldBetween, fieldsBetween, type Telling, type Words, wordsBetween } from './plan-told.ts';

describe('two texts word by word', () => {
  it('what is gone and what is new stand beside what both have', () => expect(wordsBetween('Jalan yang baik', 'Jalan dan jembatan yang baik').map(({ what, text }) => `${what}:${text}`)).toEqual(['same:Jalan ', 'added:dan jembatan ', 'same:yang baik']));
  it('without what is new it is the old, without what is gone the new; also of long and hostile texts', () => {
    const words = fc.array(fc.constantFrom('satu', 'dua', 'tiga', ' ', '\n', '.', '<b>', '👩‍🌾', '́'), { maxLength: 60 }).map((all) => all.join(' '));
    fc.assert(fc.property(words, words, (a, b) => {
      const parts = wordsBetween(a, b);
      const without = (what: string): string => parts.filter((one) => one.what !== what).map(({ text }) => text).join('');
      expect([without('added'), without('removed')]).toEqual([a, b]);
    }), { numRuns: 300 });
    expect(wordsBetween('a '.repeat(2_000), 'b '.repeat(2_000)).map(({ what }) => what)).toEqual(['removed', 'added']);
  });
});

describe('what is no text is whole', () => {
  const telling: Telling = { lang: 'id', levels: [] };
  const marked = (line: Words[]): string => line.map(({ what, text }) => (what === 'added' ? `+${text}+` : what === 'removed' ? `-${text}-` : text)).join('');
  const lines = (...of: Parameters<typeof fieldBetween>): string[] => (fieldBetween(...of)?.lines ?? []).map(marked);
  const money = (amounts: Record<string, string>): Pick<EditNode, 'funding'> => ({ funding: Object.entries(amounts).map(([period, amount]) => ({ period, amount, basis: 'reading', sourceCode: null, noteId: null, noteEn: null })) });
  it('both figures with an arrow between, year by year, and only the years that differ', () => {
    expect(lines(telling, 'funding', money({ 2025: '13800000000', 2026: '5', 2027: '1' }), money({ 2025: '13750000000', 2026: '5', 2028: '2' }))).toEqual(['2025: -Rp13.800.000.000- → +Rp13.750.000.000+', '2027: -Rp1-', '2028: +Rp2+']);
    expect(lines(telling, 'weight', { weight: '40' }, { weight: '50' })).toEqual(['-40- → +50+']);
    expect(lines(telling, 'weight', { weight: null }, { weight: '50' })).toEqual(['+50+']);
  });
  it('what came or went tells its weight, its money and its links', () => {
    const node = { weight: '40', ...money({ 2025: '7' }), links: [{ kind: 'indicator', code: 'i1', role: 'primary', weight: null }], factors: [], contributions: [] } as unknown as EditNode;
    expect(fieldsBetween(telling, null, node).map(({ field, lines }) => `${field} ${lines.map(marked).join()}`)).toEqual(['Bobot +40+', 'Pagu indikatif 2025: +Rp7+', 'Kaitan indikator i1: +utama+']);
    const names = new Map([['indicator/i1', 'Desa terhubung'], ['source/s2', 'Perda 9/2026']]);
    expect(fieldsBetween({ ...telling, names }, null, node).map(({ field, lines }) => `${field} ${lines.map(marked).join()}`).at(-1)).toBe('Kaitan indikator Desa terhubung: +utama+');
    expect(fieldBetween({ ...telling, names }, 'sourceCode', { sourceCode: 's1' }, { sourceCode: 's2' })?.lines.map(marked)).toEqual(['-s1- → +Perda 9/2026+']);
    expect(fieldsBetween(telling, node, null).map(({ field, lines }) => `${field} ${lines.map(marked).join()}`)).toEqual(['Bobot -40-', 'Pagu indikatif 2025: -Rp7-', 'Kaitan indikator i1: -utama-']);
  });
});
