import { plainDecimal } from '#kernel/pack-columns.ts';
import { isPeriod, parsePeriod } from '#kernel/periods.ts';
import { type CycleItem, itemKey } from '../cycles/cycle.ts';
import { isPlausible, isPossible, plausibleRange } from '../cycles/plausible-range.ts';
import { elementIn } from '../disaggregation.ts';
import type { NewValue } from '../values.store.ts';
import { type Delimiter, type FileRow, readCell } from './import-file.ts';
import type { ImportCounts, ImportLine } from './imports.store.ts';

const longestNote = 500;
/** Lines kept to be shown, of those that are refused and of those that change something. */
const mostLines = { refused: 1_000, unusual: 300, added: 100, changed: 300 } as const;
type Told = keyof typeof mostLines;

/** The item of which a row speaks, as far as the row is compared with it; rows that find the same share one. */
export type KnownItem = Pick<CycleItem, 'period' | 'agencyCode' | 'valueType' | 'counts' | 'state' | 'value' | 'quality' | 'sourceCode' | 'noteId' | 'revision'> & {
  /** Values of its last periods, oldest first. */
  earlier: number[];
};

/** What all rows of a file are compared with. */
export interface Given {
  delimiter: Delimiter;
  origin: 'reported' | 'simulated';
  /** Who recorded it, as `post:…`; null where nobody may. */
  by(item: Pick<CycleItem, 'elementCode' | 'areaCode' | 'agencyCode'>): string | null;
  /** Who opened the import. */
  actor: string;
}

/** What was noted of a file, some rows at a time. */
export interface Noted {
  /** Lines by what they speak of: by area within what one element, cycle and series ask. */
  seen: Map<string, Map<string, number>>;
  /** What its values name: elements, cycles and for which posts they are. */
  named: Record<'element' | 'cycle' | 'actor', Set<string>>;
  told: Record<Told, number>;
}
export const nothingNoted = (): Noted => ({ seen: new Map(), named: { element: new Set(), cycle: new Set(), actor: new Set() }, told: { refused: 0, unusual: 0, added: 0, changed: 0 } });

export interface Compared {
  values: NewValue[];
  /** Lines to be shown, as many of each kind as are kept. */
  lines: ImportLine[];
  counts: Pick<ImportCounts, 'added' | 'changed' | 'unchanged' | 'refused' | 'unusual'>;
}

/**
 * What rows of a file would record: pure, apart from what it notes. `items` has for each row what it speaks of, null where that is no item; `lock` says
 * why a cycle takes nothing today. A row that is empty is passed over, as is one that says what stands.
 */
export function compareRows(rows: FileRow[], items: (KnownItem | null)[], lock: (cycleCode: string) => string | null, given: Given, noted: Noted): Compared {
  const found: Compared = { values: [], lines: [], counts: { added: 0, changed: 0, unchanged: 0, refused: 0, unusual: 0 } };
  const tell = (kind: Told, row: FileRow, field: string | null, given: string | null, expected: string | null, before: string | null, after: string | null): void => {
    noted.told[kind] += 1;
    if (noted.told[kind] <= mostLines[kind]) found.lines.push({ line: row.line, kind, subject: subjectOf(row).slice(0, 300), field, given, expected, before, after });
  };
  for (let n = 0; n < rows.length; n += 1) {
    const [row, item] = [rows[n] as FileRow, items[n] ?? null];
    const read = readRow(row, item, lock, given, noted.seen);
    if (read === null) {
      found.counts.unchanged += 1;
    } else if ('expected' in read) {
      found.counts.refused += 1;
      tell('refused', row, read.field, read.given.slice(0, 200), read.expected, null, null);
    } else if (item) {
      const kind = item.revision === null ? 'added' : 'changed';
      const strange = read.noteId === null && !isPlausible(Number(read.value), plausibleRange(item.earlier));
      found.values.push(read);
      found.counts[kind] += 1;
      if (strange) found.counts.unusual += 1;
      tell(strange ? 'unusual' : kind, row, null, null, null, item.value === null ? null : plainDecimal(item.value), read.value);
      noted.named.element.add(elementIn(read.elementCode));
      noted.named.cycle.add(row.cycle_code);
      noted.named.actor.add(read.recordedBy ?? given.actor);
    }
  }
  return found;
}

const subjectOf = (row: FileRow): string => itemKey({ cycleCode: row.cycle_code, elementCode: row.element_code, areaCode: row.area_code, seriesCode: row.series_code });

interface Refused {
  field: string;
  given: string;
  expected: string;
}

/** What a row records; why it is refused; null where it says nothing new. */
function readRow(row: FileRow, item: KnownItem | null, lock: (cycleCode: string) => string | null, { delimiter, origin, by, actor }: Given, seen: Noted['seen']): NewValue | Refused | null {
  const refuse = (field: string, given: string, expected: string): Refused => ({ field, given, expected });
  if (!item) return refuse('cycle_code, element_code, area_code, series_code', subjectOf(row), 'item');
  const asked = `${row.element_code}~${row.cycle_code}~${row.series_code}`;
  const areas = seen.get(asked) ?? new Map<string, number>();
  const first = areas.get(row.area_code);
  if (first !== undefined) return refuse('cycle_code, element_code, area_code, series_code', subjectOf(row), `duplicate ${first}`);
  if (areas.size === 0) seen.set(asked, areas);
  areas.set(row.area_code, row.line);
  const recorder = by({ elementCode: row.element_code, areaCode: row.area_code, agencyCode: item.agencyCode });
  if (recorder === null) return refuse('element_code', row.element_code, 'permission');
  const locked = lock(row.cycle_code);
  if (locked !== null) return refuse('cycle_code', row.cycle_code, `cycle ${locked}`);
  if (row.period !== item.period && (!isPeriod(row.period) || parsePeriod(row.period).text !== item.period)) return refuse('period', row.period, `period ${item.period}`);
  if (row.note.length > longestNote) return refuse('note', row.note, 'note');
  if (row.value === '') return null;
  const read = readCell(row.value, item.valueType, delimiter);
  if ('problem' in read) return refuse('value', row.value, `number ${read.problem}`);
  if ('readings' in read) return refuse('value', row.value, `ambiguous ${read.readings.join(' ')}`);
  if (stands(row, item, read.value)) return null;
  if (!isPossible(Number(read.value), item.counts, plausibleRange(item.earlier))) return refuse('value', row.value, 'number negative');
  return {
    elementCode: row.element_code, areaCode: row.area_code, period: item.period, seriesCode: row.series_code, value: read.value, textValue: null, applicable: true, status: 'submitted', withdrawn: false,
    quality: item.quality ?? 'final', origin, assurance: 'stated', sourceCode: item.sourceCode, noteId: row.note === '' ? null : row.note, noteEn: null, recordedBy: recorder === actor ? null : recorder, recordedAt: null,
  };
}

/** Whether a row says what was sent already. */
const stands = (row: FileRow, item: KnownItem, value: string): boolean =>
  item.value !== null && plainDecimal(item.value) === value && (row.note === '' || row.note === item.noteId) && item.state !== 'returned' && item.state !== 'entered';
