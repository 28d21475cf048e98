// `npm run bench [-- --quick] [-- api | engine [live] | entry | sync]`: what pages, starts and loads cost, on this machine, each beside an aim or something real in the same run.
import { mkdtempSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'node-html-parser';
import { pageTypes, shapeOf } from '../e2e/eyes.ts';
import { type Site, startSite } from '../e2e/site.ts';
import { api } from './api.ts';
import { engine } from './engine.ts';
import { engineLive } from './engine-live.ts';
import { entry } from './entry.ts';
import { type LoadedRegion, loadLarge, region, sizes } from './large.ts';
import { light } from './light.ts';
import { anew, cost, head, held, row, scriptBytes, seconds, sizeOf, usage } from './measure.ts';
import { addressesOf } from './shapes.ts';
import { sync } from './sync.ts';

const quick = process.argv.includes('--quick');
const requests = quick ? 20 : 80;
/** The page of components shows every component, so it is no page that anybody reads: 30 KB and no script are not asked of it. */
const isDesign = (path: string): boolean => path.endsWith('/_ui');
const shown = quick ? pageTypes.filter(([, path], n) => pageTypes.findIndex(([, other]) => shapeOf(other) === shapeOf(path)) === n) : pageTypes;

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.versions.node}; load of the machine ${loadavg()[0]?.toFixed(1)} at the start. What misses its aim stands in **bold**.\n`);
if (process.argv.includes('api')) await api(quick);
else if (process.argv.includes('engine')) await (process.argv.includes('live') ? engineLive : engine)(quick);
else if (process.argv.includes('entry')) await entry(quick);
else if (process.argv.includes('sync')) await sync(quick);
else await everything();
console.log(`\nload of the machine ${loadavg()[0]?.toFixed(1)} at the end`);

async function everything(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'serasan-bench-'));
  const site = await starts(folder);
  await home(site);
  await pages(site);
  await lighthousePages(site);
  await site.stop();
  await regions();
}

async function starts(folder: string): Promise<Site> {
  let began = Date.now();
  const cold = await startSite({ folder });
  console.log(`start, empty folder, both packs loaded: ${seconds(began)} s`);
  await cold.stop();
  began = Date.now();
  const warm = await startSite({ folder });
  console.log(`start, warm: ${seconds(began)} s (aim: below 5)`);
  const wait = quick ? 5 : 60;
  await new Promise((resolve) => setTimeout(resolve, wait * 1000));
  console.log(`resident memory ${wait} s later: ${usage(warm.process.pid ?? 0).rss.toFixed(0)} MB (aim: below 800)\n`);
  return warm;
}

/** The front page, kept and drawn anew, beside a static file of the same server. */
async function home(site: Site): Promise<void> {
  const sheet = parse(await (await fetch(site.url)).text()).querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '';
  const file = new URL(sheet, site.url).pathname;
  const many = quick ? 200 : 1000;
  const [kept, drawn, still] = [await cost(site, () => '/', many, 200), await cost(site, anew('/'), many, 200), await cost(site, () => file, many, 200)];
  head(['home', 'ms of processor time', 'pages a processor-second', 'aim', 'p95, ms', ': static file']);
  row(['kept by its snapshot', kept.cpu.toFixed(2), (1000 / kept.cpu).toFixed(0), 'at least 300 pages', kept.p95.toFixed(1), (kept.cpu / still.cpu).toFixed(1)]);
  row(['drawn anew', held(drawn.cpu, 8, 2), (1000 / drawn.cpu).toFixed(0), 'at most 8 ms', drawn.p95.toFixed(1), (drawn.cpu / still.cpu).toFixed(1)]);
  row(['a static file', still.cpu.toFixed(2), (1000 / still.cpu).toFixed(0), '', still.p95.toFixed(1), '1']);
}

async function pages(site: Site): Promise<void> {
  console.log('\nThe example regions: aims 30 KB with all style sheets, 0 bytes of script, p95 below 100 ms.\n');
  head(['page', 'KB with CSS, brotli', 'bytes of script', 'ms drawn anew', 'p95 drawn anew, ms', 'ms kept']);
  for (const [name, path] of shown) {
    const html = await (await fetch(site.url + path)).text();
    const [drawn, kept] = [await cost(site, anew(path), requests), await cost(site, () => path, requests)];
    row([name, held((await sizeOf(site, html)) / 1000, isDesign(path) ? 1000 : 30), held(await scriptBytes(site, html), isDesign(path) ? 1e6 : 0, 0), drawn.cpu.toFixed(2), held(drawn.p95, 100), kept.cpu.toFixed(2)]);
  }
}

async function lighthousePages(site: Site): Promise<void> {
  console.log('\nLighthouse, a slow phone at 400 kbit/s with 300 ms there and back: aims 1.8 s to the largest paint, accessibility 100.\n');
  head(['page', 'largest paint, s', 'accessibility']);
  const names = new Map(shown.map(([name, path]) => [path, name]));
  await light(site, (quick ? shown.slice(0, 3) : shown).map(([, path]) => path), (path, found) => row([names.get(path) ?? path, held(found.paint, 1.8, 2), found.accessibility < 100 ? `**${found.accessibility.toFixed(0)}**` : '100']));
}

/** Generated regions of three sizes: their loads, and how each page grows with them. */
async function regions(): Promise<void> {
  console.log('\nGenerated regions (indicators × areas × years), loaded beside a running server: aims for the largest 180 s, 1,500 MB in both processes, no wait of the database above 250 ms, no page above 1 s.\n');
  head(['region', 'values', 'load, s', 'processor, s', 'memory, MB', 'longest wait, ms', 'of a hundred the longest, ms', 'slowest page meanwhile, ms']);
  const costs: Map<string, { cpu: number; p95: number; size: number }>[] = [];
  for (const size of quick ? sizes.slice(0, 2) : sizes) {
    const loaded = await loadLarge(size);
    tellLoad(size.name, loaded);
    const found = new Map<string, { cpu: number; p95: number; size: number }>();
    for (const [shape, path] of await addressesOf(loaded.site, region)) {
      const html = await (await fetch(loaded.site.url + path)).text();
      found.set(shape, { ...(await cost(loaded.site, anew(path), requests, 10)), size: (await sizeOf(loaded.site, html)) / 1000 });
    }
    costs.push(found);
    await loaded.site.stop();
  }
  console.log('\nEach page drawn anew at these sizes: ms of processor time, p95 in ms at the largest (aim below 100), KB at the largest, and how many times the smallest region\'s time.\n');
  head(['page', ...costs.map((_, n) => sizes[n]?.name ?? ''), 'p95', 'KB', 'largest : smallest']);
  for (const [shape, last] of costs.at(-1) ?? []) {
    const first = costs[0]?.get(shape);
    row([shape || 'home', ...costs.map((found) => found.get(shape)?.cpu.toFixed(1) ?? '—'), held(last.p95, 100), held(last.size, shape === '_ui' ? 1000 : 30), first ? (last.cpu / first.cpu).toFixed(1) : '—']);
  }
}

function tellLoad(name: string, loaded: LoadedRegion): void {
  row([name, loaded.values.toLocaleString('en'), held(loaded.seconds, 180, 0), loaded.cpu.toFixed(0), held(loaded.memory, 1500, 0), held(loaded.waited, 250, 0), loaded.waited99.toFixed(0), held(loaded.page, 1000, 0)]);
}
