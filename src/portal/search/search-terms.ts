import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemIndonesian } from '@orama/stemmers/indonesian';
import type { Lang } from '#kernel/i18n.ts';

/** A query may be so long; what is longer is refused, not cut in silence. */
export const mostCharacters = 200;
/** Bounds the work of one query, whatever is typed. */
export const mostTerms = 8;
const longestTerm = 32;

/** Words that stand in every second sentence: no reader means them alone. */
const stop = new Set(
  ('dan di ke dari yang untuk pada dengan dalam oleh atau per serta bagi para akan adalah ini itu sebagai secara antara ' +
    'the of and in to for on by with a an or per at from as is are its').split(' '),
);

/** A word as the index knows it: small letters, no accents. */
export const folded = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

export const wordPattern = /[\p{L}\p{N}]+/gu;

const stemmers = { id: stemIndonesian, en: stemEnglish };

/** The stem of a folded word. The stemmer runs until nothing changes: `perekonomian`, `ekonomi` and `ekonom` are one. */
export function stem(word: string, lang: Lang): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let last = word;
  for (let n = 0; n < 3; n += 1) {
    const next = stemmers[lang](last);
    if (next === last || next.length < 3) break;
    last = next;
  }
  return last;
}

/** Before a stem that is not written as such: what matches by it alone is found last, or not at all. */
export const stemMark = '~';

/** What the index keeps of a text: every word and, marked, its stem, without the words that say nothing. */
export function termsOf(text: string, lang: Lang): string[] {
  const words = (text.match(wordPattern) ?? []).map((word) => folded(word).slice(0, longestTerm)).filter((word) => !stop.has(word));
  return words.flatMap((word) => {
    const root = stem(word, lang);
    return root === word ? [word] : [word, stemMark + root];
  });
}

/** The words that a query asks for, each once, at most `mostTerms`, the longest first among too many. */
export function wordsAsked(query: string): string[] {
  const all = [...new Set((query.match(wordPattern) ?? []).map((word) => folded(word).slice(0, longestTerm)).filter((word) => word !== ''))];
  const told = all.filter((word) => !stop.has(word));
  const words = told.length > 0 ? told : all;
  if (words.length <= mostTerms) return words;
  const kept = new Set([...words].sort((a, b) => b.length - a.length).slice(0, mostTerms));
  return words.filter((word) => kept.has(word));
}

/** The stems of a word of a query: on an English page nobody says in which language it is, since official names stay Indonesian. */
export const stemsOf = (word: string, lang: Lang): string[] => [...new Set([stem(word, 'id'), ...(lang === 'en' ? [stem(word, 'en')] : [])])];

/** The forms under which a word of a query may stand in the index: itself, its stems as words, and its stems as stems. */
export function formsOf(word: string, lang: Lang): string[] {
  const stems = stemsOf(word, lang);
  return [...new Set([word, ...stems, ...stems.map((one) => stemMark + one)])];
}

/** Whether a word as it is written answers a word of the query: it begins with it, or with its stem. */
export const answers = (written: string, word: string, lang: Lang): boolean =>
  written === word || (word.length > 2 && written.startsWith(word)) || stemsOf(word, lang).some((one) => written === one || (one.length > 3 && written.startsWith(one)));

/** One letter may be wrong in a short word, two in a longer one; a number is meant as it stands. */
export const slips = (word: string): 0 | 1 | 2 => (word.length < 4 || /\d/.test(word) ? 0 : word.length < 6 ? 1 : 2);
