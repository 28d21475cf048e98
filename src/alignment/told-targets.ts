import type { Lang } from '#kernel/i18n.ts';
import { plainDecimal } from '#kernel/pack-columns.ts';
import { formatNumber } from '#ui/index.ts';
import type { LintInput, LintPlan, LintTarget } from './lint.ts';

type Aim = Pick<LintTarget, 'comparison' | 'value' | 'valueTo'>;

/** The same text for the same target: `80` and `80.00` are one number, whatever its size; a double would make one of two that differ far behind the point. */
export const aimOf = ({ comparison, value, valueTo }: Aim): string => [comparison, plainDecimal(value), valueTo === null ? '' : plainDecimal(valueTo)].join(' ');

/** Whether all say the same. */
export const agree = (some: readonly Aim[]): boolean => new Set(some.map(aimOf)).size <= 1;

const signs: Record<string, string> = { '=': '', '<': '< ', '<=': '≤ ', '>': '> ', '>=': '≥ ' };

export function aimIn(lang: Lang, { comparison, value, valueTo }: Aim): string {
  const number = (text: string): string => formatNumber(plainDecimal(text), { lang });
  return valueTo === null ? `${signs[comparison] ?? ''}${number(value)}` : `${number(value)}–${number(valueTo)}`;
}

/** What people call a plan; a code that no plan has is all there is to say. */
export function planName(plans: readonly LintPlan[], code: string, lang: Lang): string {
  const found = plans.find((plan) => plan.code === code);
  return (lang === 'id' ? found?.shortNameId : found?.shortNameEn) ?? code;
}

export const areaName = (input: LintInput, code: string): string => input.areaNames.get(code) ?? code;
