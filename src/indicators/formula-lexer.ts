import { FormulaError, syntaxError } from './formula-error.ts';

export interface Token {
  kind: 'number' | 'text' | 'word' | 'element' | 'op' | 'end';
  value: string;
  /** Where it begins in the source, 0-based. */
  at: number;
}

/** A formula has at most so many characters; what a person writes has a few hundred. */
const longest = 10_000;
const kinds = ['number', 'text', 'element', 'word', 'op'] as const;
const token = /\s+|\/\*[\s\S]*?\*\/|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<text>"[^"]*"|'[^']*')|#\{(?<element>[A-Za-z0-9][A-Za-z0-9._-]*)\}|(?<word>[A-Za-z][A-Za-z0-9]*)|(?<op><=|>=|==|!=|<>|&&|\|\||[-+*/<>=!(),])/y;

/** Cuts a formula into its pieces, spaces and comments left out; the last one is always `end`. Throws FormulaError alone. */
export function tokensOf(source: string): Token[] {
  if (source.length > longest) throw new FormulaError('too_long', longest, { id: `rumus paling panjang ${longest} huruf`, en: `a formula has at most ${longest} characters` });
  const out: Token[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const groups = token.exec(source)?.groups;
    if (!groups) throw syntaxError(at, 'angka, kode, tanda hitung, atau kurung', 'a number, a code, an operator or a parenthesis');
    for (const kind of kinds) {
      const value = groups[kind];
      if (value !== undefined) out.push({ kind, value: kind === 'text' ? value.slice(1, -1) : value, at });
    }
  }
  out.push({ kind: 'end', value: '', at: source.length });
  return out;
}
