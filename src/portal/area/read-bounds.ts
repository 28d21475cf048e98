import { valuesInView } from '#data/index.ts';
import { areaCells } from '#indicators/index.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { RegionModel } from '../region-model.ts';
import { onlyElement } from './area-rules.ts';

/** Between which values a cell in doubt lies; absent where nothing but the cell itself is meant. */
export interface Bounds {
  low?: number;
  high?: number;
}
interface Doubtful {
  indicatorCode: string;
  areaCode: string;
  period: string;
  value: number | null;
  seriesCode: string | null;
  quality: string;
  otherSeries: string[];
}

/**
 * Cells of areas with their bounds, those of one indicator in one period each. A provisional value may yet move: it lies between the area's last final
 * value of the same series and itself, and without one it may be anything. Where sources differ, it lies between what they say.
 */
export async function readBounds<C extends Doubtful>(tx: RegionTx, model: RegionModel, cells: C[]): Promise<(C & Bounds)[]> {
  const provisional = cells.filter((cell) => cell.quality === 'provisional');
  const disputed = cells.filter((cell) => cell.otherSeries.length > 0 && elementOf(model, cell) !== null);
  if (provisional.length + disputed.length === 0) return cells;
  const periods = new Map(provisional.map((cell) => [cell.indicatorCode, cell.period]));
  const finals = new Map((await areaCells.list(tx, 'published', { areas: codesOf(provisional), finalBefore: periods })).map((cell) => [`${cell.indicatorCode}|${cell.areaCode}`, cell]));
  const elements = [...new Set(disputed.flatMap((cell) => elementOf(model, cell) ?? []))];
  const values = elements.length === 0 ? [] : await valuesInView(tx, 'published', { elements, areas: codesOf(disputed), periods: [...new Set(disputed.map((cell) => cell.period))] });
  const said = Map.groupBy(values.filter((one) => one.value !== null), (one) => `${one.elementCode}|${one.areaCode}|${one.period}`);
  return cells.map((cell) => boundsOf(cell, finals.get(`${cell.indicatorCode}|${cell.areaCode}`), (said.get(`${elementOf(model, cell)}|${cell.areaCode}|${cell.period}`) ?? []).map((one) => Number(one.value))));
}

/** The same from what was read. */
export function boundsOf<C extends Doubtful>(cell: C, final: { value: number; seriesCode: string | null } | undefined, said: number[]): C & Bounds {
  const own = cell.value ?? 0;
  const others = cell.otherSeries.length > 0 ? said : [];
  if (cell.quality !== 'provisional') return others.length === 0 ? cell : { ...cell, low: Math.min(own, ...others), high: Math.max(own, ...others) };
  if (!final || final.seriesCode !== cell.seriesCode) return { ...cell, low: -Infinity, high: Infinity };
  return { ...cell, low: Math.min(own, final.value, ...others), high: Math.max(own, final.value, ...others) };
}

const codesOf = (cells: { areaCode: string }[]): string[] => [...new Set(cells.map((cell) => cell.areaCode))];

/** What another source says of a reckoned figure is not known: it was told of one of its parts. */
function elementOf(model: RegionModel, { indicatorCode }: { indicatorCode: string }): string | null {
  const indicator = model.indicators.get(indicatorCode);
  return indicator ? onlyElement(indicator) : null;
}
