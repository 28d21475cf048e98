import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '#kernel/config.ts';
import type { Db } from '#kernel/connection.ts';
import { openDatabase } from '#kernel/database.ts';
import { newId } from '#kernel/ids.ts';
import { signInAll } from '../e2e/people.ts';
import type { Site } from '../e2e/site.ts';
import { headersOf } from './forms.ts';
import { region } from './large.ts';
import { head, held, row, usage } from './measure.ts';

const base = `/daerah/${region}`;
const cycle = '2027';

/** One large file from the template to what the portal shows, while pages are asked for; on a server beside `COPY` of the same rows. */
export async function importLarge(site: Site, kind: 'embedded' | 'PostgreSQL', env: Record<string, string>): Promise<void> {
  const db = await openDatabase(readConfig({ ...process.env, SERASAN_DATA: site.folder, ...env }), () => undefined);
  await openLargeCycle(db);
  const { office } = await signInAll(site, region, { office: { role: 'programme_office' } }, env);
  const own = headersOf(site, office);
  const template = await (await fetch(`${site.url}${base}/kerja/impor/templat.csv`, { headers: own })).text();
  const lines = template.replace('\uFEFF', '').trim().split('\r\n');
  const filled = lines.map((line, n) => (n === 0 ? line : line.replace(/^((?:[^;]*;){5})[^;]*/, `$1${200 + (n % 500)}`))).join('\r\n');
  const pages = watchPages(site, own);
  await wait(3_000);
  const rest = usage(site.process.pid ?? 0).rss;
  const before = pages.take();
  const form = new FormData();
  form.set('file', new File([filled], 'angka.csv', { type: 'text/csv' }));
  let began = performance.now();
  const answer = await fetch(`${site.url}${base}/kerja/impor`, { method: 'POST', body: form, headers: own, redirect: 'manual' });
  const at = site.url + (answer.headers.get('location') ?? '');
  const state = await ready(db);
  const read = { took: performance.now() - began, ...pages.take() };
  if (state !== 'ready') throw new Error(`the import ended as ${state}`);
  const step = async (what: 'confirm' | 'undo') => {
    began = performance.now();
    const { status } = await fetch(at, { method: 'POST', body: new URLSearchParams({ do: what, reason: '' }), headers: own, redirect: 'manual' });
    if (status !== 303) throw new Error(`${what} answered ${status}`);
    return { took: performance.now() - began, ...pages.take() };
  };
  const confirmed = await step('confirm');
  const copied = kind === 'PostgreSQL' ? await copyAgain(db) : null;
  began = performance.now();
  await settled(db);
  const cells = { took: performance.now() - began, ...pages.take() };
  const undone = await step('undo');
  await pages.stop();
  const rows = lines.length - 1;
  head([kind, 'seconds', 'slowest page meanwhile, ms', 'memory above rest, MB']);
  for (const [what, one, aim] of [['at rest', { took: 0, ...before }, 1e9], [`${rows.toLocaleString('en')} rows read and compared`, read, 60_000], ['recorded', confirmed, 250], ['cells that stand on them', cells, 1e9], ['taken back', undone, 250]] as const) {
    row([what, held(one.took / 1000, aim / 1000, 2), held(one.slowest, 1_000, 0), held(one.memory - rest, 300, 0)]);
  }
  if (copied !== null) console.log(`\nCOPY of the same rows into the same table with its keys and indexes: ${(copied / 1000).toFixed(2)} s; the import has ${(copied / (read.took + confirmed.took)).toFixed(2)} × its speed (aim: at least 0.5)\n`);
  await db.close();
}

/** A cycle that asks for every value of the newest year again, a year later. */
export async function openLargeCycle(db: Db): Promise<string> {
  await db.pool.query(`insert into data.cycle (region_code, code, name_id, name_en, period, opens_on, enter_by, submit_by, approve_by, verify_by, publish_by, state)
    values ($1, $2, 'Pengumpulan', 'Collection', $2, '2020-01-01', '2030-01-01', '2030-01-02', '2030-01-03', '2030-01-04', '2030-01-05', 'open')`, [region, cycle]);
  await db.pool.query(`insert into data.cycle_item (region_code, cycle_code, element_code, area_code, series_code, period, publish)
    select distinct region_code, $2, element_code, area_code, series_code, $2, true from data.value where region_code = $1 and period = '2026'`, [region, cycle]);
  return cycle;
}

async function ready(db: Db): Promise<string> {
  for (;;) {
    const { rows } = await db.pool.query<{ state: string }>('select state from data.import where region_code = $1 order by started_at desc limit 1', [region]);
    if (rows[0] && rows[0].state !== 'reading') return rows[0].state;
    await wait(25); // what is measured is two seconds long
  }
}

async function settled(db: Db): Promise<void> {
  for (;;) {
    const { rows } = await db.pool.query<{ n: number }>('select count(*)::int as n from indicators.stale where region_code = $1', [region]);
    if (rows[0]?.n === 0) return;
    await wait(200);
  }
}

/** The rows of the newest import once more under an entry of their own, as the server's own `COPY` brings them in: milliseconds. They do not stay. */
async function copyAgain(db: Db): Promise<number> {
  const file = join(tmpdir(), `serasan-copy-${Date.now()}.txt`);
  const { rows: [found] } = await db.pool.query<{ columns: string; entry: string }>(`select string_agg(column_name, ', ' order by ordinal_position) filter (where column_name <> 'entry_id') as columns,
    (select entry_id from data.import where region_code = $1 order by started_at desc limit 1) as entry from information_schema.columns where table_schema = 'data' and table_name = 'value'`, [region]);
  const own = newId();
  const client = await db.pool.connect();
  try {
    await client.query(`copy (select ${found?.columns}, '${own}'::uuid from data.value where region_code = '${region}' and entry_id = '${found?.entry}') to '${file}'`);
    await client.query('begin');
    await client.query("insert into data.entry (region_code, id, revision, kind, actor, at, state) values ($1, $2, -1, 'import', 'bench', now(), 'staged')", [region, own]);
    const began = performance.now();
    await client.query(`copy data.value (${found?.columns}, entry_id) from '${file}'`);
    await client.query('set constraints all immediate');
    const took = performance.now() - began;
    await client.query('rollback');
    return took;
  } finally {
    client.release();
  }
}

interface Seen {
  slowest: number;
  memory: number;
}

/** Asks for pages of all kinds without pause between them but 50 ms; `take` tells what was seen since it was asked last. */
function watchPages(site: Site, own: Record<string, string>) {
  const paths = [['/', {}], [`${base}/indikator`, {}], [`${base}/selaras`, {}], [`${base}/kerja`, own]] as const;
  let [going, seen]: [boolean, Seen] = [true, { slowest: 0, memory: 0 }];
  const asked = (async () => {
    for (let n = 0; going; n += 1) {
      const [path, headers] = paths[n % paths.length] as (typeof paths)[number];
      const began = performance.now();
      await (await fetch(`${site.url}${path}?n=${n}`, { headers })).arrayBuffer();
      seen.slowest = Math.max(seen.slowest, performance.now() - began);
      seen.memory = Math.max(seen.memory, usage(site.process.pid ?? 0).rss);
      await wait(50);
    }
  })();
  return {
    take: (): Seen => {
      const taken = { ...seen, memory: Math.max(seen.memory, usage(site.process.pid ?? 0).rss) };
      seen = { slowest: 0, memory: 0 };
      return taken;
    },
    stop: async (): Promise<void> => {
      going = false;
      await asked;
    },
  };
}
