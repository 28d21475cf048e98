import { comparePeriods } from '#kernel/periods.ts';
import { aimOf, type Pace, paceOf } from '#scores/index.ts';
import { changeParts, formatNumber, numberWord } from '#ui/index.ts';
import { frontPlan, latestAchievement, targetAt, targetsOf, withValue } from '../lookups.ts';
import type { Cell, Indicator, Target } from '../region-model.ts';
import { type Fig, figure, type Part, sentence, text } from '../sentence.ts';
import { targetWords } from '../standing-sentence.ts';
import { boundFigure, cellFigure, inLang, shortest, targetFigure, type Telling, unitOf, when } from '../telling.ts';
import { withoutUnit } from '../units-apart.ts';
import { here } from './indicator-headline.ts';
import type { SayIndicator } from './indicator-words.ts';

export interface PaceBar {
  label: string;
  shown: string;
  /** Where it begins and how long it is, as shares of the drawing's room. */
  from: number;
  long: number;
  /** The bar of what is needed is an outline. */
  outline: boolean;
}
export interface PaceView {
  heading: Part[];
  text: Part[];
  bars: { caption: Part[]; description: string; rows: PaceBar[] } | null;
  sums: { label: string; terms: { op: string; part: Part; label: Part[] }[] }[];
}
type Found = Pace<Cell, Target>;

/** The pace to the target, in words, as two bars and as sums; null where no pace has a meaning. */
export function paceView(tell: Telling, say: SayIndicator, indicator: Indicator): PaceView | null {
  const plan = frontPlan(tell.model);
  const found = paceOf<Cell, Target>({
    values: withValue(tell.model.cells.get(indicator.code)), targets: targetsOf(tell.model, indicator.code), baseline: plan?.baseline ?? '1900', mode: indicator.periodMode ?? 'periodic', aimOf: (target) => aimOf(indicator, target),
  });
  if (!('reason' in found)) return viewOf(tell, say, indicator, found);
  if (found.reason !== 'few_values') return null;
  return { heading: sentence(say, 'pace.unknown'), text: sentence(say, 'pace.unknown.text', { baseline: plan ? when(tell, plan.baseline) : text('') }), bars: null, sums: [] };
}

function viewOf(tell: Telling, say: SayIndicator, indicator: Indicator, found: Found): PaceView {
  const { stretch, target } = found;
  const pace = (n: number): { verb: Part; amount: Part } => paceParts(tell, indicator, n);
  const aim = targetWords(tell, indicator, target);
  const slots = { target: aim, period: when(tell, target.period), first: when(tell, found.first.period), latest: when(tell, found.latest.period), mean: [pace(found.mean).verb, text(' '), pace(found.mean).amount] };
  const whole = (n: number, years: number): Part[] => [pace(n * years).verb, text(' '), pace(n * years).amount];
  const need = stretch && { gap: whole(stretch.needed, stretch.years), deed: whole(stretch.happened, stretch.years), needed: [pace(stretch.needed).verb, text(' '), pace(stretch.needed).amount], happened: [pace(stretch.happened).verb, text(' '), pace(stretch.happened).amount], start: when(tell, stretch.start.period), end: when(tell, stretch.end?.period ?? target.period) };
  const behind = behindOf(tell, say, indicator, found);
  const told = need ? sentence(say, `pace.${found.past ? 'past' : 'ahead'}${stretch && stretch.years < 1 ? '.part' : ''}`, { ...slots, ...need }) : sentence(say, found.course === 'met' ? 'pace.met.text' : 'pace.mean', slots);
  return {
    heading: headingOf(tell, say, found, behind !== null), bars: stretch && barsOf(tell, say, indicator, found),
    text: [...(behind ?? trackOf(say, found)), ...told, ...(found.course === 'met' ? [] : [text(' '), ...reachOf(tell, say, found, slots)]), text(' '), ...sentence(say, 'pace.line')],
    sums: sumsOf(tell, say, indicator, found),
  };
}

