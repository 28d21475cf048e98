import { formatNumber } from '#ui/index.ts';
import { indicatorPage, whyChange } from '../addresses.ts';
import { cellAt, standingOf } from '../lookups.ts';
import type { Cell, Indicator, Plan } from '../region-model.ts';
import { figure, type Part, sentence, text, verbatim } from '../sentence.ts';
import { cellFigure, cellMarks, changeOf, inLang, roundedChange, shortest, tagsOf, type Telling, when } from '../telling.ts';
import type { Term, WhyPage } from './why-views.ts';

/** Why this change: the latest value less the first one, of one series, since the plan's baseline. Null where no change is told. */
export function whyChangePage(tell: Telling, plan: Plan, indicator: Indicator): WhyPage | null {
  const standing = standingOf(tell.model, plan, indicator.code);
  const first = standing?.firstPeriod ? cellAt(tell.model, indicator.code, standing.firstPeriod) : null;
  const latest = standing?.latestPeriod ? cellAt(tell.model, indicator.code, standing.latestPeriod) : null;
  if (!standing || !first || !latest || standing.change === null) return null;
  const { verb, amount } = changeOf(tell, indicator, standing);
  const here = whyChange(tell.base, plan.code, indicator.code);
  const own = amount && { ...amount, href: `${here}#hitungan` };
  const what = own ? [text(`${verb} `), figure(own)] : [text(verb)];
  const shown = `${verb} ${amount?.shown ?? ''}`.trim();
  const since = when(tell, first.period);
  const series = tell.model.series.get(`${latest.inputs[0]?.element}/${standing.seriesCode}`);
  const term = (op: string, cell: Cell, key: 'why.change.latest' | 'why.change.first'): Term => ({ op, figure: figure(cellFigure(tell, indicator, cell)), label: [...sentence(tell.say, key), text(', '), when(tell, cell.period)] });
  // The sum is true as it stands: a fall is a number below zero.
  const result = own && (standing.change < 0 ? { ...own, shown: `−${own.shown}` } : own);
  const same = figure({ href: `${here}#hitungan`, value: '0', shown: formatNumber(0, { lang: tell.lang }), marks: [] });
  const told = (cell: Cell): number => Number(shortest(cell.value ?? 0, indicator.decimals));
  const exact = roundedChange(told(latest) - told(first), indicator) === roundedChange(standing.change, indicator);
  const rest = (tell.model.cells.get(indicator.code) ?? []).filter((cell) => cell.value !== null && cell.seriesCode !== standing.seriesCode);
  return {
    title: tell.say('why.title', { what: shown }), crumbs: [{ text: inLang(tell, indicator.name), href: indicatorPage(tell.base, indicator.code) }, { text: tell.say('why.title', { what: shown }) }],
    heading: sentence(tell.say, 'why.title', { what }), lead: sentence(tell.say, 'why.change.lead', { name: verbatim(inLang(tell, indicator.name)), since, latest: when(tell, latest.period) }),
    hero: {
      figure: own, words: verb, mark: null, caption: [text(verb)], tags: [...new Set([...tagsOf(first, cellMarks(tell, first)), ...tagsOf(latest, cellMarks(tell, latest))])],
      side: sentence(tell.say, `why.change.${standing.verdict === 'improved' || standing.verdict === 'worsened' || standing.verdict === 'same' ? standing.verdict : 'changed'}`, { good: tell.say(indicator.direction === 'lower' ? 'good.lower' : 'good.higher') }),
      facts: [
        { label: tell.say('fact.baseline'), value: [when(tell, plan.baseline), text(', '), verbatim(inLang(tell, plan.shortName))] },
        { label: tell.say('fact.series'), value: series ? [verbatim(inLang(tell, series.name))] : null },
      ],
    },
    knots: [{
      id: 'hitungan', heading: sentence(tell.say, 'why.change'), lead: sentence(tell.say, 'why.change.rule'),
      blocks: [{ kind: 'sum', terms: [term('', latest, 'why.change.latest'), term('−', first, 'why.change.first'), { op: '=', figure: result ? figure(result) : same, label: [text(verb)] }] }, ...(exact ? [] : [{ kind: 'note' as const, parts: sentence(tell.say, 'why.change.rounded') }])],
    }, ...(rest.length > 0 ? [{
      id: 'deret', heading: sentence(tell.say, 'why.change.others'), lead: sentence(tell.say, 'why.change.others.lead'),
      blocks: [{ kind: 'table' as const, caption: tell.say('why.change.others'), columns: [{ label: tell.say('fact.period'), right: false }, { label: tell.say('fact.value'), right: true }], foot: null, rows: rest.map((cell) => ({ head: [when(tell, cell.period)], sub: seriesName(tell, cell), cells: [{ parts: [figure(cellFigure(tell, indicator, cell))] }] })) }],
    }] : [])],
    aside: [],
  };
}

function seriesName(tell: Telling, cell: Cell): Part[] {
  const series = tell.model.series.get(`${cell.inputs[0]?.element}/${cell.seriesCode}`);
  return series ? [verbatim(inLang(tell, series.name))] : [];
}
