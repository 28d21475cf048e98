import { indicatorPage } from '../addresses.ts';
import { frontPlan, latestAchievement, latestCell, standingOf, withValue } from '../lookups.ts';
import type { Cell, Indicator, RegionModel, Standing } from '../region-model.ts';
import { type Part, sentence, text, verbatim } from '../sentence.ts';
import { changeOf, inLang, shownWord, type Telling, when } from '../telling.ts';
import type { SayIndicator } from './indicator-words.ts';

/** The value before the latest one that it can be compared with: of the same series, and for a running total of the same quarter. */
export function valueBefore(model: RegionModel, indicator: Indicator): { latest: Cell; before: Cell } | null {
  const cells = withValue(model.cells.get(indicator.code));
  const latest = cells.at(-1);
  const before = cells.slice(0, -1).filter((cell) => cell.seriesCode === latest?.seriesCode && (indicator.periodMode !== 'cumulative' || cell.period.slice(4) === latest?.period.slice(4))).at(-1);
  return latest && before ? { latest, before } : null;
}

/** The last move, where it goes against the change that is told; a headline must not be silent about it. */
export function turnOf(model: RegionModel, indicator: Indicator, standing: Standing | null): { up: boolean; period: string; before: string } | null {
  const last = valueBefore(model, indicator);
  if (!last || !standing || standing.change === null || standing.firstPeriod === last.before.period) return null;
  const move = (last.latest.value ?? 0) - (last.before.value ?? 0);
  return Math.sign(move) * Math.sign(standing.change) < 0 ? { up: move > 0, period: last.latest.period, before: last.before.period } : null;
}

/** "Penduduk miskin: membaik sejak 2017, tetapi naik pada 2025, target 2025 belum tercapai". */
export function headlineOf(tell: Telling, say: SayIndicator, indicator: Indicator): Part[] {
  const plan = frontPlan(tell.model);
  const cell = latestCell(tell.model, indicator.code);
  if (cell && cell.textValue !== null) return sentence(say, 'say.word', { name: verbatim(inLang(tell, indicator.name)), word: verbatim(shownWord(tell, cell.textValue)), period: when(tell, cell.period) });
  const standing = plan && standingOf(tell.model, plan, indicator.code);
  const judged = latestAchievement(tell.model, indicator.code);
  const target = judged ? sentence(say, judged.met ? 'target.met' : 'target.missed', { period: when(tell, judged.period) }) : [text('')];
  const verdict = standing?.verdict ?? (cell ? 'one_value' : 'no_data');
  const since = standing?.firstPeriod ? when(tell, standing.firstPeriod) : text('');
  const turned = turnOf(tell.model, indicator, standing);
  const turn = turned ? sentence(say, `turn.${turned.up ? 'up' : 'down'}${turned.period.length > 4 ? '.part' : ''}`, { period: when(tell, turned.period), before: when(tell, turned.before) }) : [text('')];
  return sentence(say, `say.${verdict}`, { name: verbatim(inLang(tell, indicator.name)), turn, target, since, verb: text(standing ? changeOf(tell, indicator, standing).verb : '') });
}

export const here = (tell: Telling, indicator: Indicator, anchor: string): string => `${indicatorPage(tell.base, indicator.code)}#${anchor}`;
