import { expect, it } from 'vitest';
import { exceptions, inSyncOf } from '#alignment/index.ts';
import { regionOf } from './testing/region-of.ts';

const region = '99.01';
const today = '2026-11-28';
const one = regionOf(region, () => 'regions/99.01-contoh');
const { ctx, write, read, fault } = one;
const report = async (day = today) => (await read((tx) => inSyncOf(tx, day))).report;
const key = exceptions.read('initiative_serves_nothing~initiative~lampu-hias');
const put = (reason: string, untilDay: string) => fault(write((tx) => exceptions.put(ctx(), tx, { ...key, today, reason, untilDay })));

it('a finding is let stand until a day, with a reason, in the log; and found again after it', async () => {
  expect((await report()).findings.some((one) => exceptions.keyOf(one) === exceptions.keyOf(key))).toBe(true);
  expect([await put(' ', '2027-01-31'), await put('Hiasan', '2026-11-27'), await put('Hiasan', '2099-01-01'), await put('Hiasan', '2027-02-30'), await put('Hiasan', 'besok')]).toEqual(['422 exception.reason', '422 exception.day', '422 exception.day', '422 exception.day', '422 exception.day']);
  expect(await put('Hiasan sementara', '2027-01-31')).toBe('nothing');
  expect((await report()).excepted).toContainEqual(expect.objectContaining({ rule: 'initiative_serves_nothing', reason: 'Hiasan sementara', untilDay: '2027-01-31' }));
  expect(await put('lagi', '2027-01-31')).toBe('409 exception.no_finding');
  expect((await report('2027-02-01')).findings.some((one) => exceptions.keyOf(one) === exceptions.keyOf(key))).toBe(true);
  expect((await one.db.pool.query("select action, reason, post_id from kernel.audit where subject like 'alignment.lint_exception initiative_serves_nothing%'")).rows).toEqual([{ action: 'add', reason: 'Hiasan sementara', post_id: 'p1' }]);
});

it('ends before its day where somebody ends it; what is no finding is refused', async () => {
  expect(await fault(write((tx) => exceptions.end(ctx(), tx, key)))).toBe('nothing');
  expect(await fault(write((tx) => exceptions.end(ctx(), tx, key)))).toBe('409 exception.none');
  expect((await report()).findings.some((one) => exceptions.keyOf(one) === exceptions.keyOf(key))).toBe(true);
  expect(() => exceptions.read('no_rule~initiative~x')).toThrow(expect.objectContaining({ status: 400 }));
  expect(() => exceptions.read('node_twice~thing~x')).toThrow(expect.objectContaining({ status: 400 }));
});
