import { FormulaError, syntaxError } from './formula-error.ts';

/** The one syntax tree of the formula language; `at` is where the node begins in the source. */
export type Node =
  | { kind: 'number'; value: number; at: number; written: string }
  | { kind: 'text'; value: string; at: number }
  | { kind: 'boolean'; value: boolean; at: number }
  | { kind: 'null'; at: number }
  | { kind: 'element'; code: string; at: number }
  | { kind: 'unary'; op: '-' | '+' | '!'; of: Node; at: number }
  | { kind: 'binary'; op: BinaryOp; left: Node; right: Node; at: number }
  | { kind: 'call'; name: string; args: Node[]; at: number };
export type BinaryOp = '+' | '-' | '*' | '/' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '&&' | '||';

interface Token {
  kind: 'number' | 'text' | 'word' | 'element' | 'op' | 'end';
  value: string;
  at: number;
}

const longest = 10_000;
const deepest = 200;
const token = /\s+|\/\*[\s\S]*?\*\/|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<text>"[^"]*"|'[^']*')|#\{(?<element>[A-Za-z0-9][A-Za-z0-9._-]*)\}|(?<word>[A-Za-z][A-Za-z0-9]*)|(?<op><=|>=|==|!=|<>|&&|\|\||[-+*/<>=!(),])/y;

function tokens(source: string): Token[] {
  if (source.length > longest) throw new FormulaError('too_long', longest, { id: `rumus paling panjang ${longest} huruf`, en: `a formula has at most ${longest} characters` });
  const out: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const groups = token.exec(source)?.groups;
    if (!groups) throw syntaxError(at, 'angka, kode, tanda hitung, atau kurung', 'a number, a code, an operator or a parenthesis');
    for (const kind of ['number', 'text', 'element', 'word', 'op'] as const) {
      const value = groups[kind];
      if (value !== undefined) out.push({ kind, value: kind === 'text' ? value.slice(1, -1) : value, at });
    }
  }
  out.push({ kind: 'end', value: '', at: source.length });
  return out;
}

/** Levels from loose to tight; within a level, left before right. */
const levels: Record<string, number> = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6 };
const spellings: Record<string, string> = { or: '||', and: '&&', not: '!', '=': '==', '<>': '!=' };

/** Parses a formula; throws only FormulaError, and never recurses deeper than its limit. */
export function parseFormula(source: string): Node {
  const cursor: Cursor = { list: tokens(source), next: 0, depth: 0 };
  const tree = expression(cursor, 1);
  if (peek(cursor).kind !== 'end') throw syntaxError(peek(cursor).at, 'akhir rumus', 'the end of the formula');
  checkTypes(tree);
  return tree;
}

interface Cursor {
  list: Token[];
  next: number;
  depth: number;
}
const peek = (c: Cursor): Token => c.list[c.next] as Token;
const take = (c: Cursor): Token => c.list[c.next++] as Token;
const opOf = (t: Token): string => (t.kind === 'op' || t.kind === 'word' ? (spellings[t.value] ?? t.value) : '');

function expect(c: Cursor, op: string): void {
  if (opOf(peek(c)) !== op) throw syntaxError(peek(c).at, `\`${op}\``, `\`${op}\``);
  c.next += 1;
}

function deeper<T>(c: Cursor, at: number, work: () => T): T {
  c.depth += 1;
  if (c.depth > deepest) throw new FormulaError('too_deep', at, { id: `rumus bersarang lebih dari ${deepest} tingkat`, en: `nested deeper than ${deepest} levels` });
  const result = work();
  c.depth -= 1;
  return result;
}

function expression(c: Cursor, loosest: number): Node {
  return deeper(c, peek(c).at, () => {
    let left = unary(c);
    for (;;) {
      const op = opOf(peek(c));
      const level = levels[op];
      if (level === undefined || level < loosest) return left;
      const at = take(c).at;
      left = { kind: 'binary', op: op as BinaryOp, left, right: expression(c, level + 1), at };
    }
  });
}

function unary(c: Cursor): Node {
  const op = opOf(peek(c));
  if (op !== '-' && op !== '+' && op !== '!') return primary(c);
  const at = take(c).at;
  return deeper(c, at, () => ({ kind: 'unary', op, of: unary(c), at }));
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
  if (t.value === '(') {
    const inner = expression(c, 1);
    expect(c, ')');
    return inner;
  }
  throw syntaxError(t.at, 'angka, `#{KODE}`, fungsi, atau kurung', 'a number, `#{CODE}`, a function or a parenthesis');
}

