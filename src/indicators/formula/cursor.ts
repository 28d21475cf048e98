import { FormulaError, syntaxError } from './errors.ts';
import type { Token } from './lexer.ts';
import type { Node } from './tree.ts';

const deepest = 200;
const mostNodes = 1_000;
const spellings: Record<string, string> = { or: '||', and: '&&', not: '!', '=': '==', '<>': '!=' };

/** Where a parse stands. */
export interface Cursor {
  source: string;
  list: Token[];
  next: number;
  depth: number;
  nodes: number;
}

export const peek = (c: Cursor): Token => c.list[c.next] as Token;
export const take = (c: Cursor): Token => (c.list[c.next]?.kind === 'end' ? peek(c) : (c.list[c.next++] as Token));
export const opOf = (t: Token): string => (t.kind === 'op' ? (spellings[t.value] ?? t.value) : t.kind === 'word' && Object.hasOwn(spellings, t.value) ? (spellings[t.value] as string) : '');

export function expectOp(c: Cursor, op: string): void {
  if (opOf(peek(c)) !== op) throw syntaxError(peek(c).at, `\`${op}\``, `\`${op}\``);
  c.next += 1;
}

export function made(c: Cursor, node: Node): Node {
  c.nodes += 1;
  if (c.nodes > mostNodes) throw new FormulaError('too_many', node.at, { id: `rumus paling banyak ${mostNodes} bagian`, en: `expected at most ${mostNodes} parts` });
  return node;
}

export function deeper<T>(c: Cursor, at: number, work: () => T): T {
  c.depth += 1;
  if (c.depth > deepest) throw new FormulaError('too_deep', at, { id: `rumus bersarang paling dalam ${deepest} tingkat`, en: `expected at most ${deepest} levels of nesting` });
  const result = work();
  c.depth -= 1;
  return result;
}

/** A signed whole number written out, such as the offset of a period. */
export function wholeNumber(c: Cursor): number {
  const at = peek(c).at;
  const sign = opOf(peek(c));
  if (sign === '-' || sign === '+') take(c);
  const t = take(c);
  if (t.kind !== 'number' || !/^\d{1,4}$/.test(t.value)) throw syntaxError(at, 'bilangan bulat antara -9999 dan 9999', 'a whole number between -9999 and 9999');
  return (sign === '-' ? -1 : 1) * Number(t.value) + 0;
}
