import { describe, expect, it } from 'vitest';
import { type Cycle, itemKey, lockOf, readItemKey } from './cycle.ts';
import type { ValueAction } from './value-states.ts';

const aCycle = (given: Partial<Cycle> = {}): Cycle => ({
  regionCode: '99.77', code: 'c', nameId: 'C', nameEn: 'C', period: '2026Q3', opensOn: '2026-10-01', enterBy: '2026-10-10', submitBy: '2026-10-12', approveBy: '2026-10-15', verifyBy: '2026-10-20', publishBy: '2026-10-25',
  locks: 'enter;approve', state: 'open', reason: null, reopenedUntil: null, noteId: null, noteEn: null, sourceCode: null, ...given,
});

describe('a lock', () => {
  it.each<[Partial<Cycle>, ValueAction, string, string | null]>([
    [{}, 'enter', '2026-09-30', 'not_open'], [{}, 'enter', '2026-10-01', null], [{}, 'enter', '2026-10-10', null], [{}, 'enter', '2026-10-11', 'locked'],
    [{}, 'submit', '2026-12-31', null], [{}, 'approve', '2026-10-16', 'locked'], [{}, 'return', '2026-12-31', null], [{ locks: null }, 'enter', '2027-01-01', null],
    [{ state: 'closed' }, 'enter', '2026-10-05', 'closed'], [{ state: 'closed' }, 'return', '2026-10-05', 'closed'], [{ state: 'reopened' }, 'enter', '2026-12-31', null],
    [{ state: 'reopened', reopenedUntil: '2026-12-01' }, 'enter', '2026-12-01', null], [{ state: 'reopened', reopenedUntil: '2026-12-01' }, 'enter', '2026-12-02', 'locked'],
    [{ state: 'reopened', reopenedUntil: '2026-12-01', locks: null }, 'enter', '2026-12-01', null], [{ state: 'reopened', reopenedUntil: '2026-12-01', locks: null }, 'enter', '2026-12-02', 'closed'],
  ])('%j, %s on %s: %s', (given, action, today, expected) => expect(lockOf(aCycle(given), action, today)).toBe(expected));
});

describe('the name of an item', () => {
  const key = { cycleCode: '2026-tw3', elementCode: 'PENDUDUK.P', areaCode: '99.01.03', seriesCode: 'utama' };
  it('is read again', () => expect(readItemKey(itemKey(key))).toEqual(key));
  it.each(['', 'a~b~c', 'a~b~c~d~e', "a~b~c~d'", 'a~b~c~', '../~b~c~d', `${'a'.repeat(200)}~b~c~d`])('%s is none', (given) => expect(readItemKey(given)).toBeNull());
});
