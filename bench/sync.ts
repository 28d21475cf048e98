import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inSyncOf } from '#alignment/index.ts';
import { newContext } from '#app/context.ts';
import { loadPack } from '#app/load-pack.ts';
import { writePack } from '#app/write-pack.ts';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database.ts';
import type { PackRow, PackValue } from '#kernel/pack-file.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { startSite } from '../e2e/site.ts';
import { makeContoh, seed } from '../scripts/contoh/make.ts';
import { anew, cost, head, held, quantile, row } from './measure.ts';

const region = '99.01';
const sizes = [[1_250, 312], [5_000, 1_250], [20_000, 5_000]] as const;

/** Linter and index of a plan with many nodes and links, embedded; and the page of plans, of the findings and of the flow. */
export async function sync(quick: boolean): Promise<void> {
  console.log('\nOne plan of so many nodes and links beside the example: aims below 1000 ms for linter and index, p95 below 200 ms for a page.\n');
  head(['nodes, links', 'linter and index, ms', 'ms a node', 'p95 plans, ms', 'p95 a node, ms', 'p95 findings, ms', 'p95 flow, ms']);
  for (const [nodes, links] of quick ? sizes.slice(0, 1) : sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'serasan-sync-'));
    const asked = await load(folder, nodes, links);
    const site = await startSite({ folder, env: { SERASAN_REGION: region, DATABASE_URL: '' } });
    const pages = ['/rencana', '/rencana/besar/N100', '/selaras/temuan', '/selaras/alur'];
    const costs: string[] = [];
    for (const path of pages) costs.push(held((await cost(site, anew(path), quick ? 10 : 40, 3)).p95, 200));
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
    row([`${nodes}, ${links}`, held(asked, 1000, 0), (asked / nodes).toFixed(4), ...costs]);
  }
}

/** Writes and loads the region; answers the median of linter and index, both with what they read. */
async function load(folder: string, nodes: number, links: number): Promise<number> {
  const pack = mkdtempSync(join(tmpdir(), 'serasan-sync-pack-'));
  writePack(pack, largePlan(nodes, links));
  const db = await openDatabase(readConfig({ SERASAN_DATA: folder }), () => undefined, 'command');
  try {
    await loadPack(newContext(db, 'pack', () => undefined), pack);
    const times: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const began = performance.now();
      await forRegionRead(db, region, (tx) => inSyncOf(tx, '2026-11-28'));
      times.push(performance.now() - began);
    }
    return quantile(times, 0.5);
  } finally {
    await db.close();
    rmSync(pack, { recursive: true, force: true });
  }
}

const levels = ['vision', 'mission', 'goal', 'objective', 'programme', 'activity', 'sub-activity'];

/** The example with one more plan of leaders, a tree that widens by five from level to level and then grows at its foot; initiatives are linked all over it. */
export function largePlan(nodes: number, links: number): ReturnType<typeof makeContoh> {
  const tables = makeContoh(seed);
  const rows = (table: string): PackRow[] => tables.get(table) ?? [];
  const like = (table: string, fits: (data: PackRow['data']) => boolean): PackRow['data'] => rows(table).find((one) => fits(one.data))?.data ?? {};
  const add = (table: string, data: Record<string, PackValue>[]): void => {
    tables.set(table, [...rows(table), ...data.map((one, n) => ({ file: '', line: n + 1, data: one }))]);
  };
  const front = like('plan.plan', (data) => data.kind === 'rpjmd');
  add('plan.plan', [{ ...front, code: 'besar' }]);
  const node = like('plan.node', (data) => data.level === 'activity');
  const depths = [0];
  const tree = Array.from({ length: nodes }, (_, n) => {
    const parent = n === 0 ? null : Math.floor((n - 1) / 5);
    const depth = parent === null ? 0 : Math.min((depths[parent] ?? 0) + 1, levels.length - 1);
    depths[n] = depth;
    return { ...node, plan_code: 'besar', plan_version: 1, code: `N${n}`, parent_code: parent === null ? null : `N${parent}`, level: levels[depth] ?? 'activity', text: { id: `Simpul ${n}`, en: `Node ${n}` }, short: null, weight: null, serves_code: null, position: n };
  });
  add('plan.node', tree);
  const works = rows('masterplan.initiative').map((one) => String(one.data.code));
  const link = like('plan.link', (data) => data.kind === 'initiative');
  add('plan.link', Array.from({ length: links }, (_, n) => ({ ...link, code: works[n % works.length] ?? '', plan_code: 'besar', plan_version: 1, node_code: `N${1 + ((n * 7) % (nodes - 1))}`, role: 'primary', weight: null })));
  for (const one of rows('places.region')) one.data = { ...one.data, front_plan: 'besar' };
  return tables;
}
