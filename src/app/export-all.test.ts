import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordValues } from '#data/index.ts';
import { audit } from '#kernel/audit.ts';
import { verifyAudit } from '#kernel/audit-seals.ts';
import type { Db } from '#kernel/connection.ts';
import { keepBytes, readFile, recordFile } from '#kernel/file-store.ts';
import { forRegion } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { refuseHalfLoaded } from '#kernel/unfinished-load.ts';
import { accounts, signing } from '#people/index.ts';
import { carried, carriedAs } from './carried-tables.ts';
import { newContext } from './context.ts';
import { exportAll } from './export-all.ts';
import { loadAll } from './load-all.ts';
import { loadPack } from './load-pack.ts';
import { writeLively } from './testing/lively-pack.ts';

let [one, two]: [Db, Db] = [] as never;
let code: string;
const ctx = (db: Db) => newContext(db, 'command', () => undefined);
const folder = (): string => join(mkdtempSync(join(tmpdir(), 'serasan-all-')), 'out');
const filesOf = (root: string): Record<string, string> => Object.fromEntries(readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  .map((entry) => [join(entry.parentPath, entry.name).slice(root.length), readFileSync(join(entry.parentPath, entry.name), 'utf8')]));

beforeAll(async () => {
  process.env.SERASAN_SECRET = 'only for this test, and long enough';
  one = await testDb();
  two = await testDb();
  code = (await loadPack(ctx(one), writeLively())).code;
});
afterAll(() => Promise.all([one.close(), two.close()]));

it('every table is thought of', async () => {
  const { rows } = await one.pool.query<{ name: string }>("select table_schema || '.' || table_name as name from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema') order by 1");
  expect(rows.map(({ name }) => name).filter((name) => carriedAs(name) === null)).toEqual([]);
});

