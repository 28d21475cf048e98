import type { Text } from '#kernel/i18n.ts';
import type { GivenUnit } from './units.ts';

/** What `R{CODE.METRIC}` tells of the reports that cycles ask for, in the words of DHIS2. On time is by the cycle's day for sending on. */
export const reportMetrics = ['EXPECTED_REPORTS', 'ACTUAL_REPORTS', 'ACTUAL_REPORTS_ON_TIME', 'REPORTING_RATE', 'REPORTING_RATE_ON_TIME'] as const;
export type ReportMetric = (typeof reportMetrics)[number];

/** How many reports are asked for, have come, and had come in time. */
export interface Reports {
  expected: number;
  actual: number;
  onTime: number;
}

/** A rate is a percentage of what is expected; there is none where nothing is. */
export function reportValue({ expected, actual, onTime }: Reports, metric: string): number | null {
  if (metric === 'EXPECTED_REPORTS') return expected;
  if (metric === 'ACTUAL_REPORTS') return actual;
  if (metric === 'ACTUAL_REPORTS_ON_TIME') return onTime;
  const part = metric === 'REPORTING_RATE' ? actual : metric === 'REPORTING_RATE_ON_TIME' ? onTime : null;
  return part === null || expected === 0 ? null : (100 * part) / expected;
}

const units: Record<'rate' | 'count', GivenUnit> = {
  rate: { dimension: 'percent', scale: 1, name: { id: 'persen', en: 'percent' } }, count: { dimension: 'report', scale: 1, name: { id: 'laporan', en: 'reports' } },
};
export const reportUnit = (metric: string | undefined): GivenUnit => units[metric?.startsWith('REPORTING_RATE') ? 'rate' : 'count'];

/** `{1}` is what is reported: an element, or all that is asked of an agency. */
export const toldMetrics: Record<ReportMetric, Text> = {
  EXPECTED_REPORTS: { id: 'banyaknya laporan {1} yang diminta', en: 'the number of reports of {1} that are asked for' },
  ACTUAL_REPORTS: { id: 'banyaknya laporan {1} yang masuk', en: 'the number of reports of {1} that have come' },
  ACTUAL_REPORTS_ON_TIME: { id: 'banyaknya laporan {1} yang masuk tepat waktu', en: 'the number of reports of {1} that came in time' },
  REPORTING_RATE: { id: 'kelengkapan laporan {1}', en: 'the reporting rate of {1}' },
  REPORTING_RATE_ON_TIME: { id: 'kelengkapan laporan {1} yang tepat waktu', en: 'the reporting rate of {1} in time' },
};
