import { type EditNode, type EditTree, nodesOf, treeOf } from './edit-tree.ts';

const fields = ['level', 'textId', 'textEn', 'shortId', 'shortEn', 'letter', 'weight', 'basis', 'servesCode', 'sourceCode', 'noteId', 'noteEn', 'links', 'funding', 'factors', 'contributions'] as const;
export type Field = (typeof fields)[number];
export interface FieldChange {
  field: Field;
  before: EditNode[Field];
  after: EditNode[Field];
}
/** Below which node, and behind which of those below it; null is at the top, and the first. */
export interface Place {
  parentCode: string | null;
  behind: string | null;
}
export interface NodeDifference {
  code: string;
  /** `moved` also when its order among its sisters changed; a node can be moved and changed. */
  what: 'added' | 'removed' | 'kept';
  moved: { before: Place; after: Place } | null;
  changed: FieldChange[];
  node: EditNode;
}

/** What two versions differ in, node by node in the order of the newer; what was removed comes last. Nodes are the same by their code. */
export function differenceOf(before: EditTree, after: EditTree): NodeDifference[] {
  const stay = stayers(before, after);
  const found: NodeDifference[] = [];
  for (const node of nodesOf(after)) {
    const old = before.nodes.get(node.code);
    if (!old) found.push({ code: node.code, what: 'added', moved: { before: { parentCode: null, behind: null }, after: placeIn(after, node) }, changed: [], node });
    else {
      const moved = stay.has(node.code) ? null : { before: placeIn(before, old), after: placeIn(after, node) };
      const changed = fields.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(node[field])).map((field) => ({ field, before: old[field], after: node[field] }));
      if (moved || changed.length > 0) found.push({ code: node.code, what: 'kept', moved, changed, node });
    }
  }
  for (const node of nodesOf(before)) if (!after.nodes.has(node.code)) found.push({ code: node.code, what: 'removed', moved: null, changed: [], node });
  return found;
}

function placeIn(tree: EditTree, node: EditNode): Place {
  const sisters = tree.below.get(node.parentCode ?? '') ?? [];
  return { parentCode: node.parentCode, behind: sisters[sisters.indexOf(node.code) - 1] ?? null };
}

/** Nodes that keep parent and order: of each parent the longest row of sisters that stands in one order in both; a node that passes another is told as moved, not all that it passed. */
function stayers(before: EditTree, after: EditTree): Set<string> {
  const found = new Set<string>();
  for (const [parent, codes] of after.below) {
    const old = new Map((before.below.get(parent) ?? []).map((code, n) => [code, n]));
    for (const code of longestRising(codes.filter((one) => old.has(one)), (code) => old.get(code) ?? 0)) found.add(code);
  }
  return found;
}

/** The longest part of a list whose numbers rise. */
function longestRising(codes: readonly string[], numberOf: (code: string) => number): string[] {
  const ends: number[] = []; // of each length, the index whose number is the smallest that ends such a row
  const behind: number[] = [];
  for (const [n, code] of codes.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numberOf(codes[ends[middle] as number] as string) < numberOf(code)) low = middle + 1;
      else high = middle;
    }
    behind[n] = low > 0 ? (ends[low - 1] as number) : -1;
    ends[low] = n;
  }
  const row: string[] = [];
  for (let n = ends.at(-1) ?? -1; n >= 0; n = behind[n] as number) row.push(codes[n] as string);
  return row.reverse();
}

/** The older version with the difference applied: the newer one. */
export function applyDifference(before: EditTree, difference: readonly NodeDifference[]): EditTree {
  const nodes = new Map(before.nodes);
  const gone = new Set(difference.filter((one) => one.what === 'removed' || one.moved !== null).map((one) => one.code));
  const below = new Map([...before.below].map(([parent, codes]) => [parent, codes.filter((code) => !gone.has(code))]));
  for (const { code, what, node, moved, changed } of difference) {
    if (what === 'removed') nodes.delete(code);
    else {
      const old = what === 'added' ? node : (nodes.get(code) as EditNode);
      nodes.set(code, { ...old, ...Object.fromEntries(changed.map(({ field, after }) => [field, after])), parentCode: moved ? moved.after.parentCode : old.parentCode });
    }
    // In the order of the newer version: whoever stands before it among its sisters is in its place already.
    if (moved && what !== 'removed') put(below, code, moved.after);
  }
  const inOrder: EditNode[] = [];
  const open = [...(below.get('') ?? [])].reverse();
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    inOrder.push(nodes.get(code) as EditNode);
    open.push(...[...(below.get(code) ?? [])].reverse());
  }
  return treeOf(inOrder);
}

function put(below: Map<string, string[]>, code: string, { parentCode, behind }: Place): void {
  const list = below.get(parentCode ?? '') ?? [];
  list.splice(behind === null ? 0 : list.indexOf(behind) + 1, 0, code);
  below.set(parentCode ?? '', list);
}