describe('everything but secrets', () => {
  const [out, here] = [folder(), folder()];
  it('leaves, goes in elsewhere and leaves again the same, with the log and its seals', async () => {
    const before = { elementCode: 'x', areaCode: 'x', period: 'x' };
    const { rows } = await one.pool.query<typeof before & Record<string, unknown>>('select v.* from data.value v join data.entry e on e.id = v.entry_id order by e.revision desc limit 1');
    const [row] = rows;
    const value = { elementCode: String(row?.element_code), areaCode: String(row?.area_code), period: String(row?.period), seriesCode: String(row?.series_code), value: '12345678901234567.5', textValue: null, applicable: true, status: 'entered', withdrawn: false, quality: 'final', origin: String(row?.origin), assurance: null, sourceCode: null, noteId: null, noteEn: null, recordedBy: null, recordedAt: null };
    await forRegion(one, code, (tx) => recordValues({ ...ctx(one), actor: 'post:1', who: { accountId: 'a', postId: 'p', address: '10.0.0.1' } }, tx, { kind: 'form', values: [value as never], reason: 'uji "kutip"\nbaris' }));
    await forRegion(one, code, (tx) => audit(tx, Array.from({ length: 2_300 }, (_, n) => ({ at: new Date(1_790_000_000_000 + n), actor: 'a', action: 'x', subject: `s ${n}`, after: { n } }))));
    await one.pool.query(`update kernel.audit set after = '{"n": 12345678901234567890.10}' where subject = 's 7'`);
    const person = await accounts.invite({ ctx: ctx(one), region: code, today: '2026-11-28' }, { name: 'Budi', email: 'budi@contoh.example' });
    await one.pool.query("insert into people.credential (id, account_id, provider_id, user_id, password, created_at, updated_at) values ('c', $1, 'credential', $1, '$argon2id$kept here', now(), now())", [person.accountId]);
    await one.pool.query("update people.account set two_factor_enabled = true");
    await one.pool.query("insert into people.post (region_code, id, account_id, role, acting, from_day) values ($1, '019f0000-0000-7000-8000-000000000001', $2, 'administrator', false, '2026-01-01')", [code, person.accountId]);
    const there = folder();
    const kept = keepBytes(here, Buffer.from('%PDF-1.7\n%%EOF\n'));
    await forRegion(one, code, (tx) => recordFile(tx, kept, { at: new Date(), actor: 'post:1' }));
    expect(await exportAll(ctx(one), out, here)).toEqual({ regions: [code], moved: [] });
    await loadAll(ctx(two), out, there);
    expect((await forRegion(two, code, (tx) => readFile(tx, there, kept.digest))).bytes.toString()).toBe('%PDF-1.7\n%%EOF\n');
    const again = folder();
    await exportAll(ctx(two), again, there);
    expect(filesOf(again)).toEqual(filesOf(out));
    expect(Object.keys(filesOf(out))).toEqual(expect.arrayContaining(['/serasan-export.json', `/${code}/kernel.audit.jsonl`, `/${code}/kernel.audit_seal.jsonl`, `/${code}/pack/region.yaml`]));
    expect(Object.values(filesOf(out)).join('\n')).not.toContain('argon2id');
    expect((await two.pool.query('select name, two_factor_enabled from people.account')).rows).toEqual([{ name: 'Budi', two_factor_enabled: null }]);
    expect((await two.pool.query('select * from people.credential')).rows).toEqual([]);
    const [link] = await signing.administratorLinks(two, () => new Date(), [code]);
    expect(link).toMatchObject({ region: code, email: 'budi@contoh.example' });
    expect(readFileSync(join(out, code, 'kernel.audit.jsonl'), 'utf8')).toContain('12345678901234567890.10');
    expect(await verifyAudit(two, code)).toMatchObject({ seals: 3, rows: 2303, broken: null });
    expect(statSync(join(out, code, 'kernel.audit.jsonl')).mode & 0o777).toBe(0o600);
    expect(statSync(out).mode & 0o077).toBe(0);
  }, 120_000);
  it('has no file of a table that opens a door', () => {
    const secrets = Object.entries(carried).flatMap(([table, { how }]) => (how === 'secret' ? [table] : []));
    expect(secrets.length).toBeGreaterThan(5);
    expect(Object.keys(filesOf(out)).filter((file) => secrets.some((table) => file.includes(table)))).toEqual([]);
  });
  it('is refused where it would mix: a folder with files, an installation with the region', async () => {
    await expect(exportAll(ctx(one), out)).rejects.toThrow(/export.folder_in_use/);
    await expect(loadAll(ctx(two), out)).rejects.toThrow(/load.region_there/);
  });
  it('is written again where something changed meanwhile, and says so where it does not rest', async () => {
    const written = async (times: number) => {
      const [to, lines, writes]: [string, string[], Promise<void>[]] = [folder(), [], []];
      const progress = (line: string): void => {
        lines.push(line);
        if (line.includes('writing its pack') && writes.length < times) writes.push(forRegion(one, code, (tx) => audit(tx, [{ at: new Date(), actor: 'a', action: 'uji', subject: 's' }])));
      };
      const { moved } = await exportAll(newContext(one, 'command', progress), to, here);
      await Promise.all(writes);
      const { from, to: until } = (JSON.parse(readFileSync(join(to, 'serasan-export.json'), 'utf8')) as { log: Record<string, { from: string; to: string }> }).log[code] ?? {};
      return { moved, again: lines.filter((line) => line.includes('once more')).length, rests: from === until };
    };
    expect(await written(1)).toEqual({ moved: [], again: 1, rests: true });
    expect(await written(9)).toEqual({ moved: [code], again: 2, rests: false });
  }, 120_000);
  it('goes on where a load was cut off; meanwhile no server starts, and nothing else is loaded', async () => {
    const [three, there, again] = [await testDb(), folder(), folder()];
    const cut = newContext(three, 'command', (line) => {
      if (line.includes('kernel.audit,')) throw new Error('cut off');
    });
    await expect(loadAll(cut, out, there)).rejects.toThrow(/cut off/);
    expect(() => refuseHalfLoaded(there)).toThrow(/load.unfinished/);
    await expect(loadAll(ctx(three), again, there)).rejects.toThrow(/export.invalid/);
    cpSync(out, again, { recursive: true });
    await expect(loadAll(ctx(three), again, there)).rejects.toThrow(/load.unfinished/);
    await loadAll(ctx(three), out, there);
    refuseHalfLoaded(there);
    const last = folder();
    await exportAll(ctx(three), last, there);
    expect(filesOf(last)).toEqual(filesOf(out));
    expect(await verifyAudit(three, code)).toMatchObject({ broken: null });
    await three.close();
  }, 120_000);
  it('is refused where it is none, or broken', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'serasan-all-'));
    await expect(loadAll(ctx(two), empty)).rejects.toThrow(/export.invalid/);
    writeFileSync(join(empty, 'serasan-export.json'), '{"kind":"serasan-export","format":1,"migration":"9999-x.sql","regions":[]}');
    await expect(loadAll(ctx(two), empty)).rejects.toThrow(/database.newer/);
    writeFileSync(join(empty, 'serasan-export.json'), '{"kind":"serasan-export","format":1,"migration":"0001-x.sql","regions":["../.."]}');
    await expect(loadAll(ctx(two), empty)).rejects.toThrow(/export.invalid/);
  });
});
