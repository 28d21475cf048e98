// `npm run kill-loads`: kills a loading server ten times and asks after each whether what it had said was kept, is kept.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'serasan-kill-'));
const pack = join(folder, 'pack');
const env = { ...process.env, SERASAN_DATA: join(folder, 'var'), PORT: '0', HOST: '127.0.0.1' };
const node = process.execPath;
const size = ['--code', '99.02', '--indicators', '60', '--areas', '60', '--years', '10'];
spawnSync(node, ['--no-warnings', 'scripts/contoh/large.ts', pack, ...size], { stdio: 'inherit' });

/** The first load is a command's; from then on it is the starting server that finds it unfinished and goes on. */
const program = (n: number): string[] => (n === 1 ? ['src/app/cli.ts', 'load', pack] : ['server.ts']);

interface Try { printed: number; output: string; finished: boolean; signal: NodeJS.Signals | null }

/** Starts a load and kills it without warning after some printed batches, or lets it end. */
async function load(nth: number, killAfter: number | null): Promise<Try> {
  const child: ChildProcess = spawn(node, ['--no-warnings', ...program(nth)], { env });
  let output = '';
  let killed = false;
  const seen = (data: Buffer): void => {
    output += data;
    if (output.includes('http://')) child.kill('SIGTERM');
    const batches = [...output.matchAll(/batch \d+ of \d+ kept|batch kept/g)].length;
    if (killAfter !== null && batches >= killAfter && !killed) {
      killed = true;
      setTimeout(() => child.kill('SIGKILL'), Math.random() * 30);
    }
  };
  child.stderr?.on('data', seen);
  child.stdout?.on('data', seen);
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => { child.on('exit', (_, by) => resolve(by)); });
  const printed = Math.max(0, ...[...output.matchAll(/([\d,]+) of [\d,]+ values/g)].map((found) => Number((found[1] ?? '0').replaceAll(',', ''))));
  return { printed, output, finished: /values changed|nothing changed/.test(output), signal };
}

async function countKept(): Promise<number> {
  const db = await openDatabase(readConfig(env), () => undefined, 'command');
  const { rows } = await db.pool.query("select count(*) as n from data.value v join data.entry e using (region_code) where e.id = v.entry_id and e.state in ('staged', 'effective')");
  await db.close();
  return (rows[0] as { n: number }).n;
}

let lost = 0;
let missed = 0; // a try that printed nothing, or that nobody killed, proves nothing
console.log('the first try is a command, the others are servers\n\ntry  printed as kept  found after the kill  next start says');
for (let n = 1; n <= 10; n += 1) {
  const { printed, output, signal } = await load(n, 1 + (n % 2));
  if (printed === 0 || signal !== 'SIGKILL') missed += 1;
  const kept = await countKept();
  if (kept < printed) lost += printed - kept;
  const says = output.split('\n').find((line) => line.includes('unfinished')) ?? '';
  console.log(`${String(n).padStart(3)} ${String(printed).padStart(16)} ${String(kept).padStart(21)}  ${says}`);
}
const last = await load(11, null);
console.log(`\nlet alone: ${last.output.split('\n').find((line) => line.startsWith('99.02') && line.includes('values changed'))}`);
console.log(`${lost} acknowledged values lost; ${10 - missed} of 10 tries were killed while they loaded`);
process.exitCode = lost === 0 && missed === 0 && last.finished ? 0 : 1;
