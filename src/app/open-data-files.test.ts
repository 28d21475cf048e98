import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Package } from 'datapackage';
import { parse as parseHtml } from 'node-html-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromBuffer } from 'yauzl';
import { published } from '#data/index.ts';
import type { Db } from '#kernel/database.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { dataPackage, describeIn, embed, feeds, findDataset, writeDataset } from '#open-data/index.ts';
import { loadRegionModel, type RegionModel } from '#portal/index.ts';
import { listSnapshots } from '#scores/index.ts';
import { readAddress } from '#ui/index.ts';
import { listRegions } from '#places/index.ts';
import { checkPack } from './check-pack.ts';
import { newContext } from './context.ts';
import { regionAsPack } from './export-pack.ts';
import { findSite } from './find-site.ts';
import { loadPack } from './load-pack.ts';
import { publicPack } from './public-pack.ts';
import { packFiles } from './write-pack.ts';

let db: Db;
let other: Db;
const models = new Map<string, RegionModel>();
const read = (code: string) => <T>(work: Parameters<typeof forRegionRead<T>>[2]): Promise<T> => forRegionRead(db, code, work);
const snapshotOf = async (code: string) => (await listSnapshots(db)).find((one) => one.regionCode === code) as Awaited<ReturnType<typeof listSnapshots>>[number];
const siteOf = async (code: string, path: string, lang = '') => findSite(readAddress(`${lang}/daerah/${code}${path}`), 'localhost', await listRegions(db), { fallback: '16.03', origin: 'https://serasan.example' }).site;

beforeAll(async () => {
  [db, other] = [await testDb(), await testDb()];
  for (const pack of ['16.03-muara-enim', '99.01-contoh']) await loadPack(newContext(db, 'test', () => undefined), `regions/${pack}`);
  for (const code of ['16.03', '99.01']) models.set(code, await forRegionRead(db, code, loadRegionModel));
}, 120_000);
afterAll(async () => {
  await db.close();
  await other.close();
});
const modelOf = (code: string): RegionModel => models.get(code) as RegionModel;

function unzipped(archive: Buffer): Promise<Map<string, string>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, string>();
    fromBuffer(archive, { lazyEntries: true }, (fault, zip) => {
      if (fault || !zip) return reject(fault);
      zip.on('entry', (entry) => zip.openReadStream(entry, (wrong, stream) => {
        if (wrong || !stream) return reject(wrong);
        const parts: Buffer[] = [];
        stream.on('data', (part) => parts.push(part)).on('end', () => {
          files.set(entry.fileName, Buffer.concat(parts).toString('utf8'));
          zip.readEntry();
        });
      }));
      zip.on('end', () => resolve(files)).on('error', reject);
      zip.readEntry();
    });
  });
}
const packOf = async (code: string): Promise<Map<string, string>> => unzipped(Buffer.from(await new Response(await publicPack(read(code), await snapshotOf(code))).arrayBuffer()));

describe('the pack as one file', () => {
  it.each(['16.03', '99.01'])('of %s loads into an empty installation, and its export is the same, byte for byte', async (code) => {
    const files = await packOf(code);
    const folder = mkdtempSync(join(tmpdir(), 'serasan-pack-'));
    for (const [name, content] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    expect(checkPack(folder).problems).toEqual([]);
    await loadPack(newContext(other, 'test', () => undefined), folder);
    const again = new Map(packFiles(await regionAsPack(other, code)));
    expect([...again.keys()].sort()).toEqual([...files.keys()].sort());
    for (const [name, content] of files) expect(again.get(name) === content, name).toBe(true);
  }, 120_000);
  it('of Muara Enim is the one in the repository, where all is published; of Contoh nothing unpublished leaves', async () => {
    for (const [name, content] of await packOf('16.03')) expect(readFileSync(`regions/16.03-muara-enim/${name}`, 'utf8') === content, name).toBe(true);
    const contoh = await packOf('99.01');
    for (const name of ['values.csv', 'targets.csv']) expect(contoh.get(name)).not.toMatch(/,(entered|submitted|approved|returned),/);
    expect(readFileSync('regions/99.01-contoh/values.csv', 'utf8')).toMatch(/,(entered|submitted|approved|returned),/);
  });
  it('is written twice at one time and no more, and again when one is done', async () => {
    const open = async () => publicPack(read('16.03'), await snapshotOf('16.03'));
    const [first, second] = [await open(), await open()];
    await expect(open()).rejects.toMatchObject({ code: 'pack.busy', status: 503 });
    await first.cancel();
    await second.cancel();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await packOf('16.03')).size).toBeGreaterThan(10);
  });
  it('breaks off when the region is published anew amid it', async () => {
    await expect((async () => new Response(await publicPack(read('16.03'), { id: 'another', madeAt: new Date(0) })).arrayBuffer())()).rejects.toThrow();
  });
});

