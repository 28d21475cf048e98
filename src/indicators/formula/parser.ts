import { type Cursor, deeper, expectOp, made, opOf, peek, take, wholeNumber } from './cursor.ts';
import { type ReportMetric, reportMetrics } from './report-metrics.ts';
import { FormulaError, syntaxError } from './errors.ts';
import { functions } from './functions.ts';
import { type Token, tokens } from './lexer.ts';
import { parseModifier } from './modifiers.ts';
import { refuseModifiers } from './refuse-modifiers.ts';
import { areaChoices, type BinaryOp, childrenOf, type Grouping, groupings, type Node, type Over, type Sigil, type UnaryOp } from './tree.ts';
import { checkTypes, type TypeOf } from './types.ts';

/** A window over periods, with all windows inside it, is at most so long: what a formula reads stays bounded. */
const mostPeriods = 120;

/** Levels from loose to tight; within a level, left before right. `^` stands above the signs, in `power`. */
const levels: Record<string, number> = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6, '%': 6 };

/** Parses a formula and checks its types; throws only FormulaError, and never recurses deeper than its limit. */
export function parseFormula(source: string, typeOf?: TypeOf): Node {
  const tree = parseSyntax(source);
  checkTypes(tree, typeOf);
  refuseModifiers(tree);
  return tree;
}

/** The tree alone: functions, arguments and types are not looked at. */
export function parseSyntax(source: string): Node {
  const cursor: Cursor = { source, list: tokens(source), next: 0, depth: 0, nodes: 0 };
  const tree = expression(cursor, 1);
  if (peek(cursor).kind !== 'end') throw syntaxError(peek(cursor).at, 'tanda hitung atau akhir rumus', 'an operator or the end of the formula');
  return tree;
}

function expression(c: Cursor, loosest: number): Node {
  return deeper(c, peek(c).at, () => {
    let left = signed(c);
    for (;;) {
      const op = opOf(peek(c));
      const level = Object.hasOwn(levels, op) ? levels[op] : undefined;
      if (level === undefined || level < loosest) return left;
      const at = take(c).at;
      left = made(c, { kind: 'binary', op: op as BinaryOp, left, right: expression(c, level + 1), at });
    }
  });
}

function signed(c: Cursor): Node {
  const op = opOf(peek(c));
  if (op !== '-' && op !== '+' && op !== '!') return power(c);
  const at = take(c).at;
  return deeper(c, at, () => made(c, { kind: 'unary', op: op as UnaryOp, of: signed(c), at }));
}

function power(c: Cursor): Node {
  const base = postfix(c);
  if (opOf(peek(c)) !== '^') return base;
  const at = take(c).at;
  return deeper(c, at, () => made(c, { kind: 'binary', op: '^', left: base, right: signed(c), at }));
}

function postfix(c: Cursor): Node {
  let of = primary(c);
  while (opOf(peek(c)) === '.') {
    const at = take(c).at;
    of = made(c, { kind: 'modified', by: parseModifier(c), of, at });
  }
  return of;
}

function primary(c: Cursor): Node {
  const t = take(c);
  if (t.kind === 'number') return made(c, number(t));
  if (t.kind === 'text') return made(c, { kind: 'text', value: t.value, at: t.at });
  if (t.kind === 'reference') return made(c, reference(t));
  if (t.kind === 'period') {
    if (t.value !== 'days' && t.value !== 'periodInYear') throw syntaxError(t.at, '`[days]` atau `[periodInYear]`', '`[days]` or `[periodInYear]`');
    return made(c, { kind: 'reference', sigil: '[', code: t.value, options: [], at: t.at });
  }
  if (t.kind === 'word' && opOf(t) === '') return made(c, word(c, t));
  if (t.value === '(') {
    const inner = expression(c, 1);
    expectOp(c, ')');
    return inner;
  }
  throw syntaxError(t.at, 'angka, `#{KODE}`, fungsi, atau kurung', 'a number, `#{CODE}`, a function or a parenthesis');
}

function number(t: Token): Node {
  const value = Number(t.value);
  if (!Number.isFinite(value)) throw new FormulaError('overflow', t.at, { id: 'di sini seharusnya ada angka yang lebih kecil dari 1,8e308', en: 'expected a number below 1.8e308 here' });
  if (value === 0 && /[1-9]/.test(t.value.split(/[eE]/)[0] ?? '')) throw new FormulaError('underflow', t.at, { id: 'di sini seharusnya ada 0 atau angka yang tidak lebih kecil dari 5e-324', en: 'expected 0 or a number not below 5e-324 here' });
  return { kind: 'number', value, written: t.value, at: t.at };
}

