import { comparePeriods } from '#kernel/periods.ts';
import { changeBetween, comparable } from '#scores/ui.ts';
import type { MarkView } from '../marks.ts';
import { capital, figure, type Part, sentence, verbatim } from '../sentence.ts';
import { counted, nameOf } from '../standing-sentence.ts';
import { type Telling, when } from '../telling.ts';
import type { Shown } from './compare-cell.ts';
import type { Choice } from './compare-choice.ts';
import { placeName, planName } from './compare-grid.ts';
import type { SayCompare } from './compare-words.ts';

type Found = Shown & { value: number; figure: NonNullable<Shown['figure']> };
const isFound = (shown: Shown): shown is Found => shown.value !== null && shown.figure !== null;

/** What the comparison shows, in one sentence: who stands highest and lowest, what changed, what was met. */
export function findingOf(tell: Telling, say: SayCompare, choice: Choice, all: Shown[]): Part[] {
  const found = all.filter(isFound);
  if (found.length === 0) return sentence(say, choice.indicators.length === 0 ? 'finding.nothing' : `finding.none.${choice.content}`);
  const several = new Set(found.map((one) => one.spot.area)).size > 1;
  const told = several ? spread(tell, say, choice, found) : choice.indicators.length > 1 ? overall(tell, say, choice, found) : alone(tell, say, found);
  return capital(told);
}

const slots = (tell: Telling, one: Found) => ({ figure: figure(one.figure), area: verbatim(placeName(tell, one.spot.area)), period: when(tell, one.spot.period) });

/** Across areas: of one measure the highest and lowest; of several the one that differs most, against its own middle. */
function spread(tell: Telling, say: SayCompare, choice: Choice, found: Found[]): Part[] {
  const groups = rowsIn(found).flatMap((group) => fullest(group) ?? []);
  const rated = groups.map((group) => ({ ...ends(group), rate: rateOf(group.map((one) => one.value)) })).sort((a, b) => b.rate - a.rate);
  const best = rated[0];
  if (!best) return overall(tell, say, choice, found);
  const { low, high } = best;
  const name = nameOf(tell, high.spot.indicator);
  if (changeBetween(low.value, high.value) === 0) return sentence(say, 'finding.equal', { name, figure: figure(high.figure), period: when(tell, high.spot.period) });
  return sentence(say, groups.length > 1 ? 'finding.spread' : 'finding.ends', { name, high: figure(high.figure), highest: verbatim(placeName(tell, high.spot.area)), low: figure(low.figure), lowest: verbatim(placeName(tell, low.spot.area)), period: when(tell, high.spot.period) });
}

/** The figures of each measure and plan. */
const rowsIn = (found: Found[]): Found[][] => [...Map.groupBy(found, (one) => `${one.spot.indicator.code}|${one.spot.plan}`).values()];

/** The latest of the periods that most areas have, counted in one way; null where no period has two. */
function fullest(group: Found[]): Found[][] | null {
  const periods = [...Map.groupBy(group, (one) => `${one.spot.period}|${one.series ?? ''}`).values()].filter((of) => of.length > 1);
  periods.sort((a, b) => b.length - a.length || comparePeriods(b[0]?.spot.period ?? '', a[0]?.spot.period ?? ''));
  return periods[0] ? [periods[0]] : null;
}

function ends(group: Found[]): { low: Found; high: Found } {
  const sorted = [...group].sort((a, b) => a.value - b.value);
  return { low: sorted[0] as Found, high: sorted.at(-1) as Found };
}

function rateOf(values: number[]): number {
  const middle = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
  return middle === 0 ? 0 : (Math.max(...values) - Math.min(...values)) / middle;
}

interface Row {
  first: Found;
  last: Found;
}

/** Rows of one way of counting, from the first to the last period shown; of running totals only the same part of each year. */
function rowsOf(found: Found[]): Row[] {
  return rowsIn(found).map((of) => {
    const mode = of[0]?.spot.indicator.periodMode ?? 'periodic';
    const alike = comparable(of.map((one) => ({ period: one.spot.period, one })), mode).map(({ one }) => one);
    const sorted = alike.sort((a, b) => comparePeriods(a.spot.period, b.spot.period));
    const last = sorted.at(-1) as Found;
    return { first: sorted.find((one) => one.series === last.series) as Found, last };
  });
}

const changeIn = ({ first, last }: Row): number => changeBetween(first.value, last.value);

