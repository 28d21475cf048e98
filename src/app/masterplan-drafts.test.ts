import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#kernel/connection.ts';
import { listVersions } from '#kernel/definition-versions.ts';
import { forRegion, forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { readTable } from '#kernel/sync-rows.ts';
import { testDb } from '#kernel/testing.ts';
import { drafts } from '#masterplan/index.ts';
import { listPlanLinks } from '#plan/index.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';
import { adoptDraft, carryOut, changeDraft, hindrances, openDraft } from './masterplan-drafts.ts';
import { writeSample } from './testing/sample-pack.ts';

const region = '99.77';
let db: Db;
let pack: string;
beforeAll(async () => {
  db = await testDb();
  pack = writeSample();
  await loadPack(newContext(db, 'pack', () => undefined), pack);
});
afterAll(() => db.close());

const ctx = (post = 'office') => ({ ...newContext(db, `post:${post}`, () => undefined), who: { accountId: 'a1', postId: post, address: null } });
const write = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegion(db, region, work);
const read = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegionRead(db, region, work);
const table = (name: string) => drafts.tables.find((one) => one.name === `masterplan.${name}`) as (typeof drafts.tables)[number];
const put = (id: string, name: string, key: string | null, data: Record<string, unknown> | null) => write((tx) => changeDraft(ctx(), tx, id, { table: table(name), key, data: data as never }));
const inForce = (name: string) => read(async (tx) => (await readTable(tx, table(name))).map(({ data }) => data));
const adopt = (id: string, number = 'Perbup 7/2027') => write((tx) => adoptDraft(ctx(), tx, id, { number, day: '2027-01-15', file: null }));
const begun = (name: string) => write((tx) => drafts.begin(ctx(), tx, name));
const take = (id: string, step: Parameters<typeof drafts.step>[3]) => write((tx) => drafts.step(ctx(), tx, id, step));
const change = { decision: 'change', text: 'Mulai dari desa tanpa sinyal', ownerAgency: 'dinkes', dueOn: '2027-02-01' } as const;
let first: string;

describe('a draft of the masterplan', () => {
  it('holds rows over what is in force, which stays as it is', async () => {
    first = await begun('Rancangan 2027');
    expect((await put(first, 'swot', null, { code: 'S1', side: 'strength', text_id: 'Sungai', text_en: 'A river' })).problems).toEqual([]);
    expect((await put(first, 'strategy', null, { code: 'T1', pillar_code: 'gov', swot_code: 'S1', name_id: 'Satu pintu', name_en: 'One door' })).problems).toEqual([]);
    expect((await put(first, 'initiative', 'awal', { cost_estimate: '250000000', quick_win: { id: 'Loket malam', en: 'Counter at night' }, quick_win_on: '2027-06-30', first_milestone: { id: 'Satu loket', en: 'One counter' }, first_milestone_on: '2027-03-31' })).problems).toEqual([]);
    expect((await put(first, 'action_plan', null, { code: 'A1', action_group: 'literacy', pillar_code: 'gov', initiative_code: 'awal', strategy_code: 'T1', name_id: 'Kelas', name_en: 'Classes' })).problems).toEqual([]);
    expect((await put(first, 'roadmap', null, { initiative_code: 'awal', period: '2027', horizon: 'short', step_id: 'Uji coba', step_en: 'Trial' })).problems).toEqual([]);
    expect(await inForce('swot')).toEqual([]);
    expect((await inForce('initiative')).find(({ code }) => code === 'awal')).toMatchObject({ cost_estimate: null });
    const { wanted } = await read((tx) => openDraft(tx, first));
    expect(wanted.get('masterplan.initiative')?.find(({ data }) => data.code === 'awal')?.data).toMatchObject({ cost_estimate: '250000000', source_code: 's1' });
  });
  it.each<[string, string, string | null, Record<string, unknown> | null, RegExp]>([
    ['an unknown pillar', 'strategy', null, { code: 'T2', pillar_code: 'xxx', name_id: 'a', name_en: 'a' }, /pillar_code xxx/],
    ['a code that is taken', 'swot', null, { code: 'S1', side: 'threat', text_id: 'a', text_en: 'a' }, /code S1 a key of its own/],
    ['a line of the SWOT that a strategy names', 'swot', 'S1', null, /swot_code S1/],
    ['another pillar\'s sub-dimension', 'strategy', 'T1', { pillar_code: 'liv', sub_dimension_code: 'GOV-SVC' }, /sub-dimension of the pillar/],
  ])('refuses %s', async (_, name, key, data, expected) => {
    const before = (await read((tx) => drafts.get(tx, first))).rows.length;
    expect((await put(first, name, key, data)).problems.map((one) => `${one.field} ${one.given} ${one.expected}`).join('\n')).toMatch(expected);
    expect((await read((tx) => drafts.get(tx, first))).rows).toHaveLength(before);
  });
  it('forgets a row that is as in force again', async () => {
    const [old] = await inForce('sub_dimension');
    await put(first, 'sub_dimension', 'GOV-SVC', { name: { id: 'Layanan publik', en: 'Public services' } });
    const rows = async () => (await read((tx) => drafts.get(tx, first))).rows.filter(({ subject }) => subject === 'masterplan.sub_dimension').length;
    expect(await rows()).toBe(1);
    await put(first, 'sub_dimension', 'GOV-SVC', { name: old?.name });
    expect(await rows()).toBe(0);
  });
});

describe('two people', () => {
  it('who save the same row at once: the second is told, and nothing is written over', async () => {
    const seen = (await read((tx) => openDraft(tx, first))).wanted.get('masterplan.swot')?.[0]?.data ?? null;
    const save = (text: string) => write((tx) => changeDraft(ctx(text), tx, first, { table: table('swot'), key: 'S1', data: { text_id: text }, seen }));
    const found = await Promise.allSettled([save('Sungai besar'), save('Sungai kecil')]);
    expect(found.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(found.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'draft.moved', status: 409 } });
  });
});

