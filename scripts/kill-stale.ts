// `npm run kill-stale`: marks every cell of a generated region stale and kills the process that works them off, with its database, again and again; what it said was computed must be kept, and the end must equal a whole computation.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newContext } from '#app/context.ts';
import { settleWhole } from '#app/pipeline.ts';
import { workStale } from '#app/work-stale.ts';
import { cellBatches, listCells } from '#indicators/index.ts';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database.ts';
import { asIf, forRegion, forRegionRead, type RegionTx } from '#kernel/regions.ts';

const region = '99.02';
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'serasan-kill-'));
const env = { ...process.env, SERASAN_DATA: join(folder, 'var'), SERASAN_REGION: region, PORT: '0', HOST: '127.0.0.1' };
const node = (...args: string[]) => spawnSync(process.execPath, ['--no-warnings', ...args], { env, stdio: 'inherit' });

async function within<T>(work: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>): Promise<T> {
  const db = await openDatabase(readConfig(env), () => undefined, 'command');
  return work(db).finally(() => db.close());
}
const cells = async (tx: RegionTx): Promise<string> => JSON.stringify((await Promise.all(['current', 'published'].map((view) => listCells(tx, view as 'current')))).flat().map(({ indicatorCode, areaCode, period, view, value, reason, inputs }) => [view, indicatorCode, areaCode, period, value, reason, inputs]));

/** Starts the job in a process of its own that has the database open, kills it after it has said so many indicators more, or lets it end what waits. */
async function work(killAfter: number | null): Promise<number> {
  const child = spawn(process.execPath, ['--no-warnings', 'scripts/kill-stale.ts', 'work', folder], { env });
  let output = '';
  let killed = false;
  const seen = (data: Buffer): void => {
    output += data;
    const said = [...output.matchAll(/(\d+) of \d+ indicators computed again/g)];
    if (killAfter !== null && said.length >= killAfter && !killed) {
      killed = true;
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 60);
    }
  };
  child.stdout?.on('data', seen);
  child.stderr?.on('data', seen);
  await new Promise((resolve) => child.on('exit', resolve));
  return Math.max(0, ...[...output.matchAll(/(\d+) of \d+ indicators computed again/g)].map((found) => Number(found[1])));
}

async function killAgain(): Promise<void> {
  node('scripts/contoh/large.ts', join(folder, 'pack'), '--code', region, '--indicators', '40', '--areas', '40', '--years', '6');
  node('src/app/cli.ts', 'load', join(folder, 'pack'));
  await within((db) => forRegion(db, region, (tx) => cellBatches.stale.mark(tx, { all: true }, new Date())));
  let lost = 0;
  console.log('try  said to be computed  found after the kill');
  for (let n = 1; n <= 6; n += 1) {
    const said = await work(2 + (n % 4));
    const kept = await within((db) => forRegionRead(db, region, async (tx) => (await cellBatches.stale.list(tx)).filter((row) => row.currentBatch !== null).length));
    lost += Math.max(0, said - kept);
    console.log(`${String(n).padStart(3)} ${String(said).padStart(21)} ${String(kept).padStart(21)}`);
  }
  await work(null);
  const [left, now, scratch] = await within(async (db) => [
    (await forRegionRead(db, region, cellBatches.stale.list)).length, await forRegionRead(db, region, cells), await asIf(db, region, (tx) => settleWhole(tx, { all: true }, new Date()), cells),
  ] as const);
  console.log(`${lost} computed indicators lost, ${left} still wait; the cells ${now === scratch ? 'equal' : 'DIFFER FROM'} a whole computation`);
  process.exitCode = lost === 0 && left === 0 && now === scratch ? 0 : 1;
}

if (process.argv[2] === 'work') await within((db) => workStale(newContext(db, 'job', (line) => process.stdout.write(`${line}\n`)), region));
else await killAgain();
