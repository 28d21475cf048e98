import { describe, expect, it } from 'vitest';
import { indicatorElsewhere, indicatorPage } from './indicator-page.ts';
import type { RegionModel } from '../region-model.ts';
import { aCell, anIndicator, aRegionModel, aTarget, aValue, bySlot } from '../samples.ts';
import { plain } from '../sentence.ts';
import { telling } from '../telling.ts';

const code = 'TEST';
/** The sample region with one more indicator, whose cells, targets and values the case gives. */
function withIndicator(over: Partial<Parameters<typeof anIndicator>[2] & object>, change: (model: RegionModel) => void = () => undefined): RegionModel {
  const model = aRegionModel();
  model.indicators.set(code, anIndicator(code, { id: 'Uji', en: 'Test' }, { decimals: 1, ...over }));
  change(model);
  return model;
}
const page = (model: RegionModel, lang: 'id' | 'en' = 'id') => indicatorPage(telling(model, lang, ''), code, []);

describe('the page of an indicator', () => {
  it('has a row for each period, newest first, also for a target ahead', () => {
    const { rows, hasTargets } = page(withIndicator({}, (model) => {
      model.cells.set(code, [aCell(code, '2021', 12), aCell(code, '2022', 11)]);
      model.targets = bySlot([aTarget(code, '2025', '8')]);
    }));
    expect(rows.map((row) => plain([row.period]))).toEqual(['2025', '2022', '2021']);
    expect(rows[0]?.value).toBeNull();
    expect(plain(rows[0]?.target ?? [])).toBe('8%');
    expect(hasTargets).toBe(true);
  });

  it('says belum ada data, never zero, and draws nothing from one value', () => {
    const empty = page(withIndicator({}));
    expect(empty.latest).toBeNull();
    expect(plain(empty.headline)).toContain('belum ada data');
    expect(page(withIndicator({}, (model) => model.cells.set(code, [aCell(code, '2021', 0)]))).chart).toBeNull();
  });

  it('tells a change of series as a break and names both', () => {
    const model = withIndicator({ series: ['baru', 'lama'] }, (one) => {
      one.cells.set(code, [aCell(code, '2021', 70, { seriesCode: 'lama' }), aCell(code, '2022', 72, { seriesCode: 'baru' })]);
    });
    const { breaks, severalSeries, chart } = page(model);
    expect(breaks).toHaveLength(1);
    expect(plain(breaks[0] ?? [])).toMatch(/2022.*baru.*lama/);
    expect(severalSeries).toBe(true);
    expect(chart?.data.points.map((point) => point.series)).toEqual(['lama', 'baru']);
  });

  it('shows another series beside and counts it nowhere', () => {
    const model = withIndicator({ series: ['baru', 'lama'] }, (one) => {
      one.cells.set(code, [aCell(code, '2021', 70, { seriesCode: 'baru', otherSeries: ['lama'], inputs: [{ element: code, area: '16.99', period: '2021', series: 'baru', value: '70', revision: 1 }] }), aCell(code, '2022', 72, { seriesCode: 'baru' })]);
      for (const [series, value] of [['baru', '70'], ['lama', '66']] as const) {
        one.values.set(`${code}|${series}|2021`, aValue(code, '2021', value, { seriesCode: series }));
        one.series.set(`${code}/${series}`, { elementCode: code, code: series, name: { id: series, en: series }, kind: 'method', note: null });
      }
    });
    const { sources, chart } = page(model);
    expect(sources?.rows.map((row) => [plain(row.figure), row.used])).toEqual([['70', true], ['66', false]]);
    expect(chart?.data.others).toHaveLength(1);
    expect(chart?.data.points).toHaveLength(2);
  });

  it('names the years that have no value', () => {
    const { holes } = page(withIndicator({}, (model) => model.cells.set(code, [aCell(code, '2017', 1), aCell(code, '2020', 2), aCell(code, '2022', 3)])));
    expect(plain(holes ?? [])).toContain('2018–2019, 2021');
  });

  it('labels the chart with the figures of the table', () => {
    const model = withIndicator({}, (one) => one.cells.set(code, [aCell(code, '2021', 12.25), aCell(code, '2022', 11)]));
    const { chart, rows } = page(model);
    const shown = rows.flatMap((row) => (row.value ? [plain(row.value)] : []));
    for (const point of chart?.data.points ?? []) expect(shown).toContain(`${point.shown}%`);
    expect(page(model, 'en').rows.map((row) => plain(row.value ?? []))).toContain('11%');
  });

  it('says which code is unknown', () => {
    expect(() => indicatorPage(telling(aRegionModel(), 'id', ''), 'NOPE', [])).toThrow('indicator.unknown');
  });
});

it('a code in other capitals leads to its page; what is known as it stands, or not at all, leads nowhere', () => {
  const tell = telling(aRegionModel(), 'en', '/en');
  expect(['miskin', 'Miskin', 'MISKIN', 'tidak'].map((given) => indicatorElsewhere(tell, given))).toEqual(['/en/indikator/MISKIN', '/en/indikator/MISKIN', null, null]);
});
