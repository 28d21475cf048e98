import { Fault } from '#kernel/faults.ts';
import type { FrozenScores } from '#scores/index.ts';
import type { FrozenChange } from '#scores/ui.ts';
import { changesPage as address, frozenList, frozenPage } from '../addresses.ts';
import type { MarkView } from '../marks.ts';
import { neighbours } from '../paging.ts';
import { capital, figure, joined, type Part, plain, sentence, verbatim } from '../sentence.ts';
import { counted } from '../standing-sentence.ts';
import { type Telling, when } from '../telling.ts';
import { type Changes, changesOf, changeWords, kinds, reclassed, type Row, signOf } from './changes.ts';
import { classMark, dayOf, frozenScore, frozenValue, indicatorLink, isBelow, nodeName, treeName } from './frozen-figures.ts';
import { frozenWords } from './frozen-words.ts';
import { twoLists } from './two-lists.ts';

export interface Side {
  figure: Part;
  period: Part;
  mark: MarkView | null;
}
export interface ChangeRow {
  id: string;
  of: Row['of'];
  kind: FrozenChange;
  name: Part;
  /** False for a promise, a pillar or a measure, true for what stands below. */
  below: boolean;
  before: Side | null;
  after: Side | null;
  mark: MarkView | null;
  change: Part[];
  klass: string | null;
}
export interface ChangesPage {
  title: string;
  crumbs: { text: string; href?: string }[];
  headline: Part[];
  lead: Part[];
  from: { day: Part; href: string };
  until: { day: Part; href: string };
  sections: { id: string; heading: string; rows: ChangeRow[] }[];
  pages: { page: number; of: number; before: string | null; after: string | null };
}

/** Two frozen days beside one another: what rose, fell, is new, is gone, and what did not change. Throws `frozen.order` (400) when the later one comes first. */
export function changesPage(tell: Telling, from: FrozenScores, until: FrozenScores, page: number): ChangesPage {
  if (from.frozen.code === until.frozen.code) throw new Fault('frozen.order', 400, { given: `${from.frozen.code}/${until.frozen.code}`, expected: tell.model.frozen.map((one) => one.code).slice(0, 12).join(', ') });
  if (from.frozen.frozenOn > until.frozen.frozenOn) throw new Fault('frozen.order', 400, { given: `${from.frozen.code}/${until.frozen.code}`, expected: `${until.frozen.code}/${from.frozen.code}` });
  const say = frozenWords(tell.lang);
  const changes = changesOf(tell, from, until);
  const shown = twoLists(changes.rows.filter((row) => row.of === 'node'), changes.rows.filter((row) => row.of === 'indicator'), page);
  const groups = Map.groupBy([...shown.first, ...shown.second], sectionOf);
  const [since, to] = [dayOf(tell, from.frozen), dayOf(tell, until.frozen)];
  const told = countsOf(tell, changes, shown.of > 1);
  const headline = sentence(say, 'changes.headline', { from: since, until: to, counts: told.scores });
  const side = (frozen: FrozenScores['frozen']) => ({ day: dayOf(tell, frozen), href: frozenPage(tell.base, frozen.code) });
  return {
    title: plain(headline), crumbs: [{ text: say('list.title'), href: frozenList(tell.base) }, { text: say('changes.title') }], headline,
    lead: told.values, from: side(from.frozen), until: side(until.frozen),
    sections: [...groups].map(([id, rows]) => ({ id, heading: headingOf(tell, rows[0]), rows: rows.map((row) => changeRow(tell, changes, row)) })),
    pages: { page: shown.page, of: shown.of, ...neighbours(address(tell.base, from.frozen.code, until.frozen.code), {}, shown) },
  };
}

const nodeOf = (row: Row) => (row.of === 'node' ? (row.found.after ?? row.found.before) : null);
function sectionOf(row: Row): string {
  const node = nodeOf(row);
  return node ? `${node.tree}-${node.treeCode}` : 'indikator';
}
function headingOf(tell: Telling, row: Row | undefined): string {
  const node = row && nodeOf(row);
  return node ? treeName(tell, node) : frozenWords(tell.lang)('values');
}

/** What happened to scores, then to measures, in words; a list on several pages has no rows here to prove its numbers, so none are said. */
function countsOf(tell: Telling, { rows }: Changes, paged: boolean): { scores: Part[]; values: Part[] } {
  const say = frozenWords(tell.lang);
  const parts = (of: Row['of'], kindsTold: readonly FrozenChange[]): Part[][] => kindsTold.flatMap((kind) => {
    const n = rows.filter((row) => row.of === of && row.found.kind === kind).length;
    if (n === 0) return [];
    const slots = { n: counted(tell, n, `[data-of="${of}"][data-kind="${kind}"]`), c: n };
    return [of === 'node' ? sentence(say, kind === 'recounted' ? 'scores.same' : `scores.${kind}`, slots) : sentence(say, `values.${kind}`, slots)];
  });
  const list = (found: Part[][]): Part[] => joined(found, tell.say('list.comma'));
  if (paged) return { scores: sentence(say, 'changes.title'), values: sentence(say, 'changes.paged') };
  const moved = parts('node', kinds.filter((kind) => kind !== 'same'));
  const values = parts('indicator', kinds);
  return {
    scores: moved.length > 0 ? list(moved) : sentence(say, 'changes.none'),
    values: [...(parts('node', ['same']).length > 0 ? [...capital(list(parts('node', ['same']))), ...sentence(say, 'stop')] : []), ...(values.length > 0 ? sentence(say, 'changes.lead', { counts: list(values) }) : sentence(say, 'changes.lead.none'))],
  };
}

function changeRow(tell: Telling, changes: Changes, row: Row): ChangeRow {
  const sign = signOf(tell, row);
  const mark = sign === null ? null : { state: sign, level: null, simulated: false, word: sign === 'improved' || sign === 'worsened' || sign === 'same' ? frozenWords(tell.lang)(`sign.${sign}`) : frozenWords(tell.lang)('sign.changed') };
  return {
    id: row.key, of: row.of, kind: row.found.kind, name: nameOf(tell, row), below: isNodeBelow(tell, row), before: sideOf(tell, row, 'before'), after: sideOf(tell, row, 'after'),
    mark, change: changeWords(tell, changes, row), klass: reclassed(tell, row),
  };
}

function isNodeBelow(tell: Telling, row: Row): boolean {
  const node = nodeOf(row);
  return node !== null && isBelow(tell, node);
}

function nameOf(tell: Telling, row: Row): Part {
  if (row.of === 'indicator') return indicatorLink(tell, (row.found.after ?? row.found.before)?.indicatorCode ?? '');
  const node = row.found.after ?? row.found.before;
  return verbatim(node ? nodeName(tell, node) : '');
}

function sideOf(tell: Telling, row: Row, side: 'before' | 'after'): Side | null {
  if (row.of === 'node') {
    const node = row.found[side];
    return node && { figure: figure(frozenScore(tell, node)), period: when(tell, node.period), mark: classMark(tell, node.class) };
  }
  const one = row.found[side];
  return one && { figure: figure(frozenValue(tell, one)), period: when(tell, one.period), mark: null };
}
