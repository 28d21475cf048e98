import { describe, expect, it } from 'vitest';
import type { Indicator, RegionModel, TargetChange } from '../region-model.ts';
import { aCell, anIndicator, aRegionModel, aTarget, bySlot } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';
import { flags, flagsView } from './indicator-flags.ts';

const code = 'UJI';
function model(over: Partial<Indicator>, values: Record<string, number>, change: (one: RegionModel) => void = () => undefined): { model: RegionModel; indicator: Indicator } {
  const indicator = anIndicator(code, { id: 'Uji', en: 'Test' }, { decimals: 1, ...over });
  const made = aRegionModel({ indicators: new Map([[code, indicator]]), cells: new Map([[code, Object.entries(values).map(([period, value]) => aCell(code, period, value))]]), targets: new Map() });
  change(made);
  return { model: made, indicator };
}
const view = (given: ReturnType<typeof model>, lang: 'id' | 'en' = 'en') => flagsView(telling(given.model, lang, ''), given.indicator);
const far = { 2018: 10, 2019: 11, 2020: 10, 2021: 12, 2022: 100 };
const was = (over: Partial<TargetChange>): TargetChange => ({ indicatorCode: code, areaCode: '16.99', period: '2021', planCode: 'rpjmd-2018', changedOn: '2022-03-01', comparison: '=', value: '60', valueTo: null, sourceCode: 'bps', note: { id: 'Alasan', en: 'Reason' }, ...over });

describe('flags on the page of an indicator', () => {
  it('are told in words, with the rule and where it is written', () => {
    const { rows } = view(model({}, far));
    expect(rows.map((row) => [row.rule, row.name, row.href, plain(row.text)])).toEqual([['outlier', 'Far from the other figures', '/tentang#aturan-outlier', 'The figure of 2022, 100%, is far from the median of its row, 11%.']]);
    expect(plain(view(model({}, far), 'id').rows[0]?.text ?? [])).toBe('Angka 2022, 100%, jauh dari nilai tengah barisnya, 11%.');
  });
  it('show the reckoning and every value that was looked at', () => {
    const [row] = view(model({}, far)).rows;
    expect(row?.sums.map((sum) => `${sum.label}: ${plain(sum.parts)}`)).toEqual(['distance ÷ median distance: 0.6745 × (100 − 11) ÷ 1 = 60', 'bound of the rule: 3.5', 'figures looked at: 2018: 10; 2019: 11; 2020: 10; 2021: 12; 2022: 100']);
  });
  it('each figure opens: values to their cell, the rest to the reckoning', () => {
    const parts = view(model({}, { 2010: 10, 2011: 12, 2012: 14, 2013: 15, 2014: 17, 2015: 60 })).rows.flatMap((row) => [...row.text, ...row.sums.flatMap((sum) => sum.parts)]);
    for (const part of parts) if (part.kind === 'figure') expect(part.figure.href).toMatch(/^\/(mengapa\/indikator\/UJI\/16\.99\/20\d\d|indikator\/UJI#periksa)$/);
  });
  it('tell a jump with its verb', () => {
    const jump = view(model({}, { 2010: 10, 2011: 12, 2012: 14, 2013: 15, 2014: 17, 2015: 60 })).rows.find((row) => row.rule === 'jump');
    expect(plain(jump?.text ?? [])).toBe('From 2014 to 2015 it went up 43\u00a0points, far from the median change of its row, up 2\u00a0points a step.');
  });
  it('tell a soft target and a target that was changed after its period, with source and note', () => {
    const { rows } = view(model({}, { 2022: 50 }, (one) => {
      one.targets = bySlot([aTarget(code, '2021', '45'), aTarget(code, '2024', '40')]);
      one.targetChanges = new Map([[code, [was({})]]]);
    }));
    expect(rows.map((row) => plain(row.text))).toEqual(['The target of 2024, 40%, asks for less than the last result, 50% (2022).', 'The target of 2021 was changed on 1 March 2022, after its period had ended: from 60% to 45%.']);
    expect([rows[1]?.source?.code, rows[1]?.note]).toEqual(['bps', 'Reason']);
  });
  it('tell a change of the unit of the indicator, or of data it uses, and of no other', () => {
    const change = (aboutKind: 'indicator' | 'element', aboutCode: string) => ({ aboutKind, aboutCode, changedOn: '2024-05-06', unitCode: 'old', unit: { id: 'lama', en: 'old unit' }, sourceCode: null, note: null });
    const given = model({ formula: '#{STUNTING}' }, { 2022: 50 }, (one) => { one.unitChanges = [change('element', 'STUNTING'), change('indicator', code), change('element', 'RB')]; });
    expect(view(given).rows.map((row) => plain(row.text))).toEqual([
      'The unit of Stunted children was changed on 6 May 2024: from old unit to percent. Figures from before and after may not be comparable.', 'The unit of Test was changed on 6 May 2024: from old unit to percent. Figures from before and after may not be comparable.',
    ]);
    expect(flags.rows(given.model)).toEqual([{ indicatorCode: code, rule: 'unit_changed', period: '2024-05-06', changedOn: '2024-05-06' }]);
  });
  it('say plainly that there is none, and what could not be asked', () => {
    const { rows, unasked } = view(model({}, { 2021: 1, 2022: 2 }));
    expect(rows).toEqual([]);
    expect(plain(unasked ?? [])).toBe('Could not be asked yet: “Far from the other figures” (needs at least five figures of one method in neighbouring periods; there are two) and “A jump” (needs at least five changes between neighbouring periods; there is one).');
    expect(view(model({ targetKind: 'yes_no' }, { 2021: 1 })).unasked).toBeNull();
  });
});
