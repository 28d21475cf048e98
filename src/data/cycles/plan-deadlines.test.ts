import { expect, it } from 'vitest';
import { planDeadlines } from './plan-deadlines.ts';
import { calendarOf } from './working-days.ts';

it('gives each step its working days after the one before, around weekends and holidays', () => {
  const calendar = calendarOf([{ day: '2026-12-24', kind: 'collective' }, { day: '2026-12-25', kind: 'national' }]);
  expect(planDeadlines('2026-11', { enter: 10, submit: 2, approve: 3, verify: 3, publish: 1 }, calendar)).toEqual({ opensOn: '2026-12-01', enterBy: '2026-12-14', submitBy: '2026-12-16', approveBy: '2026-12-21', verifyBy: '2026-12-28', publishBy: '2026-12-29' });
  expect(planDeadlines('2026Q4', { enter: 0, submit: 0, approve: 0, verify: 0, publish: 0 }, calendar)).toMatchObject({ opensOn: '2027-01-01', enterBy: '2026-12-31', publishBy: '2026-12-31' });
});
