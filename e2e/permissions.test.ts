import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspaceRoutes } from '#app/workspace-routes.ts';
import { readConfig } from '#kernel/config.ts';
import type { Db } from '#kernel/connection.ts';
import { openDatabase } from '#kernel/database.ts';
import { permissions } from '#people/index.ts';
import { asked, type Cell, holders, names, type Sent } from './permission-cells.ts';
import { signInAll } from './people.ts';
import { type Site, startSite } from './site.ts';

// The permission matrix through the real routes and forms: every row of the table × role × own or other agency, area and region.
const region = '99.01';
let site: Site;
let db: Db;
let cookies: Record<string, string>;
const ids: Record<string, { account: string; post: string; import: string }> = {};

interface Answer {
  status: number;
  to: string;
  body: string;
}
async function ask(path: string, cookie: string | undefined, sent?: Sent): Promise<Answer> {
  const body = sent === undefined ? undefined : sent.file === undefined ? new URLSearchParams(sent.fields) : new FormData();
  if (body instanceof FormData) body.append('file', new Blob([sent?.file ?? '']), 'angka.csv');
  const answer = await fetch(`${site.url}${path}`, {
    method: sent ? 'POST' : 'GET', redirect: 'manual', headers: { accept: 'text/html', 'accept-encoding': 'identity', ...(cookie === undefined ? {} : { cookie }), ...(sent ? { origin: site.url } : {}) }, ...(body ? { body } : {}),
  });
  return { status: answer.status, to: answer.headers.get('location') ?? '', body: await answer.text() };
}
/** A draft of the masterplan, and an id that nothing has. */
const drafts = { draft: '', none: '00000000-0000-7000-8000-000000000000' };
/** An address with ids filled in: of an account, its post, its import; of a draft. */
const filled = (text: string): string => text.replaceAll('{draft}', drafts.draft).replaceAll('{none}', drafts.none).replaceAll(/\{(account|post|import) of (\w+)\}/g, (_, what: 'account' | 'post' | 'import', who: string) => ids[who]?.[what] ?? 'none');
const at = (code: string, cell: Cell): string => `/daerah/${code}${filled(cell.path)}`;

/** A file of one value each of the own agency and area, of another area, and of another agency. */
const file = `cycle_code,element_code,area_code,series_code,period,value,note\r\n${['2026,KELUHAN_MASUK,99.01.01,utama,2026', '2026,KELUHAN_MASUK,99.01.02,utama,2026', '2026-tw4,RESEP,99.01,utama,2026Q4'].map((row) => `${row},5,salah ketik\r\n`).join('')}`;

