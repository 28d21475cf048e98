import type { Params } from '#kernel/i18n.ts';
import type { FigureMark } from '#ui/index.ts';


/** A number as a page shows it: opens its explanation, carries the exact value, and says what is special about it. */
export interface Fig {
  href: string;
  value: string;
  shown: string;
  marks: FigureMark[];
}

/** A piece of a sentence. `verbatim` came from the pack as it stands, digits included. */
export type Part =
  | { kind: 'text'; text: string; strong: boolean; verbatim: boolean }
  | { kind: 'figure'; figure: Fig; strong: boolean }
  | { kind: 'time'; period: string; shown: string; strong: boolean }
  | { kind: 'link'; href: string; text: string; verbatim: boolean; strong: boolean }
  /** A number that belongs to a formula or names a code, not a figure of the region. */
  | { kind: 'formula'; text: string; strong: boolean }
  | { kind: 'count'; n: number; shown: string; rows: string; at: string | null; strong: boolean };

export const text = (words: string): Part => ({ kind: 'text', text: words, strong: false, verbatim: false });
export const verbatim = (words: string): Part => ({ kind: 'text', text: words, strong: false, verbatim: true });
export const figure = (fig: Fig): Part => ({ kind: 'figure', figure: fig, strong: false });
export const time = (period: string, shown: string): Part => ({ kind: 'time', period, shown, strong: false });
export const link = (href: string, words: string, fromPack = false): Part => ({ kind: 'link', href, text: words, verbatim: fromPack, strong: false });
/** A number of rows; `rows` is the selector that finds them on this page, or on the page `at`. */
export const count = (n: number, shown: string, rows: string, at: string | null = null): Part => ({ kind: 'count', n, shown, rows, at, strong: false });

export type Slots = Record<string, Part | Part[] | string | number | boolean>;
type Say<K extends string> = (key: K, params?: Params) => string;

/** Fills a message with pieces: figures and times stay what they are inside the sentence; `<b>` in the message makes strong. */
export function sentence<K extends string>(say: Say<K>, key: K, slots: Slots = {}): Part[] {
  const params: Params = {};
  for (const [name, slot] of Object.entries(slots)) params[name] = typeof slot === 'object' ? `\u0002${name}\u0002` : slot;
  const parts: Part[] = [];
  let strong = false;
  say(key, params).split(/(\u0002\w+\u0002|<\/?b>)/).forEach((piece) => {
    if (piece === '<b>' || piece === '</b>') strong = piece === '<b>';
    else if (piece.startsWith('\u0002')) {
      const slot = slots[piece.slice(1, -1)];
      for (const part of [slot].flat()) if (typeof part === 'object') parts.push(strong ? { ...part, strong } : part);
    } else if (piece) parts.push({ kind: 'text', text: piece, strong, verbatim: false });
  });
  return parts;
}

/** The sentence as one string, for titles and for what only a screen reader hears. */
export const plain = (parts: Part[]): string =>
  parts.map((part) => (part.kind === 'figure' ? part.figure.shown : 'shown' in part ? part.shown : part.text)).join('');

/** Pieces one after another with a joint between them: `a; b; c`. */
export function joined(items: Part[][], joint: string, last = joint): Part[] {
  return items.flatMap((item, n) => (n === 0 ? item : [text(n === items.length - 1 ? last : joint), ...item]));
}

/** The first letter of a sentence large, also when a number word opens it. */
export const capital = ([first, ...rest]: Part[]): Part[] =>
  first?.kind === 'text' && !first.verbatim ? [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest] : [...(first ? [first] : []), ...rest];

/** The same sentence with neighbouring plain words as one piece: a page is drawn piece by piece. */
export function runs(parts: Part[]): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last?.kind === 'text' && part.kind === 'text' && !last.verbatim && !part.verbatim && last.strong === part.strong) merged[merged.length - 1] = { ...last, text: last.text + part.text };
    else merged.push(part);
  }
  return merged;
}
