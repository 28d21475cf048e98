import { belowOf, Changing, checkNoCycle, checkPlace, type EditFunding, type EditNode, type EditTree, getNode, levelBelow, levelNames, type NodeChange, nodesOf, refuse, shifted, stepsBetween } from './edit-tree.ts';
import { exactly, inText, sumOf } from './exact.ts';
import { isWhole, link, type LinkOperation } from './link-operation.ts';
import { changeContribution, changeFactor, type ContributionOperation, type FactorOperation, mergedResults } from './result-operation.ts';
import type { PlanLevel } from './tables.ts';
import { atMost, longestText } from './texts.ts';

export interface NodeTexts {
  textId: string;
  textEn: string;
  shortId: string | null;
  shortEn: string | null;
  noteId: string | null;
  noteEn: string | null;
}
/** What people do to a plan's tree. `at` is the place among those below the parent, counted without the node itself; left out, it is the last. */
export type Operation =
  | ({ kind: 'add'; parent: string | null; at?: number; code: string; level: string; basis: string } & NodeTexts)
  | ({ kind: 'text'; node: string; basis: string; servesCode: string | null } & NodeTexts)
  /** A level that is not named follows from the parent: what lies below goes as many levels up or down. */
  | { kind: 'move'; node: string; parent: string | null; at?: number; level?: string }
  | { kind: 'split'; node: string; code: string; textId: string; textEn: string; weight: string | null; below: string[] }
  | { kind: 'merge'; node: string; into: string }
  | { kind: 'weight'; parent: string | null; weights: Record<string, string | null> }
  /** By node and year; null takes an amount away. */
  | { kind: 'fund'; amounts: Record<string, Record<string, string | null>> }
  | LinkOperation
  | FactorOperation
  | ContributionOperation
  | { kind: 'remove'; node: string };
export type OperationKind = Operation['kind'] | 'undo';

/** So many nodes are moved to another level, or taken away, at once. */
export const mostAtOnce = 2_000;

/** The nodes that an operation names: two operations about one node by two people meet. */
export function namedBy(operation: Operation): string[] {
  if (operation.kind === 'add') return operation.parent === null ? [operation.code] : [operation.code, operation.parent];
  if (operation.kind === 'weight') return [...(operation.parent === null ? [] : [operation.parent]), ...Object.keys(operation.weights)];
  if (operation.kind === 'fund') return Object.keys(operation.amounts);
  if (operation.kind === 'move') return operation.parent === null ? [operation.node] : [operation.node, operation.parent];
  if (operation.kind === 'split') return [operation.node, operation.code, ...operation.below];
  return operation.kind === 'merge' ? [operation.node, operation.into] : [operation.node];
}

/** Of which node all that lies below must be known: what is taken away, and what goes to another level. Null of none. */
export function wholeBelow(tree: EditTree, levels: readonly PlanLevel[], operation: Operation): string | null {
  if (operation.kind === 'remove') return operation.node;
  if (operation.kind !== 'move') return null;
  const [node, above] = [tree.nodes.get(operation.node), tree.nodes.get(operation.parent ?? '')];
  if (!node) return null;
  return (operation.level ?? (above ? levelBelow(levels, above.level, node.level) : node.level)) === node.level ? null : operation.node;
}

/** What an operation changes. Throws a Fault `plan.*` (422) that says what was expected, and then nothing is changed. */
export function operate(tree: EditTree, levels: readonly PlanLevel[], operation: Operation): NodeChange[] {
  const work = new Changing(tree);
  switch (operation.kind) {
    case 'add': add(work, levels, operation); break;
    case 'text': changeText(work, operation); break;
    case 'move': move(work, levels, operation); break;
    case 'split': split(work, levels, operation); break;
    case 'merge': merge(work, levels, operation); break;
    case 'weight': weigh(work, levels, operation); break;
    case 'fund': fund(work, operation); break;
    case 'link': link(work, operation, partsBelow(tree, levels, operation.node).map((code) => tree.nodes.get(code)?.weight ?? null)); break;
    case 'factor': changeFactor(work, operation); break;
    case 'contribution': changeContribution(work, operation); break;
    case 'remove': remove(work, operation);
  }
  return work.changes;
}

type Of<K extends Operation['kind']> = Extract<Operation, { kind: K }>;
const codeForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