/** Whether it will be there in time; of a target whose time is over the heading says all. */
const trackOf = (say: SayIndicator, { course, past }: Found): Part[] => (past && course !== 'met' ? [] : [...sentence(say, course === 'met' || course === 'enough' ? 'pace.track.yes' : 'pace.track.no'), text(' ')]);

/** Where whole years are fast enough, and the part of this year that is known already stays behind its own target: both are said. */
function behindOf(tell: Telling, say: SayIndicator, indicator: Indicator, { course, past, target, latest }: Found): Part[] | null {
  const judged = latestAchievement(tell.model, indicator.code);
  const own = judged && targetAt(tell.model, indicator.code, judged.period);
  if (!judged || !own || judged.met || past || (course !== 'met' && course !== 'enough')) return null;
  const isPart = judged.period !== target.period && judged.period.startsWith(target.period) && comparePeriods(judged.period, latest.period) > 0;
  return isPart ? [...sentence(say, 'pace.track.behind', { period: when(tell, judged.period), target: targetWords(tell, indicator, own) }), text(' ')] : null;
}

function headingOf(tell: Telling, say: SayIndicator, { course, ratio, target }: Found, behind: boolean): Part[] {
  const period = when(tell, target.period);
  if (behind) return sentence(say, 'pace.years', { period });
  if (course !== 'faster') return sentence(say, `pace.${course}`, { period });
  if (ratio === null) return sentence(say, 'pace.missed', { period });
  if (ratio < 1.25) return sentence(say, 'pace.faster.little');
  if (ratio < 1.8) return sentence(say, 'pace.faster.half');
  if (ratio >= 12.3) return sentence(say, 'pace.faster.far');
  const [whole, rest] = [Math.floor(ratio), ratio % 1];
  if (rest < 0.3) return sentence(say, 'pace.faster', { times: numberWord(whole, tell.lang) });
  return rest >= 0.8 ? sentence(say, 'pace.faster.almost', { times: numberWord(whole + 1, tell.lang) }) : sentence(say, 'pace.faster.over', { times: numberWord(whole, tell.lang) });
}

function reachOf(tell: Telling, say: SayIndicator, { mean, goal, latest, reachedIn }: Found, slots: Record<string, Part | Part[]>): Part[] {
  if (reachedIn !== null) return sentence(say, 'pace.reached', { ...slots, year: when(tell, String(reachedIn)) });
  const moves = mean !== 0 && Math.sign(mean) === Math.sign(goal - (latest.value ?? 0));
  return sentence(say, moves ? 'pace.reached.far' : 'pace.reached.never', slots);
}

/** Enough decimals that a slow pace is not told as none: two digits that count. */
const decimalsOf = (indicator: Indicator, n: number): number => (n === 0 ? 0 : Math.min(6, Math.max(indicator.decimals, 1 - Math.floor(Math.log10(Math.abs(n))))));
const rounded = (indicator: Indicator, n: number): string => shortest(Number(n.toPrecision(12)), decimalsOf(indicator, n));

function paceParts(tell: Telling, indicator: Indicator, n: number): { verb: Part; amount: Part } {
  const { verb, amount } = changeParts(Number(rounded(indicator, n)), unitOf(tell, indicator.unitCode), tell.lang);
  return { verb: text(verb), amount: n === 0 ? text('') : figure({ href: here(tell, indicator, 'laju-hitungan'), value: rounded(indicator, n), shown: amount, marks: [] }) };
}

