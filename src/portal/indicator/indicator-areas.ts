import type { areaCells } from '#indicators/index.ts';
import { comparePeriods } from '#kernel/periods.ts';
import { type Placed, placesOf } from '#scores/ui.ts';
import { formatNumber, marksOf, type TagKind } from '#ui/index.ts';
import { indicatorPage, whyCell } from '../addresses.ts';
import { areaLink } from '../area/area-address.ts';
import type { Bounds } from '../area/read-bounds.ts';
import { neighbours, pageOf } from '../paging.ts';
import type { Indicator, RegionModel } from '../region-model.ts';
import { figure, type Part } from '../sentence.ts';
import { shownAs, shownWord, tagsOf, type Telling, when } from '../telling.ts';
import { unitsApart } from '../units-apart.ts';
import { here } from './indicator-headline.ts';

export interface AreaRow {
  name: Part;
  period: Part;
  figure: Part[];
  /** Its place among the areas of its level that have a value in the same period; null where it has none. */
  place: Part[] | null;
  tags: TagKind[];
}
export interface AreasView {
  /** What is special about every value here: told once, and no more in the rows. */
  common: TagKind[];
  rows: AreaRow[];
  /** How places are counted; null where there are none. */
  places: { best: 'higher' | 'lower'; doubt: boolean } | null;
  pages: { page: number; of: number; before: string | null; after: string | null };
}

/** A cell as it is read for a list of areas. */
export type LatestCell = Awaited<ReturnType<typeof areaCells.latest>>[number] & Bounds;

export const levelOf = ({ areas }: RegionModel, cell: { areaCode: string }): string => areas.get(cell.areaCode)?.level ?? '';
/** The newest period of some cells: those of an older one have no place beside them. */
export const newestOf = (cells: { period: string }[]): string => cells.reduce((newest, { period }) => (newest === '' || comparePeriods(period, newest) > 0 ? period : newest), '');

/** Without a good direction nobody is first; inside a range nobody is better. */
const bestOf = ({ direction, targetKind }: Indicator): 'higher' | 'lower' | null => (direction === 'none' || targetKind === 'range' ? null : direction);

/** The place of each area among those of its level in the newest period of that level; an only one has none. */
function placesIn(model: RegionModel, cells: LatestCell[], best: 'higher' | 'lower'): Map<string, Placed> {
  const ranked = [...Map.groupBy(cells, (cell) => levelOf(model, cell)).values()].flatMap((own) => {
    const newest = newestOf(own);
    const there = own.filter((cell) => cell.period === newest);
    return there.length < 2 ? [] : [...placesOf(there.map(({ areaCode, value, low, high }) => ({ code: areaCode, value: value ?? 0, low, high })), best)];
  });
  return new Map(ranked);
}


/** The latest value of each area below the region, by name, at most a hundred a page; null where none has one. */
export function areasView(tell: Telling, indicator: Indicator, cells: LatestCell[], page: number): AreasView | null {
  const named = cells.map((cell) => ({ cell, name: tell.model.areas.get(cell.areaCode)?.name ?? cell.areaCode }));
  const collator = new Intl.Collator('id');
  const { rows, ...at } = pageOf(named.sort((a, b) => collator.compare(a.name, b.name) || (a.cell.areaCode < b.cell.areaCode ? -1 : 1)), page);
  if (cells.length === 0) return null;
  const { before, after } = neighbours(indicatorPage(tell.base, indicator.code), {}, at);
  const anchored = (href: string | null): string | null => href && `${href}#wilayah`;
  const best = bestOf(indicator);
  const places = best ? placesIn(tell.model, cells, best) : new Map<string, Placed>();
  const all = rows.map(({ cell, name }) => rowOf(tell, indicator, cell, name, places.get(cell.areaCode)));
  const common = (all[0]?.tags ?? []).filter((tag) => all.every((row) => row.tags.includes(tag)));
  return { common, rows: all.map((row) => ({ ...row, tags: row.tags.filter((tag) => !common.includes(tag)) })), places: best && places.size > 0 ? { best, doubt: [...places.values()].some((one) => !one.certain) } : null,
    pages: { ...at, before: anchored(before), after: anchored(after) } };
}

function rowOf(tell: Telling, indicator: Indicator, cell: LatestCell, name: string, place: Placed | undefined): AreaRow {
  const value = cell.value ?? 0;
  const marks = marksOf({ ...cell, stale: tell.model.waiting.codes.has(indicator.code) });
  const fig = { href: whyCell(tell.base, indicator.code, cell.areaCode, cell.period), value: String(value), shown: shownAs(tell, value, indicator), marks, ...(cell.textValue === null ? {} : { value: cell.textValue, shown: shownWord(tell, cell.textValue) }) };
  return {
    name: areaLink(tell, cell.areaCode, name), period: when(tell, cell.period),
    figure: unitsApart(tell, indicator.unitCode, [figure(fig)]), place: place ? [placeFigure(tell, indicator, place)] : null, tags: tagsOf(cell, marks),
  };
}

/** "2", or "3–4"; opens to how places are counted. */
function placeFigure(tell: Telling, indicator: Indicator, { from, to }: Placed): Part {
  const shown = (n: number): string => formatNumber(n, { lang: tell.lang, decimals: 0 });
  return figure({ href: here(tell, indicator, 'tempat'), value: from === to ? String(from) : `${from}–${to}`, shown: from === to ? shown(from) : `${shown(from)}–${shown(to)}`, marks: [] });
}
