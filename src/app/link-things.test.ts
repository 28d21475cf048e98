import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inSyncOf, suggestions } from '#alignment/index.ts';
import type { Fault } from '#kernel/faults.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { authoring, listPlanLinks, listPlans, versionReads } from '#plan/index.ts';
import { scoreStage } from '#scores/index.ts';
import { newContext } from './context.ts';
import { exportAll } from './export-all.ts';
import { acceptLink, saveLink } from './link-things.ts';
import { loadAll } from './load-all.ts';
import { regionOf } from './testing/region-of.ts';

const region = '99.01';
const planCode = 'rpjmd-2025-2029';
const today = '2026-11-28';
const one = regionOf(region, () => 'regions/99.01-contoh');
const { ctx, write, read, fault } = one;
const content = { role: 'primary', weight: null, basis: 'reading', reasonId: 'Kami membacanya begitu.', reasonEn: 'So we read it.', sourceCode: null, evidence: 'Bab II' };
type Wanted = Parameters<typeof saveLink>[2];
const want = (node: string, code: string, rest: Partial<Wanted['operation']> = {}, more: Partial<Wanted> = {}): Wanted => ({ planCode, planVersion: 1, seen: null, revision: null, reason: null, operation: { kind: 'link', node, of: 'initiative', code, fresh: true, link: content, weights: {}, ...rest }, ...more });
const save = (wanted: Wanted) => write((tx) => saveLink(ctx(), tx, wanted));
const suggested = () => read(async (tx) => {
  const plan = (await listPlans(tx)).find((one) => one.code === planCode);
  if (!plan) throw new Error('no plan');
  return (await suggestions.of(tx, { ...plan, links: (await listPlanLinks(tx)).filter((link) => link.planCode === planCode) }))();
});
const rejected = () => read((tx) => suggestions.rejected(tx, planCode, { from: 0, limit: 10 }));
const value = async () => (await read((tx) => inSyncOf(tx, today))).index.value ?? -1;

