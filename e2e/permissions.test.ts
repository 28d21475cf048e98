import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workspaceRoutes } from '#app/workspace-routes.ts';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database.ts';
import { type Action, permissions, permit, type Post, type Role } from '#people/index.ts';
import { signInAll } from './people.ts';
import { type Site, startSite } from './site.ts';

// The permission matrix through the real routes: role × route and form × own or other agency, area and region.
const region = '99.01';
const roles: Role[] = ['leader', 'secretary', 'planner', 'programme_office', 'pillar_lead', 'operator', 'agency_head', 'verifier', 'inspectorate', 'council', 'adviser', 'administrator'];
/** Every role once, at the agency `layanan`; and one of each role that an agency has, bound to one district. */
const posts = {
  ...Object.fromEntries(roles.map((role) => [role, { role, agencyCode: 'layanan' }])),
  ...Object.fromEntries((['operator', 'agency_head'] as const).map((role) => [`${role}_bound`, { role, agencyCode: 'layanan', areaCode: '99.01.01' }])),
} as Record<string, { role: Role; agencyCode: string; areaCode?: string }>;
const names = Object.keys(posts);

let site: Site;
let cookies: Record<string, string>;
let ids: Record<string, { post: string; account: string }>;

const postOf = (name: string): Post => ({ id: 'p', accountId: 'a', agencyCode: null, areaCode: null, pillarCode: null, acting: false, fromDay: '2020-01-01', untilDay: null, ...posts[name], role: posts[name]?.role ?? 'leader' });
const ask = async (path: string, cookie: string | undefined, form?: Record<string, string>): Promise<{ status: number; to: string; body: string }> => {
  const answer = await fetch(`${site.url}${path}`, {
    method: form ? 'POST' : 'GET', redirect: 'manual',
    headers: { accept: 'text/html', ...(cookie === undefined ? {} : { cookie }), ...(form ? { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' } : {}) },
    ...(form ? { body: new URLSearchParams(form) } : {}),
  });
  return { status: answer.status, to: answer.headers.get('location') ?? '', body: await answer.text() };
};
/** A route with its id filled in; that of a post is of the own agency unless another is named. */
const pathOf = (id: string, given: { account: string; post: string }): string => id.replace('/akun/daftar/[id]', `/akun/daftar/${given.account}`).replace('/akun/jabatan/[id]', `/akun/jabatan/${given.post}`);

beforeAll(async () => {
  site = await startSite({ env: { SERASAN_REGION: '16.03' } });
  cookies = await signInAll(site, region, { ...posts, other: { role: 'operator', agencyCode: 'sehat' } });
  const db = await openDatabase(readConfig({ ...process.env, SERASAN_DATA: site.folder }), () => undefined);
  const { rows } = await db.pool.query<{ name: string; post: string; account: string }>('select a.name, p.id as post, a.id as account from people.post p join people.account a on a.id = p.account_id');
  ids = Object.fromEntries(rows.map((row) => [row.name, { post: row.post, account: row.account }]));
  await db.close();
});
afterAll(() => site?.stop());

/** Routes of one upload, one cycle, one draft: what they ask is tried where there is one (my-work.test.ts, masterplan.test.ts). */
const elsewhereTried = ['/kerja/impor/[id]', '/siklus/[code]', ...Object.keys(workspaceRoutes).filter((id) => /\[(draft|digest)\]/.test(id)), '/kerja/masterplan/beda'];
const needed = Object.entries(workspaceRoutes).flatMap(([id, row]) => (row.see in permissions && !elsewhereTried.includes(id) ? [[id, row.see as Action] as const] : []));
/** What a route is about: the post that is handed over; of a list, whatever the asker's own post reaches. */
function thingOf(id: string, agency: string, name?: string): { agencyCode?: string; areas?: string[] } {
  if (id === '/akun/jabatan/[id]') return { agencyCode: agency };
  const own = name === undefined ? undefined : posts[name];
  return ['/kerja/ubah/data', '/kerja/impor/templat.csv'].includes(id) && own ? { agencyCode: own.agencyCode, ...(own.areaCode ? { areas: [own.areaCode] } : {}) } : {};
}

describe.each(needed)('%s needs %s', (id, action) => {
  it.each(names)('%s', async (name) => {
    for (const [agency, holder] of [['layanan', 'operator'], ['sehat', 'other']] as const) {
      const given = ids[holder] ?? { post: '', account: '' };
      const own = await ask(`/daerah/${region}${pathOf(id, given)}`, cookies[name]);
      expect([agency, own.status]).toEqual([agency, permit([postOf(name)], action, thingOf(id, agency, name)) ? 200 : 403]);
      const elsewhere = await ask(`/daerah/16.03${pathOf(id, given)}`, cookies[name]);
      const nowhere = await ask(`/daerah/77.77${pathOf(id, given)}`, cookies[name]);
      expect(elsewhere.status, site.output().slice(-1500)).toBe(404);
      expect(elsewhere.body.replaceAll('16.03', '77.77')).toBe(nowhere.body.replaceAll('16.03', '77.77'));
    }
  });
  it('nobody who is not signed in', async () => {
    const { status, to } = await ask(`/daerah/${region}${pathOf(id, ids.operator ?? { post: '', account: '' })}`, undefined);
    expect([status, to]).toEqual([303, `/daerah/${region}/masuk?kembali=${encodeURIComponent(`/daerah/${region}${pathOf(id, ids.operator ?? { post: '', account: '' })}`)}`]);
  });
});

/** Forms that look at the right before they look at what was sent: with nothing in them, whoever may is told what is missing. */
const forms = Object.entries(workspaceRoutes).flatMap(([id, row]) => Object.entries(row.forms ?? {}).flatMap(([form, who]) => (id.startsWith('/akun/') && typeof who === 'string' && who in permissions && !['akhiri_sesi', 'lupakan', 'tautan'].includes(form) ? [[id, form, who as Action] as const] : [])));

describe.each(forms)('the form %s ?/%s needs %s', (id, form, action) => {
  it.each(names)('%s', async (name) => {
    for (const [agency, holder] of [['layanan', 'operator'], ['sehat', 'other']] as const) {
      const path = `${pathOf(id, ids[holder] ?? { post: '', account: '' })}?/${form}`;
      const may = permit([postOf(name)], action, action === 'post.handover' ? thingOf(id, agency) : {});
      expect([agency, (await ask(`/daerah/${region}${path}`, cookies[name], {})).status]).toEqual([agency, may ? 422 : 403]);
      expect((await ask(`/daerah/16.03${path}`, cookies[name], {})).status).toBe(404);
    }
  });
});

describe('a figure is entered', () => {
  const item = (element: string, area: string): string => `2026~${element}~${area}~utama`;
  it.each(names)('by %s only where the post reaches', async (name) => {
    for (const [area, chain] of [['99.01.01', ['99.01.01', '99.01']], ['99.01.02', ['99.01.02', '99.01']]] as const) {
      const path = `/daerah/${region}/kerja?butir=${encodeURIComponent(item('KELUHAN_MASUK', area))}`;
      const { status } = await ask(path, cookies[name], { value: '7', go: 'keep' });
      const may = permit([postOf(name)], 'value.enter', { agencyCode: 'layanan', areas: [...chain] });
      expect([area, status < 400 || status === 409 || status === 422]).toEqual([area, may !== null]);
    }
  });
  it('by nobody of another agency', async () => {
    expect((await ask(`/daerah/${region}/kerja?butir=${encodeURIComponent(item('KELUHAN_MASUK', '99.01.01'))}`, cookies.other, { value: '7', go: 'keep' })).status).toBe(404);
  });
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
