import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { authoring, packParts, treeRules, versionReads } from '#plan/index.ts';
import { regionOf } from './testing/region-of.ts';
import { writeSample } from './testing/sample-pack.ts';

const region = '99.77';
const key = { planCode: 'rpjmd', planVersion: 3 };
const one = regionOf(region, writeSample);
const { ctx, write, read } = one;
const told = async (planVersion: number): Promise<string> => JSON.stringify(treeRules.nodes((await versionReads.tree(read, { ...key, planVersion })).tree));
const versions = async (): Promise<number[]> => (await read((tx) => versionReads.all(tx, 'rpjmd'))).map((one) => one.version);

it('a copy that broke off is nobody\'s version, and the next one begins anew without what it left', async () => {
  const before = await versions();
  let n = 0;
  const breaking = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => {
    n += 1;
    return n === 4 ? Promise.reject(new Error('killed')) : write(work);
  };
  await expect(authoring.amend(ctx(), breaking, 'rpjmd')).rejects.toThrow('killed');
  expect(await versions()).toEqual(before);
  expect((await one.db.pool.query('select count(*)::int as n from plan.node where plan_version = 3')).rows).not.toEqual([{ n: 0 }]);
  await write((tx) => sql`insert into plan.node (region_code, plan_code, plan_version, code, position, level, text_id, text_en, basis) values (${region}, 'rpjmd', 3, 'gone', 9, 'vision', 'a', 'b', 'document')`.execute(tx));
  expect(await authoring.amend(ctx(), write, 'rpjmd')).toEqual(key);
  expect(await told(3)).toBe(await told(1));
});

it('of two who amend a plan at once one begins the draft, the other is told of it', async () => {
  await write(async (tx) => { for (const table of ['plan.draft', 'plan.node', 'plan.link', 'plan.funding']) await sql`delete from ${sql.table(table)} where plan_version = 3`.execute(tx); await sql`delete from plan.plan where version = 3`.execute(tx); });
  const both = await Promise.allSettled([authoring.amend(ctx(), write, 'rpjmd'), authoring.amend(ctx(), write, 'rpjmd')]);
  expect(both.filter((one) => one.status === 'fulfilled').map((one) => one.value)).toEqual([key]);
  expect(both.flatMap((one) => (one.status === 'rejected' && one.reason instanceof Fault ? [`${one.reason.status} ${one.reason.code}`] : []))).toEqual(['409 plan.draft_there']);
  expect(await told(3)).toBe(await told(1));
});

it('what is being copied goes into no pack', () => {
  const links = packParts.find((part) => part.file === 'plan-links.csv');
  const link = (plan_version: number) => ({ file: '', line: 1, data: { kind: 'initiative', code: `i${plan_version}`, plan_code: 'p', plan_version, node_code: 'n', role: 'primary', weight: null, basis: 'document', reason_id: null, reason_en: null, source_code: null } });
  const [[, text] = ['', '']] = links?.write(new Map([['plan.plan', [{ file: '', line: 1, data: { code: 'p', version: 1 } }]], ['plan.link', [link(1), link(2)]]])) ?? [];
  expect(text).toContain('i1');
  expect(text).not.toContain('i2');
});