describe('adoption', () => {
  it('waits for the draft to be proposed, and for every open remark', async () => {
    await expect(adopt(first)).rejects.toMatchObject({ code: 'draft.state', status: 409 });
    await take(first, 'propose');
    await expect(put(first, 'swot', 'S1', { text_id: 'b' })).rejects.toMatchObject({ code: 'draft.closed', status: 409 });
    await expect(write((tx) => drafts.decide(ctx('leader'), tx, first, { subject: 'masterplan.initiative', key: 'awal', role: 'leader', ...change, dueOn: null }))).rejects.toMatchObject({ code: 'remark.lacking', status: 422 });
    await write((tx) => drafts.decide(ctx('leader'), tx, first, { subject: 'masterplan.initiative', key: 'awal', role: 'leader', ...change }));
    await write((tx) => drafts.decide(ctx('secretary'), tx, first, { subject: 'masterplan.initiative', key: 'sigap', role: 'secretary', decision: 'drop', text: 'Sudah selesai', ownerAgency: null, dueOn: null }));
    await expect(adopt(first)).rejects.toMatchObject({ code: 'draft.remarks_open', status: 409, params: { given: '2 open remarks: change awal, drop sigap' } });
    expect([await inForce('swot'), await read(drafts.versions)]).toEqual([[], []]);
  });
  it('goes on when they are mended and answered; who is not content opens one again', async () => {
    const remarks = (await read((tx) => drafts.get(tx, first))).remarks;
    const [changed, dropped] = [remarks[0]?.id ?? '', remarks[1]?.id ?? ''];
    for (const one of remarks) await write((tx) => drafts.answer(ctx(), tx, first, one.id, 'Sudah'));
    await expect(write((tx) => drafts.answer(ctx(), tx, first, remarks[0]?.id ?? '', 'lagi'))).rejects.toMatchObject({ code: 'remark.closed', status: 409 });
    await expect(adopt(first)).rejects.toMatchObject({ code: 'draft.remarks_unfulfilled', status: 409, params: { given: 'change awal, drop sigap' } }); // what was said is not what was done
    await expect(write((tx) => carryOut(ctx(), tx, first, dropped, 'Dihapus'))).rejects.toMatchObject({ code: 'draft.closed', status: 409 });
    await take(first, 'take_back');
    await expect(write((tx) => carryOut(ctx(), tx, first, changed, 'x'))).rejects.toMatchObject({ code: 'remark.not_a_drop', status: 409 });
    await expect(write((tx) => carryOut(ctx(), tx, first, 'nobody', 'x'))).rejects.toMatchObject({ code: 'remark.unknown', status: 404 });
    expect(await write((tx) => carryOut(ctx(), tx, first, dropped, 'Dihapus'))).toEqual({ problems: [] });
    await take(first, 'propose');
    await expect(adopt(first)).rejects.toMatchObject({ code: 'draft.remarks_unfulfilled', params: { given: 'change awal' } });
    await expect(write((tx) => drafts.withdraw(ctx('secretary'), tx, first, changed, 'Cukup', 'secretary'))).rejects.toMatchObject({ code: 'remark.not_yours', status: 403 });
    await write((tx) => drafts.reopen(ctx('leader'), tx, first, changed));
    await expect(adopt(first)).rejects.toMatchObject({ code: 'draft.remarks_open' });
    await write((tx) => drafts.decide(ctx('leader'), tx, first, { subject: 'masterplan.initiative', key: 'awal', role: 'leader', decision: 'keep', text: null, ownerAgency: null, dueOn: null }));
    expect(hindrances(await read((tx) => openDraft(tx, first)))).toEqual({ state: false, unsettled: [], outdated: 0, problems: [], unchanged: false });
  });
  it('puts all rows in force at once, with the legal basis, a version, and what was before as the first', async () => {
    expect(await adopt(first)).toBe(2);
    expect(await inForce('swot')).toMatchObject([{ code: 'S1' }]);
    expect(await inForce('masterplan')).toMatchObject([{ status: 'adopted', legal_basis: 'Perbup 7/2027, 2027-01-15' }]);
    expect((await inForce('initiative')).map(({ code }) => code)).toEqual(['awal']);
    expect((await read(listPlanLinks)).filter(({ kind, code }) => kind === 'initiative' && code === 'sigap')).toEqual([]);
    expect((await read(drafts.versions)).map(({ version, name, legalNumber }) => [version, name, legalNumber])).toEqual([[2, 'Rancangan 2027', 'Perbup 7/2027'], [1, 'Rencana induk', null]]);
    expect((await read((tx) => listVersions(tx, 'masterplan.initiative', 'sigap'))).map(({ version, definition }) => [version, definition === null])).toEqual([[2, true], [1, false]]);
    const [one, two] = await read(async (tx) => [await drafts.version(tx, 1), await drafts.version(tx, 2)] as const);
    const difference = drafts.differenceOf(drafts.tables, one.rows, two.rows);
    expect(difference.map(({ subject, key }) => `${subject.slice(11)} ${key}`)).toEqual(['masterplan mp', 'swot S1', 'strategy T1', 'initiative awal', 'initiative sigap', 'action_plan A1', 'roadmap awal / 2027']);
    expect(drafts.applyDifference(drafts.tables, one.rows, difference)).toEqual(two.rows);
    await expect(take(first, 'take_back')).rejects.toMatchObject({ code: 'draft.state', status: 409 });
    await expect(write((tx) => drafts.decide(ctx('leader'), tx, first, { subject: 'masterplan.initiative', key: 'awal', role: 'leader', ...change }))).rejects.toMatchObject({ code: 'draft.state' });
  });
  it('leaves a version that nobody can change', async () => {
    for (const query of [sql`update masterplan.version set name = 'x'`, sql`delete from masterplan.version`]) await expect(write((tx) => query.execute(tx))).rejects.toThrow(/permission denied/);
    const before = await read((tx) => drafts.version(tx, 2));
    await loadPack(newContext(db, 'pack', () => undefined), pack); // puts the pack's definitions in force again
    expect(await read((tx) => drafts.version(tx, 2))).toEqual(before);
  });
  it('of what was changed in force meanwhile is refused until somebody has compared both', async () => {
    const id = await begun('Perubahan');
    await put(id, 'initiative', 'awal', { name: { id: 'Awal baru', en: 'New first' } });
    await take(id, 'propose');
    await db.pool.query("update masterplan.initiative set name_id = 'Lain' where code = 'awal'");
    await expect(adopt(id, 'Perbup 8/2027')).rejects.toMatchObject({ code: 'draft.outdated', status: 409 });
    await take(id, 'take_back');
    const { outdated } = await read((tx) => openDraft(tx, id));
    for (const { subject, key, now } of outdated) await write((tx) => drafts.acceptNow(ctx(), tx, id, { subject, key }, now));
    await take(id, 'propose');
    expect(await adopt(id, 'Perbup 8/2027')).toBe(3);
    expect((await inForce('initiative')).find(({ code }) => code === 'awal')?.name).toEqual({ id: 'Awal baru', en: 'New first' });
  });
  it('leaves a draft that is read as it was adopted, whatever was changed since', async () => {
    const { inForce: before, wanted } = await read((tx) => openDraft(tx, first));
    expect([before, wanted].map((all) => all.get('masterplan.initiative')?.map(({ data }) => data.code))).toEqual([['awal', 'sigap'], ['awal']]);
    expect(wanted.get('masterplan.initiative')?.[0]?.data.name).toMatchObject({ id: 'Awal' });
  });
  it('waits until something of a thing was changed after its change was asked for; the leader may take back what another asked', async () => {
    const id = await begun('Ubah');
    await put(id, 'initiative', 'awal', { cost_estimate: '100' }); // before it was asked for: no answer to it
    for (const post of ['secretary', 'other']) await write((tx) => drafts.decide(ctx(post), tx, id, { subject: 'masterplan.initiative', key: 'awal', role: 'secretary', ...change }));
    const [asked, again] = (await read((tx) => drafts.get(tx, id))).remarks.map((one) => one.id) as [string, string];
    for (const remark of [asked, again]) await write((tx) => drafts.answer(ctx(), tx, id, remark, 'Baik, dicatat.'));
    const left = async () => hindrances(await read((tx) => openDraft(tx, id))).unsettled.map(({ remark, standing, chapter }) => [remark.id === asked, standing, chapter]);
    expect(await left()).toEqual([[true, 'unfulfilled', 'lain'], [false, 'unfulfilled', 'lain']]);
    await write((tx) => drafts.withdraw(ctx('leader'), tx, id, again, 'Tidak perlu', 'leader'));
    expect(await left()).toEqual([[true, 'unfulfilled', 'lain']]);
    await expect(write((tx) => drafts.withdraw(ctx('leader'), tx, id, again, 'lagi', 'leader'))).rejects.toMatchObject({ code: 'remark.closed', status: 409 });
    expect((await put(id, 'roadmap', null, { initiative_code: 'awal', period: '2028', horizon: 'medium', step_id: 'Perluasan', step_en: 'Wider' })).problems).toEqual([]);
    expect(await left()).toEqual([]);
  });
  it('of a draft that changes nothing, and of another region\'s, is refused', async () => {
    const id = await begun('Kosong');
    await take(id, 'propose');
    await expect(adopt(id)).rejects.toMatchObject({ code: 'draft.unchanged', status: 409 });
    await expect(forRegion(db, '99.78', (tx) => drafts.get(tx, id))).rejects.toMatchObject({ code: 'draft.unknown', status: 404 });
  });
});
