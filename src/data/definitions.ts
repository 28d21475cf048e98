import { categoriesOf, countKeys, elementIn, inOrder, inPack, keyFor, keysOf, mostKeys, partsBy, withParts } from './disaggregation.ts';
import { elementsWithSource, elementsWithValues, keysPublishedIn, listCategories, listCategoryOptions, listConstants, listElements, listSeries, listUnits } from './values.store.ts';

/** What values are counted in, what is counted, how, and the numbers that formulas name. */
export const definitions = { units: listUnits, elements: listElements, series: listSeries, constants: listConstants, categories: listCategories, options: listCategoryOptions, withValues: elementsWithValues, withSource: elementsWithSource, publishedIn: keysPublishedIn };

/** Figures of a part of an element, by categories: their keys. */
export const disaggregation = { categoriesOf, countKeys, elementIn, inOrder, inPack, keyFor, keysOf, mostKeys, partsBy, withParts };
