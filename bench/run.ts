// `npm run bench [-- --quick]`: what pages, starts and loads cost, on this machine, each beside something real in the same run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import { pageTypes } from '../e2e/eyes.ts';
import { type Site, startSite } from '../e2e/site.ts';

const quick = process.argv.includes('--quick');
const requests = quick ? 60 : 300;

/** Processor time of a process in milliseconds, and its resident memory in MB (Linux counts in hundredths of a second and pages of 4 KB). */
function usage(pid: number): { cpu: number; rss: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return { cpu: (Number(fields[11]) + Number(fields[12])) * 10, rss: (Number(fields[21]) * 4096) / 1e6 };
}

async function cost(site: Site, path: (n: number) => string, count = requests): Promise<number> {
  const pid = site.process.pid ?? 0;
  const ask = async (n: number): Promise<void> => {
    const response = await fetch(site.url + path(n), { headers: { accept: 'text/html', 'accept-encoding': 'identity' } });
    await response.arrayBuffer();
  };
  for (let n = 0; n < 40; n += 1) await ask(n);
  const before = usage(pid).cpu;
  for (let n = 0; n < count; n += 1) await ask(n + 1000);
  return (usage(pid).cpu - before) / count;
}

const seconds = (from: number): string => ((Date.now() - from) / 1000).toFixed(1);
const row = (cells: (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}\n`);
const folder = mkdtempSync(join(tmpdir(), 'serasan-bench-'));
let began = Date.now();
const cold = await startSite({ folder });
console.log(`start, empty folder, both packs loaded: ${seconds(began)} s`);
await cold.stop();
began = Date.now();
const site = await startSite({ folder });
console.log(`start, warm: ${seconds(began)} s (aim: below 5)\n`);

const home = await (await fetch(site.url)).text();
const sheets = await Promise.all(parse(home).querySelectorAll('link[rel=stylesheet]').map(async (link) => ({ href: link.getAttribute('href') ?? '', text: await (await fetch(new URL(link.getAttribute('href') ?? '', site.url))).text() })));
const css = brotliCompressSync(sheets.map((sheet) => sheet.text).join('')).length;
const file = new URL(sheets[0]?.href ?? '', site.url).pathname;
const still = await cost(site, () => file);
console.log(`a static file of ${sheets[0]?.text.length} bytes from the same server: ${still.toFixed(2)} ms of processor time a request\n`);
row(['page', 'KB with CSS, brotli', 'ms drawn anew', 'ms kept', 'drawn anew : static file']);
row(['---', '---', '---', '---', '---']);
for (const [name, path] of pageTypes) {
  const html = await (await fetch(site.url + path)).text();
  const anew = await cost(site, (n) => `${path}?n=${n}`);
  const kept = await cost(site, () => path);
  row([name, ((brotliCompressSync(html).length + css) / 1000).toFixed(1), anew.toFixed(2), kept.toFixed(2), (anew / still).toFixed(1)]);
}
const wait = quick ? 5 : 60;
await site.stop();
const rested = await startSite({ folder });
await new Promise((resolve) => setTimeout(resolve, wait * 1000));
console.log(`\nresident memory ${wait} s after a warm start: ${usage(rested.process.pid ?? 0).rss.toFixed(0)} MB (aim: below 800)`);
await rested.stop();

console.log('\nloads into an empty folder, command line, start included:');
for (const pack of ['regions/16.03-muara-enim', 'regions/99.01-contoh']) {
  began = Date.now();
  const run = spawnSync(process.execPath, ['--no-warnings', 'src/app/cli.ts', 'load', pack], { encoding: 'utf8', env: { ...process.env, SERASAN_DATA: mkdtempSync(join(tmpdir(), 'serasan-bench-')) } });
  console.log(`${pack}: ${seconds(began)} s; ${`${run.stdout}${run.stderr}`.split('\n').find((line) => line.includes('values changed')) ?? run.stderr}`);
}
