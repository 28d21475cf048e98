import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { parsePeriod } from '#kernel/periods.ts';

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
 * Doubts a target of five times, or a fifth of, what stands there now, or else the same part of the nearest year: of the same indicator, area and
 * plan. Null where nothing stands beside it, where it does not change, or where one of both is zero. It asks for a word, and refuses nothing.
 */
export function targetDoubt(there: Tables, data: Data): TargetDoubt | null {
  const [year, part] = [Number(String(data.period).slice(0, 4)), String(data.period).slice(4)];
  const beside = rowsOf(there, 'indicators.target').map((row) => row.data)
    .filter((one) => one.indicator_code === data.indicator_code && one.area_code === data.area_code && (one.plan_code ?? null) === (data.plan_code ?? null) && parsePeriod(String(one.period)).kind === parsePeriod(String(data.period)).kind && String(one.period).slice(4) === part)
    .sort((a, b) => Math.abs(Number(String(a.period).slice(0, 4)) - year) - Math.abs(Number(String(b.period).slice(0, 4)) - year));
  const [near] = beside;
  if (!near || near.value === data.value) return null;
  const [wanted, known] = [Math.abs(Number(data.value)), Math.abs(Number(near.value))];
  const far = wanted > 0 && known > 0 && (wanted >= known * farTimes || wanted * farTimes <= known);
  return far ? { value: String(data.value), near: String(near.value), period: String(near.period) } : null;
}
