import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';

/*
 * Figures of a part of an element: `PENDUDUK.P` is what `#{PENDUDUK.P}` reads. The key of a value names the element and, in the order of the
 * element's categories, one option of each category that the figure is limited to.
 */

/** The options of each category that an element is told by, in order. */
export type Categories = string[][];
interface OptionRow {
  categoryCode: string;
  code: string;
  nameId: string;
  nameEn: string;
}
interface Told {
  code: string;
  categories: string | null;
}

export const keyFor = (element: string, options: string[]): string => [element, ...options].join('.');
export function elementIn(key: string): string {
  const end = key.indexOf('.');
  return end < 0 ? key : key.slice(0, end);
}

/** Which categories each element is told by, with their options. */
export function categoriesOf(elements: Told[], options: OptionRow[]): Map<string, Categories> {
  const byCategory = Map.groupBy(options, (one) => one.categoryCode);
  return new Map(elements.flatMap(({ code, categories }) => (categories ? [[code, categories.split(';').map((one) => (byCategory.get(one) ?? []).map((option) => option.code).sort())] as const] : [])));
}

/** The same in the rows of a pack. */
export function inPack(found: Tables): Map<string, Categories> {
  const elements = rowsOf(found, 'data.element').map(({ data }) => ({ code: String(data.code), categories: (data.categories as string | null) ?? null }));
  return categoriesOf(elements, rowsOf(found, 'data.category_option').map(({ data }) => ({ categoryCode: String(data.category_code), code: String(data.code), nameId: '', nameEn: '' })));
}

/** Options in the order of the categories; null where one is of no category, or two are of the same. */
export function inOrder(categories: Categories, options: string[]): string[] | null {
  const found = categories.flatMap((known) => options.filter((one) => known.includes(one)));
  const each = categories.every((known) => options.filter((one) => known.includes(one)).length <= 1);
  return each && found.length === options.length ? found : null;
}

/** The parts of a figure by the first category that it is not limited to; none where it is limited to all. */
export function partsBy(categories: Categories, options: string[]): string[][] {
  const free = categories.find((known) => !options.some((one) => known.includes(one)));
  return free ? free.map((option) => inOrder(categories, [...options, option]) ?? []) : [];
}

/** An element is told by so many parts at most; what is more is refused, and its parts are not read. */
export const mostKeys = 1_000;
export const countKeys = (categories: Categories): number => categories.reduce((product, of) => product * (of.length + 1), 1);

/** Every key under which figures of an element may stand, its own first. */
export function keysOf(element: string, categories: Categories = []): string[] {
  if (countKeys(categories) > mostKeys) return [element];
  const choices = categories.reduce<string[][]>((made, options) => made.flatMap((one) => [one, ...options.map((option) => [...one, option])]), [[]]);
  return choices.map((options) => keyFor(element, options));
}

/** Elements, and beside those that are told by categories each of their parts, by its key and with its name. */
export function withParts<E extends Told & { nameId: string; nameEn: string }>(elements: E[], options: OptionRow[]): E[] {
  const categories = categoriesOf(elements, options);
  const names = new Map(options.map((one) => [one.code, one]));
  return elements.flatMap((element) => keysOf(element.code, categories.get(element.code)).map((key) => {
    const parts = key.split('.').slice(1).flatMap((code) => names.get(code) ?? []);
    const told = (name: string, of: string[]): string => (of.length === 0 ? name : `${name} (${of.join(', ')})`);
    return { ...element, code: key, nameId: told(element.nameId, parts.map((one) => one.nameId)), nameEn: told(element.nameEn, parts.map((one) => one.nameEn)) };
  }));
}
