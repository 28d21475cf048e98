import { describe, expect, it } from 'vitest';
import { lint } from './lint.ts';
import { goldenPlan, planted } from './lint-golden.ts';
import { lintRules } from './lint-rules.ts';

describe('the golden plan', () => {
  it('is silent while nothing is wrong with it', () => {
    const { findings, notChecked } = lint(goldenPlan());
    expect(findings).toEqual([]);
    expect(notChecked).toEqual([]);
    expect(goldenPlan().plans.flatMap((plan) => plan.nodes).length).toBeGreaterThanOrEqual(60);
  });
  it('has a planted fault for every rule', () => expect(Object.keys(planted).sort()).toEqual(Object.keys(lintRules).sort()));
  it.each(Object.entries(planted))('%s is found where it was planted, and nothing else', (rule, { plant, at }) => {
    const input = goldenPlan();
    plant(input);
    expect(lint(input).findings.map((found) => [found.rule, found.about.code])).toEqual([[rule, at]]);
  });
  it('finds all of them planted together, each once', () => {
    const input = goldenPlan();
    for (const { plant } of Object.values(planted)) plant(input);
    const found = lint(input).findings.map((one) => `${one.rule} ${one.about.code}`);
    for (const [rule, { at }] of Object.entries(planted)) expect(found.filter((one) => one === `${rule} ${at}`)).toHaveLength(1);
  });
});

describe('targets of two plans', () => {
  const told = (...values: [comparison: string, value: string, valueTo: string | null][]) => {
    const input = goldenPlan();
    input.targets = input.targets.filter((one) => one.indicatorCode !== 'i-S31' || one.period !== '2025');
    for (const [n, [comparison, value, valueTo]] of values.entries()) input.targets.push({ indicatorCode: 'i-S31', areaCode: '99.01', period: '2025', planCode: n === 0 ? 'rpjmd' : 'renstra', comparison, value, valueTo });
    return lint(input).findings.filter((one) => one.rule === 'targets_disagree').map((one) => one.says);
  };
  it('are one number however it is written, and two where a double would make them one', () => {
    expect(told(['=', '80', null], ['=', '80.00', null])).toEqual([]);
    expect(told(['=', '70', '80.0'], ['=', '70.00', '80'])).toEqual([]);
    expect(told(['=', '0.1234567890123456781', null], ['=', '0.1234567890123456782', null])).toHaveLength(1);
  });
  it('are told by the names of the plans, in the numbers of either language, with what they compare', () =>
    expect(told(['=', '80.5', null], ['>=', '80.50', null])).toEqual([{ id: 'Target di Contoh, 2025: 80,5 (RPJMD), ≥ 80,5 (Renstra Dinkes).', en: 'Targets in Contoh, 2025: 80.5 (Medium-term plan), ≥ 80.5 (Plan of the health agency).' }]));
});

describe('leaders who have left', () => {
  const before = (input: ReturnType<typeof goldenPlan>) => {
    const [rpjmd] = input.plans as [(typeof input.plans)[number]];
    return { ...rpjmd, code: 'rpjmd-2020', periodFrom: '2020', periodTo: '2024', baseline: '2019', nodes: rpjmd.nodes.filter((one) => ['vision', 'mission'].includes(one.level)), funding: null };
  };
  it('are served by nobody any more, and nobody is told to', () => {
    const input = goldenPlan();
    input.plans.push(before(input));
    expect(lint(input).findings).toEqual([]);
  });
  it('give no initiative a promise that it serves', () => {
    const input = goldenPlan();
    input.plans.push(before(input));
    const [mission] = before(input).nodes.filter((one) => one.level === 'mission');
    planted.initiative_serves_nothing.plant(input);
    input.planLinks.push({ kind: 'initiative', code: 'q9', planCode: 'rpjmd-2020', planVersion: 1, nodeCode: mission?.code ?? '', role: 'primary' });
    expect(lint(input).findings.map((one) => `${one.rule} ${one.about.code}`)).toEqual(['initiative_serves_nothing q9']);
  });
  it('are asked while no others are known', () => {
    const input = goldenPlan();
    input.today = '2031-06-01';
    expect(lint(input).findings.map((one) => one.rule)).not.toContain('initiative_serves_nothing');
  });
  it('nor does a link to another version than that in force count', () => {
    const input = goldenPlan();
    planted.initiative_serves_nothing.plant(input);
    input.planLinks.push({ kind: 'initiative', code: 'q9', planCode: 'rpjmd', planVersion: 2, nodeCode: 'P111', role: 'primary' });
    expect(lint(input).findings.map((one) => one.rule)).toEqual(['initiative_serves_nothing']);
  });
});

describe('exceptions', () => {
  const input = goldenPlan();
  planted.node_twice.plant(input);
  const about = { kind: 'node' as const, code: planted.node_twice.at };
  it('let a finding stand until their day, with their reason', () => {
    const { findings, excepted } = lint(input, [{ rule: 'node_twice', about, reason: 'dua bidang', untilDay: '2026-11-28' }]);
    expect(findings).toEqual([]);
    expect(excepted[0]).toMatchObject({ rule: 'node_twice', reason: 'dua bidang', untilDay: '2026-11-28' });
  });
  it('and not a day longer, nor anything else', () => {
    expect(lint(input, [{ rule: 'node_twice', about, reason: 'x', untilDay: '2026-11-27' }]).findings).toHaveLength(1);
    expect(lint(input, [{ rule: 'targets_disagree', about, reason: 'x', untilDay: '2026-12-31' }]).findings).toHaveLength(1);
  });
});

describe('what is not there', () => {
  it('is never good: rules that need it answer "not checked"', () => {
    const input = { ...goldenPlan(), results: null, alive: null, councilMeetings: null, catalogue: null, masterplan: null };
    input.plans = input.plans.filter((plan) => plan.kind !== 'renja').map((plan) => ({ ...plan, funding: null }));
    input.pillars = input.pillars.map((pillar) => ({ ...pillar, personInCharge: null }));
    input.initiatives = input.initiatives.map((one) => ({ ...one, endsOn: null }));
    const { findings, notChecked } = lint(input);
    expect(findings).toEqual([]);
    expect(notChecked.map((one) => one.rule).sort()).toEqual([
      'code_unknown', 'council_silent', 'indicator_silent', 'initiative_in_no_renja', 'masterplan_without_legal_basis', 'pillar_without_person', 'programme_without_budget', 'quick_win_long', 'target_soft',
    ]);
  });
});
