import { expect, it } from 'vitest';
import { byHand } from './by-hand.ts';
import { type Known, scoreRegion } from './score-region.ts';

/*
 * Worked by hand from `by-hand.ts`. A: 48 of 60 is 80 percent, and its agency states 60 of 60. B, where lower is better: target 25, actual 50 is 50 percent
 * (the plan's own target before the one that no plan set). D: 15 of 10 is 150, counted as 120, the cap. S1 = (3 × 80 + 50) / 4 = 72.5, stated (3 × 100 + 50) / 4
 * = 87.5. M1 = S1, for S2 is not known: between (72.5 + 10) / 2 and (72.5 + 100) / 2, the floor being 10. V = 0.6 × 72.5 + 0.4 × 120 = 91.5. gov = (80 + 50) / 2,
 * all = (65 + 3 × 120) / 4.
 */
const rows = () => scoreRegion(byHand as never as Known);
const text = (value: unknown): string => (value === null ? '-' : String(value));
const lines = (all: object[], ...keys: string[]): string[] => all.map((row) => keys.map((key) => text((row as Record<string, unknown>)[key])).join(' '));

it('what each target is held against, and how far it is reached', () => {
  expect(lines(rows().achievements, 'indicatorCode', 'areaCode', 'period', 'planCode', 'raw', 'capped', 'class', 'met', 'reason', 'valuePeriod', 'stated')).toEqual([
    'A 16.99 2024 p 60 60 2 false - - -',
    'A 16.99 2025 p 80 80 4 false - - 100',
    'B 16.99 2025  40 40 1 false - - -',
    'B 16.99 2025 p 50 50 1 false - - -',
    'C 16.99 2025 p - - - - missing - -',
    'D 16.99 2025 p 150 120 5 true - - -',
    'D 16.99.01 2025 p 25 25 1 false - - -',
    'E 16.99 2025Q1 p 100 100 5 true - - -',
    'A 16.99 2025 other 48.484848484848484 48.484848484848484 1 false - - 60.60606060606061',
  ]);
});

it('where each indicator stands against the baseline', () => {
  expect(lines(rows().standings, 'planCode', 'indicatorCode', 'areaCode', 'verdict', 'latestPeriod', 'latestValue', 'firstPeriod', 'firstValue', 'seriesCode', 'change')).toEqual([
    'p A 16.99 improved 2025 48 2023 40 s 8',
    'p B 16.99 worsened 2025 50 2023 30 s 20',
    'p C 16.99 no_data - - - - - -',
    'p D 16.99 improved 2025 15 2024 4 s 11',
    'p E 16.99 one_value 2025Q1 5 - - s -',
    'p F 16.99 same 2025 7 2024 7 s 0',
  ]);
});

it('every score of both trees, with its bounds, its coverage and its parts', () => {
  const told = rows().nodeScores.map((row) => ({
    ...row, count: `${row.known}/${row.declared}`, weights: `${row.knownWeight}/${row.declaredWeight}`,
    of: row.parts.map((part) => `${part.kind[0]}${part.code}*${part.weight}=${text(part.value)}${part.applicable ? '' : '!'}`).join(','),
  }));
  expect(lines(told, 'tree', 'treeCode', 'nodeCode', 'period', 'value', 'low', 'high', 'count', 'weights', 'class', 'stated', 'of')).toEqual([
    'plan p P1 2024 - 10 100 0/1 0/1 - - iE*1=-',
    'plan p S1 2024 60 47.5 70 1/2 3/4 2 - iA*3=60,iB*1=-',
    'plan p S2 2024 - 10 100 0/1 0/1 - - iC*1=-',
    'plan p M1 2024 60 28.75 85 1/3 0.75/2 2 - nS1*1=60,nS2*1=-',
    'plan p M2 2024 - 10 100 0/2 0/2 - - iD*1=-,iF*1=-',
    'plan p V 2024 60 21.25 91 1/5 22.5/100 2 - nM1*60=60,nM2*40=-',
    'plan p P1 2025 - 10 100 0/1 0/1 - - iE*1=-',
    'plan p S1 2025 72.5 72.5 72.5 2/2 4/4 3 87.5 iA*3=80,iB*1=50',
    'plan p S2 2025 - 10 100 0/1 0/1 - - iC*1=-',
    'plan p M1 2025 72.5 41.25 86.25 2/3 1/2 3 87.5 nS1*1=72.5,nS2*1=-',
    'plan p M2 2025 120 65 120 1/2 1/2 5 - iD*1=120,iF*1=-',
    'plan p V 2025 91.5 50.75 99.75 3/5 50/100 5 100.5 nM1*60=72.5,nM2*40=120',
    'pillar mp GOV-1 2024 60 60 60 1/1 1/1 2 - iA*1=60',
    'pillar mp GOV-2 2024 - 10 100 0/1 0/2 - - iB*2=-',
    'pillar mp gov 2024 60 35 80 1/2 1/2 2 - nGOV-1*1=60,nGOV-2*1=-',
    'pillar mp liv 2024 - 10 100 0/1 0/1 - - iD*1=-',
    'pillar mp all 2024 60 16.25 95 1/3 0.5/4 2 - ngov*1=60,nliv*3=-',
    'pillar mp GOV-1 2025 80 80 80 1/1 1/1 4 100 iA*1=80',
    'pillar mp GOV-2 2025 50 50 50 1/1 2/2 1 - iB*2=50',
    'pillar mp gov 2025 65 65 65 2/2 2/2 2 75 nGOV-1*1=80,nGOV-2*1=50',
    'pillar mp liv 2025 120 120 120 1/1 1/1 5 - iD*1=120',
    'pillar mp all 2025 106.25 106.25 106.25 3/3 4/4 5 108.75 ngov*1=65,nliv*3=120',
  ]);
});

it('the state of every node', () => {
  expect(lines(rows().nodeStates, 'tree', 'treeCode', 'nodeCode', 'state', 'headlinePeriod', 'indicators', 'withValue', 'withTarget', 'improved', 'worsened', 'initiatives')).toEqual([
    'plan p V scored 2025 6 5 5 2 1 2',
    'plan p M1 scored 2025 4 3 4 1 1 2',
    'plan p S1 scored 2025 3 3 3 1 1 1',
    'plan p P1 one_value - 1 1 1 0 0 1',
    'plan p S2 no_data - 1 0 1 0 0 1',
    'plan p M2 scored 2025 2 2 1 1 0 0',
    'pillar mp all scored 2025 3 3 3 2 1 2',
    'pillar mp gov scored 2025 2 2 2 1 1 2',
    'pillar mp GOV-1 scored 2025 1 1 1 1 0 1',
    'pillar mp GOV-2 scored 2025 1 1 1 0 1 0',
    'pillar mp liv scored 2025 1 1 1 1 0 0',
  ]);
});

it('every row is of the region', () => expect(new Set(Object.values(rows()).flat().map((row) => row.regionCode))).toEqual(new Set(['16.99'])));
