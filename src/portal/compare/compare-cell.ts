import { parsePeriod } from '#kernel/periods.ts';
import { methodOf } from '#scores/ui.ts';
import { type ClassLevel, markWord, type TagKind } from '#ui/index.ts';
import { whyCell } from '../addresses.ts';
import type { MarkView } from '../marks.ts';
import { type Achievement, type Cell, type Indicator, type RegionModel, slotOf, type Target } from '../region-model.ts';
import { type Fig, figure, type Part } from '../sentence.ts';
import { targetWords } from '../standing-sentence.ts';
import { cellFigure, oneDecimal, targetFigure, type Telling } from '../telling.ts';
import { type Choice, noPlan } from './compare-choice.ts';
import { cellSlot, type Known } from './compare-read.ts';

/** Where a cell of the comparison stands. */
export interface Spot {
  indicator: Indicator;
  area: string;
  period: string;
  plan: string;
}

/** Why there is nothing to show; each has its words. */
export type Gap =
  | 'missing' | 'zero_denominator' | 'not_applicable' | 'not_a_number' | 'overflow' | 'domain' | 'level' | 'kind' | 'target' | 'no_direction' | 'year_open' | 'future' | 'value';

export interface Shown {
  spot: Spot;
  /** Null where there is nothing; then `gap` says why. */
  value: number | null;
  parts: Part[];
  figure: Fig | null;
  gap: Gap | null;
  /** The explanation of a cell that stands without a value. */
  href: string | null;
  tags: TagKind[];
  mark: MarkView | null;
  /** How it was counted: between two ways nothing is compared. */
  series: string | null;
  /** Whether a target was met; null where that cannot be said. */
  met: boolean | null;
}

const reasons = ['zero_denominator', 'not_applicable', 'not_a_number', 'overflow', 'domain'] as const;
const depth: Record<string, number> = { region: 0, district: 1, village: 2 };

export function gapOf(model: RegionModel, { indicator, area, period }: Spot, cell: Cell | null): Gap {
  if (cell) return reasons.find((one) => one === cell.reason) ?? 'missing';
  if ((depth[model.areas.get(area)?.level ?? 'region'] ?? 0) > (depth[indicator.level] ?? 0)) return 'level';
  return parsePeriod(period).kind === indicator.periodKind ? 'missing' : 'kind';
}

export const targetIn = (model: RegionModel, { indicator, area, period, plan }: Spot): Target | null =>
  model.targets.get(slotOf(indicator.code, area))?.find((one) => one.period === period && (one.planCode || noPlan) === plan) ?? null;

export const achievementIn = (model: RegionModel, { indicator, area, period, plan }: Spot): Achievement | null =>
  model.achievements.get(slotOf(indicator.code, area))?.find((one) => one.period === period && (one.planCode || noPlan) === plan) ?? null;

const nothing = { value: null, parts: [], figure: null, href: null, tags: [], mark: null, series: null, met: null };

/** One cell of the comparison: the figure that opens, or the reason why there is none. */
export function shownAt(tell: Telling, { content }: Choice, known: Known, spot: Spot): Shown {
  const cell = known.cells.get(cellSlot(spot.indicator.code, spot.area, spot.period)) ?? null;
  if (content === 'angka') return valueAt(tell, spot, cell);
  return content === 'target' ? targetShown(tell, spot) : achievementShown(tell, spot, cell);
}

function valueAt(tell: Telling, spot: Spot, cell: Cell | null): Shown {
  const href = cell ? whyCell(tell.base, spot.indicator.code, spot.area, spot.period) : null;
  if (cell && cell.textValue !== null) return { ...nothing, spot, parts: [figure(cellFigure(tell, spot.indicator, cell))], gap: null, tags: cellFigure(tell, spot.indicator, cell).marks };
  if (!cell || cell.value === null) return { ...nothing, spot, href, gap: gapOf(tell.model, spot, cell) };
  const own = cellFigure(tell, spot.indicator, cell);
  return { ...nothing, spot, value: cell.value, parts: [figure(own)], figure: own, gap: null, tags: own.marks, series: methodOf(cell) };
}

function targetShown(tell: Telling, spot: Spot): Shown {
  const target = targetIn(tell.model, spot);
  if (!target) return { ...nothing, spot, gap: 'target' };
  const own = targetFigure(tell, spot.indicator, target);
  return { ...nothing, spot, value: Number(target.value), parts: targetWords(tell, spot.indicator, target), figure: own, gap: null, tags: own.marks };
}

const unjudged = ['no_direction', 'not_applicable', 'year_open'] as const;

function achievementShown(tell: Telling, spot: Spot, cell: Cell | null): Shown {
  const found = achievementIn(tell.model, spot);
  const value = found?.raw ?? found?.capped ?? null;
  const here = whyCell(tell.base, spot.indicator.code, spot.area, spot.period);
  if (!found || value === null) {
    const later = parsePeriod(spot.period).end > tell.model.snapshot.asOf;
    const gap = targetIn(tell.model, spot) ? (unjudged.find((one) => one === found?.reason) ?? (later ? 'future' : 'value')) : 'target';
    return { ...nothing, spot, gap, href: gap === 'target' ? null : `${here}#capaian` };
  }
  const level = found.class as ClassLevel | null;
  const simulated = cell?.origin === 'simulated' || tell.model.region.fictional;
  const own: Fig = { href: `${here}#capaian`, value: String(value), shown: oneDecimal(tell, value), marks: simulated ? ['simulated'] : [] };
  const mark: MarkView | null = level === null ? null : { state: 'scored', level, simulated, word: markWord(tell.lang, 'scored', level) };
  return { ...nothing, spot, value, parts: [figure(own)], figure: own, gap: null, tags: own.marks, mark, met: found.met };
}
