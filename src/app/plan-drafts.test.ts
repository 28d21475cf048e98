import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#kernel/connection.ts';
import { Fault } from '#kernel/faults.ts';
import { keepBytes } from '#kernel/file-store.ts';
import { forRegion, forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { authoring, listPlans, type Operation, treeRules, versionReads } from '#plan/index.ts';
import { scoreStage } from '#scores/index.ts';
import { newContext } from './context.ts';
import { exportAll } from './export-all.ts';
import { exportPack } from './export-pack.ts';
import { loadAll } from './load-all.ts';
import { loadPack } from './load-pack.ts';
import { writeSample } from './testing/sample-pack.ts';

const region = '99.77';
const key = { planCode: 'rpjmd', planVersion: 3 };
const texts = { textId: 'teks', textEn: 'text', shortId: null, shortEn: null, noteId: null, noteEn: null };
const dataDir = mkdtempSync(join(tmpdir(), 'serasan-plans-data-'));
process.env.SERASAN_DATA = dataDir;
let db: Db;
beforeAll(async () => {
  db = await testDb();
  await loadPack(newContext(db, 'pack', () => undefined), writeSample());
});
afterAll(() => db.close());

const ctx = (post = 'p1') => ({ ...newContext(db, `post:${post}`, () => undefined), who: { accountId: 'a1', postId: post, address: null } });
const write = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegion(db, region, work);
const read = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegionRead(db, region, work);
const revision = async (): Promise<number> => (await read((tx) => versionReads.version(tx, key))).draft?.revision ?? -1;
const edit = async (operation: Operation, seen?: number, post?: string) => write(async (tx) => authoring.edit(ctx(post), tx, { ...key, seen: seen ?? (await versionReads.version(tx, key)).draft?.revision ?? 0, operation }));
const fault = (of: Promise<unknown>): Promise<unknown> => of.then(() => 'nothing', (error: unknown) => (error instanceof Fault ? `${error.status} ${error.code}` : String(error)));
const tree = async (of = key): Promise<string> => treeRules.nodes((await versionReads.tree(read, of)).tree).map(({ code, parentCode, weight }) => `${parentCode ?? ''}>${code}${weight === null ? '' : `=${weight}`}`).join(' ');
const snapshot = async () => (await read((tx) => scoreStage.shown(tx)))?.id;

describe('a version written here', () => {
  it('begins as a copy of the adopted one, once, and nobody sees it in public', async () => {
    expect(await authoring.amend(ctx(), write, 'rpjmd')).toEqual(key);
    expect(await tree()).toBe('>v v>m2=0.4 v>m1=0.6');
    expect(await tree()).toBe(await tree({ planCode: 'rpjmd', planVersion: 1 }));
    expect(await fault(authoring.amend(ctx(), write, 'rpjmd'))).toBe('409 plan.draft_there');
    expect(await fault(authoring.amend(ctx(), write, 'none'))).toBe('404 plan.unknown');
    expect((await read(listPlans)).map(({ code, version }) => `${code} ${version}`)).toEqual(['rpjmd 1']);
    const began = await write((tx) => authoring.begin(ctx(), tx, { code: 'renstra-x', kind: 'renstra', nameId: 'R', nameEn: 'R', shortNameId: 'R', shortNameEn: 'R', periodFrom: '2025', periodTo: '2029', baseline: '2024', parentCode: 'rpjmd', agencyCode: null }));
    expect(began).toEqual({ planCode: 'renstra-x', planVersion: 1 });
    expect((await read(listPlans)).length).toBe(1);
  });

  it('is changed node by node, each operation a row and a line of the log; undone it is as before', async () => {
    const before = await tree();
    await edit({ kind: 'add', parent: 'v', code: 'm3', level: 'mission', basis: 'document', ...texts });
    await edit({ kind: 'move', node: 'm1', parent: 'v', at: 0 });
    await edit({ kind: 'weight', parent: 'v', weights: { m1: '50', m2: '30', m3: '20' } }).catch((error: Error) => expect(error.message).toMatch(/node_missing/)); // missions are no parts here
    await edit({ kind: 'fund', amounts: { m1: { 2025: '1500.50' } } });
    await edit({ kind: 'merge', node: 'm1', into: 'm2' });
    expect(await tree()).toBe('>v v>m2=1 v>m3');
    const { rows } = await db.pool.query('select kind, undoes from plan.operation order by revision');
    expect(rows.map(({ kind }) => kind)).toEqual(['add', 'move', 'fund', 'merge']);
    expect((await db.pool.query("select amount from plan.funding where plan_version = 3 and node_code = 'm2'")).rows).toEqual([{ amount: '1500.50' }]);
    expect((await db.pool.query("select node_code from plan.link where plan_version = 3 order by kind")).rows).toEqual([{ node_code: 'm2' }, { node_code: 'm2' }]);
    for (const seen of [4, 3, 2, 1]) await write((tx) => authoring.undo(ctx(), tx, { ...key, seen }));
    expect(await tree()).toBe(before);
    expect((await db.pool.query('select node_code as code from plan.funding where plan_version = 3 union all select node_code from plan.link where plan_version = 3')).rows).toEqual([{ code: 'm1' }, { code: 'm1' }]);
    expect(await fault(write((tx) => authoring.undo(ctx(), tx, { ...key, seen: 0 })))).toBe('409 plan.nothing_to_undo');
    expect((await db.pool.query("select count(*)::int as n from kernel.audit where subject = 'plan rpjmd 3' and post_id = 'p1'")).rows).toEqual([{ n: 9 }]);
    expect(await revision()).toBe(8);
  });

  it('says what decides a node\'s success and who contributes, beside what the pack says of the version in force; undone it is as before', async () => {
    const said = { textId: 'Kader datang', textEn: 'Volunteers come', basis: 'reading', sourceCode: null };
    const at = await revision();
    const results = async (planVersion: number) => { const { factors, contributions } = await read((tx) => versionReads.results(tx, [{ planCode: 'rpjmd', planVersion }])); return [...factors.map(({ code }) => code), ...contributions.map(({ agencyCode, factorCode }) => `${agencyCode} ${factorCode}`)].join(); };
    await write((tx) => sql`insert into plan.success_factor (region_code, plan_code, node_code, code, text_id, text_en, basis) values (${region}, 'rpjmd', 'm1', 'pack', 'a', 'b', 'document')`.execute(tx));
    expect(await fault(edit({ kind: 'factor', node: 'm1', code: 'kader', fresh: true, factor: { ...said, sourceCode: 'none' } }))).toBe('422 plan.factor_source');
    expect(await fault(edit({ kind: 'contribution', node: 'm1', agency: 'none', fresh: true, contribution: { ...said, role: 'lead', factorCode: null } }))).toBe('422 plan.factor_agency');
    await edit({ kind: 'factor', node: 'm1', code: 'kader', fresh: true, factor: said });
    await edit({ kind: 'contribution', node: 'm1', agency: 'dinkes', fresh: true, contribution: { ...said, role: 'lead', factorCode: 'kader' } });
    expect([await results(1), await results(3)]).toEqual(['pack', 'kader,dinkes kader']);
    await edit({ kind: 'factor', node: 'm1', code: 'kader', fresh: false, factor: null });
    expect(await results(3)).toBe('dinkes null');
    for (const seen of [at + 3, at + 2, at + 1]) await write((tx) => authoring.undo(ctx(), tx, { ...key, seen }));
    expect([await results(1), await results(3)]).toEqual(['pack', '']);
    await write((tx) => sql`delete from plan.success_factor where code = 'pack'`.execute(tx));
    await edit({ kind: 'factor', node: 'm1', code: 'tetap', fresh: true, factor: said }); // stays, and leaves with everything below
    await edit({ kind: 'contribution', node: 'm1', agency: 'dinkes', fresh: true, contribution: { ...said, role: 'lead', factorCode: 'tetap' } });
  });

  it('two people who move one node: the second is told what the first did, and nothing is half saved; others go on', async () => {
    const seen = await revision();
    await edit({ kind: 'move', node: 'm1', parent: 'v', at: 0 }, seen, 'p1');
    const second = await edit({ kind: 'text', node: 'm1', basis: 'document', servesCode: null, ...texts }, seen, 'p2').catch((error: Fault) => error);
    expect(second).toMatchObject({ code: 'plan.changed_meanwhile', status: 409, params: { others: [{ kind: 'move', postId: 'p1', nodeCodes: ['m1', 'v'] }] } });
    expect(await revision()).toBe(seen + 1);
    expect(await edit({ kind: 'text', node: 'm2', basis: 'document', servesCode: null, ...texts }, seen, 'p2')).toBe(true); // another node
    expect(await edit({ kind: 'move', node: 'm1', parent: 'v', at: 0 })).toBe(false); // it stands there already
  });

  it('what is refused changes nothing', async () => {
    const before = [await tree(), await revision()];
    expect(await fault(edit({ kind: 'move', node: 'v', parent: 'm1' }))).toBe('422 plan.cycle');
    expect(await fault(edit({ kind: 'add', parent: null, code: 'w', level: 'vision', basis: 'document', ...texts }))).toBe('422 plan.two_roots');
    expect(await fault(edit({ kind: 'add', parent: 'v', code: 'm1', level: 'mission', basis: 'document', ...texts }))).toBe('422 plan.code_taken');
    expect(await fault(write((tx) => authoring.edit(ctx(), tx, { planCode: 'rpjmd', planVersion: 1, seen: 0, operation: { kind: 'remove', node: 'm1' } })))).toBe('409 plan.not_a_draft');
    expect([await tree(), await revision()]).toEqual(before);
  });

  it('stays when a pack is loaded that does not know it', async () => {
    const before = await tree();
    await loadPack(newContext(db, 'pack', () => undefined), writeSample());
    expect(await tree()).toBe(before);
  });

  it('is proposed, not adopted while a remark is open, then adopted and in force', async () => {
    const shown = await snapshot();
    expect(await fault(authoring.adopt(ctx(), { read, write }, { ...key, legal: { number: 'Perda 3/2026', day: '2026-11-28', file: null } }))).toBe('409 plan.wrong_status');
    await authoring.propose(ctx(), { read, write }, { ...key, seen: (await read((tx) => versionReads.version(tx, key))).draft?.revision ?? 0 });
    expect(await fault(edit({ kind: 'remove', node: 'm1' }))).toBe('409 plan.not_a_draft');
    const at = new Date('2026-11-28T18:00:00Z'); // the 29th in the region
    const remark = (text: string, more: { nodeCode?: string; dueOn?: string; ownerAgency?: string } = {}) => fault(write((tx) => authoring.remark({ ...ctx('leader'), clock: () => at }, tx, { ...key, nodeCode: null, dueOn: null, ownerAgency: null, ...more, text })));
    expect([await remark(' '), await remark('belum', { nodeCode: 'none' }), await remark('x'.repeat(2_001)), await remark('belum', { ownerAgency: 'none' })]).toEqual(['422 plan.remark_text', '422 plan.node_missing', '422 plan.too_long', '422 plan.remark_owner']);
    expect([await remark('belum', { dueOn: 'besok' }), await remark('belum', { dueOn: '2026-02-30' }), await remark('belum', { dueOn: '2026-11-28' })]).toEqual(Array(3).fill('422 plan.remark_day'));
    expect(await remark('belum', { nodeCode: 'm1', dueOn: '2026-11-29', ownerAgency: 'dinkes' })).toBe('nothing');
    const { open } = await read((tx) => versionReads.remarks(tx, key));
    expect(open).toMatchObject([{ nodeCode: 'm1', text: 'belum', dueOn: '2026-11-29', ownerAgency: 'dinkes', node: { textId: expect.any(String) } }]);
    const close = (id: string, decided: string) => fault(write((tx) => authoring.decide(ctx('leader'), tx, { ...key, id, decided })));
    const file = keepBytes(dataDir, Buffer.from('%PDF-1.7\n%%EOF'));
    const adopt = (number = 'Perda 3/2026', day = '2026-11-28') => authoring.adopt({ ...ctx(), clock: () => at }, { read, write }, { ...key, legal: { number, day, file } });
    expect(await fault(adopt())).toBe('409 plan.open_remarks');
    expect([await close(open[0]?.id ?? '', 'maybe'), await close('x', 'keep'), await close(open[0]?.id ?? '', 'keep'), await close(open[0]?.id ?? '', 'keep')]).toEqual(['422 plan.remark_decision', '409 plan.remark_closed', 'nothing', '409 plan.remark_closed']);
    expect(await read((tx) => versionReads.remarks(tx, key))).toMatchObject({ open: [], closedCount: 1, closed: [{ text: 'belum', decided: 'keep', closedBy: 'leader', closedAt: expect.any(Date) }] });
    expect([await fault(adopt(' ')), await fault(adopt('Perda', 'besok')), await fault(adopt('Perda', '2026-11-30')), await fault(adopt('Perda', '1999-01-01'))]).toEqual(['422 plan.legal', '422 plan.legal_day', '422 plan.legal_day_future', '422 plan.legal_day_early']);
    expect((await db.pool.query("select count(*)::int as n from places.source where code = 'penetapan-rpjmd-3'")).rows).toEqual([{ n: 0 }]);
    await adopt();
    expect((await read(listPlans)).map(({ version, legalBasis, nodes }) => [version, legalBasis, nodes.map(({ code, position }) => `${code} ${position}`).join()])).toEqual([[3, 'Perda 3/2026', 'v 0,m1 1,m2 2']]);
    expect(await snapshot()).not.toBe(shown);
    expect(await read((tx) => versionReads.version(tx, key))).toMatchObject({ legalDay: '2026-11-28', legalFile: file.digest, sourceCode: 'penetapan-rpjmd-3' });
    expect((await db.pool.query("select title, published from places.source where code = 'penetapan-rpjmd-3'")).rows).toEqual([{ title: 'Perda 3/2026', published: '2026-11-28' }]);
    expect((await db.pool.query("select code, basis, source_code from plan.node where plan_version = 3 and source_code = 'penetapan-rpjmd-3'")).rows).toEqual([{ code: 'm2', basis: 'document', source_code: 'penetapan-rpjmd-3' }]); // its words are new; all else keeps what it had
  });

  it('adopted, never changes: not by an operation, not by a statement, not by a pack', async () => {
    const before = await tree();
    expect(await fault(edit({ kind: 'remove', node: 'm1' }, 0))).toBe('409 plan.not_a_draft');
    for (const statement of ["update plan.node set text_id = 'x' where plan_version = 3", "delete from plan.node where plan_version = 3", "update plan.plan set status = 'draft' where version = 3", "delete from plan.plan where version = 3", "delete from plan.link where plan_version = 3 and basis = 'document'", "delete from plan.success_factor where plan_version = '3'", "update plan.contribution set role = 'lead' where plan_version = '3'", "update plan.link set basis = 'reading' where plan_version = 3 and basis = 'document'", "update plan.draft set adopted_at = null where plan_version = 3 and adopted_at is not null", "delete from plan.draft where plan_version = 3 and adopted_at is not null"]) {
      expect((await write((tx) => sql.raw(statement).execute(tx))).numAffectedRows).toBe(0n);
    }
    for (const statement of ["insert into plan.node select region_code, plan_code, plan_version, 'new', parent_code, position, level, text_id, text_en from plan.node where plan_version = 3 limit 1", "insert into plan.operation (region_code, plan_code, plan_version, revision, at, actor, kind, node_codes, changes) values ('99.77', 'rpjmd', 3, 999, now(), 'a', 'x', '[]', '[]')", "update plan.operation set kind = 'x'"]) {
      await expect(write((tx) => sql.raw(statement.replace("'new', parent_code, position, level, text_id, text_en", "'new', parent_code, position, level, text_id, text_en, short_id, short_en, letter, weight, basis, source_code, note_id, note_en, serves_code")).execute(tx))).rejects.toThrow(/row-level security|permission denied/);
    }
    await loadPack(newContext(db, 'pack', () => undefined), writeSample());
    expect([await tree(), (await read(listPlans)).map(({ version }) => version)]).toEqual([before, [3]]);
    expect((await db.pool.query("select count(*)::int as n from places.source where code = 'penetapan-rpjmd-3'")).rows).toEqual([{ n: 1 }]); // the pack does not know the decree
  });

  it('a link that is read into it later is no part of what was adopted, and says when it came', async () => {
    const [{ code = '' } = {}] = (await db.pool.query("select code from plan.link where plan_version = 3 and kind = 'initiative'")).rows as { code: string }[];
    const links = async (node: string): Promise<string[]> => { const tree = await versionReads.tree(read, key); const since = await read(async (tx) => versionReads.linksSince(tx, await versionReads.version(tx, key))); return [tree.tree, treeRules.withLinks(tree.tree, since)].map((one) => (one.nodes.get(node)?.links ?? []).map((link) => link.code).join()); };
    expect(await links('m2')).toEqual(['', '']);
    const link = { role: 'supporting', weight: null, basis: 'reading', reasonId: 'Kami membacanya begitu.', reasonEn: 'So we read it.', sourceCode: null, evidence: null };
    const later = { ...ctx(), clock: () => new Date('2026-12-01T00:00:00Z') };
    await write((tx) => authoring.link(later, tx, { ...key, seen: null, revision: null, reason: null, operation: { kind: 'link', node: 'm2', of: 'initiative', code, fresh: true, link, weights: {} } }));
    expect(await links('m2')).toEqual([code, '']);
    expect(await read(async (tx) => versionReads.linksSince(tx, await versionReads.version(tx, key)))).toMatchObject([{ node: 'm2', kind: 'initiative', code, was: null, at: new Date('2026-12-01T00:00:00Z') }]);
  });

  it('what no version had, and what the newest still has, is not gone', async () => {
    expect(await read((tx) => versionReads.gone(tx, 'rpjmd', 'none'))).toBeNull();
    expect(await read((tx) => versionReads.gone(tx, 'rpjmd', 'm1'))).toBeNull();
  });

  it('a draft that nobody wants is thrown away with a reason; its steps stay, its number is not given again; what is adopted cannot be', async () => {
    const draft = await authoring.amend(ctx(), write, 'rpjmd');
    await write((tx) => authoring.edit(ctx(), tx, { ...draft, seen: 0, operation: { kind: 'move', node: 'm2', parent: 'v', at: 0 } }));
    const throwAway = (of: typeof draft, reason: string, seen = 1) => fault(write((tx) => authoring.throwAway(ctx(), tx, { ...of, reason, seen })));
    expect(await throwAway(draft, 'Diganti', 0)).toBe('409 plan.changed_meanwhile');
    expect([await throwAway(draft, ' '), await throwAway(key, 'x'), await throwAway({ ...key, planVersion: 99 }, 'x')]).toEqual(['422 plan.throw_reason', '409 plan.wrong_status', '404 plan.unknown']);
    expect(await throwAway(draft, 'Diganti rancangan lain')).toBe('nothing');
    expect(await throwAway(draft, 'lagi')).toBe('404 plan.unknown');
    expect((await read((tx) => versionReads.all(tx, 'rpjmd'))).map(({ version }) => version)).toEqual([3, 2, 1]);
    const left = await db.pool.query(`select (select count(*)::int from plan.node where plan_version = ${draft.planVersion}) as nodes, (select count(*)::int from plan.link where plan_version = ${draft.planVersion}) as links, (select count(*)::int from plan.operation where plan_version = ${draft.planVersion}) as steps, (select thrown_reason from plan.draft where plan_version = ${draft.planVersion}) as why, (select reason from kernel.audit where action = 'throw_away') as told`);
    expect(left.rows).toEqual([{ nodes: 0, links: 0, steps: 1, why: 'Diganti rancangan lain', told: 'Diganti rancangan lain' }]);
    // A pack may bring that number: then it is a version like any other of a pack.
    await db.pool.query("insert into plan.plan select (jsonb_populate_record(p, jsonb_build_object('version', $1::int))).* from plan.plan p where code = 'rpjmd' and version = 3", [draft.planVersion]);
    expect((await read(listPlans)).map(({ version }) => version)).toEqual([draft.planVersion]);
    expect((await read((tx) => versionReads.version(tx, draft))).draft).toBeNull();
    await db.pool.query('delete from plan.plan where version = $1', [draft.planVersion]);
    expect((await authoring.amend(ctx(), write, 'rpjmd')).planVersion).toBe(draft.planVersion + 1);
    expect(await throwAway({ ...draft, planVersion: draft.planVersion + 1 }, 'juga', 0)).toBe('nothing');
  });

  it('leaves with everything and goes in again', async () => {
    await authoring.amend(ctx(), write, 'rpjmd');
    const folder = (): string => join(mkdtempSync(join(tmpdir(), 'serasan-plans-')), 'out');
    const files = (root: string): string[] => readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => `${one.name} ${readFileSync(join(one.parentPath, one.name), 'utf8')}`).sort();
    const out = folder();
    process.env.SERASAN_SECRET = 'only for this test, and long enough';
    await exportAll(ctx(), out);
    const other = await testDb();
    try {
      await loadAll(newContext(other, 'command', () => undefined), out);
      const again = folder();
      await exportAll(newContext(other, 'command', () => undefined), again);
      expect(files(again)).toEqual(files(out));
      expect((await forRegionRead(other, region, (tx) => versionReads.all(tx, 'rpjmd'))).map(({ version, status, draft }) => `${version} ${status} ${draft?.revision ?? '-'}`)).toEqual(['6 draft 0', `3 adopted ${await revision()}`, '2 draft -', '1 adopted -']);
      const pack = folder();
      await exportPack(other, region, pack);
      expect(readdirSync(join(pack, 'plans')).sort()).toEqual(['renstra-x.yaml', 'rpjmd.v2.yaml', 'rpjmd.v3.yaml', 'rpjmd.v6.yaml', 'rpjmd.yaml']);
    } finally {
      await other.close();
    }
  }, 60_000);
});
