import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import SearchableMap from 'minisearch/SearchableMap';
import type { Lang, Text } from '#kernel/i18n.ts';
import type { RegionModel } from '../region-model.ts';
import { type Found, foundIn } from './search-documents.ts';
import { readingsOf } from './search-everyday.ts';
import { answers, folded, formsOf, slips, stemMark, termsOf, wordPattern, wordsAsked } from './search-terms.ts';

/** How closely what was found meets the words: all of them as written or by their stem; under another word for the same; all nearly; some of them. */
export type Closeness = 'exact' | 'read' | 'near' | 'some' | 'none';

export interface Hits {
  closeness: Closeness;
  /** Best first. */
  hits: { found: Found; terms: Set<string> }[];
  /** The words asked for, as the index was asked. */
  words: string[];
  /** How many look-ups the query cost. */
  work: number;
}

export interface SearchIndex {
  /** Indonesian pages are searched in Indonesian; English ones in both, since official names stay as they are. */
  find(query: string, lang: Lang): Hits;
  /** Words of the index that are spelt nearly like the given one, the nearest first. */
  near(word: string, lang: Lang): string[];
  readonly size: number;
}

const fields = ['titleId', 'titleEn', 'moreId', 'moreEn', 'code'] as const;
const langOf = (field: string): Lang => (field.endsWith('En') ? 'en' : 'id');

function textOf(found: Found, field: (typeof fields)[number]): string {
  if (field === 'code') return found.code;
  const pair: Text | null = field.startsWith('title') ? found.title : found.more;
  if (!pair || (langOf(field) === 'en' && pair.en === pair.id)) return '';
  return pair[langOf(field)];
}

const indexes = new WeakMap<RegionModel, SearchIndex>();

/** The index of a region's model, made at the first question; it lives exactly as long as the model of its snapshot does. */
export function searchIndexOf(model: RegionModel): SearchIndex {
  const kept = indexes.get(model) ?? makeSearchIndex(foundIn(model));
  indexes.set(model, kept);
  return kept;
}

type Mini = MiniSearch<{ id: number }>;

/** One index for both languages: each text under the stems of its own, a query in the fields of its page. */
export function makeSearchIndex(all: Found[]): SearchIndex {
  const mini: Mini = new MiniSearch<{ id: number }>({
    fields: [...fields],
    extractField: (row, field) => (field === 'id' ? row.id : textOf(all[row.id] as Found, field as (typeof fields)[number])) as string,
    tokenize: (text, field) => (field === undefined ? [text] : termsOf(text, langOf(field))),
    processTerm: (term) => term,
  });
  mini.addAll(all.map((_, id) => ({ id })));
  const written = writtenWords(all);
  return {
    size: all.length,
    near: (word, lang) => nearest(written, word, lang),
    find(query, lang) {
      const words = wordsAsked(query);
      let work = 0;
      for (const stage of stagesOf(words, lang)) {
        work += stage.words.flatMap((word) => formsOf(word, lang)).length;
        const results = kept(search(mini, stage, lang), stage, lang);
        if (results.length > 0) return { closeness: stage.closeness, words: stage.words, work, hits: results.map((one) => ({ found: all[one.id as number] as Found, terms: new Set(one.terms) })) };
      }
      return { closeness: 'none', words, work, hits: [] };
    },
  };
}

/** One way to ask; the first that finds something counts. */
interface Stage {
  closeness: Exclude<Closeness, 'none'>;
  words: string[];
  combineWith: 'AND' | 'OR';
  /** So many letters of a word may be wrong. */
  wrong: 0 | 1 | 2;
}

function stagesOf(words: string[], lang: Lang): Stage[] {
  if (words.length === 0) return [];
  const near = ([1, 2] as const).filter((wrong) => words.some((word) => slips(word) >= wrong));
  return [
    { closeness: 'exact', words, combineWith: 'AND', wrong: 0 },
    ...readingsOf(words, lang).map((reading): Stage => ({ closeness: 'read', words: wordsAsked(reading), combineWith: 'AND', wrong: 0 })),
    ...near.map((wrong): Stage => ({ closeness: 'near', words, combineWith: 'AND', wrong })),
    ...(words.length > 1 ? ([0, 1] as const).map((wrong): Stage => ({ closeness: 'some', words, combineWith: 'OR', wrong })) : []),
  ];
}

function search(mini: Mini, { words, combineWith, wrong }: Stage, lang: Lang): SearchResult[] {
  const isStem = (term: string): boolean => term.startsWith(stemMark);
  const query: Query = {
    combineWith,
    queries: words.map((word) => ({
      combineWith: 'OR', queries: formsOf(word, lang), prefix: (term: string) => !isStem(term) && term.length > (term === word ? 2 : 3), fuzzy: (term: string) => !isStem(term) && Math.min(wrong, slips(term)),
    })),
  };
  return mini.search(query, { fields: fields.filter((field) => lang === 'en' || langOf(field) === 'id'), boost: { titleId: 4, titleEn: 4, code: 3 }, weights: { fuzzy: 0.3, prefix: 0.5 } });
}

/**
 * What is written as it was asked first. What shares a stem alone (`jalan` in `perjalanan`) comes after it, and only where a title holds it
 * and every word was found; where nothing is written so, the stems are all there is.
 */
function kept(results: SearchResult[], stage: Stage, lang: Lang): SearchResult[] {
  const [words, loose] = [stage.words, stage.wrong > 0];
  const asWritten = ({ terms }: SearchResult): boolean => {
    const written = terms.filter((term) => !term.startsWith(stemMark));
    // Two wrong letters are forgiven, a wrong first one is not: too many other words begin so.
    if (loose) return written.some((term) => stage.wrong === 1 || words.some((word) => word[0] === term[0]));
    const answered = (word: string): boolean => written.some((term) => answers(term, word, lang));
    return stage.combineWith === 'AND' ? words.every(answered) : words.some(answered);
  };
  const strong = results.filter(asWritten);
  if (loose) return strong;
  if (strong.length === 0) return results;
  const inTitle = ({ match }: SearchResult): boolean => Object.values(match).some((at) => at.some((field) => field.startsWith('title')));
  return stage.combineWith === 'AND' ? [...strong, ...results.filter((one) => !asWritten(one) && inTitle(one))] : strong;
}

type Written = SearchableMap<{ id: number; en: number }>;

/** How often each word is written in each language; for "did you mean". */
function writtenWords(all: Found[]): Written {
  const written: Written = new SearchableMap();
  for (const found of all) {
    for (const lang of ['id', 'en'] as const) {
      for (const word of found.title[lang].match(wordPattern) ?? []) {
        const small = folded(word);
        if (small.length > 2 && small.length <= 24 && !/\d/.test(small)) written.fetch(small, () => ({ id: 0, en: 0 }))[lang] += 1;
      }
    }
  }
  return written;
}

function nearest(written: Written, word: string, lang: Lang): string[] {
  if (word.length < 3 || /\d/.test(word)) return [];
  const close = [...written.fuzzyGet(word, word.length < 5 ? 1 : word.length < 8 ? 2 : 3)];
  // Few mistake the first letter.
  const rank = ([found, [count, distance]]: (typeof close)[number]): number => distance * 1000 + (found[0] === word[0] ? 0 : 999) - Math.min(999, count[lang]);
  return close.filter(([, [count]]) => count[lang] > 0).sort((a, b) => rank(a) - rank(b)).slice(0, 5).map(([found]) => found);
}
