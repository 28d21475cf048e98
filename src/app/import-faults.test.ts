import { afterAll, beforeAll, expect, it } from 'vitest';
import { imports } from '#data/index.ts';
import type { Db } from '#kernel/database.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';
import { cycleFiles } from './testing/cycle-files.ts';
import { writeSample } from './testing/sample-pack.ts';

const code = '99.77';
const items = 12_000; // more than one transaction takes, also on a server
const head = 'cycle_code,element_code,area_code,series_code,period,value,note';
const said: string[] = [];
let db: Db;

beforeAll(async () => {
  db = await testDb();
  await loadPack(newContext(db, 'pack', () => undefined), writeSample(cycleFiles));
  await db.pool.query(`insert into data.cycle_item (region_code, cycle_code, element_code, area_code, series_code, period, publish) select '${code}', 't2023', 'served', 'z' || n, 'utama', '2023', true from generate_series(1, ${items}) n`);
});
afterAll(() => db.close());

const begin = (bytes: Uint8Array | string) => forRegion(db, code, (tx) =>
  imports.start(newContext(db, 'post:operator', (line) => { said.push(line); }), tx, { file: 'a.csv', bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, today: '2024-01-05', origin: 'simulated', by: () => 'post:operator' }));
async function upload(bytes: Uint8Array | string) {
  const { id, work } = await begin(bytes);
  await work();
  const found = await forRegionRead(db, code, (tx) => imports.find(tx, id));
  const { rows: [left] } = await db.pool.query<{ n: number }>('select count(*)::int as n from data.value where entry_id = $1', [found.entryId]);
  return { id, state: found.state, counts: found.counts, left: left?.n };
}
const rows = (n: number): string => Array.from({ length: n }, (_, k) => `t2023,served,z${k + 1},utama,2023,${k + 1},`).join('\n');

it('takes the next file after any number that were in a wrong encoding', async () => {
  for (let n = 0; n < 3; n += 1) expect(await upload(new Uint8Array([0xff, 0xfe, 0x41]))).toMatchObject({ state: 'refused', left: 0 });
  expect(await upload(`${head}\nt2023,served,z1,utama,2023,5,\n`)).toMatchObject({ state: 'ready', left: 1 });
});

it('leaves no row of a file that breaks off while rows before are being taken in', async () => {
  expect(await upload(`${head}\n${rows(items - 1)}\nt2023,served,"z1,utama,2023,1,\n`)).toMatchObject({ state: 'refused', left: 0 });
});

it('tells of a file whose rows could not be written no more than was written', async () => {
  await db.pool.query("create function data.fail() returns trigger language plpgsql as $$ begin if new.area_code = 'z7000' then raise exception 'no room'; end if; return new; end $$");
  await db.pool.query('create trigger fail before insert on data.value for each row execute function data.fail()');
  const { state, counts, left } = await upload(`${head}\n${rows(items)}\n`);
  await db.pool.query('drop trigger fail on data.value');
  expect([state, left, said.at(-1)]).toEqual(['failed', 0, expect.stringContaining('no room')]);
  expect(counts.added).toBeLessThan(7_000);
});

it('holds two files, works on one after the other, and lets in no third', async () => {
  const [one, two] = [await begin(`${head}\n${rows(3_000)}\n`), await begin(`${head}\n${rows(3_000)}\n`)];
  const both = [one.work(), two.work()];
  await expect(begin(head)).rejects.toMatchObject({ code: 'import.busy', status: 503 });
  await Promise.all(both);
  for (const { id } of [one, two]) expect((await forRegionRead(db, code, (tx) => imports.find(tx, id))).state).toBe('ready');
}, 60_000);
