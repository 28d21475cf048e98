import { describe, expect, it } from 'vitest';
import { type Known, scoreRegion } from './score-region.ts';

const node = (code: string, parentCode: string | null = null) => ({ planCode: 'p', code, parentCode, level: 'misi', weight: null });
const cell = (period: string, value: number | null, over = {}) =>
  ({ indicatorCode: 'X', areaCode: '16.99', period, value, seriesCode: 'a', applicable: true, statedValue: null, inputs: [{ element: 'x', series: 'a' }], ...over });
const target = (period: string, value: string, planCode: string) => ({ indicatorCode: 'X', areaCode: '16.99', period, planCode, comparison: '=', value, valueTo: null });

/** One plan with a cap of 120 and one node, one indicator. */
function scored(cells: object[], targets: object[], indicator = {}) {
  const known = {
    region: '16.99', frontPlan: 'p', masterplan: null, pillarLinks: [], initiatives: [], cells, targets,
    plans: [{ code: 'p', version: 1, baseline: '2020', scoring: { floor: 0, cap: 120, bands: [90, 75, 65, 50] }, levels: [{ code: 'misi', component: true }], nodes: [node('m')] }],
    planLinks: [{ planCode: 'p', planVersion: 1, nodeCode: 'm', kind: 'indicator', code: 'X', weight: null }],
    indicators: [{ code: 'X', direction: 'higher', lowerFormula: 'ratio', targetKind: 'amount', periodMode: 'latest', milestones: [], ...indicator }],
  };
  return scoreRegion(known as never as Known).nodeScores.find((one) => one.nodeCode === 'm');
}

describe('a target in a tree', () => {
  it('that no plan set counts by the cap of the tree, and so does what the agency stated', () => {
    expect(scored([cell('2025', 65)], [target('2025', '50', '')])?.value).toBe(120);
    expect(scored([cell('2025', 65)], [target('2025', '50', 'p')])?.value).toBe(120);
    expect(scored([cell('2025', 40, { statedValue: 65 })], [target('2025', '50', '')])).toMatchObject({ value: 80, stated: 120 });
    expect(scored([cell('2025', 65, { statedValue: 70 })], [target('2025', '50', '')])).toMatchObject({ value: 120, stated: null });
  });
  it('of a year whose last quarter does not apply leaves the count', () => {
    const quarters = [cell('2025Q1', null, { applicable: false }), cell('2025Q4', null, { applicable: false })];
    const other = [target('2025', '50', 'p'), { ...target('2025', '50', 'p'), indicatorCode: 'Y' }];
    expect(scored(quarters, other)).toBeUndefined();
    expect(scored([...quarters, cell('2026', 60)], [...other, target('2026', '50', 'p')])).toMatchObject({ period: '2026', declared: 1, known: 1 });
  });
});
