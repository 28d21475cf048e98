import { checkFormula, type TypeOf } from './formula-check.ts';
import { FormulaError, syntaxError } from './formula-error.ts';
import { type Token, tokensOf } from './formula-lexer.ts';

export type Sign = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '&&' | '||';

/**
 * The one syntax tree of the formula language; `at` is where the node begins in the source. A chain is what stands on one level of
 * precedence, applied from left to right: `80 / 100 * 50` is (80 / 100) * 50. Kept flat, so that a long sum is no deep tree.
 */
export type Node =
  | { kind: 'number'; value: number; at: number; written: string }
  | { kind: 'text'; value: string; at: number }
  | { kind: 'boolean'; value: boolean; at: number }
  | { kind: 'null'; at: number }
  | { kind: 'element'; code: string; at: number }
  | { kind: 'unary'; op: '-' | '+' | '!'; of: Node; at: number }
  | { kind: 'chain'; first: Node; rest: Link[]; at: number }
  | { kind: 'call'; name: string; args: Node[]; at: number };
export interface Link {
  op: Sign;
  of: Node;
  /** Where the sign stands. */
  at: number;
}

const deepest = 200;
/** Levels from loose to tight. */
const levels: Record<string, number> = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6 };
export const levelOf = (op: Sign): number => levels[op] ?? 0;
const spellings: Record<string, string> = { or: '||', and: '&&', not: '!', '=': '==', '<>': '!=' };

/** Parses a formula and checks its types; `typeOf` knows the elements there are. Throws only FormulaError, whatever the text. */
export function parseFormula(source: string, typeOf?: TypeOf): Node {
  const cursor: Cursor = { list: tokensOf(source), next: 0, depth: 0 };
  const tree = expression(cursor, 1);
  if (peek(cursor).kind !== 'end') throw syntaxError(peek(cursor).at, 'akhir rumus', 'the end of the formula');
  checkFormula(tree, typeOf);
  return tree;
}

interface Cursor {
  list: Token[];
  next: number;
  depth: number;
}
const peek = (c: Cursor): Token => c.list[c.next] as Token;
const take = (c: Cursor): Token => c.list[c.next++] as Token;

/** The sign at the cursor in its one spelling, or nothing; a word is a sign only where it is one (`and`, `or`, `not`). */
function sign(c: Cursor): string {
  const { kind, value } = peek(c);
  if (kind !== 'op' && kind !== 'word') return '';
  return Object.hasOwn(spellings, value) ? (spellings[value] ?? '') : kind === 'op' ? value : '';
}

function expect(c: Cursor, op: string): void {
  if (sign(c) !== op) throw syntaxError(peek(c).at, `\`${op}\``, `\`${op}\``);
  c.next += 1;
}

function deeper<T>(c: Cursor, work: () => T): T {
  c.depth += 1;
  if (c.depth > deepest) throw new FormulaError('too_deep', peek(c).at, { id: `rumus bersarang lebih dari ${deepest} tingkat`, en: `nested deeper than ${deepest} levels` });
  const result = work();
  c.depth -= 1;
  return result;
}

/** Precedence climbing: takes every sign at least as tight as `loosest`; what is tighter belongs to the right hand. */
function expression(c: Cursor, loosest: number): Node {
  return deeper(c, () => {
    let left = unary(c);
    for (;;) {
      const level = levels[sign(c)];
      if (level === undefined || level < loosest) return left;
      left = chain(c, left, level);
    }
  });
}

function chain(c: Cursor, first: Node, level: number): Node {
  const rest: Link[] = [];
  while (levels[sign(c)] === level) {
    const op = sign(c) as Sign;
    const { at } = take(c);
    rest.push({ op, of: expression(c, level + 1), at });
  }
  return { kind: 'chain', first, rest, at: first.at };
}

function unary(c: Cursor): Node {
  const op = sign(c);
  if (op !== '-' && op !== '+' && op !== '!') return primary(c);
  const { at } = take(c);
  return deeper(c, () => ({ kind: 'unary', op, of: unary(c), at }));
}

function primary(c: Cursor): Node {
  const t = take(c);
  if (t.kind === 'number') {
    if (!Number.isFinite(Number(t.value))) throw new FormulaError('overflow', t.at, { id: 'angka terlalu besar', en: 'the number is too large' });
    return { kind: 'number', value: Number(t.value), at: t.at, written: t.value };
  }
  if (t.kind === 'text') return { kind: 'text', value: t.value, at: t.at };
  if (t.kind === 'element') return { kind: 'element', code: t.value, at: t.at };
  if (t.kind === 'word') return word(c, t);
  if (t.kind === 'op' && t.value === '(') {
    const inner = expression(c, 1);
    expect(c, ')');
    return inner;
  }
  throw syntaxError(t.at, 'angka, `#{KODE}`, fungsi, atau kurung', 'a number, `#{CODE}`, a function or a parenthesis');
}

function word(c: Cursor, t: Token): Node {
  if (t.value === 'true' || t.value === 'false') return { kind: 'boolean', value: t.value === 'true', at: t.at };
  if (t.value === 'null') return { kind: 'null', at: t.at };
  if (sign(c) !== '(') throw syntaxError(t.at, 'fungsi dengan kurung, atau `#{KODE}`', 'a function with parentheses, or `#{CODE}`');
  take(c);
  const args: Node[] = [];
  while (sign(c) !== ')') {
    if (args.length > 0) expect(c, ',');
    args.push(expression(c, 1));
  }
  expect(c, ')');
  return { kind: 'call', name: t.value, args, at: t.at };
}

/** Node by node, each before what stands in it. */
export function partsOf(node: Node): Node[] {
  if (node.kind === 'unary') return [node.of];
  if (node.kind === 'call') return node.args;
  if (node.kind === 'chain') return [node.first, ...node.rest.map((link) => link.of)];
  return [];
}

/** The data elements a formula refers to, in order of appearance, each once. */
export function elementsOf(node: Node): string[] {
  const found = new Set<string>();
  const walk = (part: Node): void => {
    if (part.kind === 'element') found.add(part.code);
    else partsOf(part).forEach(walk);
  };
  walk(node);
  return [...found];
}