function barsOf(tell: Telling, say: SayIndicator, indicator: Indicator, { stretch, goal, latest, target }: Found): PaceView['bars'] {
  if (!stretch) return null;
  const way = Math.sign(stretch.needed) || Math.sign(goal - (latest.value ?? 0)) || (indicator.direction === 'lower' ? -1 : 1);
  const [need, deed] = [stretch.needed * way, stretch.happened * way];
  const [low, high] = [Math.min(0, deed), Math.max(0, need, deed)];
  const span = high - low || 1;
  const shown = (n: number): string => formatNumber(rounded(indicator, n).replace('-', ''), { lang: tell.lang });
  const bar = (label: string, n: number, told: number, outline: boolean): PaceBar => ({ label, shown: shown(told), from: (Math.min(0, n) - low) / span, long: Math.abs(n) / span, outline });
  const unit = unitOf(tell, indicator.unitCode);
  return {
    caption: sentence(say, 'pace.bars', { start: when(tell, stretch.start.period), end: when(tell, stretch.end?.period ?? target.period), unit: unit?.dimension === 'percent' ? say('pace.points') : unit ? inLang(tell, unit.name) : indicator.unitCode, way: say(way > 0 ? 'pace.rise' : 'pace.fall') }),
    description: say('pace.bars.told', { needed: shown(stretch.needed), happened: shown(stretch.happened), away: deed < 0 ? 'yes' : 'no' }),
    rows: [bar(say('pace.needed'), need, stretch.needed, true), bar(say('pace.happened'), deed, stretch.happened, false)],
  };
}

function sumsOf(tell: Telling, say: SayIndicator, indicator: Indicator, { first, latest, years, mean, target, goal, stretch, ratio }: Found): PaceView['sums'] {
  const bare = (fig: Fig): Part => figure({ ...fig, shown: withoutUnit(tell, indicator.unitCode, fig.shown) });
  const plainNumber = (n: number): Part => ({ kind: 'formula', text: formatNumber(shortest(n, 2), { lang: tell.lang }), strong: false });
  const cell = (op: string, one: Cell) => ({ op, part: bare(cellFigure(tell, indicator, one)), label: [when(tell, one.period)] });
  const own = (n: number): Part => figure({ href: here(tell, indicator, 'laju'), value: rounded(indicator, n), shown: formatNumber(rounded(indicator, n), { lang: tell.lang }), marks: [] });
  const span = (n: number) => ({ op: ') ÷', part: plainNumber(n), label: sentence(say, n === 1 ? 'pace.sum.one' : 'pace.sum.years') });
  const aim = target.valueTo !== null && goal === Number(target.valueTo) ? boundFigure(tell, indicator, target) : targetFigure(tell, indicator, target);
  const result = (n: number) => ({ op: '=', part: own(n), label: sentence(say, 'pace.sum.year') });
  const needed = stretch && { label: say('pace.needed'), terms: [{ op: '(', part: bare(aim), label: [text(say('pace.sum.target')), text(' '), when(tell, target.period)] }, cell('−', stretch.start), span(stretch.years), result(stretch.needed)] };
  // Of less than a year the text tells the way itself, so that is shown too.
  const way = (label: string, from: { op: string; part: Part; label: Part[] }, n: number) => (stretch && stretch.years < 1 ? [{ label, terms: [from, cell('−', stretch.start), { op: '=', part: own(n * stretch.years), label: [] }] }] : []);
  const gaps = stretch ? [...way(say('pace.way.needed'), { op: '', part: bare(aim), label: [text(say('pace.sum.target')), text(' '), when(tell, target.period)] }, stretch.needed), ...(stretch.end ? way(say('pace.way.happened'), cell('', stretch.end), stretch.happened) : [])] : [];
  const happened = stretch?.end && { label: say('pace.happened'), terms: [cell('(', stretch.end), cell('−', stretch.start), span(stretch.years), result(stretch.happened)] };
  const average = { label: say('pace.mean.label'), terms: [cell('(', latest), cell('−', first), span(years), result(mean)] };
  const times = ratio === null || !stretch ? null : { label: say('pace.sum.ratio'), terms: [
    { op: '', part: own(stretch.needed), label: [] }, { op: '÷', part: own(stretch.happened), label: [] },
    { op: '=', part: figure({ href: here(tell, indicator, 'laju'), value: shortest(ratio, 2), shown: formatNumber(ratio, { lang: tell.lang, decimals: 1 }), marks: [] }), label: [text(say('pace.sum.times'))] },
  ] };
  // Who already stood at a missed target needed no change: there is no sum to show.
  return [...gaps, ...(needed && stretch.needed !== 0 ? [needed] : []), ...(happened ? [happened] : []), average, ...(times ? [times] : [])];
}
