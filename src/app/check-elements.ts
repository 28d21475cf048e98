import { disaggregation } from '#data/index.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { type Doubts, isDoubted } from './check-doubts.ts';
import type { Say } from './check-meaning.ts';

/** How elements are put together, and the categories that they are told by. */
export function elementProblems(found: Tables, doubts: Doubts, say: Say): void {
  const elements = rowsOf(found, 'data.element');
  for (const row of elements) {
    if (String(row.data.code).includes('.')) say(row, 'code', row.data.code, 'a code without a dot: in a formula it parts the element from its category');
  }
  for (const row of rowsOf(found, 'data.category_option')) {
    if (String(row.data.code).includes('.')) say(row, 'code', row.data.code, 'a code without a dot: in a formula it parts one option from the next');
  }
  weightProblems(elements, say);
  categoryProblems(found, doubts, say);
}

/** What is weighed has a weight, which is not weighed in turn; and no weight stands where nothing is weighed. */
function weightProblems(elements: PackRow[], say: Say): void {
  const weighed = new Set(elements.filter(({ data }) => data.sum_area === 'weighted' || data.sum_time === 'weighted').map(({ data }) => String(data.code)));
  for (const row of elements) {
    const { code, weight_code: weight } = row.data;
    if (weighed.has(String(code)) && !weight) say(row, 'weight_code', '', 'the element that the weighted average weighs by');
    else if (weight && !weighed.has(String(code))) say(row, 'weight_code', weight, 'no weight: neither sum_area nor sum_time is `weighted`');
    else if (weight && weighed.has(String(weight))) say(row, 'weight_code', weight, 'an element that is not itself a weighted average');
  }
}

/** Categories are known, each once; no option stands in two of them; the parts are not without end. */
function categoryProblems(found: Tables, doubts: Doubts, say: Say): void {
  const known = new Set(rowsOf(found, 'data.category').map(({ data }) => String(data.code)));
  const categories = disaggregation.inPack(found);
  for (const row of rowsOf(found, 'data.element')) {
    const own = categories.get(String(row.data.code));
    if (!own) continue;
    const names = String(row.data.categories).split(';');
    const strange = names.filter((name, n) => (!known.has(name) && !isDoubted(doubts, 'category', [name])) || names.indexOf(name) !== n);
    const options = own.flat();
    const twice = options.filter((one, n) => options.indexOf(one) !== n);
    const parts = disaggregation.countKeys(own);
    if (strange.length > 0) say(row, 'categories', row.data.categories, 'codes of known categories, each once, parted by `;`');
    else if (twice.length > 0) say(row, 'categories', `${twice[0]} in two of ${names.join(', ')}`, 'categories without a common option');
    else if (parts > disaggregation.mostKeys) say(row, 'categories', `${parts} parts`, `categories that make at most ${disaggregation.mostKeys} parts`);
  }
}
