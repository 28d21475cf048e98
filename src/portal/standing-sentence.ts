import { comparePeriods } from '#kernel/periods.ts';
import { formatNumber, markWord, numberWord } from '#ui/index.ts';
import { indicatorPage } from './addresses.ts';
import { givesWords, latestAchievement, latestCell, standingOf, targetAt, targetsOf, withValue } from './lookups.ts';
import type { Cell, Indicator, NodeScore, Plan, Target } from './region-model.ts';
import { count, figure, link, type Part, sentence, text } from './sentence.ts';
import { afterPlan, boundFigure, cellFigure, changeOf, inLang, oneDecimal, scoreFigure, targetFigure, type Telling, when } from './telling.ts';

/** A number of rows in digits, with the rows that prove it. */
export const rowCount = (tell: Telling, n: number, rows: string): Part => count(n, formatNumber(n, { lang: tell.lang }), rows);

/** A number of rows in words up to twelve; above that in digits, with the rows that prove it. */
export const counted = (tell: Telling, n: number, rows: string, at: string | null = null): Part =>
  n <= 12 ? text(numberWord(n, tell.lang)) : count(n, numberWord(n, tell.lang), rows, at);

/** The same of rows that no page shows all at once: above twelve it opens the place that tells of what it is made. */
export const amountAt = (tell: Telling, n: number, href: string): Part =>
  n <= 12 ? text(numberWord(n, tell.lang)) : figure({ href, value: String(n), shown: formatNumber(n, { lang: tell.lang }), marks: [] });

export const nameOf = (tell: Telling, indicator: Indicator): Part => link(indicatorPage(tell.base, indicator.code), inLang(tell, indicator.short), true);

/** "Penduduk miskin 9,45% (2025), turun 3,74 poin sejak 2017." — or what can be said instead. */
export function standingSentence(tell: Telling, plan: Plan, indicator: Indicator): Part[] {
  const cell = latestCell(tell.model, indicator.code);
  const name = nameOf(tell, indicator);
  if (!cell) return sentence(tell.say, 'say.no_data', { name });
  const slots = { name, figure: figure(cellFigure(tell, indicator, cell)), period: when(tell, cell.period) };
  const standing = standingOf(tell.model, plan, indicator.code);
  if (!standing || standing.change === null || standing.firstPeriod === null) {
    const others = withValue(tell.model.cells.get(indicator.code)).length > 1;
    return sentence(tell.say, standing?.verdict === 'before_baseline' ? 'say.before_baseline' : others ? 'say.one_series' : 'say.one_value', slots);
  }
  const { verb, amount } = changeOf(tell, indicator, standing);
  const since = when(tell, standing.firstPeriod);
  return amount ? sentence(tell.say, 'say.change', { ...slots, verb, amount: figure(amount), since }) : sentence(tell.say, 'say.same', { ...slots, since });
}

/** A target with its comparison: "di bawah 10%". */
export const targetWords = (tell: Telling, indicator: Indicator, target: Target): Part[] =>
  target.valueTo === null
    ? sentence(tell.say, `compare.${target.comparison}`, { target: figure(targetFigure(tell, indicator, target)) })
    : sentence(tell.say, 'compare.range', { from: figure(targetFigure(tell, indicator, target)), to: figure(boundFigure(tell, indicator, target)) });

/** "Target 8% belum tercapai." — the latest target that can be judged, else the next one, else that none has a source. */
export function targetSentence(tell: Telling, indicator: Indicator, cell: Cell | null): Part[] {
  if (givesWords(tell.model, indicator)) return sentence(tell.say, 'say.target.word');
  const judged = latestAchievement(tell.model, indicator.code);
  const met = judged && targetAt(tell.model, indicator.code, judged.period);
  if (judged && met) {
    const key = judged.met ? 'say.target.met' : 'say.target.missed';
    const target = targetWords(tell, indicator, met);
    return judged.period === cell?.period ? sentence(tell.say, key, { target }) : sentence(tell.say, `${key}.then`, { target, period: when(tell, judged.period) });
  }
  const ahead = targetsOf(tell.model, indicator.code).find((target) => !cell || comparePeriods(target.period, cell.period) > 0);
  if (ahead) return sentence(tell.say, 'say.target.ahead', { target: targetWords(tell, indicator, ahead), period: when(tell, ahead.period) });
  return sentence(tell.say, 'say.target.none');
}

/** "Dari satu di antara enam ukurannya: nilai 84,7, capaian tinggi (2025, sesudah masa rencana). Bila sisanya diketahui, nilainya antara 14,1 dan 97,4." */
export function scoreSentence(tell: Telling, score: NodeScore, slug?: string): Part[] {
  const own = scoreFigure(tell, score, slug);
  const bound = (value: number | null): Part => figure({ ...own, href: `${own.href}#cakupan`, value: String(value ?? 0), shown: oneDecimal(tell, value ?? 0) });
  const plan = score.tree === 'plan' ? tell.model.plans.get(score.treeCode) : undefined;
  const slots = {
    score: figure(own), klass: markWord(tell.lang, 'scored', score.class), period: when(tell, score.period), after: plan && afterPlan(plan, score.period) ? tell.say('say.score.after') : '',
    low: bound(score.low), high: bound(score.high), ...coverageSlots(tell, score, slug),
  };
  return sentence(tell.say, score.known === score.declared ? 'say.score.all' : 'say.score', slots);
}

/** Of how many measures a score knows how many: the slots `known`, `declared` and `c` of a sentence. */
export const coverageSlots = (tell: Telling, score: NodeScore, slug?: string) =>
  ({ known: numberOf(tell, score, score.known, slug), declared: numberOf(tell, score, score.declared, slug), c: score.declared });

/** Coverage counts measures that stand as rows on the score's own explanation. */
const numberOf = (tell: Telling, score: NodeScore, n: number, slug?: string): Part =>
  counted(tell, n, n === score.declared ? '[data-measure]' : '[data-measure="known"]', scoreFigure(tell, score, slug).href);
