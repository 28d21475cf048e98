import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import SearchableMap from 'minisearch/SearchableMap';
import type { Lang, Text } from '#kernel/i18n.ts';
import type { RegionModel } from '../region-model.ts';
import { type Found, foundIn } from './search-documents.ts';
import { folded, formsOf, termsOf, wordPattern, wordsAsked } from './search-terms.ts';

/** How closely what was found meets the words: all of them as written or by their stem; all nearly; some of them. */
export type Closeness = 'exact' | 'near' | 'some' | 'none';

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
  find(query: string): Hits;
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

/** One index for both languages: each text under the stems of its own, a query under those of both. */
export function makeSearchIndex(all: Found[]): SearchIndex {
  const mini = new MiniSearch<{ id: number }>({
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
    find(query) {
      const words = wordsAsked(query);
      const work = words.flatMap(formsOf).length;
      const stages: [Closeness, Query][] = [['exact', asked(words, 'AND', false)], ['near', asked(words, 'AND', true)], ['some', asked(words, 'OR', true)]];
      for (const [n, [closeness, query]] of stages.entries()) {
        if (words.length === 0 || (closeness === 'some' && words.length === 1)) break;
        const results = mini.search(query, { boost: { titleId: 4, titleEn: 4, code: 3 }, weights: { fuzzy: 0.3, prefix: 0.5 } });
        if (results.length > 0) return { closeness, words, work: work * (n + 1), hits: results.map((one) => hitOf(all, one)) };
      }
      return { closeness: 'none', words, work: work * stages.length, hits: [] };
    },
  };
}

const hitOf = (all: Found[], { id, terms }: SearchResult): Hits['hits'][number] => ({ found: all[id as number] as Found, terms: new Set(terms) });

/** One letter may be wrong in a short word, two in a long one; a number is meant as it stands. */
const slips = (term: string): number | false => (term.length < 4 || /\d/.test(term) ? false : term.length < 8 ? 1 : 2);

const asked = (words: string[], combineWith: 'AND' | 'OR', fuzzy: boolean): Query => ({
  combineWith,
  queries: words.map((word) => ({ combineWith: 'OR', queries: formsOf(word), prefix: (term: string) => term.length > 2, fuzzy: fuzzy ? slips : false })),
});

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
  const rank = ([, [count, distance]]: (typeof close)[number]): number => distance * 1000 - Math.min(999, count[lang]);
  return close.filter(([, [count]]) => count[lang] > 0).sort((a, b) => rank(a) - rank(b)).slice(0, 5).map(([found]) => found);
}
