import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newContext } from '#app/context.ts';
import { loadPack } from '#app/load-pack.ts';
import { recordValues } from '#data/index.ts';
import { readConfig } from '#kernel/config.ts';
import type { Db } from '#kernel/connection.ts';
import { openDatabase } from '#kernel/database.ts';
import { forRegion } from '#kernel/regions.ts';
import { writeLarge } from '../scripts/contoh/large.ts';
import { ownDatabase } from './large.ts';
import { head, held, row } from './measure.ts';

const code = '99.02';
/** About ten, a hundred and a thousand thousand values. */
const amid = [{ indicators: 60, areas: 46, years: 3 }, { indicators: 140, areas: 120, years: 5 }, { indicators: 300, areas: 280, years: 10 }];

/** One value saved, until the score that stands on it is visible, amid more and more values: embedded, and on the server of `DATABASE_URL` where there is one. */
export async function engineLive(quick: boolean): Promise<void> {
  console.log('\nOne value of the region itself, and one of a village, saved until the score that stands on it is read: aim p95 at most 100 ms, and no growth.\n');
  head(['database', 'values', 'median, ms', 'p95, ms', 'a village\'s median, ms', 'p95, ms', 'median : that amid the fewest']);
  const url = process.env.DATABASE_URL;
  for (const kind of url ? ['embedded', 'PostgreSQL'] : ['embedded']) {
    let first = 0;
    for (const size of quick ? amid.slice(0, 2) : amid) {
      const folder = mkdtempSync(join(tmpdir(), 'serasan-live-'));
      const env: NodeJS.ProcessEnv = kind === 'embedded' ? { SERASAN_DATA: join(folder, 'var') } : { DATABASE_URL: await ownDatabase(url ?? '') };
      const values = writeLarge(join(folder, 'pack'), { code, ...size, deep: size.indicators, seed: 9902 });
      const db = await openDatabase(readConfig(env), () => undefined);
      await loadPack(newContext(db, 'pack', () => undefined), join(folder, 'pack'));
      await db.pool.query('analyze');
      const [own, village] = [await saves(db, size, true, quick ? 40 : 200), await saves(db, size, false, quick ? 40 : 200)];
      first ||= own.median;
      row([kind, values.toLocaleString('en'), own.median.toFixed(1), held(own.p95, 100), village.median.toFixed(1), held(village.p95, 100), (own.median / first).toFixed(2)]);
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

interface Saves {
  median: number;
  p95: number;
}

async function saves(db: Db, { years }: { years: number }, own: boolean, count: number): Promise<Saves> {
  const ctx = newContext(db, 'petugas', () => undefined);
  const { rows } = await db.pool.query<{ element: string; area: string }>(
    `select element_code as element, area_code as area from (select distinct element_code from data.value where region_code = $1 and length(period) = 4 order by 1 limit 60) e
     cross join (select code as area_code from places.area where region_code = $1 and (parent_code is null) = $2 order by code desc limit 20) a order by md5(element_code || area_code)`, [code, own]);
  const times: number[] = [];
  for (let n = -5; n < count; n += 1) {
    const { element, area } = rows[(n + 5) % rows.length] as { element: string; area: string };
    const began = performance.now();
    await forRegion(db, code, (tx) => recordValues(ctx, tx, { kind: 'form', values: [{
      elementCode: element, areaCode: area, period: String(2026 - (n + 5) % years), seriesCode: 'utama', value: String(300 + n * 3), textValue: null, assurance: null, applicable: true, status: 'published',
      withdrawn: false, quality: 'final', origin: 'simulated', sourceCode: 'rekaan', noteId: null, noteEn: null, recordedBy: null, recordedAt: null,
    }] }));
    await db.pool.query(`select n.value, s.id from scores.snapshot s join scores.node_score n on n.region_code = s.region_code and n.batch = s.batch and n.tree = 'plan' and n.tree_code = 'rencana' and n.node_code = 'V' and n.period = '2026' where s.region_code = $1 and s.view = 'published'`, [code]);
    if (n >= 0) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(times.length / 2)] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}