async function importOf(name: string): Promise<{ id: string; refused: number }> {
  const { status, to, body } = await ask(`/daerah/${region}/kerja/impor`, cookies[name], { file });
  const id = to.split('/').at(-1) ?? '';
  for (let n = 0; n < 100; n += 1) {
    const { rows } = await db.pool.query<{ state: string; counts: { rows: number; refused: number } }>('select state, counts from data.import where id::text = $1', [id]);
    if (rows[0] && rows[0].state !== 'reading') return { id, refused: rows[0].counts.rows === 3 ? rows[0].counts.refused : -1 };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the import of ${name} was never read: ${status} ${to} ${body.slice(-3_000)}`);
}

beforeAll(async () => {
  site = await startSite({ env: { SERASAN_REGION: '16.03' } });
  cookies = await signInAll(site, region, { ...holders, leaving: { role: 'council' } });
  db = await openDatabase(readConfig({ ...process.env, SERASAN_DATA: site.folder }), () => undefined);
  await db.pool.query("update people.account set home_region = $1 where name = 'leaving'", [region]);
  await db.pool.query("update people.post set until_day = '2020-01-02' where account_id = (select id from people.account where name = 'leaving')");
  const { rows } = await db.pool.query<{ name: string; post: string; account: string }>('select a.name, p.id as post, a.id as account from people.post p join people.account a on a.id = p.account_id');
  drafts.draft = (await ask(`/daerah/${region}/kerja/masterplan?/mulai`, cookies.programme_office, { fields: { nama: 'Uji' } })).to.split('/').at(-1)?.split('?')[0] ?? '';
  for (const row of rows) ids[row.name] = { account: row.account, post: row.post, import: row.name === 'operator' || row.name === 'other' ? (await importOf(row.name)).id : 'none' };
});
afterAll(async () => {
  await db?.close();
  await site?.stop();
});

/** Asks for all, some at a time, and answers in their order. */
async function each<T>(all: readonly string[], ask: (name: string) => Promise<T>): Promise<Record<string, T>> {
  const found: Record<string, T> = {};
  const left = [...all];
  await Promise.all([1, 2, 3, 4].map(async () => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) found[name] = await ask(name);
  }));
  return Object.fromEntries(all.map((name) => [name, found[name] as T]));
}

it('asks for every row of the table', () => {
  const rows = Object.entries(workspaceRoutes).flatMap(([id, row]) => [
    ...(row.see in permissions ? [id] : []),
    ...Object.entries(row.forms ?? {}).flatMap(([form, who]) => [who].flat().filter((one) => one in permissions).map((action) => `${id} ?/${form} ${action}`)),
  ]);
  expect(Object.keys(asked).sort()).toEqual(rows.sort());
});

describe.each(Object.entries(asked))('%s', (_, cells) => {
  it.each(cells.map((cell) => [cell.path, cell] as const))('%s', async (path, cell) => {
    expect(Object.fromEntries(Object.entries(await each(names, (name) => ask(at(region, cell), cookies[name], cell.sent))).map(([name, { status }]) => [name, status])))
      .toEqual(Object.fromEntries(names.map((name) => [name, cell.answer(name)])));
    // Whose region it is not sees what is there where no region is, whoever it is.
    const nowhere = await ask(at('77.77', cell), cookies.operator, cell.sent);
    const elsewhere = await each(names, (name) => ask(at('16.03', cell), cookies[name], cell.sent));
    expect(nowhere.status, path).toBe(404);
    for (const [name, answer] of Object.entries(elsewhere)) {
      expect([name, answer.status], site.output().slice(-1500)).toEqual([name, 404]);
      expect(answer.body.replaceAll('16.03', '77.77')).toBe(nowhere.body.replaceAll('16.03', '77.77'));
    }
    const nobody = await ask(at(region, cell), undefined, cell.sent);
    const back = encodeURIComponent(at(region, cell).replace(cell.sent ? /\?.*$/ : /$^/, ''));
    if (nobody.status === 401) expect(cell.sent?.fields, 'what was typed is kept').toBeDefined();
    else expect([nobody.status, nobody.to]).toEqual([303, `/daerah/${region}/masuk?kembali=${back}`]);
  });
});

it('takes from a file what is of the post’s own agency and area, and refuses each other row', async () => {
  const refused: Record<string, number> = {};
  for (const name of names.filter((one) => holders[one]?.role === 'programme_office' || holders[one]?.role === 'operator' || holders[one]?.role === 'agency_head')) refused[name] = (await importOf(name)).refused;
  expect(refused).toEqual({ operator: 1, operator_bound: 2, agency_head: 1, agency_head_bound: 2, programme_office: 0, other: 2 });
});

it('leaves nothing behind that it was refused', async () => {
  const { rows } = await db.pool.query<{ count: number }>("select count(*)::int as count from data.entry where kind = 'form'");
  expect(rows[0]?.count).toBe(0);
});

it('takes no form from another site, and none without its origin', async () => {
  for (const origin of ['https://evil.example', undefined]) {
    const answer = await fetch(`${site.url}/daerah/${region}/keluar`, { method: 'POST', redirect: 'manual', headers: { cookie: cookies.operator ?? '', 'content-type': 'application/x-www-form-urlencoded', ...(origin ? { origin } : {}) }, body: '' });
    expect(answer.status).toBe(403);
  }
  expect((await ask(`/daerah/${region}/akun`, cookies.operator)).status).toBe(200);
});

it('lets public pages set no cookie and keep them, and keeps none of the workspace', async () => {
  const header = async (path: string): Promise<(string | null)[]> => {
    const { headers } = await fetch(`${site.url}/daerah/${region}${path}`, { headers: { cookie: cookies.operator ?? '', accept: 'text/html' } });
    return [headers.get('set-cookie'), headers.get('cache-control')];
  };
  expect([await header(''), await header('/rencana'), await header('/akun'), await header('/masuk'), await header('/akses')]).toEqual([[null, 'no-cache'], [null, 'no-cache'], [null, 'no-store'], [null, 'no-store'], [null, 'no-store']]);
});
