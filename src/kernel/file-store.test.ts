import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from './connection.ts';
import { keepBytes, kindOf, listFiles, mostBytes, placeOf, readFile, recordFile, sweepUnfinished } from './file-store.ts';
import { forRegion, forRegionRead } from './regions.ts';
import { testDb } from './testing.ts';

const pdf = (inside = ''): Buffer => Buffer.from(`%PDF-1.7\n${inside}\ntrailer\n%%EOF\n`, 'latin1');
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), Buffer.from('IHDR....'), Buffer.from([0, 0, 0, 0]), Buffer.from('IEND'), Buffer.from([0xae, 0x42, 0x60, 0x82])]);
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('JFIF'), Buffer.from([0xff, 0xd9])]);
const by = { at: new Date('2026-11-28T08:00:00Z'), actor: 'post:p1', who: { accountId: 'a1', postId: 'p1', address: null } };
let db: Db;
let folder: string;
beforeAll(async () => {
  db = await testDb();
  folder = mkdtempSync(join(tmpdir(), 'serasan-files-'));
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('what bytes are', () => {
  it.each([['pdf', pdf()], ['png', png], ['jpeg', jpeg]] as const)('%s by its own marks', (kind, bytes) => expect(kindOf(bytes)).toBe(kind));
  it.each<[string, Buffer]>([
    ['a page that calls itself a PDF', Buffer.from('<!doctype html><script>alert(1)</script>')], ['a PDF that does not begin at its first byte', Buffer.from('GIF89a%PDF-1.7\n%%EOF')], ['half a PDF', Buffer.from('%PDF-1.7\nhalf')], ['a drawing with a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['an archive', Buffer.from('PK\x03\x04')], ['a program', Buffer.from('\x7fELF')], ['a PNG without its head', png.subarray(0, 8)], ['half a JPEG', jpeg.subarray(0, 8)], ['a text', Buffer.from('%PDF')],
  ])('%s is refused (415), and nothing is written', (_, bytes) => {
    expect(() => keepBytes(folder, bytes)).toThrow(expect.objectContaining({ code: 'file.kind', status: 415 }));
    expect(existsSync(join(folder, 'files'))).toBe(false);
  });
  it('nothing, and too much, are refused', () => {
    expect(() => keepBytes(folder, Buffer.alloc(0))).toThrow(expect.objectContaining({ status: 422 }));
    expect(() => keepBytes(folder, Buffer.alloc(mostBytes + 1, pdf()))).toThrow(expect.objectContaining({ code: 'file.too_large', status: 413 }));
  });
});

describe('a kept file', () => {
  it('is found by its digest, once, with its row, in its own region alone', async () => {
    const kept = keepBytes(folder, pdf('a'));
    expect(keepBytes(folder, pdf('a'))).toEqual(kept);
    expect(readdirSync(join(folder, 'files'), { recursive: true }).filter((name) => String(name).length > 60)).toEqual([`${kept.digest.slice(0, 2)}/${kept.digest}`]);
    for (let n = 0; n < 2; n += 1) await forRegion(db, '99.77', (tx) => recordFile(tx, kept, by));
    expect((await forRegionRead(db, '99.77', (tx) => readFile(tx, folder, kept.digest))).bytes.equals(pdf('a'))).toBe(true);
    expect(await forRegionRead(db, '99.77', listFiles)).toEqual([kept.digest]);
    expect((await db.pool.query("select count(*)::int as n from kernel.audit where subject like 'file %'")).rows).toEqual([{ n: 1 }]);
    await expect(forRegionRead(db, '99.78', (tx) => readFile(tx, folder, kept.digest))).rejects.toMatchObject({ code: 'file.unknown', status: 404 });
  });

  it.each(['../../secret', '..%2f..%2fsecret', '/etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`, '', `${'a'.repeat(64)}\0`])('%j is no name of a file', async (name) => {
    expect(() => placeOf(folder, name)).toThrow(expect.objectContaining({ status: 404 }));
    await expect(forRegionRead(db, '99.77', (tx) => readFile(tx, folder, name))).rejects.toMatchObject({ status: 404 });
  });

  it('that was written but not recorded, because the process died between, is nobody\'s, and is kept when it comes again', async () => {
    const kept = keepBytes(folder, pdf('killed'));
    writeFileSync(join(folder, 'files', '.new-half'), '%PDF-1.7 hal');
    await expect(forRegionRead(db, '99.77', (tx) => readFile(tx, folder, kept.digest))).rejects.toMatchObject({ status: 404 });
    expect(sweepUnfinished(folder)).toBe(1);
    expect(sweepUnfinished(folder)).toBe(0);
    await forRegion(db, '99.77', (tx) => recordFile(tx, keepBytes(folder, pdf('killed')), by));
    expect((await forRegionRead(db, '99.77', (tx) => readFile(tx, folder, kept.digest))).kind).toBe('pdf');
  });

  it('whose bytes are others than were kept says so, and serves nothing', async () => {
    const kept = keepBytes(folder, pdf('b'));
    await forRegion(db, '99.77', (tx) => recordFile(tx, kept, by));
    writeFileSync(placeOf(folder, kept.digest), pdf('c'));
    await expect(forRegionRead(db, '99.77', (tx) => readFile(tx, folder, kept.digest))).rejects.toMatchObject({ code: 'file.damaged', status: 500 });
  });

  it('cannot be renamed or taken away by who works in a region', async () => {
    const digest = createHash('sha256').update(pdf('a')).digest('hex');
    for (const query of [`delete from kernel.file where digest = '${digest}'`, `update kernel.file set size = 0`]) {
      await expect(forRegion(db, '99.77', (tx) => tx.executeQuery({ sql: query, parameters: [], query: { kind: 'RawNode' } } as never))).rejects.toThrow(/permission denied/);
    }
  });
});
