import { FormulaError, syntaxError } from './errors.ts';

export interface Token {
  kind: 'number' | 'text' | 'word' | 'reference' | 'period' | 'op' | 'end';
  /** Of a text: what it says, escapes resolved. */
  value: string;
  at: number;
  end: number;
}

export const longest = 10_000;
const pattern = /\s+|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<reference>[#A-Z]\{)|\[(?<period>[A-Za-z]*)\]|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<op><=|>=|==|!=|<>|&&|\|\||[-+*/%^<>=!(),.])/y;
const codes = /[A-Za-z0-9_][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_][A-Za-z0-9_-]*)*(?=\})/y;
const escapes: Record<string, string> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** The words of a formula; one pass, no recursion, refused at the first character that begins none. */
export function tokens(source: string): Token[] {
  if (source.length > longest) {
    throw new FormulaError('too_long', longest, { id: `rumus paling panjang ${longest} huruf, ini ${source.length}`, en: `expected at most ${longest} characters, not ${source.length}` });
  }
  const out: Token[] = [];
  let at = 0;
  while (at < source.length) {
    if (source.startsWith('/*', at)) at = afterComment(source, at);
    else if (source[at] === '"' || source[at] === "'") {
      out.push(quoted(source, at));
      at = out.at(-1)?.end ?? at;
    } else at = word(source, at, out);
  }
  out.push({ kind: 'end', value: '', at: source.length, end: source.length });
  return out;
}

function word(source: string, at: number, out: Token[]): number {
  pattern.lastIndex = at;
  const found = pattern.exec(source);
  if (!found) throw syntaxError(at, 'angka, `#{KODE}`, tanda hitung, atau kurung', 'a number, `#{CODE}`, an operator or a parenthesis');
  const groups = found.groups ?? {};
  if (groups.reference) {
    out.push(reference(source, at));
    return out.at(-1)?.end ?? at;
  }
  for (const kind of ['number', 'period', 'word', 'op'] as const) {
    const value = groups[kind];
    if (value !== undefined) out.push({ kind, value, at, end: pattern.lastIndex });
  }
  return pattern.lastIndex;
}

function afterComment(source: string, at: number): number {
  const end = source.indexOf('*/', at + 2);
  if (end < 0) throw syntaxError(source.length, 'penutup catatan `*/`', 'the end of the comment, `*/`');
  return end + 2;
}

function reference(source: string, at: number): Token {
  codes.lastIndex = at + 2;
  const code = codes.exec(source)?.[0];
  if (code === undefined) throw syntaxError(at + 2, 'kode (huruf, angka, `_`, `-`) dan `}`', 'a code (letters, digits, `_`, `-`) and `}`');
  return { kind: 'reference', value: `${source[at]}${code}`, at, end: codes.lastIndex + 1 };
}

function quoted(source: string, at: number): Token {
  const mark = source[at];
  let value = '';
  for (let next = at + 1; next < source.length; next += 1) {
    const letter = source[next] as string;
    if (letter === mark) return { kind: 'text', value, at, end: next + 1 };
    if (letter !== '\\') {
      value += letter;
      continue;
    }
    next += 1;
    const code = /^u[0-9a-fA-F]{4}/.exec(source.slice(next, next + 5))?.[0];
    const plain = escapes[source[next] ?? ''] ?? (`"'\\`.includes(source[next] ?? '?') ? source[next] : undefined);
    if (code === undefined && plain === undefined) throw syntaxError(next - 1, '`\\\\`, `\\"`, `\\\'`, `\\n`, `\\t` atau `\\uXXXX`', '`\\\\`, `\\"`, `\\\'`, `\\n`, `\\t` or `\\uXXXX`');
    value += code === undefined ? plain : String.fromCharCode(Number.parseInt(code.slice(1), 16));
    if (code !== undefined) next += 4;
  }
  throw syntaxError(source.length, `tanda kutip penutup ${mark}`, `the closing quote ${mark}`);
}
