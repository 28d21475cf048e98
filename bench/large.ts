import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#kernel/config.ts';
import { connectSocket } from '#kernel/connection.ts';
import { openDatabase } from '#kernel/database.ts';
import { type Site, startSite } from '../e2e/site.ts';
import { writeLarge } from '../scripts/contoh/large.ts';
import { usage } from './measure.ts';

export interface Sized {
  name: string;
  indicators: number;
  areas: number;
  years: number;
}
export const sizes: Sized[] = [
  { name: '50 × 40 × 3', indicators: 50, areas: 40, years: 3 }, { name: '200 × 150 × 5', indicators: 200, areas: 150, years: 5 }, { name: '400 × 300 × 10', indicators: 400, areas: 300, years: 10 },
];
export const region = '99.02';

export interface LoadedRegion {
  site: Site;
  values: number;
  /** Of the load: wall and processor seconds of the command, memory of both processes together (MB). */
  seconds: number;
  cpu: number;
  memory: number;
  /** How long another session of the database waited at most, and one in a hundred: the longest transaction (ms). */
  waited: number;
  waited99: number;
  /** The slowest page meanwhile (ms). */
  page: number;
}

/** Loads a generated region beside a running server, as an operator would, while pages are asked. */
export async function loadLarge({ indicators, areas, years }: Sized): Promise<LoadedRegion> {
  const pack = join(mkdtempSync(join(tmpdir(), 'serasan-large-')), 'pack');
  const values = writeLarge(pack, { code: region, indicators, areas, years, deep: indicators, seed: 9902 });
  const site = await startSite();
  const began = Date.now();
  const child = spawn(process.execPath, ['--no-warnings', 'src/app/cli.ts', 'load', pack], { env: { ...process.env, SERASAN_DATA: site.folder } });
  let said = '';
  child.stdout.on('data', (data) => { said += data; });
  child.stderr.on('data', (data) => { said += data; });
  const watched = await watch(site, child);
  if (!said.includes('values changed')) throw new Error(`the load failed:\n${said.slice(-2000)}`);
  return { site, values, seconds: (Date.now() - began) / 1000, ...watched };
}

async function watch(site: Site, child: ChildProcess): Promise<Omit<LoadedRegion, 'site' | 'values' | 'seconds'>> {
  let going = true;
  const ended = new Promise<void>((resolve) => { child.on('exit', () => resolve()); });
  void ended.then(() => { going = false; });
  const db = connectSocket(join(site.folder, 'socket', '.s.PGSQL.5432'));
  const waits: number[] = [];
  const pages: number[] = [];
  const before = usage(site.process.pid ?? 0).cpu;
  let [memory, own, server] = [0, 0, before];
  const time = async (into: number[], work: () => Promise<unknown>, pause: number): Promise<void> => {
    while (going) {
      const began = performance.now();
      await work();
      into.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  };
  const look = async (): Promise<void> => {
    const [command, served] = [usage(child.pid ?? 0), usage(site.process.pid ?? 0)];
    memory = Math.max(memory, command.rss + served.rss);
    [own, server] = [command.cpu, served.cpu];
  };
  await Promise.all([
    time(waits, () => db.pool.query('select 1'), 25), time(pages, async () => (await fetch(`${site.url}/indikator?n=${pages.length}`)).arrayBuffer(), 100),
    time([], () => look().catch(() => undefined), 250), ended,
  ]);
  await db.close();
  waits.sort((a, b) => a - b);
  return { cpu: (own + server - before) / 1000, memory, waited: waits.at(-1) ?? 0, waited99: waits[Math.floor(waits.length * 0.99)] ?? 0, page: Math.max(...pages) };
}

/** Loads a generated region into the database of a running server. */
export async function loadBeside(site: Site, { indicators, areas, years }: Omit<Sized, 'name'>, env: Record<string, string> = {}): Promise<void> {
  const pack = join(mkdtempSync(join(tmpdir(), 'serasan-large-')), 'pack');
  writeLarge(pack, { code: region, indicators, areas, years, deep: indicators, seed: 9902 });
  const { status, stderr } = spawnSync(process.execPath, ['--no-warnings', 'src/app/cli.ts', 'load', pack], { encoding: 'utf8', env: { ...process.env, SERASAN_DATA: site.folder, ...env } });
  if (status !== 0) throw new Error(`the load failed:\n${stderr.slice(-2000)}`);
}

/** A database of this run's own on the server of `DATABASE_URL`. */
export async function ownDatabase(url: string): Promise<string> {
  const name = `serasan_bench_${process.pid}_${Date.now()}`;
  const admin = await openDatabase(readConfig({ DATABASE_URL: url }), () => undefined);
  await admin.pool.query(`create database ${name}`);
  await admin.close();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
}
