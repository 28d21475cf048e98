import { Fault } from '#kernel/faults.ts';
import type { ContributionRow, FundingRow, LinkRow, NodeRow, PlanLevel, SuccessFactorRow } from './tables.ts';

export type EditLink = Pick<LinkRow, 'kind' | 'code' | 'role' | 'weight' | 'basis' | 'reasonId' | 'reasonEn' | 'sourceCode' | 'evidence'>;
export type EditFunding = Pick<FundingRow, 'period' | 'amount' | 'basis' | 'sourceCode' | 'noteId' | 'noteEn'>;
export type EditFactor = Pick<SuccessFactorRow, 'code' | 'textId' | 'textEn' | 'basis' | 'sourceCode'>;
export type EditContribution = Pick<ContributionRow, 'agencyCode' | 'role' | 'textId' | 'textEn' | 'factorCode' | 'basis' | 'sourceCode'>;
/** A node with all that hangs on it: what a change takes away with it, and an undo puts back. */
export interface EditNode extends Omit<NodeRow, 'regionCode' | 'planCode' | 'planVersion' | 'position'> {
  links: EditLink[];
  funding: EditFunding[];
  factors: EditFactor[];
  contributions: EditContribution[];
}
/** `at`: the how manieth it is of those below its parent, from 0, at the moment of the change. */
export type Placed = EditNode & { at: number };
/** One node before and after; what is null is not there. A list of changes is done in its order, and undone in the other. */
export interface NodeChange {
  code: string;
  before: Placed | null;
  after: Placed | null;
}
/** A tree, or what of it an operation needs. `below` holds the codes below a node in their order; '' holds the roots. */
export interface EditTree {
  nodes: Map<string, EditNode>;
  below: Map<string, string[]>;
}

/** A refusal of an operation: 422 with the field, what was given and what was expected; the pages say the code in words. */
export const refuse = (code: string, field: string, given: unknown, expected: string, more: { levels?: LevelNames } = {}): Fault => new Fault(`plan.${code}`, 422, { field, given: String(given).slice(0, 200), expected, ...more });
/** What the levels that a refusal names are called. */
type LevelNames = Record<string, PlanLevel['name']>;
export const levelNames = (levels: readonly PlanLevel[]): { levels: LevelNames } => ({ levels: Object.fromEntries(levels.map(({ code, name }) => [code, name])) });

/** Nodes in the order in which those of one parent follow one another. */
export function treeOf(nodes: EditNode[]): EditTree {
  const below = new Map<string, string[]>();
  for (const { code, parentCode } of nodes) {
    const list = below.get(parentCode ?? '');
    if (list) list.push(code);
    else below.set(parentCode ?? '', [code]);
  }
  return { nodes: new Map(nodes.map((node) => [node.code, node])), below };
}

/** All nodes, each followed by those below it. */
export function nodesOf(tree: EditTree, from = ''): EditNode[] {
  const found: EditNode[] = [];
  const open = [...belowOf(tree, from)].reverse();
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    found.push(tree.nodes.get(code) as EditNode);
    open.push(...[...belowOf(tree, code)].reverse());
  }
  return found;
}

export const belowOf = (tree: EditTree, code: string): readonly string[] => tree.below.get(code) ?? [];

/** Throws `plan.node_missing`: somebody took it away, or it never was. */
export function getNode(tree: EditTree, code: string, field = 'node'): EditNode {
  const node = tree.nodes.get(code);
  if (!node) throw refuse('node_missing', field, code, 'a node of this version');
  return node;
}

export function placed(tree: EditTree, code: string): Placed {
  const node = getNode(tree, code);
  return { ...node, at: belowOf(tree, node.parentCode ?? '').indexOf(code) };
}

/** The tree after the changes; the one given stays as it is. */
export function applyChanges(tree: EditTree, changes: readonly NodeChange[]): EditTree {
  const next: EditTree = { nodes: new Map(tree.nodes), below: new Map(tree.below) };
  for (const change of changes) applyChange(next, change);
  return next;
}

function applyChange({ nodes, below }: EditTree, { code, before, after }: NodeChange): void {
  if (before) {
    const list = below.get(before.parentCode ?? '') ?? [];
    below.set(before.parentCode ?? '', list.filter((one) => one !== code));
    nodes.delete(code);
  }
  if (after) {
    const { at, ...node } = after;
    const list = [...(below.get(after.parentCode ?? '') ?? [])];
    list.splice(at, 0, code);
    below.set(after.parentCode ?? '', list);
    nodes.set(code, node);
  }
}

