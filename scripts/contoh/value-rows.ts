import type { Random } from './random.ts';
import { code as region } from './region.ts';
import { type Data, written } from './rows.ts';

/** What a value row may say beside its number. */
export interface Extra {
  area?: string;
  series?: string;
  revision?: number;
  applicable?: false;
  status?: 'submitted' | 'withdrawn';
  provisional?: boolean;
  assurance?: 'stated' | 'verified';
  source?: string;
  note?: [id: string, en: string];
  by?: string;
  at?: string;
}

export const thisYear = 2026;
export const untilSeptember: [string, string] = ['Januari sampai September', 'January to September'];
/** Posts that record and check; no person has these names. */
export const post = (agency: string): string => `petugas data ${agency} (rekaan)`;
export const checker = 'pemeriksa data Badan Rencana (rekaan)';

export function value(element: string, period: string, amount: number | null, extra: Extra = {}): Data {
  return {
    element_code: element, area_code: extra.area ?? region, period, series_code: extra.series ?? 'utama', revision: extra.revision ?? null, value: amount === null ? null : written(amount),
    applicable: extra.applicable ?? null, status: extra.status ?? null, quality: extra.provisional ? 'provisional' : null, origin: 'simulated', assurance: extra.assurance ?? null,
    source_code: extra.source ?? 'rekaan-register', note_id: extra.note?.[0] ?? null, note_en: extra.note?.[1] ?? null, recorded_by: extra.by ?? null, recorded_at: extra.at ?? null,
  };
}

/** One value a year from a first year on; null leaves a year out, and the running year is provisional. */
export const years = (element: string, from: number, amounts: (number | null)[], extra: Extra = {}): Data[] =>
  amounts.flatMap((amount, n) => (amount === null ? [] : [value(element, String(from + n), amount, from + n === thisYear ? { provisional: true, note: untilSeptember, ...extra } : extra)]));

/** One value a quarter, from the first quarter of a year on; the newest quarter is provisional. */
export const quarters = (element: string, from: number, amounts: number[], extra: Extra = {}): Data[] =>
  amounts.map((amount, n) => value(element, `${from + Math.floor(n / 4)}Q${(n % 4) + 1}`, amount, n === amounts.length - 1 ? { provisional: true, ...extra } : extra));

/** What an agency stated itself, then what a second found: two revisions of one key, both kept. */
export const statedThenVerified = (element: string, period: string, agency: string, stated: [amount: number, day: string], verified: [amount: number, day: string, note: [string, string]], extra: Extra = {}): Data[] => [
  value(element, period, stated[0], { ...extra, revision: 1, assurance: 'stated', by: post(agency), at: `${stated[1]}T02:05:00.000Z` }),
  value(element, period, verified[0], { ...extra, revision: 2, assurance: 'verified', by: checker, at: `${verified[1]}T07:40:00.000Z`, note: verified[2] }),
];

/** A whole in whole parts that add up to it, near the given shares. */
export function split(random: Random, whole: number, shares: number[]): number[] {
  const drawn = shares.map((share) => share * (1 + random.decimal(-0.04, 0.04, 3)));
  const sum = drawn.reduce((a, b) => a + b, 0);
  const parts = drawn.map((share) => Math.floor((whole * share) / sum));
  parts[0] = (parts[0] ?? 0) + whole - parts.reduce((a, b) => a + b, 0);
  return parts;
}

/** The same for an amount with one decimal. */
export const splitTenths = (random: Random, whole: number, shares: number[]): number[] => split(random, Math.round(whole * 10), shares).map((tenths) => tenths / 10);
