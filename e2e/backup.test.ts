// Nothing lost: a backup while pages are asked for, the data wiped, the backup restored, two exports compared.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownFolder, startSite } from './site.ts';

const folder = mkdtempSync(join(tmpdir(), 'serasan-nothing-lost-'));
const data = ownFolder();

async function serasan(...args: string[]): Promise<string> {
  const child = spawn(process.execPath, ['--no-warnings', 'src/app/cli.ts', ...args], { env: { ...process.env, SERASAN_DATA: data, INIT_CWD: folder } });
  let output = '';
  child.stdout.on('data', (piece) => { output += piece; });
  child.stderr.on('data', (piece) => { output += piece; });
  const code = await new Promise((resolve) => { child.on('exit', resolve); });
  if (code !== 0) throw new Error(`${args.join(' ')}: ${code}\n${output}`);
  return output;
}

const filesOf = (root: string): Map<string, string> => new Map(readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map((entry) => [join(entry.parentPath, entry.name).slice(root.length + 1), readFileSync(join(entry.parentPath, entry.name), 'utf8')]));
/** The description without from which row of the log to which it was written: backup, restore and export are rows themselves. */
const toldOnce = (text: string | undefined): unknown => ({ ...JSON.parse(text ?? '{}'), log: null });
const isLog = (file: string): boolean => /\/kernel\.audit(_seal)?\.jsonl$/.test(file);

it('backup, wipe, restore: every page is answered meanwhile, two exports differ in nothing but what the log tells of it', async () => {
  const site = await startSite({ folder: data });
  await serasan('export', 'before', '--all');
  let asking = true;
  const answers: number[] = [];
  let longest = 0;
  const ask = async (path: string): Promise<void> => {
    const began = Date.now();
    answers.push((await fetch(`${site.url}${path}`)).status);
    longest = Math.max(longest, Date.now() - began);
  };
  const pages = [() => '/healthz', (n: number) => `/daerah/99.01/cari?q=desa+${n}`, () => '/api/v1/regions/16.03/indicators'];
  for (const path of pages) await ask(path(0)); // the first of each reads its region
  longest = 0;
  const readers = pages.map(async (path) => {
    for (let n = 1; asking; n += 1) await ask(path(n));
  });
  const told = await serasan('backup', 'kept.zip');
  asking = false;
  await Promise.all(readers);
  console.log(`${told.trim()}\n${answers.length} pages meanwhile, the longest after ${longest} ms`);
  expect(new Set(answers)).toEqual(new Set([200]));
  await site.stop();
  rmSync(data, { recursive: true });
  await serasan('restore', 'kept.zip');
  expect(await serasan('audit', 'verify')).not.toContain('does not hold');
  await serasan('export', 'after', '--all');
  const [before, after] = [filesOf(join(folder, 'before')), filesOf(join(folder, 'after'))];
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  expect(before.size).toBeGreaterThan(50);
  for (const [file, text] of before) {
    const lines = new Set(after.get(file)?.split('\n'));
    if (file === 'serasan-export.json') expect(toldOnce(after.get(file))).toEqual(toldOnce(text));
    else if (!isLog(file)) expect(after.get(file), file).toBe(text);
    else expect(text.split('\n').filter((line) => !lines.has(line)), file).toEqual([]);
  }
});
