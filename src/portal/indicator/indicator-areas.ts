import type { listLatestAreaCells } from '#indicators/index.ts';
import { marksOf, type TagKind } from '#ui/index.ts';
import { indicatorPage, whyCell } from '../addresses.ts';
import { areaLink } from '../area/area-address.ts';
import { neighbours, pageOf } from '../paging.ts';
import type { Indicator } from '../region-model.ts';
import { figure, type Part } from '../sentence.ts';
import { shownAs, tagsOf, type Telling, when } from '../telling.ts';
import { unitsApart } from '../units-apart.ts';

export interface AreaRow {
  name: Part;
  period: Part;
  figure: Part[];
  tags: TagKind[];
}
export interface AreasView {
  /** What is special about every value here: told once, and no more in the rows. */
  common: TagKind[];
  rows: AreaRow[];
  pages: { page: number; of: number; before: string | null; after: string | null };
}

/** A cell as it is read for a list of areas. */
export type LatestCell = Awaited<ReturnType<typeof listLatestAreaCells>>[number];

/** The latest value of each area below the region, by name, at most a hundred a page; null where none has one. */
export function areasView(tell: Telling, indicator: Indicator, cells: LatestCell[], page: number): AreasView | null {
  const named = cells.map((cell) => ({ cell, name: tell.model.areas.get(cell.areaCode)?.name ?? cell.areaCode }));
  const collator = new Intl.Collator('id');
  const { rows, ...at } = pageOf(named.sort((a, b) => collator.compare(a.name, b.name) || (a.cell.areaCode < b.cell.areaCode ? -1 : 1)), page);
  if (cells.length === 0) return null;
  const { before, after } = neighbours(indicatorPage(tell.base, indicator.code), {}, at);
  const anchored = (href: string | null): string | null => href && `${href}#wilayah`;
  const all = rows.map(({ cell, name }) => rowOf(tell, indicator, cell, name));
  const common = (all[0]?.tags ?? []).filter((tag) => all.every((row) => row.tags.includes(tag)));
  return { common, rows: all.map((row) => ({ ...row, tags: row.tags.filter((tag) => !common.includes(tag)) })), pages: { ...at, before: anchored(before), after: anchored(after) } };
}

function rowOf(tell: Telling, indicator: Indicator, cell: LatestCell, name: string): AreaRow {
  const value = cell.value ?? 0;
  const marks = marksOf({ ...cell, stale: tell.model.waiting.codes.has(indicator.code) });
  const fig = { href: whyCell(tell.base, indicator.code, cell.areaCode, cell.period), value: String(value), shown: shownAs(tell, value, indicator), marks };
  return {
    name: areaLink(tell, cell.areaCode, name), period: when(tell, cell.period),
    figure: unitsApart(tell, indicator.unitCode, [figure(fig)]), tags: tagsOf(cell, marks),
  };
}
