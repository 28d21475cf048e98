import type { Shown } from './compare-cell.ts';

/** One small drawing: a line over periods, or bars over anything else. Units are CSS pixels; it carries no text, the table below does. */
export interface Small {
  width: number;
  height: number;
  bars: boolean;
  /** The height of zero, or of the least value where the drawing starts above it. */
  ground: number;
  lines: string[];
  dots: { x: number; y: number }[];
  columns: { x: number; y: number; height: number; width: number }[];
  /** Columns without a value: dashed, never zero. */
  gaps: { x: number; width: number }[];
}

const [width, height, top, foot] = [280, 84, 8, 8];
const round = (n: number): number => Math.round(n * 10) / 10;

/** The scale that all drawings of one measure share. Bars stand on zero; a line starts there too, unless that would waste half of the height. */
export function scaleOf(cells: Shown[], bars: boolean): [number, number] {
  const values = cells.flatMap((cell) => cell.value ?? []);
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (bars || low <= high * 0.5) return [Math.min(0, low), Math.max(0, high) || 1];
  return [low - Math.max((high - low) * 0.35, high * 0.01), high];
}

export function smallOf(cells: Shown[], [low, high]: [number, number], bars: boolean): Small {
  const step = width / Math.max(1, cells.length);
  const x = (n: number): number => round(step * (n + 0.5));
  const y = (value: number): number => round(height - foot - ((value - low) / (high - low)) * (height - top - foot));
  const ground = bars ? y(0) : height - foot;
  const gaps = cells.flatMap((cell, n) => (cell.value === null ? [{ x: round(step * n + 2), width: round(Math.max(2, step - 4)) }] : []));
  if (bars) {
    const columns = cells.flatMap((cell, n) => {
      if (cell.value === null) return [];
      const at = y(cell.value);
      return [{ x: round(step * n + step * 0.15), width: round(step * 0.7), y: Math.min(at, ground), height: Math.max(1, round(Math.abs(ground - at))) }];
    });
    return { width, height, bars, ground, lines: [], dots: [], columns, gaps };
  }
  const runs: string[] = [];
  let before: { series: string | null; n: number } | null = null;
  cells.forEach((cell, n) => {
    if (cell.value === null) return;
    const joins = before !== null && before.n === n - 1 && before.series === cell.series;
    if (joins) runs.push(`${runs.pop() ?? ''}L${x(n)} ${y(cell.value)}`);
    else runs.push(`M${x(n)} ${y(cell.value)}`);
    before = { series: cell.series, n };
  });
  const dots = cells.flatMap((cell, n) => (cell.value === null ? [] : [{ x: x(n), y: y(cell.value) }]));
  return { width, height, bars, ground, lines: runs.filter((run) => run.includes('L')), dots, columns: [], gaps };
}
