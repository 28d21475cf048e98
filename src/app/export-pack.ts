import { type DataValue, valueHistory, valueKey } from '#data/index.ts';
import type { Db } from '#kernel/connection.ts';
import { Fault } from '#kernel/faults.ts';
import { plainDecimal } from '#kernel/pack-columns.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { readTable } from '#kernel/sync-rows.ts';
import { tables } from './pack-files.ts';
import { writePack } from './write-pack.ts';

/** A region as pack rows, with the history of its values; throws `region.unknown` (404) when it is not there. */
export async function regionAsPack(db: Db, code: string): Promise<Tables> {
  return forRegionRead(db, code, async (tx) => {
    const found: Tables = new Map();
    for (const table of tables) {
      if (table.name !== 'data.value') found.set(table.name, await readTable(tx, table));
    }
    if (found.get('places.region')?.length === 0) throw new Fault('region.unknown', 404, { given: code, expected: 'a region that was loaded' });
    found.set('data.value', valueRows(await valueHistory(tx)));
    return found;
  });
}

/** Writes a region's pack into a folder; returns the count of files. `force` replaces what is no pack. */
export async function exportPack(db: Db, code: string, folder: string, force = false): Promise<number> {
  return writePack(folder, await regionAsPack(db, code), force);
}

/** Rows of one key are numbered 1, 2, 3 … when there is more than one; what the defaults say is left out. */
export function valueRows(history: DataValue[]): PackRow[] {
  const counts = new Map<string, number>();
  for (const value of history) counts.set(valueKey(value), (counts.get(valueKey(value)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return history.map((value) => {
    const key = valueKey(value);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const data = {
      element_code: value.elementCode, area_code: value.areaCode, period: value.period, series_code: value.seriesCode,
      revision: counts.get(key) === 1 ? null : nth, value: value.value === null ? null : plainDecimal(value.value), applicable: value.applicable ? null : false,
      status: value.status === 'published' ? null : value.status, quality: value.quality === 'final' ? null : value.quality, origin: value.origin, assurance: value.assurance,
      source_code: value.sourceCode, note_id: value.noteId, note_en: value.noteEn,
      recorded_by: value.recordedBy ?? (value.entryKind === 'pack' ? null : value.actor), recorded_at: recordedAt(value),
    };
    return { file: '', line: 0, data };
  });
}

const recordedAt = (value: DataValue): string | null => (value.recordedAt ?? (value.entryKind === 'pack' ? null : value.at))?.toISOString() ?? null;
