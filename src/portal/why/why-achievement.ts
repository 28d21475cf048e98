import { type AchievementRule, aimOf, ruleOf } from '#scores/index.ts';
import { formatNumber, formatPeriod, markWord } from '#ui/index.ts';
import { whyCell } from '../addresses.ts';
import { frontPlan, givesWords, targetsOf } from '../lookups.ts';
import { type Achievement, type Cell, type Indicator, type Plan, type RegionModel, slotOf, type Target } from '../region-model.ts';
import { figure, link, type Part, sentence, text, verbatim } from '../sentence.ts';
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

/** The achievement of one target, and of no other plan's. */
const achievementOf = (model: RegionModel, target: Target): Achievement | null =>
  (model.achievements.get(slotOf(target.indicatorCode, target.areaCode)) ?? []).find((one) => one.period === target.period && one.planCode === target.planCode) ?? null;

export interface AchievementOptions {
  plan?: Plan | null;
  /** True where the page follows one measure of several. */
  named?: boolean;
  /** Whose value it is, where a year is told by its last quarter. */
  heldPeriod?: string;
}

/**
 * Actual against target, step by step, for each plan that set one; without a target it says that there is none. The cell stands for the
 * target's period: its value may be that of another one (`heldPeriod`).
 */
export function achievementKnots(tell: Telling, indicator: Indicator, cell: Cell, { plan = frontPlan(tell.model), named = false, heldPeriod = cell.period }: AchievementOptions = {}): Knot[] {
  const targets = targetsAt(tell, cell, plan).slice(0, named ? 1 : 6);
  if (targets.length === 0) return [aimless(tell, indicator, cell)];
  return targets.flatMap((target, n) => {
    const own = tell.model.plans.get(target.planCode) ?? null;
    const subject: Subject = { indicator, cell, heldPeriod, target, achievement: achievementOf(tell.model, target), id: n === 0 ? 'capaian' : `capaian-${target.planCode}`, plan: targets.length > 1 ? own : null, named };
    return [achievementKnot(tell, subject), targetKnot(tell, indicator, target, n === 0 ? 'target' : `target-${target.planCode}`)];
  });
}

/** No target for this period; a last quarter may still be what the year's target is held against. */
function aimless(tell: Telling, indicator: Indicator, cell: Cell): Knot {
  const of = (tell.model.achievements.get(slotOf(indicator.code, cell.areaCode)) ?? []).find((one) => one.valuePeriod === cell.period);
  if (givesWords(tell.model, indicator)) return { id: 'capaian', heading: sentence(tell.say, 'why.achievement.word'), lead: sentence(tell.say, 'why.achievement.word.lead'), blocks: [] };
  const lead = sentence(tell.say, 'why.achievement.none.lead', { period: when(tell, cell.period) });
  const year = of ? [text(' '), ...sentence(tell.say, 'why.achievement.holds_year', { year: link(`${whyCell(tell.base, indicator.code, cell.areaCode, of.period)}#capaian`, formatPeriod(of.period, tell.lang), true) })] : [];
  return { id: 'capaian', heading: sentence(tell.say, 'why.achievement.none'), lead: [...lead, ...year], blocks: [] };
}

interface Subject {
  indicator: Indicator;
  cell: Cell;
  heldPeriod: string;
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
    const heading = plan ? sentence(tell.say, 'why.achievement.unknown.plan', { plan: verbatim(inLang(tell, plan.shortName)) }) : sentence(tell.say, 'why.achievement.unknown');
    return { id, heading, lead: sentence(tell.say, `why.achievement.${reason}`), blocks: [] };
  }
  const rule = ruleOf(aimOf(indicator, target));
  const told = achievement.raw ?? counted;
  const met = sentence(tell.say, achievement.met ? 'say.target.met' : 'say.target.missed', { target: targetWords(tell, indicator, target) });
  const label = achievement.class === null ? sentence(tell.say, 'why.achievement.label') : [text(markWord(tell.lang, 'scored', achievement.class))];
  const { terms, ends, lead: ruled } = termsOf(tell, subject, rule);
  const result: Term = { op: ends, figure: own(told), label };
  const heading = sentence(tell.say, plan ? 'why.achievement.of_plan' : named ? 'why.achievement.named' : 'why.achievement', {
    achievement: own(told), name: verbatim(inLang(tell, indicator.short)), plan: verbatim(plan ? inLang(tell, plan.shortName) : ''),
  });
  // The rule is told word for word, its numbers too.
  const lead = [verbatim(tell.say(ruled)), text(' '), ...met];
  return {
    id, heading, lead: named ? [...sentence(tell.say, 'why.achievement.thread'), text(' '), ...lead] : lead,
    blocks: [{ kind: 'sum', terms: [...terms, result] }, ...notesOf(tell, achievement, counted, own)],
  };
}

