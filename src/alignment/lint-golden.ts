import type { LintInput, LintNode, LintPlan } from './lint.ts';
import type { LintRule } from './lint-rules.ts';

const aNode = (code: string, parentCode: string | null, level: string): LintNode => ({ code, parentCode, level, textId: `${level} ${code}`, servesCode: null });
const three = [1, 2, 3];

/** Vision, three missions, and below each a goal, two objectives, and below each objective two programmes with one activity. */
function leadersPlan(): LintPlan {
  const nodes = [aNode('V', null, 'vision')];
  for (const m of three) {
    nodes.push(aNode(`M${m}`, 'V', 'mission'), aNode(`T${m}`, `M${m}`, 'goal'));
    for (const s of [1, 2]) {
      nodes.push(aNode(`S${m}${s}`, `T${m}`, 'objective'));
      for (const p of [1, 2]) nodes.push(aNode(`P${m}${s}${p}`, `S${m}${s}`, 'programme'), aNode(`K${m}${s}${p}`, `P${m}${s}${p}`, 'activity'));
    }
  }
  const funding = nodes.filter((one) => one.level === 'activity').map((one) => ({ nodeCode: one.code, period: '2026' }));
  return { code: 'rpjmd', shortNameId: 'RPJMD', shortNameEn: 'Medium-term plan', version: 1, kind: 'rpjmd', status: 'adopted', periodFrom: '2025', periodTo: '2029', baseline: '2024', parentCode: null, agencyCode: null, legalBasis: 'Perda 1/2025', nodes, funding };
}

function renstra(): LintPlan {
  const nodes = [aNode('R', null, 'goal')];
  for (const s of [...three, 4, 5]) nodes.push(aNode(`RS${s}`, 'R', 'objective'), aNode(`RP${s}`, `RS${s}`, 'programme'), aNode(`RK${s}`, `RP${s}`, 'activity'), aNode(`RA${s}`, `RP${s}`, 'activity'));
  return { code: 'renstra', shortNameId: 'Renstra Dinkes', shortNameEn: 'Plan of the health agency', version: 1, kind: 'renstra', status: 'adopted', periodFrom: '2025', periodTo: '2029', baseline: '2024', parentCode: 'rpjmd', agencyCode: 'dinkes', legalBasis: null, nodes, funding: nodes.filter((one) => one.level === 'programme').map((one) => ({ nodeCode: one.code, period: '2026' })) };
}

const renja = (): LintPlan => ({ ...renstra(), code: 'renja', kind: 'renja', periodFrom: '2026', periodTo: '2026', baseline: '2025', nodes: [aNode('J', null, 'goal'), aNode('JP', 'J', 'programme')], funding: [{ nodeCode: 'JP', period: '2026' }] });

/** A region of about sixty nodes with which nothing is wrong on 28 November 2026. */
export function goldenPlan(): LintInput {
  const plans = [leadersPlan(), renstra(), renja()];
  const objectives = plans.flatMap((plan) => plan.nodes.filter((one) => one.level === 'objective').map((one) => ({ plan, one })));
  const indicators = objectives.map(({ one }) => ({ code: `i-${one.code}`, nameId: one.code, nameEn: one.code, unitCode: 'percent', direction: 'higher', periodKind: 'year', agencyCode: 'dinkes', definitionId: 'd', sourced: true, workedExamples: 1 }));
  const initiatives = three.map((n) => ({ code: `q${n}`, nameId: `q${n}`, kind: n === 1 ? 'quick_win' : 'initiative', pillarCode: `p${n}`, state: 'running', started: '2026-02', endsOn: '2026-11-30' }));
  const at = (plan: LintPlan, nodeCode: string) => ({ planCode: plan.code, planVersion: plan.version, nodeCode });
  return {
    today: '2026-11-28', region: '99.01', plans, areaNames: new Map([['99.01', 'Contoh']]),
    planLinks: [
      ...objectives.map(({ plan, one }) => ({ kind: 'indicator', code: `i-${one.code}`, ...at(plan, one.code), role: 'primary' })),
      ...three.map((n) => ({ kind: 'initiative', code: `q${n}`, ...at(plans[0] as LintPlan, `P${n}11`), role: 'primary' })),
      ...three.map((n) => ({ kind: 'initiative', code: `q${n}`, ...at(plans[2] as LintPlan, 'JP'), role: 'primary' })),
    ],
    pillarLinks: [], masterplan: { code: 'mp', status: 'adopted', legalBasis: 'Perbup 2/2025' },
    pillars: three.map((n) => ({ code: `p${n}`, nameId: `Pilar ${n}`, personInCharge: 'Kepala Bappeda' })), initiatives, indicators,
    targets: indicators.flatMap(({ code }) => ['2025', '2026'].map((period, n) => ({ indicatorCode: code, areaCode: '99.01', period, planCode: 'rpjmd', comparison: '=', value: String(80 + n * 5), valueTo: null }))),
    results: indicators.map(({ code }) => ({ indicatorCode: code, period: '2025', value: 79 })),
    alive: new Set(indicators.map(({ code }) => code)), councilMeetings: ['2026-03-04'], catalogue: plans.flatMap((plan) => plan.nodes.map((one) => one.code)),
  };
}

