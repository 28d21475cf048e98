import { indicatorPage } from '../addresses.ts';
import type { PromiseView } from './home-views.ts';
import { latestCell, targetsOf } from '../lookups.ts';
import type { Indicator, Plan } from '../region-model.ts';
import { capital, joined, link, type Part, sentence, verbatim } from '../sentence.ts';
import { nameOf, rowCount, targetWords } from '../standing-sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';

export interface UnknownView {
  rows: { head: Part[]; body: Part[] }[];
  /** Every measure of the plan, so that each count above has its rows. */
  measures: { code: string; hasTarget: boolean; hasValue: boolean; words: Part[] }[];
}

/** What is not known: promises without a measure, measures of the plan without a sourced target, measures without any value. */
export function unknownOf(tell: Telling, plan: Plan, promises: Pick<PromiseView, 'mark' | 'short'>[]): UnknownView {
  const blind = promises.filter((one) => one.mark.state === 'no_measure');
  const linked = new Set(tell.model.planLinks.filter((one) => one.planCode === plan.code && one.kind === 'indicator').map((one) => one.code));
  const all = [...tell.model.indicators.values()].filter((one) => linked.has(one.code));
  const aimless = all.filter((one) => targetsOf(tell.model, one.code).length === 0);
  const empty = all.filter((one) => latestCell(tell.model, one.code) === null);
  const { say } = tell;
  const listed = (names: Part[][]): Part[] => joined(names, say('list.comma'), say('list.and'));
  const rows: UnknownView['rows'] = [];
  if (blind.length > 0) {
    const n = rowCount(tell, blind.length, '.promises > [data-state="no_measure"]');
    rows.push({ head: sentence(say, 'home.unknown.promises', { n, c: blind.length }), body: sentence(say, 'home.unknown.promises.text', { names: listed(blind.map((one) => [verbatim(one.short)])) }) });
  }
  if (aimless.length > 0) {
    const slots = { n: rowCount(tell, aimless.length, '[data-target="no"]'), all: rowCount(tell, all.length, '[data-target]') };
    rows.push({ head: sentence(say, 'home.unknown.targets', slots), body: sentence(say, 'home.unknown.targets.text') });
  }
  if (empty.length > 0) {
    const names = empty.map((one) => [link(indicatorPage(tell.base, one.code), inLang(tell, one.short), true)]);
    const n = rowCount(tell, empty.length, '[data-value="no"]');
    rows.push({ head: sentence(say, 'home.unknown.data', { n, c: empty.length }), body: sentence(say, 'home.unknown.data.text', { names: listed(names) }) });
  }
  return { rows: rows.map((row) => ({ ...row, head: capital(row.head) })), measures: rows.length > 0 ? all.map((one) => measureView(tell, one)) : [] };
}

function measureView(tell: Telling, one: Indicator): UnknownView['measures'][number] {
  const targets = targetsOf(tell.model, one.code);
  const last = targets.at(-1);
  const target = last ? sentence(tell.say, 'say.target.ahead', { target: targetWords(tell, one, last), period: when(tell, last.period) }) : sentence(tell.say, 'say.target.none');
  return { code: one.code, hasTarget: last !== undefined, hasValue: latestCell(tell.model, one.code) !== null, words: sentence(tell.say, 'home.measure', { name: nameOf(tell, one), target }) };
}
