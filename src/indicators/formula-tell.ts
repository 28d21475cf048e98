import type { Lang } from '#kernel/i18n.ts';
import { functionNamed } from './formula-functions.ts';
import { levelOf, type Node, type Sign } from './formula-parser.ts';

/** A piece of a told formula: words, a number as the author wrote it, or an element that a page draws with its name, value and link. */
export type ToldPart = { kind: 'words'; text: string } | { kind: 'number'; written: string } | { kind: 'element'; code: string };

const words: Record<Lang, Record<Sign | 'not' | 'minus' | 'true' | 'false' | 'null', string>> = {
  id: {
    '+': 'ditambah', '-': 'dikurangi', '*': 'dikali', '/': 'dibagi', '<': 'kurang dari', '<=': 'paling banyak', '>': 'lebih dari', '>=': 'paling sedikit',
    '==': 'sama dengan', '!=': 'tidak sama dengan', '&&': 'dan', '||': 'atau', not: 'tidak benar bahwa', minus: 'minus', true: 'benar', false: 'salah', null: 'tidak ada',
  },
  en: {
    '+': 'plus', '-': 'minus', '*': 'times', '/': 'divided by', '<': 'is less than', '<=': 'is at most', '>': 'is more than', '>=': 'is at least',
    '==': 'equals', '!=': 'does not equal', '&&': 'and', '||': 'or', not: 'it is not true that', minus: 'minus', true: 'true', false: 'false', null: 'nothing',
  },
};

/** The formula as a sentence in pieces, in one language: `A dibagi B, dikali 100`. Parentheses stand only where the order needs them. */
export function tellFormula(tree: Node, lang: Lang): ToldPart[] {
  return joined(tell(tree, lang, 0));
}

/** The same as one text, each element by its name. */
export const formulaSentence = (tree: Node, nameOf: (element: string) => string, lang: Lang): string =>
  tellFormula(tree, lang).map((part) => (part.kind === 'words' ? part.text : part.kind === 'number' ? numberText(part.written, lang) : nameOf(part.code))).join('');

/** A number as the author wrote it, with the decimal sign of the language. */
export const numberText = (written: string, lang: Lang): string => (lang === 'id' ? written.replace('.', ',') : written);

const say = (text: string): ToldPart => ({ kind: 'words', text });

/** `around`: how tight the sign beside this piece binds; a looser chain then stands in parentheses. */
function tell(node: Node, lang: Lang, around: number): ToldPart[] {
  switch (node.kind) {
    case 'number':
      return [{ kind: 'number', written: node.written }];
    case 'text':
      return [say(`“${node.value}”`)];
    case 'boolean':
      return [say(words[lang][node.value ? 'true' : 'false'])];
    case 'null':
      return [say(words[lang].null)];
    case 'element':
      return [{ kind: 'element', code: node.code }];
    case 'unary': {
      const of = tell(node.of, lang, tightest);
      return node.op === '+' ? of : [say(`${node.op === '!' ? words[lang].not : words[lang].minus} `), ...of];
    }
    case 'chain':
      return tellChain(node, lang, around);
    case 'call':
      return tellCall(node, lang, around);
  }
}

const tightest = 9;

function tellChain({ first, rest }: Extract<Node, { kind: 'chain' }>, lang: Lang, around: number): ToldPart[] {
  const level = levelOf(rest[0]?.op ?? '+');
  // The first operand is applied first anyway; the others need parentheses as soon as they are a chain of the same level.
  const parts = [...tell(first, lang, level - 1), ...rest.flatMap(({ op, of }, n) => [say(`${n > 0 && level === levelOf('*') ? ',' : ''} ${words[lang][op]} `), ...tell(of, lang, level)])];
  return level <= around ? [say('('), ...parts, say(')')] : parts;
}

function tellCall(node: Extract<Node, { kind: 'call' }>, lang: Lang, around: number): ToldPart[] {
  const pattern = functionNamed(node.name)?.told[lang] ?? `${node.name}({*})`;
  const listed = pattern.includes('{*}');
  const parts = pattern.split(/(\{[\d*]\})/).flatMap((piece) => {
    if (piece === '{*}') return node.args.flatMap((arg, n) => [...(n > 0 ? [say('; ')] : []), ...tell(arg, lang, 0)]);
    const arg = /^\{\d\}$/.test(piece) ? node.args[Number(piece.slice(1, -1))] : undefined;
    return arg ? tell(arg, lang, node.name === 'if' ? 0 : tightest) : [say(piece)];
  });
  return around > 0 && !listed ? [say('('), ...parts, say(')')] : parts;
}

/** Neighbouring words become one piece. */
function joined(parts: ToldPart[]): ToldPart[] {
  const out: ToldPart[] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (part.kind === 'words' && last?.kind === 'words') out[out.length - 1] = say(last.text + part.text);
    else if (part.kind !== 'words' || part.text !== '') out.push(part);
  }
  return out;
}
