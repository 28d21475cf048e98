import type { Params } from '#kernel/i18n.ts';

/** A figure that opens: its value, how it is written, where its explanation stands, and how sure it is. */
export interface FigureView {
  value: number | string;
  shown: string;
  href: string;
  marks: string[];
}
/** A piece of a sentence: plain words, a figure, a year, a text that came from the pack, or words that weigh. */
export type Piece = string | { figure: FigureView } | { time: string } | { verbatim: string; href?: string } | { strong: string };

/** A message with pieces in its places: `pieces(m, 'home.change', { figure: …, year: … })`. */
export function pieces<K extends string>(words: (key: K, params?: Params) => string, key: K, fill: Record<string, Piece>, params: Params = {}): Piece[] {
  const slots = Object.fromEntries(Object.keys(fill).map((name) => [name, `\u0001${name}\u0001`]));
  return words(key, { ...params, ...slots }).split('\u0001').map((part, n) => (n % 2 === 1 ? (fill[part] as Piece) : part)).filter((piece) => piece !== '');
}
