import { markWord } from '#ui/index.ts';
import { whyCell } from '../addresses.ts';
import type { Achievement, Cell, Indicator, Target } from '../region-model.ts';
import { figure, type Part, sentence, text, verbatim } from '../sentence.ts';
import { targetWords } from '../standing-sentence.ts';
import { cellFigure, inLang, oneDecimal, targetFigure, type Telling, when } from '../telling.ts';
import type { Knot, Term } from './why-views.ts';

const reasons = ['missing', 'zero_target', 'negative', 'no_direction', 'not_applicable'] as const;

export const targetOf = (tell: Telling, cell: Cell): Target | null =>
  tell.model.targets.find((one) => one.indicatorCode === cell.indicatorCode && one.areaCode === cell.areaCode && one.period === cell.period) ?? null;
export const achievementOf = (tell: Telling, cell: Cell): Achievement | null =>
  (tell.model.achievements.get(cell.indicatorCode) ?? []).find((one) => one.areaCode === cell.areaCode && one.period === cell.period) ?? null;

/** Actual against target, step by step; without a target it says that there is none. `named` where the page follows one measure of several. */
export function achievementKnot(tell: Telling, indicator: Indicator, cell: Cell, named = false): Knot | null {
  const target = targetOf(tell, cell);
  const achievement = achievementOf(tell, cell);
  if (!target || !achievement) {
    return { id: 'capaian', heading: sentence(tell.say, 'why.achievement.none'), lead: sentence(tell.say, 'why.achievement.none.lead', { period: when(tell, cell.period) }), blocks: [] };
  }
  const here = whyCell(tell.base, indicator.code, cell.areaCode, cell.period);
  const own = (value: number): Part => figure({ href: `${here}#target`, value: String(value), shown: oneDecimal(tell, value), marks: [] });
  if (achievement.raw === null) {
    const reason = reasons.find((known) => known === achievement.reason) ?? 'missing';
    return { id: 'capaian', heading: sentence(tell.say, 'why.achievement.unknown'), lead: sentence(tell.say, `why.achievement.${reason}`), blocks: [] };
  }
  const met = sentence(tell.say, achievement.met ? 'say.target.met' : 'say.target.missed', { target: targetWords(tell, indicator, target) });
  const lead = [...sentence(tell.say, `why.achievement.${ruleOf(indicator)}`), text(' '), ...met];
  const capped = achievement.capped !== null && achievement.capped !== achievement.raw;
  const klass = achievement.class === null ? [] : [text(markWord(tell.lang, 'scored', achievement.class))];
  const terms = [...termsOf(tell, indicator, cell, target), { op: '× 100 =', figure: own(achievement.raw), label: [...sentence(tell.say, 'why.achievement.label'), ...(klass.length > 0 ? [text(', '), ...klass] : [])] }];
  return {
    id: 'capaian', heading: sentence(tell.say, named ? 'why.achievement.named' : 'why.achievement', { achievement: own(achievement.raw), name: verbatim(inLang(tell, indicator.short)) }),
    lead: named ? [...sentence(tell.say, 'why.achievement.thread'), text(' '), ...lead] : lead,
    blocks: [{ kind: 'sum', terms }, ...(capped ? [{ kind: 'note' as const, parts: sentence(tell.say, 'why.achievement.capped', { cap: own(achievement.capped ?? 0) }) }] : [])],
  };
}

const ruleOf = (indicator: Indicator): 'higher' | 'lower' | 'reflected' => (indicator.direction !== 'lower' ? 'higher' : indicator.lowerFormula === 'reflected' ? 'reflected' : 'lower');

function termsOf(tell: Telling, indicator: Indicator, cell: Cell, target: Target): Term[] {
  const actual: Omit<Term, 'op'> = { figure: figure({ ...cellFigure(tell, indicator, cell), href: `${whyCell(tell.base, indicator.code, cell.areaCode, cell.period)}#rumus` }), label: [...sentence(tell.say, 'why.term.actual'), text(', '), when(tell, cell.period)] };
  const aim: Omit<Term, 'op'> = { figure: figure(targetFigure(tell, indicator, target)), label: sentence(tell.say, 'why.term.target') };
  const rule = ruleOf(indicator);
  if (rule === 'higher') return [{ op: '', ...actual }, { op: '÷', ...aim }];
  if (rule === 'lower') return [{ op: '', ...aim }, { op: '÷', ...actual }];
  return [{ op: '(2 ×', ...aim }, { op: '−', ...actual }, { op: ') ÷', ...aim }];
}

/** Who set the target, where it stands written. */
export function targetKnot(tell: Telling, indicator: Indicator, cell: Cell): Knot | null {
  const target = targetOf(tell, cell);
  if (!target) return null;
  const plan = tell.model.plans.get(target.planCode);
  return {
    id: 'target', heading: sentence(tell.say, 'why.target', { target: targetWords(tell, indicator, target) }), lead: [], blocks: [{
      kind: 'facts', heading: [], facts: [
        { label: tell.say('fact.for'), value: [when(tell, target.period)] },
        { label: tell.say('fact.plan'), value: plan ? [verbatim(inLang(tell, plan.shortName))] : sentence(tell.say, 'fact.plan.none') },
        { label: tell.say('fact.source'), value: null, source: tell.model.sources.get(target.sourceCode ?? '') ?? null, tags: target.origin === 'simulated' ? ['simulated'] : [] },
        ...(target.note ? [{ label: tell.say('fact.note'), value: [verbatim(inLang(tell, target.note))] }] : []),
      ],
    }],
  };
}
