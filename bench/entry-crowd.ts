import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database.ts';
import { signInAll } from '../e2e/people.ts';
import type { Site } from '../e2e/site.ts';
import { openLargeCycle } from './entry-import.ts';
import { send } from './forms.ts';
import { region } from './large.ts';
import { head, held, quantile, row } from './measure.ts';

const operators = 50;
/** How long an operator takes from one number to the next, at the quickest. */
const pause = 5_000;

/** Fifty operators, each with items of their own, send one number after another for so many seconds: nothing may fail, and all that was acknowledged must be there. */
export async function crowd(site: Site, seconds: number, env: Record<string, string>): Promise<void> {
  const db = await openDatabase(readConfig({ ...process.env, SERASAN_DATA: site.folder, ...env }), () => undefined);
  const cycle = await openLargeCycle(db);
  const names = Array.from({ length: operators }, (_, n) => `operator${n}`);
  const cookies = await signInAll(site, region, Object.fromEntries(names.map((name) => [name, { role: 'operator' as const, agencyCode: 'dinas-1' }])), env);
  const { rows: items } = await db.pool.query<{ e: string; a: string; s: string }>('select element_code as e, area_code as a, series_code as s from data.cycle_item where region_code = $1 and cycle_code = $2 order by md5(element_code || area_code)', [region, cycle]);
  const each = Math.floor(items.length / operators);
  const times: number[] = [];
  const sent = new Map<string, string>();
  const faults: string[] = [];
  const until = Date.now() + seconds * 1_000;
  await Promise.all(names.map(async (name, n) => {
    await wait((pause * n) / operators);
    for (let m = 0; Date.now() < until && m < each; m += 1) {
      const { e, a, s } = items[n * each + m] as { e: string; a: string; s: string };
      const value = String(200 + ((n * 7 + m) % 300));
      const began = performance.now();
      try {
        await send(site, cookies[name] ?? '', `/daerah/${region}/kerja?butir=${encodeURIComponent(`${cycle}~${e}~${a}~${s}`)}`, { value, note: 'Dihitung ulang', seen: '', go: 'send' });
        sent.set(`${e}~${a}~${s}`, value);
      } catch (error) {
        faults.push((error as Error).message);
      }
      times.push(performance.now() - began);
      await wait(Math.max(0, pause - (performance.now() - began)));
    }
  }));
  const { rows: there } = await db.pool.query<{ key: string; value: string }>("select element_code || '~' || area_code || '~' || series_code as key, value::text from data.value where region_code = $1 and period = $2", [region, cycle]);
  const kept = new Map(there.map(({ key, value }) => [key, value]));
  const lost = [...sent].filter(([key, value]) => Number(kept.get(key)) !== Number(value)).length;
  console.log(`\n${operators} operators for ${seconds} s on PostgreSQL, each a number every ${pause / 1_000} s.\n`);
  head(['numbers sent', 'median, ms', 'p95, ms (aim: below 300)', 'slowest, ms', 'refused or failed', 'acknowledged and not there']);
  row([times.length, quantile(times, 0.5).toFixed(0), held(quantile(times, 0.95), 300, 0), Math.max(...times).toFixed(0), held(faults.length, 0, 0), held(lost, 0, 0)]);
  for (const fault of new Set(faults.slice(0, 5))) console.log(fault);
  await db.close();
}
