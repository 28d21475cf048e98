import { type FrozenIndicator, type FrozenNode, headlinesOf } from '#scores/ui.ts';
import type { FrozenScores } from '#scores/index.ts';
import type { TagKind } from '#ui/index.ts';
import { changesPage, frozenList, frozenPage as address, whyFrozenValue } from '../addresses.ts';
import type { MarkView } from '../marks.ts';
import { neighbours } from '../paging.ts';
import { capital, figure, type Part, plain, sentence, verbatim } from '../sentence.ts';
import { counted } from '../standing-sentence.ts';
import { oneDecimal, type Telling, when } from '../telling.ts';
import { classMark, countFigure, dayOf, frozenScore, frozenTags, frozenTarget, frozenValue, indicatorLink, indicatorOrder, isBelow, nodeName, nodeOrder, treeName } from './frozen-figures.ts';
import { frozenWords } from './frozen-words.ts';
import { twoLists } from './two-lists.ts';

export interface ScoreRow {
  name: Part;
  /** False for a promise or a pillar, true for what stands below. */
  below: boolean;
  figure: Part;
  period: Part;
  mark: MarkView;
  coverage: Part[];
}
export interface ValueRow {
  name: Part;
  figure: Part;
  period: Part;
  target: Part[] | null;
  achievement: { figure: Part; mark: MarkView } | null;
  tags: TagKind[];
}
export interface FrozenPage {
  title: string;
  crumbs: { text: string; href?: string }[];
  headline: Part[];
  lead: Part[];
  note: string | null;
  /** What changed from the one before, and until the next one. */
  compare: { href: string; words: Part[] }[];
  sections: { id: string; heading: string; rows: ScoreRow[] }[];
  values: ValueRow[];
  empty: boolean;
  pages: { page: number; of: number; before: string | null; after: string | null };
}

/** One frozen day: every score and every figure as they stood, each opening to what it was reckoned from. */
export function frozenPage(tell: Telling, { frozen, nodes, indicators }: FrozenScores, page: number): FrozenPage {
  const say = frozenWords(tell.lang);
  const at = nodeOrder(tell);
  const place = indicatorOrder(tell);
  const scores = headlinesOf(nodes).sort((a, b) => at(a) - at(b) || (`${a.treeCode}|${a.nodeCode}` < `${b.treeCode}|${b.nodeCode}` ? -1 : 1));
  const values = [...indicators].sort((a, b) => place(a.indicatorCode) - place(b.indicatorCode) || (a.indicatorCode < b.indicatorCode ? -1 : 1));
  const shown = twoLists(scores, values, page);
  const trees = Map.groupBy(shown.first, (node) => `${node.tree}-${node.treeCode}`);
  const day = dayOf(tell, frozen);
  const headline = shown.of > 1 ? sentence(say, 'headline.paged', { day }) : sentence(say, 'headline', {
    day, scores: counted(tell, scores.length, '[data-score]'), s: scores.length, values: counted(tell, values.length, '[data-value]'), v: values.length,
  });
  const name = tell.lang === 'id' ? frozen.nameId : frozen.nameEn;
  return {
    title: plain(headline), crumbs: [{ text: say('list.title'), href: frozenList(tell.base) }, { text: name }], headline: capital(headline), lead: sentence(say, 'frozen.lead', { name: verbatim(name) }),
    note: tell.lang === 'id' ? frozen.noteId : frozen.noteEn, compare: compareLinks(tell, frozen.code),
    sections: [...trees].map(([id, rows]) => ({ id, heading: rows[0] ? treeName(tell, rows[0]) : '', rows: rows.map((node) => scoreRow(tell, node)) })),
    values: shown.second.map((one) => valueRow(tell, one)), empty: scores.length + values.length === 0,
    pages: { page: shown.page, of: shown.of, ...neighbours(address(tell.base, frozen.code), {}, shown) },
  };
}

function compareLinks(tell: Telling, code: string): FrozenPage['compare'] {
  const { frozen } = tell.model;
  const n = frozen.findIndex((one) => one.code === code);
  const [before, own, after] = [frozen[n - 1], frozen[n], frozen[n + 1]];
  if (n < 0 || !own) return [];
  const say = frozenWords(tell.lang);
  const to = (from: typeof own, until: typeof own) => ({ href: changesPage(tell.base, from.code, until.code), words: sentence(say, 'changes.range', { from: dayOf(tell, from), until: dayOf(tell, until) }) });
  return [...(before ? [to(before, own)] : []), ...(after ? [to(own, after)] : [])];
}

function scoreRow(tell: Telling, node: FrozenNode): ScoreRow {
  const fig = frozenScore(tell, node);
  return {
    name: verbatim(nodeName(tell, node)), below: isBelow(tell, node), figure: figure(fig), period: when(tell, node.period), mark: classMark(tell, node.class),
    coverage: sentence(frozenWords(tell.lang), node.known === node.declared ? 'coverage.all' : 'coverage', { known: countFigure(tell, node.known, fig.href), declared: countFigure(tell, node.declared, fig.href), c: node.declared }),
  };
}

function valueRow(tell: Telling, one: FrozenIndicator): ValueRow {
  const href = `${whyFrozenValue(tell.base, one.frozenCode, one.indicatorCode)}#capaian`;
  return {
    name: indicatorLink(tell, one.indicatorCode), figure: figure(frozenValue(tell, one)), period: when(tell, one.period), target: frozenTarget(tell, one),
    achievement: one.capped === null ? null : { figure: figure({ href, value: String(one.capped), shown: oneDecimal(tell, one.capped), marks: [] }), mark: classMark(tell, one.class) },
    tags: frozenTags(one),
  };
}
