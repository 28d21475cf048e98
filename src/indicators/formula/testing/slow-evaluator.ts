/**
 * An evaluator of its own for tests: it shares nothing with the engine but the rules of docs/arithmetic.md. It walks a tree that the tests make
 * themselves, slowly and straight, and prints that tree with just the parentheses the grammar needs.
 */
export type Expr =
  | { t: 'num'; v: number }
  | { t: 'bool'; v: boolean }
  | { t: 'null' }
  | { t: 'ref'; code: string }
  | { t: 'un'; op: '-' | '!'; x: Expr }
  | { t: 'bin'; op: string; l: Expr; r: Expr }
  | { t: 'call'; f: string; args: Expr[] };

type Out = { v: number | boolean } | { none: string };
const none = (reason: string): Out => ({ none: reason });
const precedence: Record<string, number> = { '||': 1, '&&': 2, '==': 3, '!=': 3, '<': 4, '<=': 4, '>': 4, '>=': 4, '+': 5, '-': 5, '*': 6, '/': 6, '%': 6, un: 7, '^': 8 };

export function print(e: Expr): string {
  return printed(e).text;
}

function printed(e: Expr): { text: string; level: number } {
  switch (e.t) {
    case 'num': return e.v < 0 ? { text: `-${-e.v}`, level: 7 } : { text: String(e.v), level: 9 };
    case 'bool': return { text: String(e.v), level: 9 };
    case 'null': return { text: 'null', level: 9 };
    case 'ref': return { text: `#{${e.code}}`, level: 9 };
    case 'call': return { text: `${e.f}(${e.args.map((one) => printed(one).text).join(', ')})`, level: 9 };
    case 'un': return { text: `${e.op} ${wrapped(e.x, 7)}`, level: 7 };
    default: {
      const level = precedence[e.op] as number;
      // left association: the right side needs a tighter level; of ^ it is the left side, and a sign may stand on its right
      return e.op === '^' ? { text: `${wrapped(e.l, 9)} ^ ${wrapped(e.r, 7)}`, level } : { text: `${wrapped(e.l, level)} ${e.op} ${wrapped(e.r, level + 1)}`, level };
    }
  }
}

function wrapped(e: Expr, least: number): string {
  const { text, level } = printed(e);
  return level >= least ? text : `(${text})`;
}

export interface Wanted {
  value: number | boolean | null;
  reason: string | null;
  assumedZero: string[];
}

export function slowly(e: Expr, values: Record<string, number | null>, missing: string): Wanted {
  const inLook = (x: Expr): boolean => x.t === 'call' && ['isNull', 'isNotNull', 'firstNonNull', 'greatest', 'least'].includes(x.f);
  const parts = (x: Expr): Expr[] => (x.t === 'un' ? [x.x] : x.t === 'bin' ? [x.l, x.r] : x.t === 'call' ? x.args : []);
  const outside = (x: Expr): string[] => (x.t === 'ref' ? [x.code] : inLook(x) ? [] : parts(x).flatMap(outside));
  const every = (x: Expr): string[] => (x.t === 'ref' ? [x.code] : parts(x).flatMap(every));
  const gone = (code: string): boolean => values[code] === undefined || values[code] === null;
  if (missing === 'skip_if_any' && outside(e).some(gone)) return { value: null, reason: 'missing', assumedZero: [] };
  if (missing === 'skip_if_all' && every(e).length > 0 && every(e).every(gone)) return { value: null, reason: 'missing', assumedZero: [] };
  const zero: string[] = [];
  const walk = (x: Expr, looking: boolean): Out => {
    switch (x.t) {
      case 'num': case 'bool': return { v: x.v };
      case 'null': return none('missing');
      case 'ref': {
        if (!gone(x.code)) return { v: values[x.code] as number };
        if (looking || missing === 'skip_if_any') return none('missing');
        zero.push(x.code);
        return { v: 0 };
      }
      case 'un': {
        const a = walk(x.x, looking);
        return 'none' in a ? a : { v: x.op === '-' ? -(a.v as number) : !a.v };
      }
      case 'bin': return both(x.op, walk(x.l, looking), walk(x.r, looking));
      default:
        if (x.f === 'if') {
          const test = walk(x.args[0] as Expr, looking);
          return walk((!('none' in test) && test.v === true ? x.args[1] : x.args[2]) as Expr, looking);
        }
        return called(x.f, x.args.map((arg) => walk(arg, looking || inLook(x))));
    }
  };
  const out = walk(e, false);
  const assumedZero = [...new Set(zero)].sort();
  return 'none' in out ? { value: null, reason: out.none, assumedZero } : { value: out.v === 0 ? 0 : out.v, reason: null, assumedZero };
}

