import { plainDecimal } from '#kernel/pack-columns.ts';
import { isPeriod, parsePeriod } from '#kernel/periods.ts';
import { type Cycle, type CycleItem, itemKey, lockOf } from '../cycles/cycle.ts';
import { isPlausible, isPossible, plausibleRange } from '../cycles/plausible-range.ts';
import type { NewValue } from '../values.store.ts';
import { type Delimiter, type FileRow, readCell } from './import-file.ts';
import type { ImportCounts, ImportLine } from './imports.store.ts';

const longestNote = 500;

/** What rows are compared with. */
export interface Known {
  items: Map<string, CycleItem>;
  cycles: Map<string, Cycle>;
  /** Values of earlier periods by item, oldest first. */
  earlier: Map<string, { value: string }[]>;
  /** Lines of the file by what they speak of, so far. */
  seen: Map<string, number>;
  delimiter: Delimiter;
  today: string;
  origin: 'reported' | 'simulated';
  /** Who recorded it, as `post:…`; null where nobody may. */
  by(item: CycleItem): string | null;
  /** Who opened the import. */
  actor: string;
}

export interface Compared {
  values: NewValue[];
  lines: ImportLine[];
  counts: Pick<ImportCounts, 'added' | 'changed' | 'unchanged' | 'refused' | 'unusual'>;
}

/** What rows of a file would record: pure, apart from what it notes in `seen`. A row that is empty is passed over, as is one that says what stands. */
export function compareRows(rows: FileRow[], known: Known): Compared {
  const found: Compared = { values: [], lines: [], counts: { added: 0, changed: 0, unchanged: 0, refused: 0, unusual: 0 } };
  for (const row of rows) {
    const subject = itemKey({ cycleCode: row.cycle_code, elementCode: row.element_code, areaCode: row.area_code, seriesCode: row.series_code });
    const line = { line: row.line, subject: subject.slice(0, 300), field: null, given: null, expected: null, before: null, after: null };
    const read = readRow(row, subject, known);
    if (read === null) {
      found.counts.unchanged += 1;
      continue;
    }
    if ('field' in read) {
      found.counts.refused += 1;
      found.lines.push({ ...line, kind: 'refused', field: read.field, given: read.given.slice(0, 200), expected: read.expected });
      continue;
    }
    const { value, item } = read;
    const range = plausibleRange((known.earlier.get(subject) ?? []).map((one) => Number(one.value)));
    if (!isPossible(Number(value.value), item.counts, range)) {
      found.counts.refused += 1;
      found.lines.push({ ...line, kind: 'refused', field: 'value', given: row.value.slice(0, 200), expected: 'number negative' });
      continue;
    }
    found.values.push(value);
    found.counts[item.revision === null ? 'added' : 'changed'] += 1;
    const strange = value.noteId === null && !isPlausible(Number(value.value), range);
    if (strange) found.counts.unusual += 1;
    found.lines.push({ ...line, kind: strange ? 'unusual' : item.revision === null ? 'added' : 'changed', before: item.value === null ? null : plainDecimal(item.value), after: value.value });
  }
  return found;
}

interface Refused {
  field: string;
  given: string;
  expected: string;
}

/** What a row records; why it is refused; null where it says nothing new. */
function readRow(row: FileRow, subject: string, { items, cycles, seen, delimiter, today, origin, by, actor }: Known): { value: NewValue; item: CycleItem } | Refused | null {
  const refuse = (field: string, given: string, expected: string): Refused => ({ field, given, expected });
  const item = items.get(subject);
  if (!item) return refuse('cycle_code, element_code, area_code, series_code', subject, 'item');
  const first = seen.get(subject);
  if (first !== undefined) return refuse('cycle_code, element_code, area_code, series_code', subject, `duplicate ${first}`);
  seen.set(subject, row.line);
  const recorder = by(item);
  if (recorder === null) return refuse('element_code', row.element_code, 'permission');
  const lock = lockOf(cycles.get(item.cycleCode) as Cycle, 'submit', today) ?? lockOf(cycles.get(item.cycleCode) as Cycle, 'enter', today);
  if (lock) return refuse('cycle_code', row.cycle_code, `cycle ${lock}`);
  if (!isPeriod(row.period) || parsePeriod(row.period).text !== item.period) return refuse('period', row.period, `period ${item.period}`);
  if (row.note.length > longestNote) return refuse('note', row.note, 'note');
  if (row.value === '') return null;
  const read = readCell(row.value, item.valueType, delimiter);
  if ('problem' in read) return refuse('value', row.value, `number ${read.problem}`);
  if ('readings' in read) return refuse('value', row.value, `ambiguous ${read.readings.join(' ')}`);
  const note = row.note === '' ? null : row.note;
  if (item.value !== null && plainDecimal(item.value) === read.value && (note === null || note === item.noteId) && item.state !== 'returned' && item.state !== 'entered') return null;
  return {
    item,
    value: {
      elementCode: item.elementCode, areaCode: item.areaCode, period: item.period, seriesCode: item.seriesCode, value: read.value, textValue: null, applicable: true, status: 'submitted', withdrawn: false,
      quality: item.quality ?? 'final', origin, assurance: 'stated', sourceCode: item.sourceCode, noteId: note, noteEn: null, recordedBy: recorder === actor ? null : recorder, recordedAt: null,
    },
  };
}
