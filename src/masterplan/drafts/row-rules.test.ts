import { describe, expect, it } from 'vitest';
import { initiativeProblems } from './row-rules.ts';

const today = '2026-11-28';
describe('days of an initiative', () => {
  it.each<[object | null, object, string[]]>([
    [null, { started: '2027', ends_on: '2026' }, ['ends_on']], [null, { started: '2027-07', ends_on: '2027' }, []], [null, { started: '2027', ends_on: '2027' }, []], [null, { started: '2027Q3', ends_on: '2027Q2' }, ['ends_on']], [null, { started: '2027', ends_on: '2027-03-01' }, []],
    [null, { started: '2027-01', quick_win_on: '2028-01-31' }, []], [null, { started: '2027-01', quick_win_on: '2028-02-01' }, ['quick_win_on']], [null, { quick_win_on: '2027-11-28' }, []], [null, { quick_win_on: '2027-11-29' }, ['quick_win_on']],
    [null, { started: '2020', quick_win_on: '2027-11-28' }, []], [{ started: '2020', quick_win_on: '2030-01-01' }, { started: '2020', quick_win_on: '2030-01-01', name: 'x' }, []], [null, {}, []],
  ])('%j to %j: %j', (before, after, fields) => expect(initiativeProblems(before as never, after as never, today).map(({ field }) => field)).toEqual(fields));
  it('that may stand: an initiative that starts in a year and ends on a day of it', () => expect(initiativeProblems(null, { started: '2027', ends_on: '2027-12-31' } as never, today)).toEqual([]));
});