const number = (v: number): Out => (Number.isNaN(v) ? none('domain') : Math.abs(v) === Number.POSITIVE_INFINITY ? none('overflow') : { v });

function both(op: string, l: Out, r: Out): Out {
  if (op === '&&' || op === '||') {
    const wins = op === '||';
    if (('v' in l && l.v === wins) || ('v' in r && r.v === wins)) return { v: wins };
    return 'none' in l ? l : 'none' in r ? r : { v: !wins };
  }
  if ('none' in l) return l;
  if ('none' in r) return r;
  const [a, b] = [l.v as number, r.v as number];
  switch (op) {
    case '+': return number(a + b);
    case '-': return number(a - b);
    case '*': return number(a * b);
    case '/': return b === 0 ? none('zero_denominator') : number(a / b);
    case '%': return b === 0 ? none('zero_denominator') : 'none' in number(a / b) ? none('overflow') : number(a - b * (a / b < 0 ? Math.ceil(a / b) : Math.floor(a / b)));
    case '^': return a === 0 && b < 0 ? none('domain') : a < 0 && Math.floor(b) !== b ? none('domain') : number(a ** b);
    case '<': return { v: a < b };
    case '<=': return { v: a <= b };
    case '>': return { v: a > b };
    case '>=': return { v: a >= b };
    case '==': return { v: a === b };
    default: return { v: a !== b };
  }
}

function called(f: string, args: Out[]): Out {
  const there = args.flatMap((one) => ('v' in one ? [one.v as number] : []));
  const first = args.find((one) => 'none' in one);
  if (f === 'isNull') return { v: there.length === 0 };
  if (f === 'isNotNull') return { v: there.length > 0 };
  if (f === 'firstNonNull') return there.length > 0 ? { v: there[0] as number } : (args[0] as Out);
  if (f === 'greatest' || f === 'least') return there.length === 0 ? (args[0] as Out) : { v: there.sort((x, y) => (f === 'least' ? x - y : y - x))[0] as number };
  if (first) return first;
  const [a, b, c] = there as [number, number, number];
  switch (f) {
    case 'abs': return { v: a < 0 ? -a : a };
    case 'floor': return { v: Math.floor(a) };
    case 'ceil': return { v: -Math.floor(-a) };
    case 'sqrt': return a < 0 ? none('domain') : { v: Math.sqrt(a) };
    case 'removeZeros': return a === 0 ? none('missing') : { v: a };
    case 'round': return number(roundText(a, there.length > 1 ? b : 0));
    case 'normalise': return both('/', both('-', { v: a }, { v: b }), both('-', { v: c }, { v: b }));
    default: throw new Error(`no ${f}`);
  }
}

/** Rounds on written digits, one by one. */
function roundText(value: number, places: number): number {
  const [whole = '0', part = ''] = unfold(Math.abs(value)).split('.');
  const n = Math.trunc(places);
  const all = whole + part;
  const cut = whole.length + n;
  if (cut >= all.length) return value;
  if (cut < 0) return 0;
  const kept = BigInt(all.slice(0, cut) || '0') + ((all[cut] as string) >= '5' ? 1n : 0n);
  return Number(`${value < 0 ? '-' : ''}${kept}e${-n}`);
}

function unfold(value: number): string {
  const [m = '0', e = '0'] = value.toString().split('e');
  const [whole = '0', part = ''] = m.split('.');
  const shift = Number(e);
  if (shift >= 0) return `${whole}${part.slice(0, shift).padEnd(shift, '0')}.${part.slice(shift)}`;
  return `0.${'0'.repeat(-shift - 1)}${whole}${part}`;
}
