import type { FrozenScores } from '#scores/index.ts';
import { type Compared, compareFrozen, type FrozenChange, type FrozenIndicator, type FrozenNode } from '#scores/ui.ts';
import { changeParts, formatNumber, type MarkState } from '#ui/index.ts';
import { changesPage as address } from '../addresses.ts';
import { type Fig, figure, type Part, sentence } from '../sentence.ts';
import { type Telling, unitOf } from '../telling.ts';
import { classMark, frozenValue, indicatorOrder, nodeOrder } from './frozen-figures.ts';
import { frozenWords } from './frozen-words.ts';
import { rowsAPage } from './two-lists.ts';

export type Row = { of: 'node'; key: string; found: Compared<FrozenNode> } | { of: 'indicator'; key: string; found: Compared<FrozenIndicator> };

/** In which order changes stand within the plan tree, the pillars, the measures: what moved first, what did not last. */
export const kinds: readonly FrozenChange[] = ['rose', 'fell', 'recounted', 'new', 'gone', 'renewed', 'same'];

/** Two frozen days and all that differs between them, in the order in which it is shown: the plan trees, the pillars, the measures. */
export interface Changes {
  from: FrozenScores;
  until: FrozenScores;
  rows: Row[];
}

export function changesOf(tell: Telling, from: FrozenScores, until: FrozenScores): Changes {
  const { nodes, indicators } = compareFrozen(from, until);
  const at = nodeOrder(tell);
  const place = indicatorOrder(tell);
  const groupOf = (row: Row): string => (row.of === 'indicator' ? '3' : (row.found.after ?? row.found.before)?.tree === 'plan' ? `1${(row.found.after ?? row.found.before)?.treeCode}` : '2');
  const placeOf = (row: Row): number => {
    if (row.of === 'indicator') return place((row.found.after ?? row.found.before)?.indicatorCode ?? '');
    const node = row.found.after ?? row.found.before;
    return node ? at(node) : 0;
  };
  const rows: Row[] = [
    ...nodes.map((found): Row => ({ of: 'node', key: keyOf(found), found })),
    ...indicators.map((found): Row => ({ of: 'indicator', key: `indikator.${(found.after ?? found.before)?.indicatorCode}`, found })),
  ];
  const groups = [...Map.groupBy(rows, groupOf)].sort(([a, one], [b, other]) => (a[0] !== b[0] ? (String(a[0]) < String(b[0]) ? -1 : 1) : Math.min(...one.map(placeOf)) - Math.min(...other.map(placeOf))));
  return { from, until, rows: groups.flatMap(([, group]) => group.sort((a, b) => kinds.indexOf(a.found.kind) - kinds.indexOf(b.found.kind) || placeOf(a) - placeOf(b))) };
}

const keyOf = ({ before, after }: Compared<FrozenNode>): string => {
  const node = after ?? before;
  return `${node?.tree === 'plan' ? 'rencana' : 'pilar'}.${node?.treeCode}.${node?.nodeCode}`;
};

/** Where a change stands with both its sides: the page of the two days, at its row. */
export function changeAddress(tell: Telling, { from, until, rows }: Changes, row: Row): string {
  const page = Math.floor(rows.filter((one) => one.of === row.of).indexOf(row) / rowsAPage) + 1;
  return `${address(tell.base, from.frozen.code, until.frozen.code)}${page > 1 ? `?halaman=${page}` : ''}#${encodeURIComponent(row.key)}`;
}

/** "naik 3,1 poin": the verb, and the size as a figure that opens to both sides. */
export function changeWords(tell: Telling, changes: Changes, row: Row): Part[] {
  const say = frozenWords(tell.lang);
  const { kind, change } = row.found;
  if (kind !== 'rose' && kind !== 'fell') return sentence(say, `kind.${kind}`);
  const { before, after } = row.found;
  if (row.of === 'indicator' && isWorded(tell, row) && before && after) return sentence(say, 'kind.turned', { before: figure(frozenValue(tell, before as FrozenIndicator)), after: figure(frozenValue(tell, after as FrozenIndicator)) });
  const amount = amountOf(tell, row, change ?? 0);
  return sentence(say, `kind.${kind}`, { amount: figure({ ...amount, href: changeAddress(tell, changes, row) }) });
}

/** A stage reached, or yes and no: told as they stand on both sides, without a size. */
function isWorded(tell: Telling, row: Row & { of: 'indicator' }): boolean {
  const kind = tell.model.indicators.get((row.found.after ?? row.found.before)?.indicatorCode ?? '')?.targetKind;
  return kind === 'yes_no' || kind === 'milestone';
}

/** The size, with as many decimals as the values have, or with more where it would round to nothing. */
function amountOf(tell: Telling, row: Row, change: number): Omit<Fig, 'href'> {
  const indicator = row.of === 'node' ? undefined : tell.model.indicators.get((row.found.after ?? row.found.before)?.indicatorCode ?? '');
  const usual = row.of === 'node' ? 1 : (indicator?.decimals ?? 6);
  const decimals = [usual, usual + 1, usual + 2, 9, 15].find((many) => Number(change.toFixed(many)) !== 0) ?? 15;
  const rounded = Number(change.toFixed(decimals));
  if (indicator) return { value: String(rounded), shown: changeParts(rounded, unitOf(tell, indicator.unitCode), tell.lang, decimals > 6 ? decimals : undefined).amount, marks: [] };
  return { value: String(rounded), shown: formatNumber(Math.abs(rounded), { lang: tell.lang, decimals: row.of === 'node' ? decimals : undefined }), marks: [] };
}

/** What a change is by the good direction, as a sign; a score is better the higher it is. */
export function signOf(tell: Telling, row: Row): MarkState | null {
  const { kind } = row.found;
  if (kind === 'same' || kind === 'renewed') return 'same';
  if (kind !== 'rose' && kind !== 'fell') return null;
  const direction = row.of === 'node' ? 'higher' : tell.model.indicators.get((row.found.after ?? row.found.before)?.indicatorCode ?? '')?.direction;
  if (direction === undefined || direction === 'none') return 'changed';
  return (kind === 'rose') === (direction === 'higher') ? 'improved' : 'worsened';
}

/** "kelas tinggi menjadi sedang", where a score left its class; null where it stayed. */
export function reclassed(tell: Telling, row: Row): string | null {
  if (row.of !== 'node' || !row.found.before || !row.found.after || row.found.before.class === row.found.after.class) return null;
  return frozenWords(tell.lang)('class', { before: classMark(tell, row.found.before.class).word, after: classMark(tell, row.found.after.class).word });
}
