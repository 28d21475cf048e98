import { describe, expect, it } from 'vitest';
import type { ChartPoint } from './line-chart.ts';
import { shapeSpark } from './spark.ts';

const point = (period: string, value: number, over: Partial<ChartPoint> = {}): ChartPoint => ({ period, value, shown: '', series: 'a', provisional: false, ...over });
const span = { from: 2017, to: 2025 };

describe('a small line', () => {
  it('is one line where every year is known, with a dot at the last', () => {
    const { lines, dots } = shapeSpark([point('2017', 1), point('2018', 2), point('2019', 3)], span);
    expect(lines).toHaveLength(1);
    expect(dots.map((dot) => dot.last)).toEqual([true]);
  });
  it('has a gap where a year is missing, and a dot for a value that stands alone', () => {
    const { lines, dots } = shapeSpark([point('2017', 1), point('2019', 3), point('2020', 2)], span);
    expect(lines).toHaveLength(1);
    expect(dots.map((dot) => dot.last)).toEqual([false, true]);
  });
  it('breaks where the series changes', () => {
    expect(shapeSpark([point('2017', 1), point('2018', 2, { series: 'b' })], span).lines).toEqual([]);
  });
  it('dots what leads to a provisional value and opens it', () => {
    const { lines, dots } = shapeSpark([point('2017', 1), point('2018', 2), point('2019', 3, { provisional: true })], span);
    expect(lines.map((one) => one.provisional)).toEqual([false, true]);
    expect(dots[0]).toMatchObject({ last: true, open: true });
  });
  it('keeps all lines of a page on one measure of time, inside the drawing', () => {
    const shape = shapeSpark([point('2017', 5), point('2025Q4', 5)], span);
    for (const { x, y } of shape.dots) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(shape.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(shape.height);
    }
    expect(shapeSpark([], span).dots).toEqual([]);
  });
});