function reference(t: Token): Node {
  const sigil = t.value[0] as string;
  if (!'#NCTR'.includes(sigil)) throw syntaxError(t.at, '`#{…}`, `N{…}`, `C{…}`, `T{…}` atau `R{…}`', '`#{…}`, `N{…}`, `C{…}`, `T{…}` or `R{…}`');
  const [code = '', ...options] = sigil === '#' || sigil === 'R' ? t.value.slice(1).split('.') : [t.value.slice(1)];
  if (sigil === 'R' && !(options.length === 1 && reportMetrics.includes(options[0] as ReportMetric))) throw syntaxError(t.at, `\`R{KODE.…}\` dengan ${reportMetrics.join(', ')}`, `\`R{CODE.…}\` with ${reportMetrics.join(', ')}`);
  return { kind: 'reference', sigil: sigil as Sigil, code, options, at: t.at };
}

function word(c: Cursor, t: Token): Node {
  if (t.value === 'true' || t.value === 'false') return { kind: 'boolean', value: t.value === 'true', at: t.at };
  if (t.value === 'null') return { kind: 'null', at: t.at };
  if (opOf(peek(c)) !== '(') throw syntaxError(t.at, 'fungsi dengan kurung, atau `#{KODE}`', 'a function with parentheses, or `#{CODE}`');
  if (t.value !== 'is' && !Object.hasOwn(functions, t.value)) throw new FormulaError('unknown_function', t.at, { id: `fungsi \`${t.value}\` tidak dikenal; yang ada: ${Object.keys(functions).join(', ')}`, en: `expected a known function, not \`${t.value}\`: ${Object.keys(functions).join(', ')}` });
  take(c);
  if (groupings.includes(t.value as Grouping)) return group(c, t.value as Grouping, t.at);
  if (t.value === 'is') return { kind: 'call', name: 'in', args: isIn(c), at: t.at };
  const args: Node[] = [];
  while (opOf(peek(c)) !== ')') {
    if (args.length > 0) expectOp(c, ',');
    args.push(expression(c, 1));
  }
  expectOp(c, ')');
  return { kind: 'call', name: t.value, args, at: t.at };
}

/** `is(x in a, b)`, as another system writes it. */
function isIn(c: Cursor): Node[] {
  const args = [expression(c, 1)];
  if (peek(c).kind !== 'word' || peek(c).value !== 'in') throw syntaxError(peek(c).at, '`in`', '`in`');
  take(c);
  do args.push(expression(c, 1));
  while (opOf(peek(c)) === ',' && take(c));
  expectOp(c, ')');
  return args;
}

function group(c: Cursor, name: Grouping, at: number): Node {
  const of = expression(c, 1);
  let share: Node | null = null;
  let over: Over = { of: 'parts' };
  if (name === 'percentile') {
    expectOp(c, ',');
    share = expression(c, 1);
  }
  if (name !== 'subExpression') {
    expectOp(c, ',');
    over = parseOver(c);
  }
  expectOp(c, ')');
  if (windowOf(of) * lengthOf(over) > mostPeriods) throw new FormulaError('too_many', at, { id: `jendela di dalam jendela seharusnya bersama-sama paling banyak ${mostPeriods} masa`, en: `expected windows within windows of at most ${mostPeriods} periods together` });
  return { kind: 'group', name, of, share, over, at };
}

/** Over how many periods a group runs; over areas each counts once. */
const lengthOf = (over: Over): number => (over.of === 'periods' ? over.to - over.from + 1 : 1);
const windowOf = (node: Node): number => Math.max(1, ...childrenOf(node).map(windowOf)) * (node.kind === 'group' ? lengthOf(node.over) : 1);

function parseOver(c: Cursor): Over {
  const t = take(c);
  if (t.kind !== 'word' || (t.value !== 'periods' && t.value !== 'areas')) throw syntaxError(t.at, '`periods(dari, sampai)` atau `areas(children)`', '`periods(from, to)` or `areas(children)`');
  expectOp(c, '(');
  let over: Over;
  if (t.value === 'areas') {
    const which = take(c);
    if (!areaChoices.includes(which.value as (typeof areaChoices)[number])) throw syntaxError(which.at, areaChoices.join(', '), areaChoices.join(', '));
    over = { of: 'areas', which: which.value as (typeof areaChoices)[number] };
  } else {
    const at = peek(c).at;
    const from = wholeNumber(c);
    expectOp(c, ',');
    const to = wholeNumber(c);
    if (from > to || to - from >= mostPeriods) throw syntaxError(at, 'dua bilangan bulat, yang pertama tidak lebih besar, paling banyak 120 masa', 'two whole numbers, the first not the greater, at most 120 periods');
    over = { of: 'periods', from, to };
  }
  expectOp(c, ')');
  return over;
}
