import { indicatorPage } from '../addresses.ts';
import { measuresOf } from './home-lead.ts';
import { homeWords } from './home-words.ts';
import { listed, provable } from './provable.ts';
import type { PromiseView } from './home-views.ts';
import { latestAchievement, latestCell, targetsOf } from '../lookups.ts';
import type { Indicator, Plan } from '../region-model.ts';
import { capital, joined, link, type Part, sentence, verbatim } from '../sentence.ts';
import { nameOf, rowCount, targetWords } from '../standing-sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';

export interface UnknownView {
  rows: { head: Part[]; body: Part[] }[];
  /** The measures of the plan, so that each count on the page has its rows; `met` by the latest target that can be judged. */
  measures: { code: string; hasTarget: boolean; hasValue: boolean; met: boolean | null; words: Part[] }[];
  /** True when not every measure is listed. */
  cut: boolean;
}

/** As many names as one sentence holds. */
const mostNames = 12;

/** What is not known: promises without a measure, measures of the plan without a sourced target, measures without any value. */
export function unknownOf(tell: Telling, plan: Plan, promises: Pick<PromiseView, 'mark' | 'short'>[]): UnknownView {
  const blind = promises.filter((one) => one.mark.state === 'no_measure');
  const all = measuresOf(tell.model, plan);
  const told = (n: number, rows: string): Part => provable(tell, n, rows, { all: all.length, digits: true });
  const aimless = all.filter((one) => targetsOf(tell.model, one.code).length === 0);
  const empty = all.filter((one) => latestCell(tell.model, one.code) === null);
  const { say } = tell;
  const listing = (names: Part[][]): Part[] => joined(names, say('list.comma'), say('list.and'));
  const rows: UnknownView['rows'] = [];
  if (blind.length > 0) {
    const n = rowCount(tell, blind.length, '.promises > [data-state="no_measure"]');
    rows.push({ head: sentence(say, 'home.unknown.promises', { n, c: blind.length }), body: sentence(say, 'home.unknown.promises.text', { names: listing(blind.map((one) => [verbatim(one.short)])) }) });
  }
  if (aimless.length > 0) {
    const slots = { n: told(aimless.length, '[data-target="no"]'), all: told(all.length, '[data-target]') };
    rows.push({ head: sentence(say, 'home.unknown.targets', slots), body: sentence(say, 'home.unknown.targets.text') });
  }
  if (empty.length > 0) {
    const names = empty.slice(0, mostNames).map((one) => [link(indicatorPage(tell.base, one.code), inLang(tell, one.short), true)]);
    const n = told(empty.length, '[data-value="no"]');
    rows.push({ head: sentence(say, 'home.unknown.data', { n, c: empty.length }), body: sentence(say, 'home.unknown.data.text', { names: empty.length > mostNames ? sentence(homeWords(tell.lang), 'names.more', { names: joined(names, say('list.comma')) }) : listing(names) }) });
  }
  return { rows: rows.map((row) => ({ ...row, head: capital(row.head) })), measures: all.slice(0, listed).map((one) => measureView(tell, one)), cut: all.length > listed };
}

function measureView(tell: Telling, one: Indicator): UnknownView['measures'][number] {
  const targets = targetsOf(tell.model, one.code);
  const last = targets.at(-1);
  const target = last ? sentence(tell.say, 'say.target.ahead', { target: targetWords(tell, one, last), period: when(tell, last.period) }) : sentence(tell.say, 'say.target.none');
  return { code: one.code, hasTarget: last !== undefined, hasValue: latestCell(tell.model, one.code) !== null, met: latestAchievement(tell.model, one.code)?.met ?? null, words: sentence(tell.say, 'home.measure', { name: nameOf(tell, one), target }) };
}