describe('a link that is read into an adopted plan', () => {
  it('stands beside it with reason and evidence, in the log and with what it was before', async () => {
    const shown = (await read((tx) => scoreStage.shown(tx)))?.id;
    expect(await save(want('M3.2.1', 'bank-sampah'))).toBe(true);
    const there = (await read(listPlanLinks)).find((link) => link.nodeCode === 'M3.2.1' && link.code === 'bank-sampah');
    expect(there).toMatchObject({ role: 'primary', basis: 'reading', evidence: 'Bab II' });
    expect((await read((tx) => scoreStage.shown(tx)))?.id).not.toBe(shown); // pages are drawn anew
    expect((await one.db.pool.query("select action, subject from kernel.audit where subject like 'plan.link %' order by at desc limit 1")).rows).toEqual([{ action: 'add', subject: `plan.link ${planCode} / 1 / M3.2.1 / initiative / bank-sampah` }]);
    const { regionCode: _r, planCode: _p, planVersion: _v, nodeCode: _n, ...seen } = there ?? ({} as never);
    const changed = want('M3.2.1', 'bank-sampah', { fresh: false, link: { ...content, role: 'supporting' } }, { seen, reason: 'bukan yang utama' });
    expect(await save({ ...changed, seen: { ...seen, role: 'supporting' } }).catch((error: Fault) => `${error.status} ${error.code}`)).toBe('409 plan.link_moved');
    expect(await save(changed)).toBe(true);
    expect(await save({ ...changed, seen: { ...seen, role: 'supporting' } })).toBe(false); // as it is
    const versions = await read((tx) => versionReads.linkVersions(tx, { planCode, planVersion: 1 }, 'M3.2.1', { kind: 'initiative', code: 'bank-sampah' }));
    expect(versions.map(({ version, reason, definition }) => [version, reason, (definition as { role?: string } | null)?.role])).toEqual([[2, 'bukan yang utama', 'supporting'], [1, null, 'primary']]);
    expect(await save(want('M3.2.1', 'bank-sampah', { fresh: false, link: null }, { seen: { ...seen, role: 'supporting' }, reason: 'keliru' }))).toBe(true);
    expect((await read(listPlanLinks)).some((link) => link.nodeCode === 'M3.2.1' && link.code === 'bank-sampah')).toBe(false);
  });

  it('is refused where it is wrong, and then nothing is written', async () => {
    const before = JSON.stringify(await read(listPlanLinks));
    const linked = (await read(listPlanLinks)).find((link) => link.planCode === planCode && link.basis === 'document' && link.kind === 'initiative');
    expect(await fault(save(want(linked?.nodeCode ?? '', linked?.code ?? '')))).toBe('422 plan.link_twice');
    expect(await fault(save(want('M9.9', 'bank-sampah')))).toBe('404 plan.node_unknown'); // or a node of another region: there is none
    expect(await fault(save(want('M3.2.1', 'tidak-ada')))).toBe('422 plan.link_unknown');
    expect(await fault(save(want('M3.2.1', 'bank-sampah', { link: { ...content, reasonId: ' ' } })))).toBe('422 plan.link_reason');
    expect(await fault(save(want('M3.2.1', 'bank-sampah', { link: { ...content, weight: '140' } })))).toBe('422 plan.link_share');
    expect(await fault(save(want('M3.2.1', 'bank-sampah', { link: { ...content, weight: '-1' } })))).toBe('422 plan.link_weight');
    expect(await fault(save(want('M3.2.1', 'bank-sampah', { link: { ...content, basis: 'document' } })))).toBe('409 plan.link_of_document');
    expect(await fault(save(want('M3.2.1', 'bank-sampah', {}, { planVersion: 7 })))).toBe('404 plan.unknown');
    const { regionCode: _r, planCode: _p, planVersion: _v, nodeCode, ...seen } = linked ?? ({} as never);
    expect(await fault(save(want(nodeCode, seen.code, { fresh: false, link: null }, { seen })))).toBe('409 plan.link_of_document');
    expect(JSON.stringify(await read(listPlanLinks))).toBe(before);
  });

  it('an initiative carries a share of its node, together at most 100; an indicator takes none where the document has divided the weight', async () => {
    await save(want('M3.2.1', 'bank-sampah', { link: { ...content, weight: '60' } }));
    expect(await fault(save(want('M3.2.1', 'peta-tanah', { link: { ...content, weight: '40.5' } })))).toBe('422 plan.link_share');
    expect(await save(want('M3.2.1', 'peta-tanah', { link: { ...content, weight: '40' } }))).toBe(true);
    for (const [code, weight] of [['bank-sampah', '60'], ['peta-tanah', '40']] as const) expect(await save(want('M3.2.1', code, { fresh: false, link: null }, { seen: { kind: 'initiative', code, ...content, weight } }))).toBe(true);
    const indicator = (node: string, link = {}) => want(node, 'kunjungan-wisata', { of: 'indicator', link: { ...content, ...link } });
    expect(await fault(save(indicator('M1.1.1.P1')))).toBe('409 plan.link_weights_fixed'); // its parts and its indicator are 100 by the document
    expect(await fault(save(indicator('M3.2.1', { weight: '40' })))).toBe('422 plan.link_weights'); // the other has none
    expect(await fault(save(want('M3.2.1', 'antre-kelas', { of: 'indicator' })))).toBe('422 plan.link_words');
  });

  it('goes into an open draft as well; in a draft a link is an operation, undone like any other; a node that a later version lost takes none', async () => {
    const key = await authoring.amend(ctx(), write, planCode);
    const draftLinks = async () => (await versionReads.tree(read, key)).tree.nodes.get('M3.2.1')?.links.filter((link) => link.kind === 'initiative').map((link) => link.code) ?? [];
    const old = await draftLinks();
    await save(want('M3.2.1', 'bank-sampah'));
    expect(await draftLinks()).toEqual([...old, 'bank-sampah'].sort());
    expect(await save(want('M3.2.1', 'peta-tanah', { link: { ...content, basis: 'document' } }, { ...key, revision: 0 }))).toBe(true);
    expect(await draftLinks()).toEqual([...old, 'bank-sampah', 'peta-tanah'].sort());
    await save(want('M3.2.1', 'kelas-ibu'));
    await write((tx) => authoring.undo(ctx(), tx, { ...key, seen: 1 }));
    expect(await draftLinks()).toEqual([...old, 'bank-sampah', 'kelas-ibu'].sort()); // what was read into it meanwhile stays
    await write((tx) => authoring.edit(ctx(), tx, { ...key, seen: 2, operation: { kind: 'add', parent: 'M3.2', code: 'M3.2.9', level: 'objective', basis: 'document', textId: 'Baru', textEn: 'New', shortId: null, shortEn: null, noteId: null, noteEn: null } }));
    expect(await fault(save(want('M3.2.9', 'bank-sampah')))).toBe('422 plan.link_withdrawn'); // of another version
    for (const code of ['bank-sampah', 'kelas-ibu']) await save(want('M3.2.1', code, { fresh: false, link: null }, { seen: { kind: 'initiative', code, ...content } }));
  });
});