describe('the data package', () => {
  it.each(['16.03', '99.01'])('of %s is valid, and each table is what it says', async (code) => {
    const snapshot = await snapshotOf(code);
    const folder = mkdtempSync(join(tmpdir(), 'serasan-package-'));
    const descriptor = dataPackage(modelOf(code), snapshot, { describe: describeIn('id'), home: 'https://serasan.example/data', lang: 'id' });
    const context = { open: [], region: code, snapshot, model: async () => modelOf(code), modelOf: async () => modelOf(code), read: read(code) };
    for (const { name } of descriptor.resources as { name: string }[]) {
      let csv = '';
      for await (const some of writeDataset(context, findDataset(name) as never, 'csv')) csv += some;
      writeFileSync(join(folder, `${name}.csv`), csv);
    }
    const found = await Package.load(descriptor, { basePath: folder });
    expect(found.errors).toEqual([]);
    expect(found.valid).toBe(true);
    for (const resource of found.resources) await resource.read({ keyed: true }).catch((fault: Error & { errors?: Error[] }) => { throw new Error(`${resource.name}: ${fault.errors?.[0]?.message ?? fault.message}`); });
  }, 120_000);
});

describe('a feed', () => {
  it.each([['semua', ''], ['indikator', 'P0'], ['pilar', 'smart-economy'], ['rencana', 'rpjmd-2018']])('%s %s holds what RFC 4287 asks', async (kind, code) => {
    const site = await siteOf('16.03', '/umpan', '/en');
    const subject = feeds.subject(modelOf('16.03'), { kind, code }, 'en');
    const feed = feeds.of(modelOf('16.03'), site, subject, await read('16.03')((tx) => published.latest(tx, '16.03', subject.elements, 500)));
    const xml = feeds.atom(feed, 'https://serasan.example', 'en', 'Serasan');
    const root = parseHtml(xml);
    expect(feed.entries.length).toBeGreaterThan(0);
    expect(feed.entries.length).toBeLessThanOrEqual(50);
    for (const one of [root.querySelector('feed'), ...root.querySelectorAll('entry')]) {
      const child = (name: string) => one?.childNodes.filter((node) => (node as { rawTagName?: string }).rawTagName === name) ?? [];
      for (const name of ['id', 'title', 'updated']) expect(child(name), name).toHaveLength(1);
      expect(child('id')[0]?.text).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
      expect(child('updated')[0]?.text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    }
    expect(new Set(feed.entries.map((one) => one.id)).size).toBe(feed.entries.length);
    expect(xml).toContain('<link rel="self" type="application/atom+xml" href="https://serasan.example');
  });
  it('of nothing that there is, is refused', () => {
    for (const [kind, code] of [['semua', 'x'], ['indikator', 'none'], ['pilar', 'none'], ['rencana', ''], ['perangkat-daerah', 'x'], ['apa', '']]) expect(() => feeds.subject(modelOf('16.03'), { kind: kind as string, code: code as string }, 'id')).toThrow(/feed\.unknown/);
  });
  it('holds a hostile text', () => expect(feeds.atom({ id: 'x', title: '<script>&"\u0000', href: '/', self: '/', updated: new Date(0), entries: [] }, '', 'id', 'a')).toContain('<title>&lt;script&gt;&amp;&quot;</title>'));
});

describe('a piece for another site', () => {
  it.each(['indikator', 'pilar', 'inisiatif'])('of every %s carries source, date and the way home, fits, and holds no script', async (kind) => {
    for (const code of ['16.03', '99.01']) {
      const model = modelOf(code);
      const site = await siteOf(code, '/tempel');
      const codes = kind === 'indikator' ? [...model.indicators.keys()] : kind === 'pilar' ? (model.masterplan?.pillars ?? []).map((one) => one.slug) : model.initiatives.map((one) => one.code);
      expect(codes.length).toBeGreaterThan(0);
      for (const one of codes) {
        const piece = embed.pieceOf(model, site, kind, one);
        const svg = embed.drawPiece(piece, 'https://serasan.example');
        expect(svg).toContain(`href="https://serasan.example${site.base}/${kind}/`);
        expect(svg).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/);
        expect(svg).not.toMatch(/<script|style=|NaN|undefined|Infinity/);
        expect(svg.includes('Contoh: kabupaten ini tidak ada')).toBe(code === '99.01');
        for (const y of svg.matchAll(/ y="([\d.]+)"/g)) expect(Number(y[1])).toBeLessThan(214);
      }
    }
  });
  it('of nothing that there is, is refused', async () => {
    const site = await siteOf('16.03', '/tempel');
    for (const [kind, code] of [['indikator', 'none'], ['pilar', 'x'], ['inisiatif', '..'], ['rencana', 'rpjmd-2018']]) expect(() => embed.pieceOf(modelOf('16.03'), site, kind as string, code as string)).toThrow(/piece\.unknown/);
  });
});
