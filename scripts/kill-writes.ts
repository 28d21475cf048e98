// `npm run kill-writes [N]`: kills the server N times (20) amid forms, imports and their jobs, and asks after each start whether every write that was acknowledged is there whole, with its row in the log, and no write is there in half. Wants the pages built.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyAudit } from '#kernel/audit-seals.ts';
import { readConfig } from '#kernel/config.ts';
import { type Db, openDatabase } from '#kernel/database.ts';
import { openLargeCycle } from '../bench/entry-import.ts';
import { ask, headersOf, seenIn } from '../bench/forms.ts';
import { region } from '../bench/large.ts';
import { signInAll } from '../e2e/people.ts';
import { type Site, startSite } from '../e2e/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'serasan-kill-'));
const data = join(folder, 'var');
const env = { SERASAN_DATA: data, DATABASE_URL: '' };
const tries = Number(process.argv[2] ?? 20);
const base = `/daerah/${region}/kerja`;

/** What was acknowledged: a form by the words that went with its number, an import by its id with so many rows. */
interface Acknowledged {
  notes: string[];
  imports: { id: string; rows: number }[];
}
interface Work {
  /** Items by their names: those of the forms, and those of the files. */
  forms: string[];
  files: string[];
  cookies: Record<'one' | 'two' | 'office', string>;
}

async function within<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDatabase(readConfig({ ...process.env, ...env }), () => undefined);
  return work(db).finally(() => db.close());
}

/** A generated region with a cycle, and people who may write in it. */
async function setUp(): Promise<Work> {
  const pack = join(folder, 'pack');
  const run = (script: string, args: string[]): void => {
    const { status, stderr } = spawnSync(process.execPath, ['--no-warnings', script, ...args], { encoding: 'utf8', env: { ...process.env, ...env } });
    if (status !== 0) throw new Error(stderr.slice(-2_000));
  };
  run('scripts/contoh/large.ts', [pack, '--code', region, '--indicators', '8', '--areas', '8', '--years', '4']);
  const site = await startSite({ folder: data, env });
  run('src/app/cli.ts', ['load', pack]);
  const cookies = await signInAll(site, region, { one: { role: 'operator', agencyCode: 'dinas-1' }, two: { role: 'agency_head', agencyCode: 'dinas-1' }, office: { role: 'programme_office' } }, env);
  const items = await within(async (db) => {
    const cycle = await openLargeCycle(db);
    const { rows } = await db.pool.query<{ key: string }>("select cycle_code || '~' || element_code || '~' || area_code || '~' || series_code as key from data.cycle_item where region_code = $1 and cycle_code = $2 order by 1", [region, cycle]);
    return rows.map((row) => row.key);
  });
  await site.stop();
  const half = Math.floor(items.length / 2);
  return { forms: items.slice(0, half), files: items.slice(half), cookies };
}

/** Sends one number after another until the server is gone. */
async function sendForms(site: Site, cookie: string, items: string[], tag: string, acknowledged: Acknowledged): Promise<void> {
  for (let n = 0; ; n += 1) {
    const path = `${base}?butir=${encodeURIComponent(items[n % items.length] ?? '')}`;
    const note = `${tag}-${n}`;
    const body = new URLSearchParams({ value: String(100 + (n % 90)), note, seen: seenIn(await ask(site, cookie, path), 'seen'), go: 'send' });
    const { status } = await fetch(site.url + path, { method: 'POST', redirect: 'manual', headers: headersOf(site, cookie), body });
    if (status === 303) acknowledged.notes.push(note);
  }
}

/** Sends one file after another, and confirms each. */
async function sendFiles(site: Site, cookie: string, items: string[], acknowledged: Acknowledged): Promise<void> {
  for (let n = Math.floor(Math.random() * 500); ; n += 1) {
    const rows = items.map((item, m) => `${item.replaceAll('~', ',')},${item.slice(0, 4)},${100 + ((n + m) % 90)},`);
    const body = new FormData();
    body.set('file', new File([['cycle_code,element_code,area_code,series_code,period,value,note', ...rows].join('\n')], 'angka.csv'));
    const answer = await fetch(`${site.url}${base}/impor`, { method: 'POST', body, redirect: 'manual', headers: headersOf(site, cookie) });
    const at = answer.headers.get('location') ?? '';
    while (!(await ask(site, cookie, at)).includes('value="confirm"'));
    const confirmed = await fetch(site.url + at, { method: 'POST', redirect: 'manual', headers: headersOf(site, cookie), body: new URLSearchParams({ do: 'confirm', reason: 'Putaran uji' }) });
    if (confirmed.status === 303) acknowledged.imports.push({ id: at.split('/').at(-1) ?? '', rows: rows.length });
  }
}

