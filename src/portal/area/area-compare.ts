import { type FigureMark, formatNumber, marksOf, numberWord, type TagKind } from '#ui/index.ts';
import { whyCell, whyPlace } from '../addresses.ts';
import type { Indicator } from '../region-model.ts';
import { count, type Fig, figure, link, type Part, sentence, text } from '../sentence.ts';
import { latestCell } from '../lookups.ts';
import { cellFigure, shownAs, type Telling, when } from '../telling.ts';
import { districtsOf, firstComparable, growthOf, medianOf, neighboursOf, plainNumber, type Rank, rankOf, sums } from './area-rules.ts';
import type { SayArea } from './area-words.ts';
import { ordinalWord } from './ordinals.ts';
import type { AreaCell, Measured } from './read-area.ts';

/** What is special about a cell of an area, also that it waits to be computed again. */
export const areaMarks = (tell: Telling, cell: { indicatorCode: string; quality: string; origin: string }): FigureMark[] => marksOf({ ...cell, stale: tell.model.waiting.codes.has(cell.indicatorCode) });

/** A district's cell as a figure; opens to how it came about. */
export const cellFig = (tell: Telling, indicator: Indicator, cell: AreaCell): Fig =>
  ({ href: whyCell(tell.base, indicator.code, cell.areaCode, cell.period), value: String(cell.value), shown: shownAs(tell, cell.value, indicator), marks: areaMarks(tell, cell) });

/** The number alone, where its column or caption says the unit. */
export const bareFig = (tell: Telling, indicator: Indicator, cell: AreaCell): Fig => ({ ...cellFig(tell, indicator, cell), shown: formatNumber(String(cell.value), { lang: tell.lang, decimals: indicator.decimals }) });

export const cellTags = (tell: Telling, cell: AreaCell): TagKind[] => [...areaMarks(tell, cell), ...(cell.origin === 'derived' ? (['derived'] as const) : [])];

/** What is reckoned from simulated or provisional values is so itself. */
const worst = (tell: Telling, cells: AreaCell[]): { quality: string; origin: string; stale: boolean } =>
  ({ stale: cells.some((cell) => tell.model.waiting.codes.has(cell.indicatorCode)), quality: cells.some((cell) => cell.quality === 'provisional') ? 'provisional' : 'final', origin: cells.some((cell) => cell.origin === 'simulated') ? 'simulated' : 'reported' });

/** A number reckoned from several districts; opens to the list of them. */
export const reckoned = (tell: Telling, of: Measured, code: string, value: number, from: AreaCell[], anchor: string): Fig =>
  ({ href: `${whyPlace(tell.base, code, of.indicator.code, of.period)}#${anchor}`, value: String(value), shown: shownAs(tell, value, of.indicator), marks: marksOf(worst(tell, from)) });

export const valuesOfNeighbours = (tell: Telling, of: Measured, code: string): AreaCell[] => {
  const near = new Set(neighboursOf(tell.model, code));
  return of.all.filter((cell) => near.has(cell.areaCode));
};

export function medianFig(tell: Telling, of: Measured, code: string): Fig | null {
  const cells = valuesOfNeighbours(tell, of, code);
  const value = medianOf(cells.map((cell) => cell.value));
  return value === null ? null : reckoned(tell, of, code, value, cells, 'tengah');
}

export const sumOf = (cells: AreaCell[]): number => plainNumber(cells.reduce((sum, cell) => sum + cell.value, 0));

/** The whole region's own value in the period; else the districts' sum, where they may be added and each has a value. */
export function wholeFig(tell: Telling, of: Measured, code: string): { fig: Fig; sum: boolean; period: string } | null {
  const cells = (tell.model.cells.get(of.indicator.code) ?? []).filter((cell) => cell.value !== null);
  const own = cells.find((cell) => cell.period === of.period);
  if (own) return { fig: cellFigure(tell, of.indicator, own), sum: false, period: of.period };
  const districts = districtsOf(tell.model).length;
  if (sums(tell.model, of.indicator) && of.all.length === districts && districts > 0) return { fig: reckoned(tell, of, code, sumOf(of.all), of.all, 'peringkat'), sum: true, period: of.period };
  const latest = latestCell(tell.model, of.indicator.code);
  return latest ? { fig: cellFigure(tell, of.indicator, latest), sum: false, period: latest.period } : null;
}

