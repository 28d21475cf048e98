import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';

type Data = PackRow['data'];

/** A target that looks like a slip of the pen beside the nearest of its kind: both numbers as decimals, and the other's period. */
export interface TargetDoubt {
  value: string;
  near: string;
  period: string;
}
/** A slip of the decimal mark is a thousand times, a forgotten one ten; what a regency means to reach grows by less from one year to the next. */
const farTimes = 5;

/**
 * Doubts a target, or the upper bound of one, of five times, or a fifth of, both what stands there now and the same part of the nearest other year: of
 * the same indicator, area and plan; and one whose sign is neither's. Nothing is doubted where nothing stands beside it, where it does not change, or
 * where one of both is zero. It asks for a word, and refuses nothing.
 */
export function targetDoubts(there: Tables, data: Data): TargetDoubt[] {
  const [year, part] = [Number(String(data.period).slice(0, 4)), String(data.period).slice(4)];
  const away = (one: Data): number => Math.abs(Number(String(one.period).slice(0, 4)) - year);
  // The one that stands there, and of the others the nearest: to set a slip right is no slip.
  const near = rowsOf(there, 'indicators.target').map((row) => row.data)
    .filter((one) => one.indicator_code === data.indicator_code && one.area_code === data.area_code && (one.plan_code ?? null) === (data.plan_code ?? null) && String(one.period).slice(4) === part)
    .sort((a, b) => away(a) - away(b));
  const beside = near.slice(0, near[0]?.period === data.period ? 2 : 1);
  return (['value', 'value_to'] as const).flatMap((field) => {
    const wanted = Number(data[field] ?? 0);
    const known = beside.filter((one) => Number(one[field] ?? 0) !== 0);
    const isFar = (one: Data): boolean => { const ratio = wanted / Number(one[field]); return ratio < 0 || ratio >= farTimes || ratio * farTimes <= 1; };
    const [first] = known;
    if (!first || wanted === 0 || near.some((one) => one.period === data.period && one[field] === data[field]) || !known.every(isFar)) return [];
    return [{ value: String(data[field]), near: String(first[field]), period: String(first.period) }];
  });
}
