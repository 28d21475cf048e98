import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { audit } from '#kernel/audit.ts';
import { type Config, readConfig } from '#kernel/config.ts';
import { type Db, openDatabase } from '#kernel/database.ts';
import { embeddedMajor } from '#kernel/embedded.ts';
import { keepBytes, listFiles, readFile, recordFile } from '#kernel/file-store.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { readSecret } from '#kernel/secret.ts';
import { makeBackup } from './backup.ts';
import { newContext } from './context.ts';
import { restoreBackup } from './restore.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'serasan-backup-'));
const quiet = (): void => undefined;
const ctx = () => newContext(db, 'command', quiet);
let db: Db;
let config: Config;
let good: Buffer;
let back: Awaited<ReturnType<typeof restored>>;
const target = join(folder(), 'backup.zip');

beforeAll(async () => {
  config = readConfig({ SERASAN_DATA: folder() });
  db = await openDatabase(config, quiet, 'server');
  readSecret(config);
  await db.pool.query('create table public.kept (n int primary key, filling text)');
  await db.pool.query("insert into people.account (id, name, email, email_verified, created_at, updated_at) values ('a', 'A', 'a@contoh.example', false, now(), now())");
  await db.pool.query("insert into people.session (id, expires_at, token, created_at, updated_at, user_id) values ('s', now() + interval '1 hour', 't', now(), now(), 'a')");
  await db.pool.query("insert into people.link (digest, account_id, region_code, made_at, expires_at, clears_factor) values ('d', 'a', '99.01', now(), now() + interval '1 hour', false)");
  const kept = keepBytes(config.dataDir, Buffer.from('%PDF-1.7\n%%EOF\n'));
  await forRegion(db, '99.01', (tx) => recordFile(tx, kept, { at: new Date(), actor: 'a' }));
});
afterAll(() => db.close());

const write = (n: number): Promise<unknown> => forRegion(db, '99.01', (tx) => audit(tx, [{ at: new Date(), actor: 'a', action: 'record', subject: `kept ${n}` }]));
const rowsIn = async (restored: Config): Promise<number> => {
  const opened = await openDatabase(restored, quiet, 'command');
  const { rows } = await opened.pool.query<{ n: number }>("select count(*) as n from kernel.audit where subject like 'kept %'");
  await opened.close();
  return rows[0]?.n ?? 0;
};
const restored = async (file: string, into = readConfig({ SERASAN_DATA: folder() }), force = false) => ({ config: into, told: await restoreBackup(into, file, force, quiet) });

