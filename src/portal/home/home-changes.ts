import type { FrozenScores } from '#scores/index.ts';
import { changesPage, frozenList } from '../addresses.ts';
import { changesOf, changeWords, reclassed, type Row, signOf } from '../frozen/changes.ts';
import { classMark, dayOf, frozenScore, frozenValue, indicatorLink, nodeName } from '../frozen/frozen-figures.ts';
import { frozenWords } from '../frozen/frozen-words.ts';
import type { MarkView } from '../marks.ts';
import { figure, type Part, sentence, text, verbatim } from '../sentence.ts';
import { type Telling, when } from '../telling.ts';

export interface HomeChanges {
  lead: Part[];
  scores: ChangeLine[];
  values: ChangeLine[];
  more: { href: string; words: string };
}
export interface ChangeLine {
  mark: MarkView | null;
  words: Part[];
}

/** As many lines as stand on the front page on each side. */
const most = 6;

/** What changed between the last two frozen days: scores of the promises in front and of the pillars, and measures with a new figure. */
export function homeChanges(tell: Telling, pair: [FrozenScores, FrozenScores] | null, promises: { plan: string; codes: string[] }): HomeChanges {
  const say = frozenWords(tell.lang);
  const list = { href: frozenList(tell.base), words: say('home.list') };
  const [only] = tell.model.frozen;
  if (!pair) return { lead: only ? sentence(say, 'home.one', { first: dayOf(tell, only) }) : sentence(say, 'home.none'), scores: [], values: [], more: list };
  const [from, until] = pair;
  const changes = changesOf(tell, from, until);
  const shown = changes.rows.filter((row) => row.found.kind !== 'same' && (row.of === 'indicator' || (row.found.kind !== 'renewed' && isFront(tell, row, promises))));
  const lines = (of: Row['of']): ChangeLine[] => shown.filter((row) => row.of === of).slice(0, most).map((row) => ({ mark: markOf(tell, row), words: row.of === 'node' ? scoreLine(tell, changes, row) : valueLine(tell, changes, row) }));
  const lead = sentence(say, 'home.lead', { from: dayOf(tell, from.frozen), until: dayOf(tell, until.frozen) });
  return {
    lead: shown.length === 0 ? [...lead, text(' '), ...sentence(say, 'home.still')] : lead, scores: lines('node'), values: lines('indicator'),
    more: { href: changesPage(tell.base, from.frozen.code, until.frozen.code), words: say('home.more') },
  };
}

function isFront(tell: Telling, row: Row & { of: 'node' }, promises: { plan: string; codes: string[] }): boolean {
  const node = row.found.after ?? row.found.before;
  if (!node) return false;
  return node.tree === 'plan' ? node.treeCode === promises.plan && promises.codes.includes(node.nodeCode) : (tell.model.masterplan?.pillars ?? []).some((pillar) => pillar.code === node.nodeCode);
}

function markOf(tell: Telling, row: Row): MarkView | null {
  const sign = signOf(tell, row);
  return sign === null ? null : { state: sign, level: null, simulated: false, word: frozenWords(tell.lang)(sign === 'improved' || sign === 'worsened' || sign === 'same' ? `sign.${sign}` : 'sign.changed') };
}

type Changes = ReturnType<typeof changesOf>;

function scoreLine(tell: Telling, changes: Changes, row: Row & { of: 'node' }): Part[] {
  const say = frozenWords(tell.lang);
  const { before, after } = row.found;
  const node = after ?? before;
  const name = verbatim(node ? nodeName(tell, node) : '');
  if (after && before) {
    const klass = reclassed(tell, row);
    return sentence(say, 'home.score', { name, change: changeWords(tell, changes, row), before: figure(frozenScore(tell, before)), after: figure(frozenScore(tell, after)), klass: text(klass ? `, ${klass}` : '') });
  }
  if (after) return sentence(say, 'home.score.new', { name, after: figure(frozenScore(tell, after)), word: classMark(tell, after.class).word, period: when(tell, after.period) });
  return before ? sentence(say, 'home.score.gone', { name, before: figure(frozenScore(tell, before)) }) : [];
}

function valueLine(tell: Telling, changes: Changes, row: Row & { of: 'indicator' }): Part[] {
  const say = frozenWords(tell.lang);
  const { before, after } = row.found;
  const name = indicatorLink(tell, (after ?? before)?.indicatorCode ?? '');
  if (!after) return before ? sentence(say, 'home.value.gone', { name, before: figure(frozenValue(tell, before)) }) : [];
  const slots = { name, after: figure(frozenValue(tell, after)), period: when(tell, after.period) };
  return before ? sentence(say, 'home.value', { ...slots, change: changeWords(tell, changes, row) }) : sentence(say, 'home.value.new', slots);
}
