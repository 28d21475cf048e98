import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { audit } from '#kernel/audit.ts';
import { readConfig } from '#kernel/config.ts';
import type { Db } from '#kernel/connection.ts';
import { loggedReads } from '#kernel/logged-reads.ts';
import { accounts } from '#people/index.ts';
import { forRegion } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { makeBackup } from './backup.ts';
import { newContext } from './context.ts';
import { exportAll } from './export-all.ts';
import { loadPack } from './load-pack.ts';
import { exportAudit, listAudit } from './read-audit.ts';
import { writeSample } from './testing/sample-pack.ts';

let db: Db;
let code: string;
const folder = (): string => mkdtempSync(join(tmpdir(), 'serasan-log-'));
const ctx = () => newContext(db, 'command', () => undefined);
beforeAll(async () => {
  db = await testDb();
  code = (await loadPack(newContext(db, 'pack', () => undefined), writeSample({}))).code;
  await forRegion(db, code, (tx) => audit(tx, [
    { at: new Date('2026-11-27T16:59:00Z'), actor: 'a', action: 'record', subject: 'data.value X / 1', after: { value: '5' } },
    { at: new Date('2026-11-27T17:01:00Z'), actor: 'a', action: 'change', subject: 'data.value X / 2', reason: '=HYPERLINK("http://x")' },
    { at: new Date('2026-11-29T01:00:00Z'), actor: 'a', action: 'record', subject: 'data.value Y / 1' },
  ]));
});
afterAll(() => db.close());

const subjects = async (filter: Parameters<typeof listAudit>[2]) => (await listAudit(ctx(), code, { subject: 'data.value', ...filter }, 10)).map((row) => row.subject);

describe('the log is asked', () => {
  it('by subject, action and the days of the region, newest first', async () => {
    expect(await subjects({})).toEqual(['data.value Y / 1', 'data.value X / 2', 'data.value X / 1']);
    expect(await subjects({ action: 'change' })).toEqual(['data.value X / 2']);
    expect(await subjects({ from: '2026-11-28', until: '2026-11-28' })).toEqual(['data.value X / 2']); // midnight in Jakarta is 17:00 UTC
    expect(await subjects({ until: '2026-11-27' })).toEqual(['data.value X / 1']);
    expect(await subjects({ subject: "X / 1'; drop" })).toEqual([]);
  });
  it('and refuses what is no day, or no region', async () => {
    await expect(subjects({ from: '2026-13-01' })).rejects.toThrow(/audit.invalid.*2026-11-28/);
    await expect(subjects({ from: '2026' })).rejects.toThrow(/audit.invalid/);
    await expect(listAudit(ctx(), '11.11', {}, 1)).rejects.toThrow(/region.unknown/);
  });
  it('for all, as CSV that no spreadsheet runs', async () => {
    let text = '';
    expect(await exportAudit(ctx(), code, { subject: 'data.value' }, (piece) => { text += piece; })).toBe(3);
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.subject, row.after, row.reason])).toEqual([['data.value X / 1', '{"value": "5"}', ''], ['data.value X / 2', '', '\'=HYPERLINK("http://x")'], ['data.value Y / 1', '', '']]);
  });
});

describe('reads that the log keeps', () => {
  const count = async (subject: string) => (await db.pool.query<{ n: number }>("select count(*) as n from kernel.audit where action = 'read' and subject = $1", [subject])).rows[0]?.n ?? 0;
  const doors: Record<string, () => Promise<unknown>> = {
    listKnownAccounts: () => accounts.list({ ctx: ctx(), region: code, today: '2026-11-28' }),
    readKnownAccount: () => accounts.read({ ctx: ctx(), region: code, today: '2026-11-28' }, { id: 'x' }).catch(() => undefined),
    listAudit: () => listAudit(ctx(), code, {}, 1),
    exportAudit: () => exportAudit(ctx(), code, {}, () => undefined),
    // This database has no folder, so nothing is copied; it was asked for all the same.
    makeBackup: () => makeBackup(ctx(), readConfig({ SERASAN_DATA: folder() }), join(folder(), 'a.zip')).catch(() => undefined),
    exportAll: () => exportAll(ctx(), join(folder(), 'all')),
  };
  const known = Object.values(loggedReads).flatMap(({ subject, doors: names }) => names.map((door) => [door, subject] as const));
  it.each(known)('%s leaves a row', async (door, subject) => {
    const before = await count(subject);
    await (doors[door] ?? (() => Promise.reject(new Error(`nobody tries ${door}`))))();
    expect(await count(subject)).toBe(before + 1);
  });
});
