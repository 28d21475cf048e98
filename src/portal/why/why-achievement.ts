import { type AchievementRule, aimOf, ruleOf } from '#scores/index.ts';
import { formatNumber, markWord } from '#ui/index.ts';
import { whyCell } from '../addresses.ts';
import { achievementAt, frontPlan, targetsOf } from '../lookups.ts';
import { type Achievement, type Cell, type Indicator, type Plan, slotOf, type Target } from '../region-model.ts';
import { figure, type Part, sentence, text, verbatim } from '../sentence.ts';
import { targetWords } from '../standing-sentence.ts';
import { boundFigure, cellFigure, inLang, oneDecimal, targetFigure, type Telling, when } from '../telling.ts';
import type { Block, Knot, Term } from './why-views.ts';

const reasons = ['missing', 'no_direction', 'not_applicable', 'year_open'] as const;

/** Every target of a cell's period: that of the plan in hand first, then those of other plans. */
function targetsAt(tell: Telling, cell: Cell, plan: Plan | null): Target[] {
  const first = targetsOf(tell.model, cell.indicatorCode, { plan, area: cell.areaCode }).filter((one) => one.period === cell.period);
  const all = (tell.model.targets.get(slotOf(cell.indicatorCode, cell.areaCode)) ?? []).filter((one) => one.period === cell.period);
  return [...first, ...all.filter((one) => !first.includes(one))];
}

/** Actual against target, step by step, for each plan that set one; without a target it says that there is none. `named` where the page follows one measure of several. */
export function achievementKnots(tell: Telling, indicator: Indicator, cell: Cell, { plan = frontPlan(tell.model), named = false }: { plan?: Plan | null; named?: boolean } = {}): Knot[] {
  const targets = targetsAt(tell, cell, plan).slice(0, named ? 1 : 6);
  if (targets.length === 0) return [{ id: 'capaian', heading: sentence(tell.say, 'why.achievement.none'), lead: sentence(tell.say, 'why.achievement.none.lead', { period: when(tell, cell.period) }), blocks: [] }];
  return targets.flatMap((target, n) => {
    const own = tell.model.plans.get(target.planCode) ?? null;
    const achievement = achievementAt(tell.model, indicator.code, cell.period, { plan: own, area: cell.areaCode });
    return [achievementKnot(tell, { indicator, cell, target, achievement, id: n === 0 ? 'capaian' : `capaian-${target.planCode}`, plan: targets.length > 1 ? own : null, named }), targetKnot(tell, indicator, target, n === 0 ? 'target' : `target-${target.planCode}`)];
  });
}

interface Subject {
  indicator: Indicator;
  cell: Cell;
  target: Target;
  achievement: Achievement | null;
  id: string;
  /** Named where there are several. */
  plan: Plan | null;
  named: boolean;
}

function achievementKnot(tell: Telling, subject: Subject): Knot {
  const { indicator, cell, target, achievement, id, plan, named } = subject;
  const here = whyCell(tell.base, indicator.code, cell.areaCode, cell.period);
  const own = (value: number): Part => figure({ href: `${here}#${id.replace('capaian', 'target')}`, value: String(value), shown: oneDecimal(tell, value), marks: [] });
  const counted = achievement?.capped ?? null;
  if (!achievement || counted === null) {
    const reason = reasons.find((known) => known === achievement?.reason) ?? 'missing';
    return { id, heading: sentence(tell.say, 'why.achievement.unknown'), lead: sentence(tell.say, `why.achievement.${reason}`), blocks: [] };
  }
  const rule = ruleOf(aimOf(indicator as never, target));
  const told = achievement.raw ?? counted;
  const met = sentence(tell.say, achievement.met ? 'say.target.met' : 'say.target.missed', { target: targetWords(tell, indicator, target) });
  const klass = achievement.class === null ? [] : [text(', '), text(markWord(tell.lang, 'scored', achievement.class))];
  const result: Term = { op: rule === 'range' || rule === 'yes_no' || rule === 'zero_target' || achievement.raw === null ? '→' : '× 100 =', figure: own(told), label: [...sentence(tell.say, 'why.achievement.label'), ...klass] };
  const heading = sentence(tell.say, plan ? 'why.achievement.of_plan' : named ? 'why.achievement.named' : 'why.achievement', {
    achievement: own(told), name: verbatim(inLang(tell, indicator.short)), plan: verbatim(plan ? inLang(tell, plan.shortName) : ''),
  });
  const lead = [...sentence(tell.say, achievement.reason === 'nothing_left' ? 'why.achievement.nothing_left' : `why.achievement.${rule}`), text(' '), ...met];
  return {
    id, heading, lead: named ? [...sentence(tell.say, 'why.achievement.thread'), text(' '), ...lead] : lead,
    blocks: [{ kind: 'sum', terms: [...termsOf(tell, subject, rule), result] }, ...notesOf(tell, achievement, counted, own)],
  };
}

