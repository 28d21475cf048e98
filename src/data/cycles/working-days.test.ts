import { describe, expect, it } from 'vitest';
import { calendarOf, daysUntil, isWorkingDay, workingDaysAfter } from './working-days.ts';

const calendar = calendarOf([{ day: '2026-12-24', kind: 'collective' }, { day: '2026-12-25', kind: 'national' }, { day: '2026-11-28', kind: 'working' }]);

describe('working days', () => {
  it.each([['2026-11-27', true], ['2026-11-28', true], ['2026-11-29', false], ['2026-12-24', false], ['2026-12-25', false], ['2026-12-28', true]])('%s: %s', (day, expected) => expect(isWorkingDay(day, calendar)).toBe(expected));
  it.each([['2026-11-27', 1, '2026-11-28'], ['2026-11-28', 1, '2026-11-30'], ['2026-12-23', 1, '2026-12-28'], ['2026-12-23', 0, '2026-12-23'], ['2026-12-25', 0, '2026-12-28'], ['2026-11-29', 5, '2026-12-04'], ['2027-12-31', 1, '2028-01-03']])(
    '%s + %s → %s', (day, n, expected) => expect(workingDaysAfter(day, n, calendar)).toBe(expected));
  it('counts days to a deadline, also past ones', () => expect([daysUntil('2026-11-28', '2026-12-01'), daysUntil('2026-11-28', '2026-11-24'), daysUntil('2026-02-28', '2026-03-01')]).toEqual([3, -4, 1]));
});
