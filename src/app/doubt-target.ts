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
 * Doubts a target, or the upper bound of one, of five times, or a fifth of, what stands there now, or else the same part of the nearest year: of the
 * same indicator, area and plan; and one whose sign changes. Nothing is doubted where nothing stands beside it, where it does not change, or where one
 * of both is zero. It asks for a word, and refuses nothing.
 */
export function targetDoubts(there: Tables, data: Data): TargetDoubt[] {
  const [year, part] = [Number(String(data.period).slice(0, 4)), String(data.period).slice(4)];
  const away = (one: Data): number => Math.abs(Number(String(one.period).slice(0, 4)) - year);
  const [near] = rowsOf(there, 'indicators.target').map((row) => row.data)
    .filter((one) => one.indicator_code === data.indicator_code && one.area_code === data.area_code && (one.plan_code ?? null) === (data.plan_code ?? null) && String(one.period).slice(4) === part)
    .sort((a, b) => away(a) - away(b));
  return (['value', 'value_to'] as const).flatMap((field) => {
    const [wanted, known] = [Number(data[field] ?? 0), Number(near?.[field] ?? 0)];
    if (!near || wanted === 0 || known === 0 || near[field] === data[field]) return [];
    const ratio = wanted / known;
    return ratio < 0 || ratio >= farTimes || ratio * farTimes <= 1 ? [{ value: String(data[field]), near: String(near[field]), period: String(near.period) }] : [];
  });
}