const count = ({ notes, imports }: Acknowledged): number => notes.length + imports.length;

async function killAmidWrites(site: Site, { cookies, forms, files }: Work, tag: string): Promise<Acknowledged> {
  const acknowledged: Acknowledged = { notes: [], imports: [] };
  const ended = new Promise<void>((resolve) => { site.process.on('exit', () => resolve()); });
  const half = Math.floor(forms.length / 2);
  const writers = [
    sendForms(site, cookies.one, forms.slice(0, half), `${tag}-a`, acknowledged), sendForms(site, cookies.two, forms.slice(half), `${tag}-b`, acknowledged), sendFiles(site, cookies.office, files, acknowledged),
  ].map((writer) => writer.catch(() => undefined)); // they end with the server
  const wanted = 2 + Math.floor(Math.random() * 12);
  const watch = setInterval(() => {
    if (count(acknowledged) < wanted) return;
    clearInterval(watch);
    setTimeout(() => site.process.kill('SIGKILL'), Math.random() * 80); // anywhere in a write, not only behind one
  }, 5);
  const late = setTimeout(() => site.process.kill('SIGKILL'), 30_000);
  await ended;
  clearInterval(watch);
  clearTimeout(late);
  await Promise.all(writers);
  return acknowledged;
}

/** Acknowledged writes that are not there whole or not in the log, and writes of which anything is there in half. */
function lookFor({ notes, imports }: Acknowledged): Promise<{ lost: number; halves: number; broken: string | null }> {
  return within(async (db) => {
    const { rows: kept } = await db.pool.query<{ note: string }>(`select v.note_id as note from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id and e.state = 'effective'
      where v.region_code = $1 and v.note_id = any($2) and exists (select from kernel.audit a where a.region_code = e.region_code and a.action = 'record' and a.after->>'revision' = e.revision::text)`, [region, notes]);
    const { rows: done } = await db.pool.query<{ id: string; rows: number }>(`select i.id, (select count(*)::int from data.value v where v.entry_id = i.entry_id) as rows from data.import i
      join data.entry e on e.region_code = i.region_code and e.id = i.entry_id and e.state = 'effective'
      where i.region_code = $1 and i.state = 'done' and i.id = any($2::uuid[]) and exists (select from kernel.audit a where a.region_code = i.region_code and a.action = 'import' and a.subject = 'data.import ' || i.id)`, [region, imports.map((one) => one.id)]);
    const whole = new Map(done.map((one) => [one.id, one.rows]));
    const lost = notes.length - new Set(kept.map((one) => one.note)).size + imports.filter((one) => whole.get(one.id) !== one.rows).length;
    const { rows: [half] } = await db.pool.query<{ n: number }>(`select (select count(*) from data.entry e where e.region_code = $1 and e.kind = 'form' and e.state = 'effective'
        and (select count(*) from data.value v where v.entry_id = e.id) <> (select count(*) from kernel.audit a where a.region_code = $1 and a.action = 'record' and a.after->>'revision' = e.revision::text))::int
      + (select count(*) from data.import i join data.entry e on e.region_code = i.region_code and e.id = i.entry_id where i.region_code = $1 and (i.state = 'done') <> (e.state = 'effective'))::int as n`, [region]);
    const { broken } = await verifyAudit(db, region);
    return { lost, halves: half?.n ?? 0, broken: broken && `seal ${broken.number}: ${broken.found}` };
  });
}

async function killAgain(): Promise<void> {
  const work = await setUp();
  let [forms, files, lost, idle]: number[] = [0, 0, 0, 0] as [number, number, number, number];
  let before: Acknowledged = { notes: [], imports: [] };
  for (let n = 0; n <= tries; n += 1) {
    const site = await startSite({ folder: data, env });
    const found = await lookFor(before);
    lost += found.lost + found.halves + (found.broken ? 1 : 0);
    if (n > 0) {
      if (count(before) === 0) idle += 1; // a kill before the first write proves nothing
      console.log(`kill ${n}: ${before.notes.length} forms and ${before.imports.length} imports acknowledged; ${found.lost} lost, ${found.halves} in half, log ${found.broken ?? 'holds'}`);
    }
    if (n === tries) {
      await site.stop();
      break;
    }
    before = await killAmidWrites(site, work, `${process.pid}-${n}`);
    forms += before.notes.length;
    files += before.imports.length;
  }
  console.log(`${lost} of ${forms} forms and ${files} imports lost, halved or out of the log; ${tries - idle} of ${tries} kills amid writes`);
  process.exitCode = lost === 0 && idle < tries ? 0 : 1;
}

await killAgain();