describe('a backup of a database in use', () => {
  it('has every row that was acknowledged before, refuses no writer, and is for its owner alone', async () => {
    await db.pool.query("insert into public.kept select n, repeat('x', 900) from generate_series(1, 20000) n");
    let acknowledged = 0;
    let stop = false;
    const writers = [0, 1, 2].map(async () => {
      while (!stop) {
        await write(acknowledged);
        acknowledged += 1;
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = acknowledged;
    const made = await makeBackup(ctx(), config, target);
    stop = true;
    await Promise.all(writers);
    expect(before).toBeGreaterThan(0);
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(made.archive).toBeLessThan(made.bytes);
    back = await restored(target);
    const there = await rowsIn(back.config);
    expect(there).toBeGreaterThanOrEqual(before);
    expect(there).toBeLessThanOrEqual(acknowledged);
    expect(readSecret(back.config)).toEqual(readSecret(config));
    const opened = await openDatabase(back.config, quiet, 'command');
    const { rows } = await opened.pool.query('select (select count(*)::int from people.session) as sessions, (select count(*)::int from people.link) as links, (select count(*)::int from people.account) as accounts');
    expect(rows, 'who was signed in then is not again').toEqual([{ sessions: 0, links: 0, accounts: 1 }]);
    expect((await forRegionRead(opened, '99.01', async (tx) => readFile(tx, back.config.dataDir, (await listFiles(tx))[0] ?? ''))).kind).toBe('pdf');
    await opened.close();
    good = readFileSync(target);
  }, 120_000);
  it('replaces no file, and leaves nothing beside it', async () => {
    await expect(makeBackup(ctx(), config, target)).rejects.toThrow(/file.exists/);
    expect(readdirSync(join(target, '..'))).toEqual(['backup.zip']);
  });
  it('names a place that is not there or cannot be written', async () => {
    await expect(makeBackup(ctx(), config, '/proc/none/x.zip')).rejects.toThrow(/ENOENT|disk.read_only/);
    await expect(makeBackup(ctx(), config, join(config.dataDir, 'database', 'x.zip'))).rejects.toThrow(/backup.inside/);
  });
  it('knows which PostgreSQL is inside', async () => {
    expect((await db.pool.query<{ version: string }>("select current_setting('server_version') as version")).rows[0]?.version.split('.')[0]).toBe(embeddedMajor);
  });
  it('of a PostgreSQL server is that server\'s work', async () => {
    await expect(makeBackup(ctx(), readConfig({ DATABASE_URL: 'postgresql://localhost/x' }), target)).rejects.toThrow(/backup.server/);
  });
});

const bad = (bytes: Buffer): string => {
  const file = join(folder(), 'bad.zip');
  writeFileSync(file, bytes);
  return file;
};
async function zipOf(entries: Record<string, string>): Promise<string> {
  const zip = new yazl.ZipFile();
  for (const [name, text] of Object.entries(entries)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return bad(await buffer(zip.outputStream as never));
}
const manifest = (more: object): string => JSON.stringify({ kind: 'serasan-backup', format: 1, madeAt: '2026-11-28T02:00:00.000Z', version: '0.1.0', postgres: embeddedMajor, migration: '0001-spine.sql', folders: [], files: [], ...more });

describe('restoring', () => {
  it('refuses a folder with a database, and with force keeps it aside', async () => {
    await expect(restored(target, back.config)).rejects.toThrow(/restore.folder_in_use/);
    const { told } = await restored(target, back.config, true);
    expect(readdirSync(told.aside ?? '').sort()).toEqual(['database', 'files', 'secret']);
    expect(existsSync(join(back.config.dataDir, 'database', 'PG_VERSION'))).toBe(true);
  }, 120_000);
  it('is not begun anew by a start after it was cut off, and runs again', async () => {
    const into = readConfig({ SERASAN_DATA: folder() });
    mkdirSync(join(into.dataDir, '.restore-cut'), { recursive: true });
    await expect(openDatabase(into, quiet, 'server')).rejects.toThrow(/restore.unfinished/);
    await restored(target, into);
    expect(readdirSync(into.dataDir)).not.toContain('.restore-cut');
    expect(await rowsIn(into)).toBeGreaterThan(0);
  });
  it('refuses a folder that a server has', async () => {
    await expect(restored(target, config, true)).rejects.toThrow(/database.in_use/);
  });
  it('refuses what is broken or foreign, and puts nothing in place', async () => {
    const flipped = Buffer.from(good);
    const at = Math.floor(good.length / 2);
    flipped[at] = (flipped[at] ?? 0) ^ 0xff;
    const cases: [string, RegExp][] = [
      [bad(good.subarray(0, good.length - 100)), /backup.damaged/],
      [bad(flipped), /backup.damaged/],
      [bad(Buffer.from('not an archive at all, only a text')), /backup.damaged/],
      [bad(Buffer.alloc(0)), /backup.damaged/],
      [await zipOf({ 'region.yaml': 'code: 99.01' }), /backup.damaged/],
      [await zipOf({ 'serasan-backup.json': '{' }), /backup.damaged/],
      [await zipOf({ 'serasan-backup.json': manifest({ format: 2 }) }), /backup.damaged.*format/],
      [await zipOf({ 'serasan-backup.json': manifest({ files: [{ path: '../out', bytes: 1, sha256: 'a'.repeat(64) }] }) }), /backup.damaged.*files/],
      [await zipOf({ 'serasan-backup.json': manifest({ folders: ['database/../../out'] }) }), /backup.damaged.*folders/],
      [await zipOf({ 'serasan-backup.json': manifest({ files: [{ path: 'database/x', bytes: 2, sha256: 'a'.repeat(64) }] }) }), /backup.damaged.*database\/x/],
      [await zipOf({ 'serasan-backup.json': manifest({ files: [{ path: 'database/x', bytes: 2, sha256: 'a'.repeat(64) }] }), 'database/x': 'ab' }), /backup.damaged.*digest/],
      [await zipOf({ 'serasan-backup.json': manifest({}), 'database/x': 'ab' }), /backup.damaged/],
      [await zipOf({ 'serasan-backup.json': manifest({ postgres: '17' }) }), /database.other_major/],
      [await zipOf({ 'serasan-backup.json': manifest({ migration: '9999-later.sql' }) }), /database.newer/],
      ['/nowhere/backup.zip', /file.missing/],
    ];
    for (const [file, expected] of cases) {
      const into = readConfig({ SERASAN_DATA: folder() });
      await expect(restored(file, into), file).rejects.toThrow(expected);
      expect(readdirSync(into.dataDir)).not.toContain('database');
      expect(readdirSync(into.dataDir).filter((name) => name.startsWith('.restore'))).toEqual([]);
      expect(existsSync(join(into.dataDir, 'serasan.lock'))).toBe(false);
    }
  }, 60_000);
  it('names a database of another PostgreSQL', async () => {
    const other = readConfig({ SERASAN_DATA: folder() });
    mkdirSync(join(other.dataDir, 'database'));
    writeFileSync(join(other.dataDir, 'database', 'PG_VERSION'), '17\n');
    await expect(openDatabase(other, quiet)).rejects.toThrow(/database.other_major: .*17.*18/);
  }, 60_000);
});
