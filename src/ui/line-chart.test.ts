import { describe, expect, it } from 'vitest';
import { type ChartPoint, shapeLineChart } from './line-chart.ts';
import { shapeWeightColumns } from './weight-columns.ts';

const point = (period: string, value: number, over: Partial<ChartPoint> = {}): ChartPoint => ({ period, value, shown: String(value), series: 'a', provisional: false, ...over });
const shape = (points: ChartPoint[], others: ChartPoint[] = []) => shapeLineChart({ points, others, targets: [{ period: '2023', value: 8, shown: 'target 8' }] }, 640);

describe('a line chart', () => {
  it('starts from 0 when that wastes little, else says where it starts', () => {
    expect(shape([point('2021', 12), point('2022', 5)]).fromZero).toBe(true);
    const high = shapeLineChart({ points: [point('2021', 70.1), point('2022', 70.9)], others: [], targets: [] }, 328);
    expect(high.fromZero).toBe(false);
    expect(high.from).toBeGreaterThan(60);
  });

  it('draws no line over years without a value', () => {
    const drawn = shape([point('2017', 13), point('2018', 12.5), point('2021', 12.3), point('2022', 11)]);
    expect(drawn.gaps).toHaveLength(1);
    expect(drawn.lines).toHaveLength(2);
  });

  it('cuts the line where the series changes', () => {
    const drawn = shape([point('2021', 70), point('2022', 71), point('2023', 72, { series: 'b' })]);
    expect(drawn.cuts).toHaveLength(1);
    expect(drawn.lines).toHaveLength(1);
  });

  it('dots a line to a provisional value and leaves its point open', () => {
    const drawn = shape([point('2021', 70), point('2022', 71), point('2023', 72, { provisional: true })]);
    expect(drawn.lines.map((line) => line.provisional)).toEqual([false, true]);
    expect(drawn.dots.at(-1)?.open).toBe(true);
  });

  it('labels the last value first, and covers nothing', () => {
    const points = Array.from({ length: 14 }, (_, i) => point(String(2010 + i), 1050 + i * 3.75));
    const { labels } = shapeLineChart({ points, others: [], targets: [] }, 328);
    expect(labels[0]?.text).toBe('1098.75');
    expect(labels.length).toBeLessThan(14);
    expect(labels.length).toBeGreaterThan(3);
    const boxes = labels.map(({ x, y, text, anchor }) => ({ x0: x - (anchor === 'mid' ? text.length * 3.7 : anchor === 'end' ? text.length * 7.4 : 0), y, wide: text.length * 7.4 }));
    for (const [n, one] of boxes.entries()) for (const other of boxes.slice(n + 1)) expect(Math.abs(one.y - other.y) >= 14 || one.x0 + one.wide <= other.x0 || other.x0 + other.wide <= one.x0).toBe(true);
  });

  it('labels only the ends and the extremes of many values, and breaks the line where a total begins anew', () => {
    const values = [3, 5, 9, 12, 2, 6, 8, 14, 1, 4, 8, 11, 2, 5, 9, 10];
    const points = values.map((value, n) => point(`${2020 + Math.floor(n / 4)}Q${(n % 4) + 1}`, value, { run: String(2020 + Math.floor(n / 4)) }));
    const { labels, lines, cuts } = shapeLineChart({ points, others: [], targets: [] }, 640);
    expect([labels.map((label) => label.text), lines.length, cuts]).toEqual([['10', '3', '14', '1'], 4, []]);
  });

  it('says the word at the newest target where there is room, and always its number', () => {
    const { labels } = shapeLineChart({ points: [point('2022', 11), point('2023', 10)], others: [], targets: [{ period: '2023', value: 10.1, shown: '10.1', label: 'target 10.1' }, { period: '2025', value: 8, shown: '8', label: 'target 8' }] }, 328);
    expect(labels.map((label) => label.text)).toEqual(expect.arrayContaining(['10', 'target 8']));
    expect(labels.some((label) => label.text.endsWith('10.1'))).toBe(true);
  });

  it('never drops the last value, however near the targets stand', () => {
    const poor = [['2017', 13.19], ['2018', 12.56], ['2021', 12.32], ['2022', 11.12], ['2023', 10.93], ['2024', 9.79], ['2025', 9.45]] as const;
    const { labels } = shapeLineChart({ points: poor.map(([period, value]) => point(period, value)), others: [], targets: [{ period: '2024', value: 10, shown: '10', label: 'target 10' }, { period: '2025', value: 8, shown: '8', label: 'target 8' }] }, 328);
    expect(labels.map((label) => label.text)).toEqual(expect.arrayContaining(['9.45', '10', 'target 8']));
  });

  it('names a target that stays the same once, where it ends', () => {
    const { labels } = shapeLineChart({ points: [point('2022', 11), point('2023', 10)], others: [], targets: ['2024', '2025', '2026'].map((period) => ({ period, value: 8, shown: '8' })) }, 640);
    expect(labels.filter((label) => label.text === '8')).toHaveLength(1);
  });

  it('draws a range as a field, and both its bounds stand inside the chart', () => {
    const drawn = shapeLineChart({ points: [point('2022', 11), point('2023', 10)], others: [], targets: [{ period: '2024', value: 20, to: 40, shown: '20', shownTo: '40' }] }, 640);
    expect(drawn.goals[0]?.height).toBeGreaterThan(40);
    expect(drawn.goals[0]?.y).toBeGreaterThanOrEqual(drawn.top - 1);
    expect(drawn.labels.map((label) => label.text)).toEqual(expect.arrayContaining(['20', '40']));
  });

  it('shows other series beside, never joined', () => {
    const drawn = shape([point('2022', 11), point('2023', 10)], [point('2023', 12)]);
    expect(drawn.dots).toHaveLength(3);
    expect(drawn.lines).toHaveLength(1);
  });

  it('cuts a long stretch without data, so that later values keep their room', () => {
    const { dots, gaps } = shapeLineChart({ points: [point('2005', 21), point('2017', 13), point('2018', 12), point('2019', 11)], others: [], targets: [] }, 640);
    const [first, second, third] = dots.map((dot) => dot.x);
    expect(((second ?? 0) - (first ?? 0)) / ((third ?? 0) - (second ?? 0))).toBeCloseTo(4, 1);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.x).toBeGreaterThan(first ?? 0);
    expect((gaps[0]?.x ?? 0) + (gaps[0]?.width ?? 0)).toBeLessThan(second ?? 0);
  });

  it('takes quarters and a row of zeros', () => {
    expect(shape([point('2019Q1', 0), point('2019Q2', 0)]).lines).toHaveLength(1);
    const { ticksX, left } = shapeLineChart({ points: [point('2019Q4', 1), point('2020Q1', 2), point('2020Q2', 3)], others: [], targets: [] }, 640);
    for (const tick of ticksX) expect(tick.x).toBeGreaterThan(left);
    expect(shapeLineChart({ points: [point('2021', 0), point('2022', 0)], others: [], targets: [] }, 640).fromZero).toBe(true);
  });
});

describe('weight columns', () => {
  const part = (weight: number, value: number | null) => ({ label: 'A', weight, value, shown: null, weightShown: '', level: null, simulated: false });
  it('are as wide as the weight, as high as the achievement', () => {
    const { columns, top, bottom } = shapeWeightColumns([part(40, 50), part(20, 100), part(20, null)], 600);
    expect((columns[0]?.width ?? 0) / (columns[1]?.width ?? 1)).toBeCloseTo(2, 1);
    expect((columns[0]?.height ?? 0) / (columns[1]?.height ?? 1)).toBeCloseTo(0.5, 2);
    expect(columns[2]?.height).toBe(bottom - top);
  });
});
