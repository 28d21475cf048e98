import type { Site } from '../e2e/site.ts';
import { loadLarge, region, sizes } from './large.ts';
import { head, held, row, usage } from './measure.ts';

/** `npm run bench -- api`: lists, answers that are known, and the whole pack, at three sizes. */
export async function api(quick: boolean): Promise<void> {
  console.log('\nThe API on generated regions: aims p95 below 50 ms for a list of 1,000 cells, below 2 ms of processor time for 304, below 30 MB of memory to stream the pack.\n');
  head(['region', 'values', '1,000 cells, ms of processor', 'p95, ms', '1,000 cells later on, p95, ms', '1,000 values, p95, ms', '304, ms of processor', 'pack, MB', 'pack, s', 'memory while it streams, MB']);
  for (const size of quick ? sizes.slice(0, 2) : sizes) {
    const { site, values } = await loadLarge(size);
    try {
      const [cells, later, list] = [await ask(site, '/cells?limit=1000'), await ask(site, await deep(site)), await ask(site, '/values?limit=1000')];
      const tag = (await fetch(`${site.url}/api/v1/regions/${region}/cells?limit=1000`)).headers.get('etag') ?? '';
      const same = await ask(site, '/cells?limit=1000', { 'if-none-match': tag }, 400);
      const pack = await stream(site);
      row([size.name, values.toLocaleString('en-US'), cells.cpu.toFixed(1), held(cells.p95, 50), held(later.p95, 50), list.p95.toFixed(1), held(same.cpu, 2, 2), pack.size.toFixed(1), pack.seconds.toFixed(1), held(pack.grown, 30, 0)]);
    } finally {
      await site.stop();
    }
  }
}

async function ask(site: Site, path: string, headers: Record<string, string> = {}, count = 60): Promise<{ cpu: number; p95: number }> {
  const times: number[] = [];
  const one = async (): Promise<void> => {
    const began = performance.now();
    await (await fetch(`${site.url}/api/v1/regions/${region}${path}`, { headers: { 'accept-encoding': 'br', ...headers } })).arrayBuffer();
    times.push(performance.now() - began);
  };
  for (let n = 0; n < 20; n += 1) await one();
  times.length = 0;
  const before = usage(site.process.pid ?? 0).cpu;
  for (let n = 0; n < count; n += 1) await one();
  return { cpu: (usage(site.process.pid ?? 0).cpu - before) / count, p95: times.sort((a, b) => a - b)[Math.floor(count * 0.95)] ?? 0 };
}

/** A page far into the list: it must cost what the first one costs. */
async function deep(site: Site): Promise<string> {
  let cursor: string | null = null;
  for (let n = 0; n < 5; n += 1) {
    const page = (await (await fetch(`${site.url}/api/v1/regions/${region}/cells?limit=1000${cursor ? `&cursor=${cursor}` : ''}`)).json()) as { next: string | null };
    if (page.next === null) break;
    cursor = page.next;
  }
  return `/cells?limit=1000${cursor ? `&cursor=${cursor}` : ''}`;
}

async function stream(site: Site): Promise<{ size: number; seconds: number; grown: number }> {
  const pid = site.process.pid ?? 0;
  // Once before, so that what stays anyway is not counted.
  const once = async (): Promise<{ size: number; most: number; seconds: number }> => {
    const began = performance.now();
    let [size, most] = [0, 0];
    const reader = (await fetch(`${site.url}/daerah/${region}/data/pack.zip`)).body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.byteLength;
      most = Math.max(most, usage(pid).rss);
    }
    return { size: size / 1e6, most, seconds: (performance.now() - began) / 1000 };
  };
  await once();
  const before = usage(pid).rss;
  const { size, most, seconds } = await once();
  return { size, seconds, grown: Math.max(0, most - before) };
}