/** What undoes the changes. */
export const inverse = (changes: readonly NodeChange[]): NodeChange[] => changes.map(({ code, before, after }) => ({ code, before: after, after: before })).reverse();

/** Does changes one after another and remembers them. */
export class Changing {
  tree: EditTree;
  readonly changes: NodeChange[] = [];

  constructor(tree: EditTree) {
    this.tree = { nodes: new Map(tree.nodes), below: new Map(tree.below) };
  }

  #do(change: NodeChange): void {
    applyChange(this.tree, change);
    this.changes.push(change);
  }

  add(node: EditNode, at: number): void {
    this.#do({ code: node.code, before: null, after: { ...node, at } });
  }

  /** Gives a node other content, at its place. */
  set(code: string, content: Partial<EditNode>): void {
    const before = placed(this.tree, code);
    const after = { ...before, ...content };
    if (JSON.stringify(before) !== JSON.stringify(after)) this.#do({ code, before, after });
  }

  /** Puts a node below another; `at` counts without the node itself. */
  move(code: string, parentCode: string | null, at: number, level?: string): void {
    const before = placed(this.tree, code);
    const after = { ...before, parentCode, at, level: level ?? before.level };
    if (JSON.stringify(before) !== JSON.stringify(after)) this.#do({ code, before, after });
  }

  remove(code: string): void {
    this.#do({ code, before: placed(this.tree, code), after: null });
  }
}

const depthOf = (levels: readonly PlanLevel[], level: string): number => levels.findIndex((one) => one.code === level);

/** Throws where a node of this level may not stand below that parent. A plan with a vision has one root. */
export function checkPlace(tree: EditTree, levels: readonly PlanLevel[], node: Pick<EditNode, 'code' | 'level'>, parentCode: string | null): void {
  const depth = depthOf(levels, node.level);
  if (depth < 0) throw refuse('level', 'level', node.level, levels.map((one) => one.code).join(', '), levelNames(levels));
  if (parentCode === null) {
    if (depth > 0) throw refuse('root', 'parent', node.level, levels[0]?.code ?? '', levelNames(levels));
    if (levels[0]?.code === 'vision' && belowOf(tree, '').some((root) => root !== node.code)) throw refuse('two_roots', 'parent', node.code, String(belowOf(tree, '')[0]));
    return;
  }
  const above = getNode(tree, parentCode, 'parent');
  if (depth <= depthOf(levels, above.level)) throw refuse('level', 'level', node.level, levels.slice(depthOf(levels, above.level) + 1).map((one) => one.code).join(', ') || '-', levelNames(levels));
}

/** Throws where the parent is the node itself or lies below it. */
export function checkNoCycle(tree: EditTree, code: string, parentCode: string | null): void {
  for (let at = parentCode; at !== null; at = tree.nodes.get(at)?.parentCode ?? null) if (at === code) throw refuse('cycle', 'parent', parentCode, 'a node that does not lie below it');
}

/** The level that a node gets below a parent: its own where that may stand there, else the next one that counts as a part. */
export function levelBelow(levels: readonly PlanLevel[], parentLevel: string, own: string): string {
  const depth = depthOf(levels, parentLevel);
  if (depthOf(levels, own) > depth) return own;
  return levels.slice(depth + 1).find((one) => one.component)?.code ?? levels[depth + 1]?.code ?? own;
}

/** A level so many parts higher or lower; what is no part keeps its level. Null where there is none. */
export function shifted(levels: readonly PlanLevel[], level: string, by: number): string | null {
  const parts = levels.filter((one, n) => one.component || n === 0);
  const at = parts.findIndex((one) => one.code === level);
  return at < 0 ? level : (parts[at + by]?.code ?? null);
}
/** How many parts lie between two levels; 0 where one of them is none. */
export function stepsBetween(levels: readonly PlanLevel[], from: string, to: string): number {
  const parts = levels.filter((one, n) => one.component || n === 0).map((one) => one.code);
  return parts.includes(from) && parts.includes(to) ? parts.indexOf(to) - parts.indexOf(from) : 0;
}