function checkCode({ tree }: Changing, code: string): void {
  if (!codeForm.test(code)) throw refuse('code', 'code', code, 'letters, digits, . _ -, at most 64');
  if (tree.nodes.has(code)) throw refuse('code_taken', 'code', code, 'a code of its own');
}
function checkText(textId: string, textEn: string): void {
  if (textId.trim() === '') throw refuse('text', 'textId', textId, 'a text');
  if (textEn.trim() === '') throw refuse('text', 'textEn', textEn, 'a text');
  for (const [field, text] of Object.entries({ textId, textEn })) atMost(longestText, field, text);
}
function checkTexts({ textId, textEn, ...others }: NodeTexts): void {
  checkText(textId, textEn);
  for (const field of ['shortId', 'shortEn', 'noteId', 'noteEn'] as const) atMost(longestText, field, others[field]);
}
const endOf = ({ tree }: Changing, parent: string | null, at: number | undefined, without: string): number => {
  const others = belowOf(tree, parent ?? '').filter((code) => code !== without).length;
  return Math.min(Math.max(at ?? others, 0), others);
};

function add(work: Changing, levels: readonly PlanLevel[], { kind: _, parent, at, ...given }: Of<'add'>): void {
  checkCode(work, given.code);
  checkTexts(given);
  checkPlace(work.tree, levels, given, parent);
  work.add({ ...given, parentCode: parent, letter: null, weight: null, servesCode: null, sourceCode: null, links: [], funding: [], factors: [], contributions: [] }, endOf(work, parent, at, given.code));
}

function changeText(work: Changing, { kind: _, node, ...texts }: Of<'text'>): void {
  const old = getNode(work.tree, node);
  checkTexts(texts);
  work.set(node, { ...texts, sourceCode: old.textId === texts.textId ? old.sourceCode : null }); // its old source has other words
}

function move(work: Changing, levels: readonly PlanLevel[], { node: code, parent, at, level: wanted }: Of<'move'>): void {
  const node = getNode(work.tree, code);
  const above = parent === null ? null : getNode(work.tree, parent, 'parent');
  checkNoCycle(work.tree, code, parent);
  const level = wanted ?? (above ? levelBelow(levels, above.level, node.level) : node.level);
  checkPlace(work.tree, levels, { code, level }, parent);
  if (level !== node.level) shiftBelow(work, levels, node, level);
  work.move(code, parent, endOf(work, parent, at, code), level);
}

/** What lies below goes along. */
function shiftBelow(work: Changing, levels: readonly PlanLevel[], node: EditNode, level: string): void {
  const by = stepsBetween(levels, node.level, level);
  const all = nodesOf(work.tree, node.code);
  if (all.length > mostAtOnce) throw refuse('too_many', 'node', all.length, String(mostAtOnce));
  const become = new Map([[node.code, level]]);
  for (const one of all) {
    const next = shifted(levels, one.level, by);
    const above = become.get(one.parentCode ?? '') ?? '';
    const depth = (name: string): number => levels.findIndex((known) => known.code === name);
    if (next === null || depth(next) <= depth(above)) throw refuse('level_below', 'level', one.code, levels.map((known) => known.code).join(', '), levelNames(levels));
    become.set(one.code, next);
  }
  for (const one of all) work.set(one.code, { level: become.get(one.code) ?? one.level });
}

/** Its weight is divided between both: the sum stays. Funding, links and what decides its success stay with the first. */
function split(work: Changing, levels: readonly PlanLevel[], { node: code, code: fresh, textId, textEn, weight, below }: Of<'split'>): void {
  const node = getNode(work.tree, code);
  checkCode(work, fresh);
  checkText(textId, textEn);
  checkPlace(work.tree, levels, { code: fresh, level: node.level }, node.parentCode);
  const foreign = below.find((one) => getNode(work.tree, one, 'below').parentCode !== code);
  if (foreign !== undefined) throw refuse('not_below', 'below', foreign, `a node below ${code}`);
  const part = weight === null ? null : exactly(weight);
  const own = node.weight === null ? null : (exactly(node.weight) ?? 0n);
  if (own === null ? weight !== null : part === null || part <= 0n || part >= own) throw refuse('split_weight', 'weight', weight ?? '', own === null ? '' : inText(own));
  work.add({ ...node, code: fresh, textId, textEn, shortId: null, shortEn: null, noteId: null, noteEn: null, letter: null, weight: part === null ? null : inText(part), sourceCode: null, links: [], funding: [], factors: [], contributions: [] }, belowOf(work.tree, node.parentCode ?? '').indexOf(code) + 1);
  if (own !== null && part !== null) work.set(code, { weight: inText(own - part) });
  for (const [n, one] of belowOf(work.tree, code).filter((other) => below.includes(other)).entries()) work.move(one, fresh, n);
}

