import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#kernel/connection.ts';
import { listVersions } from '#kernel/definition-versions.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { readDefinitions } from './change-definition.ts';
import { changePhases, phasesOf, type PhasesOf, seenPhases } from './change-phases.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';
import { writeLively } from './testing/lively-pack.ts';
import { samplePack } from './testing/sample-pack.ts';

const day = '2026-11-28';
const region = '99.77';
const of: PhasesOf = { indicator: 'so-far', area: region, plan: null, year: '2022' };
let db: Db;
const ctx = () => ({ ...newContext(db, 'post:p1', () => undefined), who: { accountId: 'a1', postId: 'p1', address: null } });
const now = () => forRegionRead(db, region, async (tx) => phasesOf(await readDefinitions(tx), of));
const value = (period: string, text: string) => ({ period, value: text, valueTo: null });
const change = async (values: ReturnType<typeof value>[], seen?: string) => {
  const phases = seenPhases(await now());
  return forRegion(db, region, (tx) => changePhases(ctx(), tx, { of, seen: seen ?? phases, values, day }, 'pentahapan'));
};

beforeAll(async () => {
  db = await testDb();
  await loadPack(newContext(db, 'pack', () => undefined), writeLively({ 'targets.csv': `${samplePack['targets.csv']}so-far,${region},2022,,>=,80,,published,reported,s1,,\n` }));
});
afterAll(() => db.close());

describe('the phases of a year', () => {
  it('are its quarters and the year, also where there is no target yet', async () => {
    expect((await now()).rows.map(({ period, data }) => [period, data?.value ?? null])).toEqual([['2022Q1', null], ['2022Q2', null], ['2022Q3', null], ['2022Q4', null], ['2022', '80']]);
    expect(() => phasesOf(new Map(), of)).toThrow(/definition.unknown/);
  });
  it('go in together: each alone would not fit, all do; each is a version, told in the log', async () => {
    const all = [value('2022Q1', '20'), value('2022Q2', '40'), value('2022Q3', '60'), value('2022Q4', '90'), value('2022', '90')];
    expect(await change(all)).toBe(5);
    expect((await now()).rows.map(({ data }) => [data?.value, data?.comparison, data?.source_code])).toEqual([['20', '>=', 's1'], ['40', '>=', 's1'], ['60', '>=', 's1'], ['90', '>=', 's1'], ['90', '>=', 's1']]);
    expect((await forRegionRead(db, region, (tx) => listVersions(tx, 'indicators.target', `so-far / ${region} / 2022Q4 / `))).map(({ postId, reason }) => [postId, reason])).toEqual([['p1', 'pentahapan']]);
    expect(await change(all)).toBe(0);
    expect(await change([value('2022Q3', '61')])).toBe(1);
  });
  it('refuse, whole, what falls within the year or does not end at its target, and what another has changed', async () => {
    await expect(change([value('2022Q1', '50'), value('2022Q2', '45')])).rejects.toMatchObject({ code: 'definition.refused', params: { problems: [{ period: '2022Q2', field: 'value' }] } });
    await expect(change([value('2022', '95')])).rejects.toMatchObject({ code: 'definition.refused' });
    await expect(change([value('2022Q1', '21')], 'lain')).rejects.toMatchObject({ code: 'definition.moved', status: 409 });
    expect((await now()).rows.map(({ data }) => data?.value)).toEqual(['20', '40', '61', '90', '90']);
  });
});