type RankKind = 'value' | 'people' | 'area';

/** "terbanyak kedua dari 22 kecamatan"; the words open to the list, the number counts its rows. Where values in doubt move the place, "antara tertinggi kedua dan kelima". */
export function rankWords(tell: Telling, say: SayArea, kind: RankKind, rank: Rank, of: { href: string; rows: string; at: string }, short = false): Part[] {
  const { of: n, from, to } = rank;
  if (n === 1) return [link(of.href, say('rank.alone'))];
  if (rank.certain && rank.tied === n - 1) return [link(of.href, say('rank.same'))];
  const all = n <= 12 ? text(numberWord(n, tell.lang)) : count(n, formatNumber(n, { lang: tell.lang, decimals: 0 }), of.rows, of.at);
  const side = from - 1 <= n - to ? 'top' : 'bottom';
  const nth = (place: number): string | null => {
    const word = ordinalWord(place, tell.lang);
    return place === 1 ? say(`rank.${kind}.${side}`) : word === null ? null : say(`rank.${kind}.${side}.nth`, { nth: word });
  };
  const [first, last] = side === 'top' ? [from, to] : [n + 1 - to, n + 1 - from];
  if (!rank.certain) {
    const [a, b] = [nth(first), nth(last)];
    const words = first === 1 && last === n ? say('rank.open') : a && b ? say('rank.between', { from: a, to: b }) : say('rank.open');
    return sentence(say, short ? 'rank.of.short' : 'rank.of', { rank: link(of.href, words), n: all });
  }
  const slots = { rank: link(of.href, nth(first) ?? say('rank.middle')), n: all };
  if (rank.tied > 0 && rank.tied <= 12) return sentence(say, 'rank.shared', { ...slots, k: text(numberWord(rank.tied, tell.lang)) });
  return sentence(say, short ? 'rank.of.short' : 'rank.of', slots);
}

/** The district's place among those with a value in the period; null without its own. */
export function rankIn(tell: Telling, say: SayArea, of: Measured, code: string, kind: RankKind = 'value', short = false): Part[] | null {
  const rank = rankOf(of.all, code);
  if (!rank) return null;
  const at = whyPlace(tell.base, code, of.indicator.code, of.period);
  return rankWords(tell, say, kind, rank, { href: `${at}#peringkat`, rows: '[data-measure="known"]', at }, short);
}

export interface Growth {
  first: AreaCell;
  last: AreaCell;
  /** In percent, signed. */
  value: number;
  fig: Fig;
  direction: 'up' | 'down' | 'same';
}

/** Growth since the first value of the same series; null where there is none to compare with. */
export function growthIn(tell: Telling, of: Pick<Measured, 'indicator' | 'own' | 'period'>, code: string, signed = false): Growth | null {
  const last = of.own.find((cell) => cell.period === of.period);
  const first = last ? firstComparable(of.own, last) : null;
  const value = last && first ? growthOf(first.value, last.value) : null;
  if (!last || !first || value === null) return null;
  const shown = formatNumber(Math.abs(value), { lang: tell.lang, decimals: 1 });
  const direction = /[1-9]/.test(shown) ? (value > 0 ? 'up' : 'down') : 'same';
  const sign = !signed || direction === 'same' ? '' : direction === 'up' ? '+' : '−';
  return { first, last, value, direction, fig: { href: `${whyPlace(tell.base, code, of.indicator.code, of.period)}#perubahan`, value: String(value), shown: `${sign}${shown}%`, marks: marksOf(worst(tell, [first, last])) } };
}

/** "penduduk pada 2023, naik 4,4% dari 72.920 pada 2021" */
export function peopleCaption(tell: Telling, say: SayArea, of: Measured, code: string): Part[] {
  const growth = growthIn(tell, of, code);
  const period = when(tell, of.period);
  if (!growth) return sentence(say, 'people.cap', { period });
  const since = when(tell, growth.first.period);
  if (growth.direction === 'same') return sentence(say, 'people.same', { period, since });
  return sentence(say, 'people.change', { period, since, verb: say(`verb.${growth.direction}`), growth: figure(growth.fig), first: figure(bareFig(tell, of.indicator, growth.first)) });
}