/** What lies below, links, funding and weight go to the other; a link that both have stays the other's. */
function merge(work: Changing, levels: readonly PlanLevel[], { node: code, into }: Of<'merge'>): void {
  const [node, other] = [getNode(work.tree, code), getNode(work.tree, into, 'into')];
  if (code === into) throw refuse('merge_self', 'into', into, 'another node');
  if (node.level !== other.level) throw refuse('merge_level', 'into', into, node.level, levelNames(levels));
  for (const one of belowOf(work.tree, code)) work.move(one, into, belowOf(work.tree, into).length);
  const links = [...other.links, ...node.links.filter((link) => !other.links.some((own) => own.kind === link.kind && own.code === link.code))];
  const weight = node.weight === null && other.weight === null ? null : inText(sumOf([node.weight, other.weight]));
  work.remove(code);
  work.set(into, { ...mergedResults(node, other), links, weight, funding: together(other.funding, node.funding) });
}

/** A sum of two amounts stands in no document: it is our reading. */
function together(own: EditFunding[], more: EditFunding[]): EditFunding[] {
  const sums = own.map((one) => {
    const other = more.find(({ period }) => period === one.period);
    if (!other) return one;
    const sum = sumOf([one.amount, other.amount]);
    if (sum >= (exactly(`1${'0'.repeat(18)}`) ?? 0n)) throw refuse('amount', 'into', inText(sum), '< 10^18');
    return { ...one, amount: inText(sum), basis: 'reading' };
  });
  return [...sums, ...more.filter(({ period }) => !own.some((one) => one.period === period))].sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** The weights of all parts below a node at once: none, or all, above zero, 100 or 1 together. */
function weigh(work: Changing, levels: readonly PlanLevel[], { parent, weights }: Of<'weight'>): void {
  const codes = partsBelow(work.tree, levels, parent);
  const stranger = Object.keys(weights).find((code) => !codes.includes(code));
  if (stranger !== undefined) throw refuse('node_missing', 'weights', stranger, codes.join(', '));
  const given = codes.map((code) => (code in weights ? (weights[code] ?? null) : (work.tree.nodes.get(code)?.weight ?? null)));
  checkWeights(given, weightOfLinks(work.tree, parent));
  for (const [n, code] of codes.entries()) work.set(code, { weight: given[n] === null ? null : inText(exactly(given[n] as string) ?? 0n) });
}

/** Indicators that hang on a node themselves count beside its parts; initiatives have shares of their own. */
const weightOfLinks = (tree: EditTree, code: string | null, of = 'indicator'): bigint => sumOf((tree.nodes.get(code ?? '')?.links ?? []).filter(({ kind }) => kind === of).map(({ weight }) => weight));

/** Throws where weights are given to some alone, one is not above zero, or they are not 100, or 1, together with those of the node's own indicators. */
function checkWeights(weights: readonly (string | null)[], links: bigint): void {
  if (weights.every((one) => one === null)) return;
  const wrong = weights.find((one) => one === null || (exactly(one) ?? 0n) <= 0n);
  if (wrong !== undefined) throw refuse('weight', 'weights', wrong ?? '', '> 0');
  const sum = sumOf(weights) + links;
  if (!isWhole(sum)) throw refuse('weight_sum', 'weights', inText(sum), '100');
}

export const partsBelow = (tree: EditTree, levels: readonly PlanLevel[], parent: string | null): string[] => {
  const parts = new Set(levels.filter((level) => level.component).map((level) => level.code));
  return belowOf(tree, parent ?? '').filter((code) => parts.has(tree.nodes.get(code)?.level ?? ''));
};

function fund(work: Changing, { amounts }: Of<'fund'>): void {
  for (const [code, years] of Object.entries(amounts)) {
    const node = getNode(work.tree, code);
    const kept = node.funding.filter(({ period }) => !(period in years));
    const given = Object.entries(years).flatMap(([period, amount]) => (amount === null ? [] : [fundingWith(node, period, amount)]));
    work.set(code, { funding: [...kept, ...given].sort((a, b) => (a.period < b.period ? -1 : 1)) });
  }
}

/** What is typed here is the draft document's; the document becomes its source when it is adopted. */
function fundingWith(node: EditNode, period: string, amount: string): EditFunding {
  const field = `amount~${node.code}~${period}`;
  const exact = /^\d{1,18}(\.\d{1,2})?$/.test(amount) ? exactly(amount) : null;
  if (exact === null) throw refuse('amount', field, amount, '0 … 10^18');
  if (!/^\d{4}$/.test(period)) throw refuse('year', field, period, '2025');
  const old = node.funding.find((one) => one.period === period);
  return old && exactly(old.amount) === exact ? old : { period, amount: inText(exact), basis: 'document', sourceCode: null, noteId: old?.noteId ?? null, noteEn: old?.noteEn ?? null };
}

/** With all that lies below it, from the deepest up. */
function remove(work: Changing, { node: code }: Of<'remove'>): void {
  getNode(work.tree, code);
  const all = nodesOf(work.tree, code);
  if (all.length >= mostAtOnce) throw refuse('too_many', 'node', all.length + 1, String(mostAtOnce));
  for (const one of all.reverse()) work.remove(one.code);
  work.remove(code);
}

/** What keeps a version from being proposed. */
export interface Unready {
  /** The node whose parts it is about; null of the roots. */
  node: string | null;
  what: 'no_root' | 'two_roots' | 'some_weights' | 'weight_sum';
  given: string;
}
export function unreadyIn(tree: EditTree, levels: readonly PlanLevel[]): Unready[] {
  const roots = belowOf(tree, '');
  const found: Unready[] = [];
  if (roots.length === 0) found.push({ node: null, what: 'no_root', given: '0' });
  if (levels[0]?.code === 'vision' && roots.length > 1) found.push({ node: null, what: 'two_roots', given: roots.join(', ') });
  for (const parent of ['', ...tree.nodes.keys()]) {
    const weights = partsBelow(tree, levels, parent).map((code) => tree.nodes.get(code)?.weight ?? null);
    const [links, shares] = [weightOfLinks(tree, parent), weightOfLinks(tree, parent, 'initiative')];
    if (shares > (exactly('100') ?? 0n)) found.push({ node: parent || null, what: 'weight_sum', given: inText(shares) });
    if (weights.every((weight) => weight === null)) {
      if (links > 0n && !isWhole(links)) found.push({ node: parent || null, what: 'weight_sum', given: inText(links) }); // what its own indicators weigh is left of a sum
      continue;
    }
    if (weights.includes(null)) found.push({ node: parent || null, what: 'some_weights', given: String(weights.filter((one) => one === null).length) });
    else {
      const sum = sumOf(weights) + links;
      if (!isWhole(sum)) found.push({ node: parent || null, what: 'weight_sum', given: inText(sum) });
    }
  }
  return found;
}

export const steps = ['up', 'down', 'in', 'out'] as const;
export type Step = (typeof steps)[number];
/** One step in the outline as a move: past a sister, below the one before, or out beside its parent. Throws `plan.step` where there is no room. */
export function stepFor(tree: EditTree, code: string, step: Step): Operation {
  const { parentCode: parent } = getNode(tree, code);
  const sisters = belowOf(tree, parent ?? '');
  const at = sisters.indexOf(code);
  const none = refuse('step', 'node', code, step);
  if (step === 'up' || step === 'down') {
    const to = at + (step === 'up' ? -1 : 1);
    if (to < 0 || to >= sisters.length) throw none;
    return { kind: 'move', node: code, parent, at: to };
  }
  if (step === 'in') {
    const before = sisters[at - 1];
    if (before === undefined) throw none;
    return { kind: 'move', node: code, parent: before };
  }
  if (parent === null) throw none;
  const above = getNode(tree, parent);
  return { kind: 'move', node: code, parent: above.parentCode, at: belowOf(tree, above.parentCode ?? '').indexOf(parent) + 1, level: above.level };
}
