import { plainDecimal } from '#kernel/pack-columns.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import { type DataValue, valueKey } from './data.ts';
import type { NewValue } from './values.store.ts';

/** A row to record, as the pack has it or made from what is there. */
export type Planned = PackRow | NewValue;
export const plannedValue = (planned: Planned): NewValue => ('data' in planned ? asValue(planned) : planned);

export interface ValuePlan {
  /** Rows to record, a list per revision: older history first. A large pack's rows stay what they are until they are written: twice they would not fit. */
  levels: Planned[][];
  /** Values that a person recorded since; the pack says otherwise, or nothing. */
  kept: DataValue[];
  withdrawn: number;
  /** Keys of which the pack says something else of an older revision: history is not rewritten, so it is not heeded. */
  unheeded: string[];
}

/** What a row says, in exact digits; a person's row and the same row in an export of it say the same. */
function meaning(v: NewValue | DataValue): string {
  const person = 'entryKind' in v && v.entryKind !== 'pack' ? v : null;
  return JSON.stringify([
    v.value === null ? null : plainDecimal(v.value), v.applicable, v.status, v.withdrawn, v.quality, v.origin, v.assurance, v.sourceCode, v.noteId, v.noteEn,
    v.recordedBy ?? person?.actor ?? null, (v.recordedAt ?? person?.at)?.getTime() ?? null,
  ]);
}

/** What the view `published` shows of a key: its newest published row, unless a newer one withdrew it. */
function publishedOf<V extends NewValue>(rows: V[]): V | undefined {
  const newest = rows.findLast((row) => row.withdrawn || row.status === 'published');
  return newest?.withdrawn ? undefined : newest;
}

/** What a pack's values add to what is there: nothing for what stands, a new row for what changed, a withdrawal for what vanished. */
export function planValues(rows: PackRow[], history: DataValue[]): ValuePlan {
  const there = Map.groupBy(history, valueKey);
  const inOrder = [...rows].sort((a, b) => Number(a.data.revision ?? 1) - Number(b.data.revision ?? 1));
  const given = Map.groupBy(inOrder, rowKey);
  const plan: ValuePlan = { levels: [], kept: [], withdrawn: 0, unheeded: [] };
  const add = (values: Planned[]): void => {
    for (const [level, value] of values.entries()) (plan.levels[level] ??= []).push(value);
  };
  for (const [key, values] of given) {
    const old = there.get(key);
    const missing = old ? missingRows(values.map(asValue), old) : values;
    if (old && values.length > 1 && rewritesHistory(values.map(asValue), old)) plan.unheeded.push(key);
    if (missing === 'kept') plan.kept.push(old?.at(-1) as DataValue);
    else add(missing);
  }
  for (const [key, old] of there) {
    const present = old.at(-1) as DataValue;
    if (given.has(key) || present.withdrawn) continue;
    if (present.entryKind !== 'pack') plan.kept.push(present);
    else {
      add([withdrawalOf(present)]);
      plan.withdrawn += 1;
    }
  }
  return plan;
}

/** The rows of one key that must be recorded so that both views show what the pack says. */
function missingRows(values: NewValue[], old: DataValue[]): NewValue[] | 'kept' {
  const same = (a: NewValue | undefined, b: NewValue | undefined): boolean => (a && b ? meaning(a) === meaning(b) : a === b);
  if (old.every((row, n) => same(row, values[n]))) return values.slice(old.length);
  const newest = values.at(-1) as NewValue;
  const present = old.at(-1) as DataValue;
  const published = publishedOf(values);
  const agreed = same(published, publishedOf(old));
  if (agreed && same(newest, present)) return [];
  if (present.entryKind !== 'pack') return 'kept';
  if (agreed || newest.withdrawn) return [newest];
  if (!published) return [withdrawalOf(present), newest];
  return same(published, newest) ? [newest] : [published, newest];
}

/** The pack has an older row that never stood here. */
function rewritesHistory(values: NewValue[], old: DataValue[]): boolean {
  const known = new Set(old.map(meaning));
  return values.slice(0, Math.min(old.length, values.length - 1)).some((value) => !known.has(meaning(value)));
}

const withdrawalOf = ({ regionCode: _r, entryId: _e, revision: _v, actor: _a, at: _t, entryKind: _k, ...value }: DataValue): NewValue => ({
  ...value, value: null, applicable: true, status: 'withdrawn', withdrawn: true, quality: 'final', assurance: null, sourceCode: null, noteId: null, noteEn: null, recordedBy: null, recordedAt: null,
});

const rowKey = ({ data }: PackRow): string => `${data.element_code}|${data.area_code}|${data.period}|${data.series_code}`;

function asValue({ data }: PackRow): NewValue {
  const status = (data.status as string | null) ?? 'published';
  return {
    elementCode: String(data.element_code), areaCode: String(data.area_code), period: String(data.period), seriesCode: String(data.series_code),
    value: data.value as string | null, textValue: null, applicable: data.applicable !== false, status, withdrawn: status === 'withdrawn',
    quality: (data.quality as string | null) ?? 'final', origin: String(data.origin), assurance: data.assurance as string | null, sourceCode: data.source_code as string | null,
    noteId: data.note_id as string | null, noteEn: data.note_en as string | null, recordedBy: data.recorded_by as string | null,
    recordedAt: data.recorded_at === null ? null : new Date(String(data.recorded_at)),
  };
}
