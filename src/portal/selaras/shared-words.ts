import type { Lang } from '#kernel/i18n.ts';
import { folded, stem, termsOf, wordPattern } from '../search/search-terms.ts';

/** Words of one sentence that stand, in the same or another form, in another; each once, in the order of the first. Words that say nothing are left out, and those of the region's own name. */
export function sharedWords(leaders: string, smart: string, lang: Lang, names = ''): { leaders: string; smart: string }[] {
  const named = new Set((names.match(wordPattern) ?? []).map(folded));
  const other = new Map(wordsIn(smart, lang).map((word) => [stem(folded(word), lang), word]));
  const found = new Map<string, { leaders: string; smart: string }>();
  for (const word of wordsIn(leaders, lang)) {
    const root = stem(folded(word), lang);
    const same = other.get(root);
    if (same !== undefined && !found.has(root) && !named.has(folded(word))) found.set(root, { leaders: word, smart: same });
  }
  return [...found.values()];
}

/** Words of which the search keeps something: no "dan", no "untuk". */
const wordsIn = (text: string, lang: Lang): string[] => (text.match(wordPattern) ?? []).filter((word) => word.length > 3 && termsOf(word, lang).length > 0);