describe('a suggestion', () => {
  it('that is rejected is remembered, not made again, and can be taken back', async () => {
    const [first] = (await suggested()).filter((one) => one.code === 'bank-sampah');
    expect(first).toMatchObject({ nodeCode: 'M3.2.1', words: ['sampah'] });
    const given = { kind: 'initiative', code: 'bank-sampah', planCode, nodeCode: 'M3.2.1', because: suggestions.because(first as never) };
    const answer = (how: 'rejected' | 'taken_back', reason: string | null) => write((tx) => suggestions.answer(ctx(), tx, { ...given, answer: how, reason }));
    expect(await fault(answer('rejected', ' '))).toBe('422 suggestion.reason');
    expect(await fault(answer('taken_back', null))).toBe('409 suggestion.answered');
    await answer('rejected', 'Sasaran rumah, bukan sekolah.');
    expect(await fault(answer('rejected', 'lagi'))).toBe('409 suggestion.answered');
    const then = await suggested();
    expect(then.some((one) => one.code === 'bank-sampah' && one.nodeCode === 'M3.2.1')).toBe(false);
    expect(await rejected()).toMatchObject([{ code: 'bank-sampah', nodeCode: 'M3.2.1', reason: 'Sasaran rumah, bukan sekolah.', postId: 'p1', because: { words: ['sampah'] } }]);
    await answer('taken_back', 'keliru');
    expect((await suggested()).some((one) => one.code === 'bank-sampah' && one.nodeCode === 'M3.2.1')).toBe(true);
  });

  it('that two people reject at once is rejected once; the second is told', async () => {
    const [one] = (await suggested()).filter((found) => found.kind === 'initiative');
    if (!one) throw new Error('no suggestion');
    const given = { kind: one.kind, code: one.code, planCode, nodeCode: one.nodeCode, because: suggestions.because(one) };
    const reject = (reason: string) => fault(write((tx) => suggestions.answer(ctx(), tx, { ...given, answer: 'rejected', reason })));
    expect((await Promise.all([reject('pertama'), reject('kedua'), reject('ketiga')])).sort()).toEqual(['409 suggestion.answered', '409 suggestion.answered', 'nothing']);
    expect((await rejected()).length).toBe(1);
    expect((await read((tx) => suggestions.rejected(tx, planCode, { from: 1, limit: 10 }))).length).toBe(0);
    await write((tx) => suggestions.answer(ctx(), tx, { ...given, answer: 'taken_back', reason: null }));
  });

  it('that mends a gap, accepted, is no gap any more, and never lowers the index', async () => {
    for (const one of (await suggested()).filter(({ kind }) => kind === 'initiative').slice(0, 6)) {
      const before = await value();
      await write((tx) => acceptLink(ctx(), tx, want(one.nodeCode, one.code), suggestions.because(one)));
      expect(await value()).toBeGreaterThanOrEqual(before);
    }
    const unserved = async () => (await read((tx) => inSyncOf(tx, today))).report.findings.filter((one) => one.rule === 'initiative_serves_nothing').map((one) => one.about.code);
    expect(await unserved()).toEqual(['lampu-hias']);
    const gap = await value();
    await save(want('M3.1', 'lampu-hias'));
    expect([await unserved(), (await value()) > gap]).toEqual([[], true]);
    expect((await one.db.pool.query("select count(*)::int as n from alignment.suggestion_answer where answer = 'accepted'")).rows).toEqual([{ n: 6 }]);
  });

  it('and its answer leave with everything and go in again', async () => {
    process.env.SERASAN_SECRET = 'only for this test, and long enough';
    const out = join(mkdtempSync(join(tmpdir(), 'serasan-links-')), 'out');
    await exportAll(ctx(), out);
    const links = await read(listPlanLinks);
    expect(readFileSync(join(out, region, 'pack/plan-links.csv'), 'utf8')).toContain(',evidence\n');
    const other = await testDb();
    try {
      await loadAll(newContext(other, 'command', () => undefined), out);
      expect(await forRegionRead(other, region, listPlanLinks)).toEqual(links);
      expect((await other.pool.query('select answer, count(*)::int as n from alignment.suggestion_answer group by 1')).rows).toEqual([{ answer: 'accepted', n: 6 }]);
    } finally {
      await other.close();
    }
  }, 120_000);
});
