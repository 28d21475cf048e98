// `npm run kill-writes [N]`: kills the process that holds the embedded database N times (20) amid saves, imports and seals of the log, and asks after each kill whether every write that was acknowledged is there whole, with its row in the log, and no write is there in half.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newContext } from '#app/context.ts';
import { loadPack } from '#app/load-pack.ts';
import { keepSealing } from '#app/seal-logs.ts';
import { keepWorking } from '#app/work-stale.ts';
import { recordValues } from '#data/index.ts';
import { sealAudit, verifyAudit } from '#kernel/audit-seals.ts';
import { readConfig } from '#kernel/config.ts';
import { type Db, openDatabase } from '#kernel/database.ts';
import { readLock } from '#kernel/folder-lock.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';

const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'serasan-kill-'));
const env = { ...process.env, SERASAN_DATA: join(folder, 'var') };
const config = readConfig(env);
const quiet = (): void => undefined;
const tries = Number(process.argv[2] === 'hold' ? 0 : (process.argv[2] ?? 20));

type Given = Parameters<typeof recordValues>[2]['values'][number];
interface Written { revision: number; rows: number }

/** What the server does beside its pages, in a process of its own, until it is killed. */
async function hold(): Promise<void> {
  const db = await openDatabase(config, quiet, 'server');
  keepWorking(newContext(db, 'job', quiet));
  keepSealing(newContext(db, 'job', quiet));
  process.stdout.write('ready\n');
  setInterval(quiet, 1_000);
}

async function within<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDatabase(config, quiet, 'command');
  return work(db).finally(() => db.close());
}

/** Values as they stand, to be recorded again with others. */
const known = (db: Db, region: string): Promise<Given[]> => forRegionRead(db, region, async (tx) => (await tx.withTables<{ 'data.value': Given & { regionCode: string; entryId: string } }>().selectFrom('data.value').selectAll().where('regionCode', '=', region).execute())
  .map(({ regionCode: _, entryId: __, ...value }) => ({ ...value, recordedBy: null, recordedAt: null })));

/** Writes without pause until the database is gone; what is pushed was acknowledged. */
async function write(db: Db, region: string, values: Given[], acknowledged: Written[], kind: 'form' | 'import'): Promise<void> {
  for (let n = 0; ; n += 1) {
    const keys = new Map(values.map((value) => [[value.elementCode, value.areaCode, value.period, value.seriesCode].join(), value]));
    const rows = (kind === 'form' ? [values[n % values.length] as Given] : [...keys.values()].slice(0, 60)).map((value) => ({ ...value, value: String(n % 90), status: 'entered' }));
    const revision = await forRegion(db, region, (tx) => recordValues(newContext(db, 'post:kill', quiet), tx, { kind, values: rows }));
    acknowledged.push({ revision, rows: rows.length });
  }
}

async function killAmidWrites(region: string, values: Given[], acknowledged: Written[]): Promise<void> {
  const child = spawn(process.execPath, ['--no-warnings', 'scripts/kill-writes.ts', 'hold', folder], { env });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`the holder ended by itself (${code})`)));
  });
  const ended = new Promise<void>((resolve) => { child.on('exit', () => resolve()); });
  const db = await openDatabase(config, quiet, 'command');
  if (readLock(config.dataDir)?.pid !== child.pid) throw new Error('another process holds the database');
  const sealing = (async () => { for (;;) await sealAudit(db, region, () => new Date()); })();
  const writers = [write(db, region, values, acknowledged, 'form'), write(db, region, values, acknowledged, 'import'), sealing].map((writer) => writer.catch(quiet));
  void Promise.all(writers).then(() => child.kill('SIGKILL')); // they end only with the database, or by a fault of their own
  const wanted = 2 + Math.floor(Math.random() * 30);
  const watch = setInterval(() => {
    if (acknowledged.length < wanted) return;
    clearInterval(watch);
    setTimeout(() => child.kill('SIGKILL'), Math.random() * 60); // anywhere in a write, not only behind one
  }, 5);
  await ended;
  await Promise.race([Promise.all(writers), new Promise((resolve) => setTimeout(resolve, 5_000))]);
  await db.close();
}

/** Acknowledged writes that are not there whole, or not in the log; and entries of which the log tells another number of rows. */
async function lookFor(region: string, acknowledged: Written[]): Promise<{ lost: number; halves: number; broken: string | null }> {
  return within(async (db) => {
    const { rows } = await db.pool.query<{ revision: number; rows: number; logged: number }>(`select e.revision, (select count(*) from data.value v where v.region_code = e.region_code and v.entry_id = e.id) as rows,
      (select count(*) from kernel.audit a where a.region_code = e.region_code and a.action = 'record' and a.after->>'revision' = e.revision::text) as logged
      from data.entry e where e.region_code = $1 and e.actor = 'post:kill' and e.state = 'effective'`, [region]);
    const there = new Map(rows.map((row) => [row.revision, row]));
    const lost = acknowledged.filter((one) => there.get(one.revision)?.rows !== one.rows || there.get(one.revision)?.logged !== one.rows).length;
    const { broken } = await verifyAudit(db, region);
    return { lost, halves: rows.filter((row) => row.rows !== row.logged).length, broken: broken && `seal ${broken.number}: ${broken.found}` };
  });
}

async function killAgain(): Promise<void> {
  const region = '99.02';
  const pack = join(folder, 'pack');
  spawnSync(process.execPath, ['--no-warnings', 'scripts/contoh/large.ts', pack, '--code', region, '--indicators', '8', '--areas', '8', '--years', '4'], { env });
  const values = await within(async (db) => {
    await loadPack(newContext(db, 'pack', quiet), pack);
    return known(db, region);
  });
  let [writes, lost, idle] = [0, 0, 0];
  console.log('try  acknowledged  lost  in half  log');
  for (let n = 1; n <= tries; n += 1) {
    const acknowledged: Written[] = [];
    await killAmidWrites(region, values, acknowledged);
    const found = await lookFor(region, acknowledged);
    const bad = found.lost + found.halves + (found.broken ? 1 : 0);
    writes += acknowledged.length;
    lost += bad;
    if (acknowledged.length === 0) idle += 1; // a kill before the first write proves nothing
    console.log(`${String(n).padStart(3)} ${String(acknowledged.length).padStart(13)} ${String(found.lost).padStart(5)} ${String(found.halves).padStart(8)}  ${found.broken ?? 'holds'}`);
  }
  console.log(`${lost} of ${writes} acknowledged writes lost, halved or out of the log; ${tries - idle} of ${tries} kills amid writes`);
  process.exitCode = lost === 0 && idle < tries ? 0 : 1;
}

if (process.argv[2] === 'hold') await hold();
else await killAgain();
