import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { groupsOf, rowsOf } from '#kernel/pack-parts.ts';

const key = ['element_code', 'area_code', 'period', 'series_code'];

/** Histories of values, each with its oldest revision first. */
export function* historiesOf(found: Tables): Generator<PackRow[]> {
  for (const rows of groupsOf(rowsOf(found, 'data.value'), key)) {
    yield rows.length === 1 ? rows : rows.sort((a, b) => Number(a.data.revision ?? 0) - Number(b.data.revision ?? 0));
  }
}

/** Rows that no view shows: they may name what is gone, because what vanished from a pack is withdrawn and its history stays. */
export function hiddenRows(found: Tables): Set<PackRow> {
  const hidden = new Set<PackRow>();
  for (const rows of historiesOf(found)) {
    const newest = rows.at(-1);
    const published = rows.findLast(({ data }) => data.status === null || data.status === 'published' || data.status === 'withdrawn');
    for (const row of rows) if (row.data.status === 'withdrawn' || (row !== newest && row !== published)) hidden.add(row);
  }
  return hidden;
}