function notesOf(tell: Telling, achievement: Achievement, counted: number, own: (value: number) => Part): Block[] {
  const note = (parts: Part[]): Block => ({ kind: 'note', parts });
  const limited = achievement.raw !== null && counted !== achievement.raw;
  return [
    ...(limited ? [note(sentence(tell.say, counted > (achievement.raw ?? 0) ? 'why.achievement.floored' : 'why.achievement.capped', { cap: own(counted) }))] : []),
    ...(achievement.valuePeriod ? [note(sentence(tell.say, 'why.achievement.last_of_year', { period: when(tell, achievement.valuePeriod) }))] : []),
    ...(achievement.stated !== null ? [note(sentence(tell.say, 'why.achievement.stated', { stated: own(achievement.stated) }))] : []),
  ];
}

interface Told {
  terms: Term[];
  /** What stands before the result. */
  ends: string;
  lead: 'why.achievement.nothing_left' | 'why.achievement.below_zero' | `why.achievement.${AchievementRule}`;
}

/** The sum as it is reckoned; each line is true as it stands. */
function termsOf(tell: Telling, { indicator, cell, heldPeriod, target, achievement }: Subject, rule: AchievementRule): Told {
  const value = cell.value ?? 0;
  const [from, to] = [Number(target.value), Number(target.valueTo ?? target.value)];
  const shown = { ...cellFigure(tell, indicator, cell), href: `${whyCell(tell.base, indicator.code, cell.areaCode, heldPeriod)}#rumus` };
  const actual: Omit<Term, 'op'> = { figure: figure(shown), label: [...sentence(tell.say, 'why.term.actual'), text(', '), when(tell, heldPeriod)] };
  const aim: Omit<Term, 'op'> = { figure: figure(targetFigure(tell, indicator, target)), label: sentence(tell.say, 'why.term.target') };
  const low: Omit<Term, 'op'> = rule === 'range' ? { ...aim, label: sentence(tell.say, 'why.term.from') } : aim;
  const high: Omit<Term, 'op'> = { figure: figure(boundFigure(tell, indicator, target)), label: sentence(tell.say, 'why.term.to') };
  const beside = (one: Omit<Term, 'op'>, bound: number): Term => ({ op: value < bound ? '<' : value > bound ? '>' : '=', ...one });
  const up = (one: Omit<Term, 'op'>, bound: number): Told => bound > 0 ? { terms: [{ op: '', ...actual }, { op: '÷', ...one }], ends: '× 100 =', lead: `why.achievement.${rule}` } : bound === 0 ? { terms: [{ op: '', ...actual }, beside(one, bound)], ends: '→', lead: `why.achievement.${rule}` } : distance(tell, bound, actual, one);
  const down = (one: Omit<Term, 'op'>, bound: number): Told => bound > 0 ? { terms: [{ op: '(2 ×', ...one }, { op: '−', ...actual }, { op: ') ÷', ...one }], ends: '× 100 =', lead: `why.achievement.${rule}` } : bound === 0 ? { terms: [{ op: '', ...actual }, beside(one, bound)], ends: '→', lead: `why.achievement.${rule}` } : distance(tell, bound, one, actual);
  switch (rule) {
    case 'higher': return up(aim, from);
    case 'lower_reflected': return down(aim, from);
    case 'lower_ratio': return achievement?.raw == null ? { terms: [{ op: '', ...actual }], ends: '→', lead: 'why.achievement.nothing_left' } : { terms: [{ op: '', ...aim }, { op: '÷', ...actual }], ends: '× 100 =', lead: 'why.achievement.lower_ratio' };
    case 'range': return value < from ? up(low, from) : value > to ? down(high, to) : { terms: [{ op: '', ...low }, { op: '≤', ...actual }, { op: '≤', ...high }], ends: '→', lead: 'why.achievement.range' };
    case 'milestone': return { terms: [shareTerm(tell, indicator, '', value, actual), shareTerm(tell, indicator, '÷', from, aim)], ends: '× 100 =', lead: 'why.achievement.milestone' };
    case 'yes_no': case 'zero_target': return { terms: [{ op: '', ...actual }, rule === 'yes_no' ? { op: value === from ? '=' : '≠', ...aim } : beside(aim, from)], ends: '→', lead: `why.achievement.${rule}` };
  }
}

/** Below a target of less than zero the distance is measured on the target's size. */
function distance(tell: Telling, bound: number, more: Omit<Term, 'op'>, less: Omit<Term, 'op'>): Told {
  const size: Part = { kind: 'formula', text: formatNumber(Math.abs(bound), { lang: tell.lang }), strong: false };
  return { terms: [{ op: '(1 + (', ...more }, { op: '− (', ...less }, { op: ')) ÷', figure: size, label: sentence(tell.say, 'why.term.size') }], ends: ') × 100 =', lead: 'why.achievement.below_zero' };
}

/** A stage with the share of the work that is done when it is reached. */
function shareTerm(tell: Telling, indicator: Indicator, op: string, stage: number, of: Omit<Term, 'op'>): Term {
  const found = stage < 1 ? null : indicator.milestones[Math.min(Math.floor(stage), indicator.milestones.length) - 1];
  const share: Part = { kind: 'formula', text: `${formatNumber(found?.share ?? 0, { lang: tell.lang })}%`, strong: false };
  return { op, figure: share, label: [...of.label, text(': '), ...(of.figure ? [of.figure] : []), ...(found ? [text(', '), verbatim(inLang(tell, found.name))] : [])] };
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
