import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { findSite, homeOf } from '#app/find-site.ts';
import { visible, problemHeaders } from '#app/refuse-request.ts';
import { nobodyAsks, whoAsks } from '#app/who-asks.ts';
import { workspaceRoutes } from '#app/workspace-routes.ts';
import { systemClock } from '#kernel/clock.ts';
import { knows } from '#kernel/etag.ts';
import { compressWhole } from '#kernel/compress.ts';
import { type Config, readConfig } from '#kernel/config.ts';
import { connectDatabase, type Db } from '#kernel/connection.ts';
import { Fault, toProblem } from '#kernel/faults.ts';
import { isReadable } from '#kernel/query.ts';
import { forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { readSecret } from '#kernel/secret.ts';
import { type Admission, makeLimiter } from '#open-data/index.ts';
import { type SignIn, signing } from '#people/index.ts';
import { type ListedRegion, listRegions } from '#places/index.ts';
import { type DrawnPage, drawnPage, formFor, loadRegionModel, makeModelCache, makePageCache, queries } from '#portal/index.ts';
import { listSnapshots, scoreStage } from '#scores/index.ts';
import { baseOf, linkTo, readAddress, type Theme, themeSheet } from '#ui/index.ts';

let config: Config;
let db: Db;
let signIn: SignIn;
let admit: (client: string) => Promise<Admission>;
const models = makeModelCache();
const pages = makePageCache(32 * 1024 * 1024);

/** The server has opened the database and says where it listens; this bundle joins it. */
export const init: ServerInit = () => {
  config = readConfig(process.env);
  db = connectDatabase(config, process.env.SERASAN_SOCKET);
  admit = makeLimiter(config.apiLimit);
  signIn = signing.makeSignIn(db, readSecret(config).toString(), systemClock);
};

const policy = (styles: string, scripts = "'none'"): string => `default-src 'none'; script-src ${scripts}; style-src ${styles}; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;
const guards: Record<string, string> = {
  'content-security-policy': policy("'self'"),
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** A region's own colours stand in the page's head, known by their digest: a sheet of their own would cost a slow phone a second connection. */
function guardsFor(theme: Theme | null | undefined, scripted = false): Record<string, string> {
  if (!theme && !scripted) return guards;
  const styles = theme ? `'self' 'sha256-${createHash('sha256').update(themeSheet(theme)).digest('base64')}'` : "'self'";
  return { ...guards, 'content-security-policy': policy(styles, scripted ? "'self'" : undefined) };
}

/** What machines take: counted for each address, and given what the API may reach. The route tells, never the address as it was written. */
const isOpen = ({ route }: RequestEvent): boolean => /^\/(api|data\/\[file\]|umpan|tempel)(\/|$)/.test(route.id ?? '');

/** What belongs to one person: never kept, by us or by anybody. */
const isWorkspace = ({ route }: RequestEvent): boolean => workspaceRoutes[route.id ?? ''] !== undefined;
const privately = { 'cache-control': 'no-store', 'referrer-policy': 'same-origin' };

export const handle: Handle = async (asked) => {
  const response = await handleAll(asked);
  if (asked.event.url.protocol === 'https:') response.headers.set('strict-transport-security', 'max-age=31536000');
  const streams = ['/data/[file]', '/catatan/catatan.csv'].includes(asked.event.route.id ?? ''); // an archive, or a log, is never held whole
  return streams ? response : compressWhole(response, asked.event.request.headers.get('accept-encoding'));
};

const handleAll: Handle = async ({ event, resolve }) => {
  if (!isOpen(event)) return handlePage({ event, resolve });
  const { headers, fault } = await admit(event.getClientAddress());
  const response = fault ? new Response(JSON.stringify(toProblem(fault, 'en')), { status: fault.status, headers: { ...guards, ...problemHeaders, 'access-control-allow-origin': '*' } }) : await handlePage({ event, resolve });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
};

const handlePage: Handle = async ({ event, resolve }) => {
  const snapshot = event.url.pathname === '/healthz' ? await openHealth(event) : await openPage(event);
  const { site } = event.locals;
  const own = isWorkspace(event);
  if (own) await openWorkspace(event);
  const key = snapshot && !own && ['GET', 'HEAD'].includes(event.request.method) && event.url.search === '' && !/\/tempel\//.test(event.url.pathname) ? `${site.region?.code} ${snapshot} ${event.url.pathname}` : null;
  const kept = key === null ? undefined : pages.get(key);
  if (kept) return answer(event, kept);
  const response = await resolve(event, { transformPageChunk: ({ html }) => lean(html.replace('%lang%', site.lang)) });
  const html = response.headers.get('content-type')?.startsWith('text/html');
  if (event.locals.health && response.status === 503) return response; // it says itself what is down
  const told = response.headers.get('content-type')?.startsWith('application/problem+json');
  if (response.status >= 400 && !html && !told) return problem(event, response.status);
  if (key === null || response.status !== 200 || !html || (event.locals.status ?? 200) !== 200) {
    for (const [name, value] of Object.entries(own ? privately : {})) response.headers.set(name, value);
    for (const [name, value] of Object.entries(guardsFor(site.region?.theme, event.locals.scripted))) if (!response.headers.has(name)) response.headers.set(name, value);
    if (html) response.headers.set('content-type', 'text/html; charset=utf-8');
    if (html && !response.headers.has('etag')) response.headers.set('cache-control', 'no-store');
    return html && event.locals.status ? new Response(response.body, { status: event.locals.status, headers: response.headers }) : response;
  }
  const drawn = drawnPage(await response.text());
  pages.put(key, drawn);
  return answer(event, drawn);
};

/** Without the marks by which a script finds its way in a page: a third of its length, and of no use where there is no script. */
const lean = (html: string): string => (html.includes('<script type="module"') ? html : html.replace(/<!--(?:\[-?\d*!?|\])?-->/g, ''));

/** A drawn page, or 304 when the browser has it already. The browser asks each time: a snapshot may be a second old. */
function answer(event: RequestEvent, page: DrawnPage): Response {
  const headers: Record<string, string> = { ...guardsFor(event.locals.site.region?.theme), 'cache-control': 'no-cache', etag: page.etag, vary: 'accept-encoding' };
  if (knows(event.request.headers.get('if-none-match'), page.etag)) return new Response(null, { status: 304, headers });
  const { body, encoding } = formFor(page, event.request.headers.get('accept-encoding') ?? '');
  if (encoding) headers['content-encoding'] = encoding;
  return new Response(new Uint8Array(body), { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } });
}

/** What a program is told that asked for no page; a page it may show tells people. */
function problem(event: RequestEvent, status: number): Response {
  const { fault = new Fault(status === 404 ? 'page.unknown' : 'internal', status, { given: event.url.pathname.slice(0, 200) }), lang = 'id' } = event.locals;
  return new Response(JSON.stringify(toProblem(fault, lang)), { status, headers: { ...guards, ...problemHeaders } });
}

interface Known {
  /** What the database had counted when they were read. */
  writes: number | null;
  snapshots: Awaited<ReturnType<typeof listSnapshots>>;
  regions: ListedRegion[];
}
let known: Known = { writes: null, snapshots: [], regions: [] };

/** The published snapshots, read again when anything was committed since; and the regions as they are of these: whatever changes a region gives it a new one. */
async function readKnown(): Promise<Known> {
  const writes = db.writes();
  if (writes !== null && known.writes === writes) return known;
  const snapshots = await listSnapshots(db);
  const ids = (all: { id: string }[]): string => all.map((snapshot) => snapshot.id).sort().join();
  const same = snapshots.length > 0 && ids(snapshots) === ids(known.snapshots);
  known = { writes, snapshots, regions: same ? known.regions : await listRegions(db) };
  return known;
}

/** Whoever is signed in and holds no post of the region sees in its workspace what there is where no region is: the same page, after the same reads. */
async function openWorkspace(event: RequestEvent): Promise<void> {
  const who = workspaceRoutes[event.route.id ?? '']?.see;
  if (who === 'anyone' || who === 'signed_in') return;
  const person = await event.locals.person();
  if (person && event.locals.region !== null && person.posts.length + person.waiting.length === 0) await openPage(event, event.locals.region);
}

/** Says where the page stands; answers the id of the region's published snapshot, null without one. A `hidden` region is none. */
async function openPage(event: RequestEvent, hidden: string | null = null): Promise<string | null> {
  const address = readAddress(event.url.pathname);
  const { snapshots, regions } = await readKnown();
  const installed = { fallback: config.region, origin: config.origin };
  const { site, missing } = findSite(address, event.url.hostname, regions.filter((region) => region.code !== hidden), installed);
  const { open } = findSite(address, event.url.hostname, regions, installed);
  // The number of a narrowed list's page is none of the whole list's, which the page's one address names.
  site.pageNumber = queries.narrowed(event.url.searchParams) ? null : pageNumber(event.url.searchParams.get('halaman'));
  const code = site.region?.code ?? null;
  const found = snapshots.find((snapshot) => snapshot.regionCode === code);
  const here = (): string => {
    if (!isReadable(event.url.search)) throw new Fault('query.unreadable', 400, { given: event.url.search.slice(0, 60), expected: '%C3%A9 (UTF-8)' });
    if (code !== null) return code;
    throw new Fault(`region.${missing?.reason ?? 'unknown'}`, 404, { given: missing?.given });
  };
  const locals: App.Locals = {
    ...nobodyAsks, ...(isWorkspace(event) ? whoAsks(event, { db, signIn, dataDir: config.dataDir, here, asked: address.region ?? config.region }) : {}),
    lang: site.lang, base: site.base, region: code, site,
    regions: code !== null ? [] : open.map((one) => ({ code: one.code, name: one[site.lang === 'id' ? 'nameId' : 'nameEn'], href: linkTo({ base: baseOf({ lang: site.lang, region: one.code }) }, '/') })),
    homes: open.map((region) => homeOf(region, regions, installed)),
    model: async () => {
      const region = here();
      if (!found) throw new Fault('region.empty', 404, { given: region });
      return models.get(region, found.id, () => forRegionRead(db, region, loadRegionModel));
    },
    read: async (work) => forRegionRead(db, here(), work),
  };
  if (isOpen(event)) {
    const of = (region: string) => snapshots.find((snapshot) => snapshot.regionCode === region) ?? null;
    const modelOf = (region: string) => models.get(region, of(region)?.id ?? '', () => forRegionRead(db, region, loadRegionModel));
    locals.open = { region: code, open: open.map((one) => ({ code: one.code, snapshot: of(one.code) })), snapshot: code === null ? null : of(code), model: locals.model, modelOf, read: (work) => locals.read(async (tx) => ofSnapshot(tx, found?.id, await work(tx))) };
  }
  Object.assign(event.locals, locals);
  return found?.id ?? null;
}

/** What was read for an answer, where it is of the snapshot that the answer will name. Throws `snapshot.moved` (503) where that was replaced meanwhile. */
async function ofSnapshot<T>(tx: RegionTx, id: string | undefined, read: T): Promise<T> {
  const unmoved = known.writes !== null && known.writes === db.writes(); // nothing was committed since the snapshots were read
  if (!unmoved && (await scoreStage.shown(tx))?.id !== id) throw new Fault('snapshot.moved', 503, { expected: 'to be asked again' });
  return read;
}

/** The page of a paged list, when it is not the first; what is no such number is none. */
const pageNumber = (given: string | null): number | null => (given !== null && /^[1-9]\d{0,4}$/.test(given) && given !== '1' ? Number(given) : null);

/** The health page belongs to no region: it tells of all of them. */
async function openHealth(event: RequestEvent): Promise<null> {
  const { site } = findSite(readAddress('/healthz'), '', [], { fallback: config.region });
  const refuse = async (): Promise<never> => {
    throw new Fault('region.unknown', 404, { given: '' });
  };
  const locals: App.Locals = { ...nobodyAsks, lang: 'en', base: '', region: null, site, regions: [], homes: [], model: refuse, read: refuse, health: { db } };
  Object.assign(event.locals, locals);
  return null;
}

/** Refusals keep their status and say what was expected; anything else is written to the log and says nothing of its inside. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (error instanceof Fault) {
    event.locals.fault = error;
    return { status: error.status, message: error.code, code: error.code, ...text({ given: error.params.given, expected: error.params.expected, more: error.params.more, list: error.params.list }) };
  }
  if (kind === 'unknown') console.error(`${event.request.method} ${event.url.pathname.replace(/(\/masuk\/tautan\/).+/, '$1…')}`, error); // a one-time link opens a door
  return { message: kind === 'unknown' ? 'internal' : 'unknown address' };
};

const text = (params: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).flatMap(([key, value]) => (typeof value === 'string' || typeof value === 'number' ? [[key, visible(String(value)).slice(0, 600)]] : [])));
