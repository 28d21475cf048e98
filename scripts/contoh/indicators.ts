import { type Indicator, indicatorRow, targetRows } from './indicator-rows.ts';
import { economyIndicators } from './indicators-economy.ts';
import { healthIndicators } from './indicators-health.ts';
import { serviceIndicators } from './indicators-service.ts';
import type { Part } from './rows.ts';

const indicators: Indicator[] = [...healthIndicators, ...serviceIndicators, ...economyIndicators];

export function indicatorsPart(districts: string[]): Part {
  return { 'indicators.indicator': indicators.map(indicatorRow), 'indicators.target': indicators.flatMap((own) => targetRows(own, districts)) };
}