function word(c: Cursor, t: Token): Node {
  if (t.value === 'true' || t.value === 'false') return { kind: 'boolean', value: t.value === 'true', at: t.at };
  if (t.value === 'null') return { kind: 'null', at: t.at };
  if (opOf(peek(c)) !== '(') throw syntaxError(t.at, 'fungsi dengan kurung, atau `#{KODE}`', 'a function with parentheses, or `#{CODE}`');
  take(c);
  const args: Node[] = [];
  while (opOf(peek(c)) !== ')') {
    if (args.length > 0) expect(c, ',');
    args.push(expression(c, 1));
  }
  expect(c, ')');
  return { kind: 'call', name: t.value, args, at: t.at };
}

type Type = 'number' | 'text' | 'boolean' | 'any';

/** Functions: least and most arguments, what they take, what they give. Later functions are rows here. */
export const functions: Record<string, { least: number; most: number; takes: Type; gives: Type; id: string; en: string }> = {
  if: { least: 3, most: 3, takes: 'any', gives: 'any', id: 'jika syarat benar, yang pertama; selain itu yang kedua', en: 'the first if the condition holds, else the second' },
  isNull: { least: 1, most: 1, takes: 'any', gives: 'boolean', id: 'benar bila tidak ada', en: 'true when it is missing' },
  isNotNull: { least: 1, most: 1, takes: 'any', gives: 'boolean', id: 'benar bila ada', en: 'true when it is there' },
  firstNonNull: { least: 1, most: 50, takes: 'any', gives: 'any', id: 'yang pertama yang ada', en: 'the first that is there' },
  greatest: { least: 1, most: 50, takes: 'number', gives: 'number', id: 'yang terbesar', en: 'the largest' },
  least: { least: 1, most: 50, takes: 'number', gives: 'number', id: 'yang terkecil', en: 'the smallest' },
  round: { least: 1, most: 2, takes: 'number', gives: 'number', id: 'dibulatkan', en: 'rounded' },
};

function checkTypes(node: Node): Type {
  const want = (part: Node, type: Type): void => {
    const found = checkTypes(part);
    if (found !== 'any' && type !== 'any' && found !== type) {
      throw new FormulaError('type', part.at, { id: `di sini perlu ${type}, bukan ${found}`, en: `expected a ${type} here, not a ${found}` });
    }
  };
  if (node.kind === 'unary') {
    want(node.of, node.op === '!' ? 'boolean' : 'number');
    return node.op === '!' ? 'boolean' : 'number';
  }
  if (node.kind === 'binary') return checkBinary(node, want);
  if (node.kind === 'call') return checkCall(node, want);
  if (node.kind === 'element' || node.kind === 'null') return 'any';
  return node.kind;
}

function checkBinary(node: Extract<Node, { kind: 'binary' }>, want: (part: Node, type: Type) => void): Type {
  if (node.op === '&&' || node.op === '||') {
    want(node.left, 'boolean');
    want(node.right, 'boolean');
    return 'boolean';
  }
  if ('+-*/'.includes(node.op)) {
    want(node.left, 'number');
    want(node.right, 'number');
    return 'number';
  }
  want(node.right, checkTypes(node.left));
  return 'boolean';
}

function checkCall(node: Extract<Node, { kind: 'call' }>, want: (part: Node, type: Type) => void): Type {
  const known = Object.hasOwn(functions, node.name) ? functions[node.name] : undefined;
  if (!known) throw new FormulaError('unknown_function', node.at, { id: `fungsi \`${node.name}\` tidak dikenal`, en: `unknown function \`${node.name}\`` });
  if (node.args.length < known.least || node.args.length > known.most) {
    throw new FormulaError('arguments', node.at, { id: `\`${node.name}\` perlu ${known.least} sampai ${known.most} isian`, en: `\`${node.name}\` takes ${known.least} to ${known.most} arguments` });
  }
  node.args.forEach((arg, n) => { want(arg, node.name === 'if' && n === 0 ? 'boolean' : known.takes); });
  return known.gives;
}

/** The data elements a formula refers to, in order of appearance, each once. */
export function elementsOf(node: Node): string[] {
  const found = new Set<string>();
  const walk = (part: Node): void => {
    if (part.kind === 'element') found.add(part.code);
    else if (part.kind === 'unary') walk(part.of);
    else if (part.kind === 'call') part.args.forEach(walk);
    else if (part.kind === 'binary') {
      walk(part.left);
      walk(part.right);
    }
  };
  walk(node);
  return [...found];
}
