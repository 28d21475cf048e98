import { front, renstra, renstraSehat, sourceOf } from './plans.ts';
import { code as region } from './region.ts';
import { both, type Data } from './rows.ts';

export type Words = [id: string, en: string];
interface Example {
  values: Record<string, number | string | null>;
  result: number | string | null;
  reason?: string;
}
export interface Indicator {
  code: string;
  name: Words;
  short?: Words;
  definition: Words;
  unit: string;
  direction?: 'higher' | 'lower' | 'none';
  lower?: 'ratio' | 'reflected';
  kind?: 'year' | 'quarter';
  mode?: 'periodic' | 'cumulative' | 'latest' | 'annual_only';
  decimals?: number;
  formula: string;
  missing?: 'skip_if_any' | 'skip_if_all' | 'never_skip';
  series?: string[];
  level?: 'region' | 'district';
  family?: 'iku' | 'ikd' | 'ikk' | 'other';
  agency: string;
  note?: Words;
  examples: Example[];
  target?: 'range' | 'milestone' | 'yes_no';
  /** Stages in order, each with the percent of the whole work that is done by then. */
  milestones?: [id: string, en: string, share: number][];
  /** The RPJMD's, 2025 … 2029: `60`, `<=18`, `4..6`. */
  targets?: string[];
  /** The RPJMD's quarters of a year, in order. */
  phases?: Record<string, string[]>;
  /** The same years in an agency's own plan, which may promise more or less. */
  layanan?: string[];
  sehat?: string[];
  /** District targets of the RPJMD, 2025 on, by the district's place in the list. */
  inDistricts?: string[][];
}

export const gave = (values: Example['values'], result: number | string): Example => ({ values, result });
export const gaveNothing = (values: Example['values'], reason: string): Example => ({ values, result: null, reason });

export function indicatorRow(own: Indicator): Data {
  return {
    code: own.code, name: both(...own.name), short: both(...(own.short ?? own.name)), definition: both(...own.definition), unit_code: own.unit, direction: own.direction ?? 'higher',
    lower_formula: own.lower ?? 'ratio', period_kind: own.kind ?? 'year', decimals: own.decimals ?? 0, formula: own.formula, missing: own.missing ?? 'skip_if_any', series: own.series ?? ['utama'],
    level: own.level ?? 'region', family: own.family ?? null, agency_code: own.agency, source_code: 'rekaan-rpjmd', note: own.note ? both(...own.note) : null, worked_examples: own.examples,
    target_kind: own.target ?? null, milestones: own.milestones?.map(([id, en, share]) => ({ name: both(id, en), share })) ?? null, period_mode: own.mode ?? null,
  };
}

export function targetRows(own: Indicator, districts: string[]): Data[] {
  const row = (plan: string, area: string, period: string, target: string, draft = false): Data => {
    const [from = '', to = null] = target.replace(/^[<>=]+/, '').split('..');
    return {
      indicator_code: own.code, area_code: area, period, plan_code: plan, comparison: /^[<>]?=?/.exec(target)?.[0] || '=', value: from, value_to: to, status: draft ? 'draft' : 'published',
      origin: 'simulated', source_code: sourceOf[plan] ?? null, note_id: draft ? 'Rancangan' : null, note_en: draft ? 'Draft' : null,
    };
  };
  const years = (plan: string, targets: string[] = []): Data[] =>
    targets.map((target, n) => row(plan, region, String(2025 + n), target, own.code === 'kunjungan-wisata' && n === 4));
  return [
    ...years(front, own.targets), ...years(renstra, own.layanan), ...years(renstraSehat, own.sehat),
    ...Object.entries(own.phases ?? {}).flatMap(([year, targets]) => targets.map((target, n) => row(front, region, `${year}Q${n + 1}`, target))),
    ...(own.inDistricts ?? []).flatMap((targets, n) => targets.map((target, m) => row(front, districts[n] ?? '', String(2025 + m), target))),
  ];
}