/** What a row did from its first to its last period shown, in its good direction. */
function verdictOf(row: Row): 'improved' | 'worsened' | 'same' | 'changed' | 'one_value' {
  const { direction } = row.last.spot.indicator;
  if (row.first === row.last) return 'one_value';
  const change = changeIn(row);
  if (change === 0) return 'same';
  return direction === 'none' ? 'changed' : change > 0 === (direction === 'higher') ? 'improved' : 'worsened';
}

/** The mark of a row of one measure in one area; null where it holds nothing, or several things. */
export function movedMark(say: SayCompare, cells: Shown[]): MarkView | null {
  const found = cells.filter(isFound);
  const rows = rowsOf(found);
  if (rows.length !== 1) return null;
  const [row] = rows as [Row];
  const state = verdictOf(row);
  // That a figure without a good direction changed, or stands alone, is seen without a word; so are running totals of one year.
  if (state === 'changed' || (state === 'one_value' && found.filter((one) => one.series === row.last.series).length === found.length)) return null;
  return { state, level: null, simulated: false, word: say(state === 'one_value' ? 'moved.one_series' : `moved.${state}`) };
}

/** Of several measures in one area: how many improved, or met their target, or have one. At most twelve, so words and no digits. */
function overall(tell: Telling, say: SayCompare, choice: Choice, found: Found[]): Part[] {
  // Several plans ask different things of one measure: the first one named is told of, and named.
  const first = choice.content !== 'angka' && choice.plans.length > 1 ? (choice.plans[0] ?? null) : null;
  const rows = rowsOf(first === null ? found : found.filter((one) => one.spot.plan === first));
  const told = overallOf(tell, say, choice, rows);
  return first === null ? told : sentence(say, 'finding.of_plan', { plan: verbatim(planName(tell, say, first)), told });
}

function overallOf(tell: Telling, say: SayCompare, choice: Choice, rows: Row[]): Part[] {
  const n = (many: number): Part => counted(tell, many, '[data-line]');
  const all = n(new Set(rows.map((row) => row.last.spot.indicator.code)).size);
  if (choice.content === 'capaian') {
    const judged = rows.filter((row) => row.last.met !== null);
    const met = judged.filter((row) => row.last.met).length;
    return sentence(say, judged.length === 0 ? 'finding.met.unjudged' : met === 0 ? 'finding.met.none' : 'finding.met', { c: judged.length, all: n(judged.length), met: n(met) });
  }
  if (choice.content === 'target') return sentence(say, 'finding.targets', { all: n(choice.indicators.length), n: all });
  const verdicts = rows.map(verdictOf);
  const [better, worse] = [verdicts.filter((one) => one === 'improved'), verdicts.filter((one) => one === 'worsened')];
  if (verdicts.every((one) => one === 'one_value' || one === 'changed')) return sentence(say, 'finding.known', { all: n(choice.indicators.length), n: all });
  const key = better.length === verdicts.length ? 'finding.moved.all' : better.length > 0 && worse.length > 0 ? 'finding.moved' : better.length > 0 ? 'finding.moved.better' : worse.length > 0 ? 'finding.moved.worse' : 'finding.moved.none';
  return sentence(say, key, { all, better: n(better.length), worse: n(worse.length) });
}

/** One measure in one area: from where to where; with several plans, who asks for more. */
function alone(tell: Telling, say: SayCompare, found: Found[]): Part[] {
  const rows = rowsOf(found);
  const row = rows[0] as Row;
  const name = nameOf(tell, row.last.spot.indicator);
  const together = rows.length > 1 ? fullest(found)?.[0] : undefined;
  if (together) {
    const { low, high } = ends(together);
    const named = (one: Found): Part => verbatim(planName(tell, say, one.spot.plan));
    return sentence(say, changeBetween(low.value, high.value) === 0 ? 'finding.plans.equal' : 'finding.plans', { name, high: figure(high.figure), highest: named(high), low: figure(low.figure), lowest: named(low), period: when(tell, high.spot.period) });
  }
  if (row.first === row.last) return sentence(say, 'finding.single', { name, ...slots(tell, row.last) });
  const change = changeIn(row);
  const verb = change === 0 ? 'same' : change > 0 ? 'up' : 'down';
  return sentence(say, `finding.${verb}`, { name, first: figure(row.first.figure), since: when(tell, row.first.spot.period), last: figure(row.last.figure), period: when(tell, row.last.spot.period) });
}
