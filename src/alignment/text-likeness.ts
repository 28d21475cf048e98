import { stemmer } from '@orama/stemmers/indonesian';

/** Words that say nothing of what a text is about. */
const stop = new Set(
  ('dan di ke dari yang untuk pada dengan dalam oleh atau per serta bagi para akan adalah ini itu sebagai secara antara agar hingga sampai tidak setiap semua lain lainnya melalui terhadap lebih juga dapat bisa ' +
    'menjadi jumlah persentase persen angka nilai indeks tingkat').split(' '),
);

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Words come again and again; so many stems are remembered. */
const remembered = new Map<string, string>();
const mostRemembered = 50_000;

function stemOf(word: string): string {
  let stem = remembered.get(word);
  if (stem === undefined) {
    stem = stemAnew(word);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(word, stem);
  }
  return stem;
}

/** Runs the stemmer until nothing changes: `perekonomian` and `ekonomi` are one. */
function stemAnew(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let last = word;
  for (let n = 0; n < 3; n += 1) {
    const next = stemmer(last);
    if (next === last || next.length < 3) break;
    last = next;
  }
  return last;
}

/** The stems of a text, each with the first word that has it; what says nothing is left out. */
export function stemsOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const word of folded(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (word.length < 3 || stop.has(word)) continue;
    const stem = stemOf(word);
    if (!stop.has(stem) && !found.has(stem)) found.set(stem, word);
  }
  return found;
}

/** Every three characters that follow one another in a word, with its edges: what two spellings have in common. */
export function trigramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of folded(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (stop.has(word)) continue;
    const edged = `  ${word} `;
    for (let n = 0; n + 3 <= edged.length; n += 1) found.add(edged.slice(n, n + 3));
  }
  return found;
}

/** How alike two sets are, 0 to 1: twice what they share, of both together. */
export function likenessOf<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  if (a.size + b.size === 0) return 0;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const one of small) if (large.has(one)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}
