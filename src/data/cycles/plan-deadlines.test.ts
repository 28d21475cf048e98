import { expect, it } from 'vitest';
import { daysOutOfOrder, planDeadlines, doubtedDays } from './plan-deadlines.ts';
import { calendarOf } from './working-days.ts';

it('gives each step its working days after the one before, around weekends and holidays', () => {
  const calendar = calendarOf([{ day: '2026-12-24', kind: 'collective' }, { day: '2026-12-25', kind: 'national' }]);
  expect(planDeadlines('2026-11', { enter: 10, submit: 2, approve: 3, verify: 3, publish: 1 }, calendar)).toEqual({ opensOn: '2026-12-01', enterBy: '2026-12-14', submitBy: '2026-12-16', approveBy: '2026-12-21', verifyBy: '2026-12-28', publishBy: '2026-12-29' });
  expect(planDeadlines('2026Q4', { enter: 0, submit: 0, approve: 0, verify: 0, publish: 0 }, calendar)).toMatchObject({ opensOn: '2027-01-01', enterBy: '2026-12-31', publishBy: '2026-12-31' });
});

it('tells every deadline that comes too early, and the first day that would do', () => {
  const days = { enterBy: '2027-01-08', submitBy: '2027-01-05', approveBy: '2027-01-06', verifyBy: '2027-01-20', publishBy: '2027-01-19' };
  expect(daysOutOfOrder('2027-01-01', days)).toEqual([
    { name: 'submitBy', given: '2027-01-05', earliest: '2027-01-08' }, { name: 'approveBy', given: '2027-01-06', earliest: '2027-01-08' }, { name: 'publishBy', given: '2027-01-19', earliest: '2027-01-20' },
  ]);
  expect(daysOutOfOrder('2027-01-01', { enterBy: '2026-12-31', submitBy: '2027-01-01', approveBy: '2027-01-01', verifyBy: '2027-01-01', publishBy: '2027-01-01' })).toEqual([{ name: 'enterBy', given: '2026-12-31', earliest: '2027-01-01' }]);
});

it('deadlines that are passed, far, or on a day off are doubted, those that stand as they were are not', () => {
  const days = { enterBy: '2026-12-04', submitBy: '2020-01-01', approveBy: '2026-12-05', verifyBy: '2099-01-05', publishBy: '2026-12-25' };
  const doubts = (were: object) => doubtedDays(days, { period: '2026Q4', today: '2026-11-28', were, calendar: new Map([['2026-12-25', 'national']]) }).map(({ name, why }) => `${name} ${why}`);
  expect(doubts({})).toEqual(['submitBy past', 'approveBy off', 'verifyBy far', 'publishBy off']);
  expect(doubts({ submitBy: '2020-01-01', approveBy: '2026-12-05' })).toEqual(['verifyBy far', 'publishBy off']);
});
