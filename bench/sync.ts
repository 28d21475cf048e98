import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inSyncOf } from '#alignment/index.ts';
import { newContext } from '#app/context.ts';
import { loadPack } from '#app/load-pack.ts';
import { writePack } from '#app/write-pack.ts';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { signInAll } from '../e2e/people.ts';
import { startSite } from '../e2e/site.ts';
import { largePlan } from './large-plan.ts';
import { anew, cost, head, held, quantile, row } from './measure.ts';
import { type Held, held as heldBy, heldSteps } from './sync-held.ts';

const region = '99.01';
const sizes = [[1_250, 312], [5_000, 1_250], [20_000, 5_000]] as const;
/** Pages that show a plan, a part of it, or what it does not connect; those of the workspace by who plans. */
const pages = ['/rencana', '/rencana/besar', '/rencana/besar/N1', '/rencana/besar/N100', '/selaras', '/selaras/alasan', '/selaras/alur', '/selaras/temuan', '/selaras/indeks', '/selaras/pohon', '/kerja/rencana', '/kerja/rencana/besar?versi=1', '/kerja/rencana/besar?versi=1&simpul=N1', '/kerja/temuan', '/kerja/tautan', '/kerja/tautan?q=simpul', '/kerja/tautan?baru'];

/** Of one size: seconds to load it, the median of linter and index, and what each page costs. */
interface Seen {
  nodes: number;
  links: number;
  load: number;
  asked: number;
  pages: Map<string, { cpu: number; p95: number }>;
  /** How long a new version of the plan holds the database. */
  held: Held;
}

/** Linter and index of a plan with many nodes and links, embedded; and the pages that show them. */
export async function sync(quick: boolean): Promise<void> {
  const seen: Seen[] = [];
  for (const [nodes, links] of quick ? sizes.slice(0, 1) : sizes) seen.push(await see(nodes, links, quick));
  const growth = (of: (one: Seen) => number): string => {
    const [first, last] = [seen[0], seen.at(-1)];
    return first && last && seen.length > 1 ? (of(last) / of(first)).toFixed(1) : '—';
  };
  const across = seen.map((one) => `${one.nodes.toLocaleString('en')}, ${one.links.toLocaleString('en')}`);
  console.log(`\nOne plan of so many nodes and links beside the example: aims at the largest below 1000 ms for linter and index with what they read, p95 below 200 ms for a page, no transaction of a new version above 250 ms; growth at most ${(20_000 / 1_250).toFixed(0)} times.\n`);
  head(['nodes, links', ...across, 'largest : smallest']);
  row(['load, s', ...seen.map((one) => one.load.toFixed(1)), growth((one) => one.load)]);
  row(['linter and index, ms', ...seen.map((one) => held(one.asked, 1000, 0)), growth((one) => one.asked)]);
  for (const step of heldSteps) row([`${step}: longest transaction, ms (all of it)`, ...seen.map((one) => `${held(one.held[step].longest, 250, 0)} (${one.held[step].whole.toFixed(0)})`), growth((one) => one.held[step].whole)]);
  console.log('\nEach page drawn anew: p95 in ms, and in brackets ms of processor time.\n');
  head(['page', ...across, 'processor, largest : smallest']);
  for (const path of pages) row([`\`${path}\``, ...seen.map((one) => `${held(one.pages.get(path)?.p95 ?? 0, 200, 0)} (${one.pages.get(path)?.cpu.toFixed(0) ?? ''})`), growth((one) => one.pages.get(path)?.cpu ?? 0)]);
}

async function see(nodes: number, links: number, quick: boolean): Promise<Seen> {
  const folder = mkdtempSync(join(tmpdir(), 'serasan-sync-'));
  const [load, asked] = await loadAndAsk(folder, nodes, links);
  const env = { SERASAN_REGION: region, DATABASE_URL: '' };
  const site = await startSite({ folder, env });
  const { planner } = await signInAll(site, region, { planner: { role: 'planner', agencyCode: 'rencana' } }, env);
  const costs: Seen['pages'] = new Map();
  for (const path of pages) costs.set(path, await cost(site, anew(path), quick ? 10 : 40, 3, path.startsWith('/kerja') ? planner : ''));
  await site.stop();
  const longest = await heldBy(folder, region, 'besar');
  rmSync(folder, { recursive: true, force: true });
  return { nodes, links, load, asked, pages: costs, held: longest };
}

/** Writes and loads the region; answers how many seconds that took, and the median of linter and index, both with what they read. */
async function loadAndAsk(folder: string, nodes: number, links: number): Promise<[number, number]> {
  const pack = mkdtempSync(join(tmpdir(), 'serasan-sync-pack-'));
  writePack(pack, largePlan(nodes, links));
  const db = await openDatabase(readConfig({ SERASAN_DATA: folder }), () => undefined, 'command');
  try {
    const loading = performance.now();
    await loadPack(newContext(db, 'pack', () => undefined), pack);
    const load = (performance.now() - loading) / 1000;
    const times: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const began = performance.now();
      await forRegionRead(db, region, (tx) => inSyncOf(tx, '2026-11-28'));
      times.push(performance.now() - began);
    }
    return [load, quantile(times, 0.5)];
  } finally {
    await db.close();
    rmSync(pack, { recursive: true, force: true });
  }
}
