import { describe, expect, it } from 'vitest';
import { compareRows, type KnownItem, nothingNoted } from './compare-rows.ts';
import type { FileRow } from './import-file.ts';

const row = (given: Partial<FileRow>): FileRow => ({ cycle_code: 't', element_code: 'e', area_code: 'a', series_code: 'utama', period: '2023', value: '105', note: '', line: 2, ...given });
const item = (given: Partial<KnownItem> = {}): KnownItem => ({ period: '2023', agencyCode: 'dinas', valueType: 'number', counts: true, state: 'none', value: null, quality: null, sourceCode: 'asal', noteId: null, revision: null, earlier: [100, 101, 102, 103], ...given });
const given = { delimiter: ';' as const, origin: 'reported' as const, actor: 'post:x', by: ({ areaCode }: { areaCode: string }) => (areaCode === 'z' ? null : areaCode === 'b' ? 'post:y' : 'post:x') };
const compare = (rows: FileRow[], items: (KnownItem | null)[], noted = nothingNoted()) => ({ ...compareRows(rows, items, (code) => (code === 'lama' ? 'locked' : null), given, noted), noted });
const one = (of: Partial<FileRow>, known: KnownItem | null = item()) => {
  const { values, lines: [line], counts } = compare([row(of)], [known]);
  const kind = Object.entries(counts).flatMap(([name, n]) => (n > 0 ? [name] : [])).join(' ');
  return line?.field ? `${line.field}: ${line.expected}` : `${kind} ${values[0]?.value ?? ''}`.trim();
};

describe('a row of a file', () => {
  it.each<[Partial<FileRow>, KnownItem | null, string]>([
    [{}, item(), 'added 105'], [{ value: '1.250,5' }, item({ earlier: [] }), 'added 1250.5'], [{ value: '' }, item(), 'unchanged'], [{ period: 'TW I 2023' }, item(), 'period: period 2023'],
    [{}, null, 'cycle_code, element_code, area_code, series_code: item'], [{ area_code: 'z' }, item(), 'element_code: permission'], [{ cycle_code: 'lama' }, item(), 'cycle_code: cycle locked'],
    [{ note: 'x'.repeat(501) }, item(), 'note: note'], [{ value: 'dua' }, item(), 'value: number text'], [{ value: '1.250' }, item(), 'value: ambiguous 1250 1.25'],
    [{ value: '-5' }, item(), 'value: number negative'], [{ value: '-5', note: 'x' }, item({ counts: false }), 'added -5'],
    [{ value: '900' }, item(), 'added unusual 900'], [{ value: '900', note: 'sensus' }, item(), 'added 900'], [{ value: '900' }, item({ earlier: [] }), 'added 900'],
    [{}, item({ value: '105.0', state: 'submitted', revision: 4 }), 'unchanged'], [{}, item({ value: '105', state: 'returned', revision: 4 }), 'changed 105'], [{ note: 'baru' }, item({ value: '105', state: 'submitted', revision: 4 }), 'changed 105'],
  ])('%j', (of, known, said) => expect(one(of, known)).toBe(said));
  it('that comes twice is refused with the line of the first, also in the next rows of the file', () => {
    const first = compare([row({})], [item()]);
    expect(compare([row({ line: 9 })], [item()], first.noted).lines[0]).toMatchObject({ kind: 'refused', expected: 'duplicate 2' });
  });
  it('is recorded for whose it is, and what all name is noted', () => {
    const { values, noted } = compare([row({ element_code: 'e.L' }), row({ area_code: 'b', line: 3 })], [item(), item()]);
    expect(values.map((value) => value.recordedBy)).toEqual([null, 'post:y']);
    expect(noted.named).toEqual({ element: new Set(['e']), cycle: new Set(['t']), actor: new Set(['post:x', 'post:y']) });
  });
  it('is shown with some others of its kind, and counted with all', () => {
    const rows = Array.from({ length: 150 }, (_, n) => row({ area_code: `a${n}`, line: n }));
    const { lines, counts, values } = compare(rows, rows.map(() => item()));
    expect([lines.length, counts.added, values.length]).toEqual([100, 150, 150]);
  });
});