type Plant = { plant(input: LintInput): void; at: string };
const first = (input: LintInput): LintPlan => input.plans[0] as LintPlan;

/** One fault for each rule, and where it must be found. */
export const planted: Record<LintRule, Plant> = {
  objective_without_indicator: { plant: (input) => { first(input).nodes.push(aNode('S19', 'T1', 'objective')); }, at: 'rpjmd/1/S19' },
  indicator_silent: { plant: (input) => { input.alive?.delete('i-S11'); }, at: 'i-S11' },
  indicator_without_owner: { plant: (input) => Object.assign(input.indicators[1] as object, { agencyCode: null }), at: 'i-S12' },
  indicator_without_example: { plant: (input) => Object.assign(input.indicators[2] as object, { workedExamples: 0 }), at: 'i-S21' },
  indicator_without_target: { plant: (input) => { input.targets = input.targets.filter((target) => target.indicatorCode !== 'i-S22'); }, at: 'i-S22' },
  initiative_serves_nothing: { plant: (input) => { input.initiatives.push({ code: 'q9', nameId: 'q9', kind: 'initiative', pillarCode: 'p1', state: 'running', started: null, endsOn: null }); stillPlanned(input); }, at: 'q9' },
  mission_unserved: { plant: (input) => { first(input).nodes.push(aNode('M9', 'V', 'mission')); }, at: 'rpjmd/1/M9' },
  programme_without_budget: { plant: (input) => { first(input).nodes.push(aNode('P119', 'S11', 'programme')); input.catalogue?.push('P119'); }, at: 'rpjmd/1/P119' },
  targets_disagree: { plant: (input) => { input.targets.push({ indicatorCode: 'i-S31', areaCode: '99.01', period: '2025', planCode: 'renstra', comparison: '=', value: '81', valueTo: null }); }, at: 'i-S31' },
  baseline_after_period: { plant: (input) => Object.assign(input.plans[1] as object, { baseline: '2026' }), at: 'renstra' },
  target_soft: { plant: (input) => Object.assign(input.results?.find((cell) => cell.indicatorCode === 'i-S32') as object, { value: 90 }), at: 'i-S32' },
  not_specific: { plant: (input) => Object.assign(input.indicators[6] as object, { unitCode: null }), at: 'i-RS1' },
  double_counting: { plant: (input) => { input.planLinks.push({ kind: 'indicator', code: 'i-S11', planCode: 'rpjmd', planVersion: 1, nodeCode: 'T1', role: 'primary' }); }, at: 'i-S11' },
  quick_win_long: { plant: (input) => Object.assign(input.initiatives[0] as object, { endsOn: '2027-04' }), at: 'q1' },
  pillar_without_person: { plant: (input) => Object.assign(input.pillars[2] as object, { personInCharge: null }), at: 'p3' },
  masterplan_without_legal_basis: { plant: (input) => Object.assign(input.masterplan as object, { legalBasis: null }), at: 'mp' },
  council_silent: { plant: (input) => { input.councilMeetings = ['2025-12-01']; }, at: '99.01' },
  initiative_in_no_renja: { plant: (input) => { input.planLinks = input.planLinks.filter((link) => link.planCode !== 'renja' || link.code !== 'q2'); }, at: 'q2' },
  node_twice: { plant: (input) => Object.assign(first(input).nodes.find((one) => one.code === 'P112') as object, { textId: 'Programme  P111.' }), at: 'rpjmd/1/P112' },
  code_unknown: { plant: (input) => { input.catalogue = input.catalogue?.filter((code) => code !== 'RK2') ?? null; }, at: 'renstra/1/RK2' },
};

/** An initiative that serves no promise may still stand in an agency's annual plan: only the leaders' plan is left out. */
function stillPlanned(input: LintInput): void {
  input.planLinks.push({ kind: 'initiative', code: 'q9', planCode: 'renja', planVersion: 1, nodeCode: 'JP', role: 'primary' });
}