function notesOf(tell: Telling, achievement: Achievement, counted: number, own: (value: number) => Part): Block[] {
  const note = (parts: Part[]): Block => ({ kind: 'note', parts });
  return [
    ...(achievement.raw !== null && counted !== achievement.raw ? [note(sentence(tell.say, 'why.achievement.capped', { cap: own(counted) }))] : []),
    ...(achievement.valuePeriod ? [note(sentence(tell.say, 'why.achievement.last_of_year', { period: when(tell, achievement.valuePeriod) }))] : []),
    ...(achievement.stated !== null ? [note(sentence(tell.say, 'why.achievement.stated', { stated: own(achievement.stated) }))] : []),
  ];
}

function termsOf(tell: Telling, { indicator, cell, target, achievement }: Subject, rule: AchievementRule): Term[] {
  const held = achievement?.valuePeriod ? (tell.model.cells.get(indicator.code)?.find((one) => one.period === achievement.valuePeriod) ?? cell) : cell;
  const actual: Omit<Term, 'op'> = { figure: figure({ ...cellFigure(tell, indicator, held), href: `${whyCell(tell.base, indicator.code, held.areaCode, held.period)}#rumus` }), label: [...sentence(tell.say, 'why.term.actual'), text(', '), when(tell, held.period)] };
  const aim: Omit<Term, 'op'> = { figure: figure(targetFigure(tell, indicator, target)), label: sentence(tell.say, 'why.term.target') };
  switch (rule) {
    case 'higher': return Number(target.value) > 0 ? [{ op: '', ...actual }, { op: '÷', ...aim }] : [{ op: '', ...actual }, { op: '|', ...aim }];
    case 'lower_ratio': return achievement?.raw === null ? [{ op: '', ...actual }] : [{ op: '', ...aim }, { op: '÷', ...actual }];
    case 'lower_reflected': return [{ op: '(2 ×', ...aim }, { op: '−', ...actual }, { op: ') ÷', ...aim }];
    case 'range': return [{ op: '', ...actual }, { op: '', ...aim, label: sentence(tell.say, 'why.term.from') }, { op: '–', figure: figure(boundFigure(tell, indicator, target)), label: sentence(tell.say, 'why.term.to') }];
    case 'milestone': return [shareTerm(tell, indicator, '', held.value ?? 0, actual.label), shareTerm(tell, indicator, '÷', Number(target.value), aim.label)];
    case 'yes_no': case 'zero_target': return [{ op: '', ...actual }, { op: '=', ...aim }];
  }
}

/** A stage with the share of the work that is done when it is reached. */
function shareTerm(tell: Telling, indicator: Indicator, op: string, stage: number, label: Part[]): Term {
  const found = stage < 1 ? null : indicator.milestones[Math.min(Math.floor(stage), indicator.milestones.length) - 1];
  const share: Part = { kind: 'formula', text: `${formatNumber(found?.share ?? 0, { lang: tell.lang })}%`, strong: false };
  return { op, figure: share, label: found ? [...label, text(': '), verbatim(inLang(tell, found.name))] : label };
}

/** Who set the target, where it stands written. */
function targetKnot(tell: Telling, indicator: Indicator, target: Target, id: string): Knot {
  const plan = tell.model.plans.get(target.planCode);
  return {
    id, heading: sentence(tell.say, 'why.target', { target: targetWords(tell, indicator, target) }), lead: [], blocks: [{
      kind: 'facts', heading: [], facts: [
        { label: tell.say('fact.for'), value: [when(tell, target.period)] },
        { label: tell.say('fact.plan'), value: plan ? [verbatim(inLang(tell, plan.shortName))] : sentence(tell.say, 'fact.plan.none') },
        { label: tell.say('fact.source'), value: null, source: tell.model.sources.get(target.sourceCode ?? '') ?? null, tags: target.origin === 'simulated' ? ['simulated'] : [] },
        ...(target.note ? [{ label: tell.say('fact.note'), value: [verbatim(inLang(tell, target.note))] }] : []),
      ],
    }],
  };
}
