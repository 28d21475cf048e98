import { describe, expect, it } from 'vitest';
import type { Tables } from '#kernel/pack-part.ts';
import { makePdf } from '#kernel/pdf.ts';
import { problemsOfPdf } from '#kernel/tagged-pdf.ts';
import { chapterPage } from '../chapter-page.ts';
import { chaptersOf, pillarOf, promisesOf } from '../chapters.ts';
import type { Opened } from '../told.ts';
import { makePaper } from './make-papers.ts';
import { changeSheets, commitmentOf, committed, matrixSheets, minutesOf, type PaperGiven } from './paper-data.ts';

const both = (text: string) => ({ id: text, en: `${text} (en)` });
const rows = (...all: Record<string, unknown>[]) => all.map((data) => ({ file: '', line: 0, data: data as never }));
const initiative = (code: string, more: object = {}) => ({ code, kind: 'quick_win', name: both(code), pillar_code: 'gov', agency_code: 'dinkes', position: 0, ...more });
const evil = '=HYPERLINK("http://a.example") #panic("x") $x$ *tebal* <b>';

const common: [string, ReturnType<typeof rows>][] = [
  ['places.region', rows({ code: '99.77', front_plan: 'rpjmd' })], ['people.agency', rows({ code: 'dinkes', name: 'Dinas Kesehatan' }, { code: 'bappeda', name: 'Bappeda' })],
  ['plan.plan', rows({ code: 'rpjmd', version: 1, short_name: both('RPJMD') }, { code: 'renstra', version: 1, short_name: both('Renstra'), parent_code: 'rpjmd' })],
  ['plan.node', rows({ plan_code: 'rpjmd', plan_version: 1, code: 'V', level: 'vision', text: both('Sejahtera'), parent_code: null, position: 0 }, { plan_code: 'rpjmd', plan_version: 1, code: 'M1', level: 'mission', text: both('Sehat'), parent_code: 'V', position: 1 }, { plan_code: 'rpjmd', plan_version: 1, code: 'M2', level: 'mission', text: both('Maju'), parent_code: 'V', position: 2 }, { plan_code: 'renstra', plan_version: 1, code: 'R1', level: 'goal', text: both('Layanan'), parent_code: null, serves_code: 'M1', position: 0 })],
  ['masterplan.masterplan', rows({ code: 'mp', name: both('Masterplan'), vision: both('Cerdas') })],
  ['masterplan.pillar', rows({ code: 'gov', name: both('Smart Governance'), person_in_charge: both('Kepala dinas'), position: 0 }, { code: 'liv', name: both('Smart Living'), position: 1 })],
];
const inForce: Tables = new Map([...common, ['masterplan.initiative', rows(initiative('lama'), initiative('tetap'))], ['plan.link', rows({ kind: 'initiative', code: 'tetap', plan_code: 'renstra', plan_version: 1, node_code: 'R1', basis: 'document' })]]);
const wanted: Tables = new Map([...inForce, ['masterplan.initiative', rows(initiative('tetap', { cost_estimate: '12345678901234567.5', quick_win: both('Loket'), quick_win_on: '2027-06-30' }), initiative('baru', { name: both(evil), pillar_code: null }))]]);
const remark = (more: object) => ({ regionCode: '99.77', draftId: 'd', id: 'r1', subject: 'masterplan.initiative', key: 'tetap', decision: 'change', text: evil, ownerAgency: 'bappeda', dueOn: '2027-02-28', role: 'leader', postId: 'p', madeAt: new Date(0), answer: null, closedAt: null, closedBy: null, withdrawnAt: null, ...more });
const draft = { regionCode: '99.77', id: 'd', name: 'Rancangan', state: 'proposed', begunAt: new Date(0), begunBy: null, changedAt: new Date(0), proposedAt: null, endedAt: null, version: null, rows: [{ subject: 'masterplan.initiative', key: 'tetap', definition: {}, before: {}, changedAt: new Date(5), postId: null }], remarks: [remark({}), remark({ id: 'r2', key: 'gov', subject: 'chapter', decision: 'keep', text: null, ownerAgency: null, dueOn: null })] };
const plans = new Map([['rpjmd', 1], ['renstra', 1]]);
const opened = { draft, inForce, wanted, outdated: [], plans } as unknown as Opened;
const given = (over: Partial<PaperGiven> = {}): PaperGiven => ({ lang: 'id', opened, region: 'Uji', fictional: 'Contoh', at: new Date('2026-11-28T08:00:00Z'), timeOf: (at) => at.toISOString(), ...over });

describe('chapters', () => {
  it('go from the direction over the pillars to what has none, with what the draft adds and takes away', () => {
    expect(chaptersOf(opened).map(({ code, initiatives }) => [code, initiatives.map(({ key, mark }) => `${key} ${mark}`)])).toEqual([['arah', []], ['analisis', []], ['gov', ['lama removed', 'tetap changed']], ['liv', []], ['lain', ['baru added']], ['tata-kelola', []]]);
  });
  it('know the pillar of what is decided, and nothing of what is not there', () => {
    const all = chaptersOf(opened);
    expect([pillarOf(all, 'masterplan.initiative', 'tetap'), pillarOf(all, 'chapter', 'arah'), pillarOf(all, 'masterplan.initiative', 'zzz'), pillarOf(all, 'masterplan.swot', 'tetap'), pillarOf(all, 'chapter', '__proto__')]).toEqual([{ pillarCode: 'gov' }, { pillarCode: null }, undefined, undefined, undefined]);
  });
  it('find the mission also by an agency\'s plan that serves the region\'s', () => {
    const promises = promisesOf(wanted, { plans }, 'id');
    expect([promises?.missionOf('renstra', 'R1'), promises?.missionOf('rpjmd', 'M2'), promises?.missionOf('rpjmd', 'V'), promises?.missionOf('other', 'M1')]).toEqual(['M1', 'M2', null, null]);
  });
  it('are shown beside vision and missions; who may not decide gets no form; an answer is asked of who may write', () => {
    const page = (may: { edit: boolean; decide: () => boolean; withdraw: () => boolean }) => chapterPage({ lang: 'id', opened, code: 'gov', address: '/x', may, answer: null, said: null, timeOf: () => 'kini' });
    const office = page({ edit: true, decide: () => false, withdraw: () => false });
    expect(office?.vision).toMatchObject({ text: 'Sejahtera', masterplan: 'Cerdas', missions: [{ text: 'Sehat', by: ['tetap'] }, { text: 'Maju', by: [] }] });
    const [gone, kept] = office?.initiatives ?? [];
    expect([gone?.mark, kept?.form, kept?.remarks[0]]).toMatchObject(['dihapus', null, { standing: 'belum dijawab', holds: true, mayAnswer: true, mayReopen: false, mayWithdraw: false, changedSince: true, owner: 'Bappeda', due: '28 Februari 2027' }]);
    expect(kept?.facts.map(({ value }) => value)).toEqual(['quick win', 'Dinas Kesehatan', null, 'Rp12.345.678.901.234.567,5', 'Loket, 30 Juni 2027', null]);
    const leader = page({ edit: false, decide: () => true, withdraw: () => true });
    expect([leader?.initiatives[1]?.form?.open, leader?.initiatives[1]?.remarks[0]?.mayAnswer]).toEqual([false, false]);
    expect(chapterPage({ lang: 'id', opened, code: 'zzz', address: '/x', may: { edit: true, decide: () => true, withdraw: () => true }, answer: null, said: null, timeOf: () => '' })).toBeUndefined();
  });
});

describe('papers', () => {
  it.each(['notulen.pdf', 'perubahan.pdf', 'komitmen-dinkes.pdf', 'komitmen-bappeda.pdf'])('%s is a tagged PDF in both languages, whatever is written in it', async (file) => {
    for (const lang of ['id', 'en'] as const) expect(problemsOfPdf((await makePaper(given({ lang }), file)).bytes)).toEqual([]);
    const empty = { ...opened, wanted: inForce, draft: { ...draft, remarks: [remark({ text: null, ownerAgency: 'bappeda' })] } } as unknown as Opened;
    expect(problemsOfPdf((await makePaper(given({ opened: empty, fictional: null }), file)).bytes)).toEqual([]);
  });
  it('that were not made as they should are found out', () => {
    const bad = makePdf('#set document(title: "x")\n#set text(lang: "id")\n= x\n', {}, new Date(0)).toString('latin1');
    const problems = (from: RegExp | string, to: string) => problemsOfPdf(Buffer.from(bad.replace(from, to), 'latin1'));
    expect([problems('', ''), problems('/Marked true', '/Marked fals'), problems(/\/Marked true\s+>>/, '/Marked true /Suspects true >>'), problems('/Lang (id)', '/Lung (id)'), problems('<pdfuaid:part>1', '<pdfuaid:part>2'), problems(/\/S \/H1\b/, '/S /H2'), problems('/ToUnicode', '/ToUnicorn')].map((one) => one.map((line) => line.slice(0, 6)))).toEqual([[], ['09-004'], ['01-007'], ['11-006'], ['06-002'], ['14-002', '14-003'], ['10-001']]);
  });
  it('name each agency that has work, and what the leaders ask of it', () => {
    expect(committed(given())).toEqual([{ code: 'bappeda', name: 'Bappeda', initiatives: 0 }, { code: 'dinkes', name: 'Dinas Kesehatan', initiatives: 2 }]);
    expect(commitmentOf(given(), { code: 'bappeda', name: 'Bappeda' })).toMatchObject({ initiatives: [], asked: [`tetap: ${evil} (28 Februari 2027)`] });
    expect(commitmentOf(given(), { code: 'dinkes', name: 'Dinas Kesehatan' }).initiatives.find(({ name }) => name === 'tetap')?.facts[0]).toEqual(['Melayani', 'Layanan (Renstra)']);
    expect(minutesOf(given()).rows.map(([thing, decision]) => `${thing}, ${decision}`)).toEqual(['Smart Governance: Bab ini secara keseluruhan, Pertahankan (Kepala daerah, 1970-01-01T00:00:00.000Z)', 'Smart Governance: tetap, Ubah (Kepala daerah, 1970-01-01T00:00:00.000Z)']);
  });
  it('commit nobody to what is dropped or has stopped, nor to why it is dropped', () => {
    const stopped: Tables = new Map([...wanted, ['masterplan.initiative', rows(initiative('tetap'), initiative('henti', { state: 'stopped' }))]]);
    const of = (...remarks: object[]) => given({ opened: { ...opened, wanted: stopped, draft: { ...draft, remarks: remarks.map(remark) } } as unknown as Opened });
    const sheet = of({ key: 'lama', decision: 'drop', ownerAgency: 'dinkes', text: 'Terlalu mahal' }, { id: 'r3', key: 'henti', ownerAgency: 'dinkes' }, { id: 'r4', ownerAgency: 'dinkes', withdrawnAt: new Date(9) }, { id: 'r5', ownerAgency: 'bappeda', key: 'lama', decision: 'drop' });
    expect(commitmentOf(sheet, { code: 'dinkes', name: 'Dinas Kesehatan' })).toMatchObject({ initiatives: [{ name: 'tetap' }], asked: [] });
    expect(committed(sheet)).toEqual([{ code: 'dinkes', name: 'Dinas Kesehatan', initiatives: 1 }]);
  });
  it('read the plans in force alone: an amended plan has its links in both versions', () => {
    const twice: Tables = new Map([...wanted, ['plan.plan', [...(wanted.get('plan.plan') ?? []), ...rows({ code: 'renstra', version: 2, short_name: both('Renstra'), parent_code: 'rpjmd' })]], ['plan.node', [...(wanted.get('plan.node') ?? []), ...rows({ plan_code: 'renstra', plan_version: 2, code: 'R1', level: 'goal', text: both('Layanan baru'), parent_code: null, serves_code: 'M2', position: 0 })]],
      ['plan.link', [...(wanted.get('plan.link') ?? []), ...rows({ kind: 'initiative', code: 'tetap', plan_code: 'renstra', plan_version: 2, node_code: 'R1', basis: 'document' })]]]);
    const amended = given({ opened: { ...opened, wanted: twice, plans: new Map([['rpjmd', 1], ['renstra', 2]]) } as unknown as Opened });
    expect(commitmentOf(amended, { code: 'dinkes', name: 'Dinas Kesehatan' }).initiatives.find(({ name }) => name === 'tetap')?.facts[0]).toEqual(['Melayani', 'Layanan baru (Renstra)']);
    expect(matrixSheets(amended)[0]?.rows.slice(1, 3).map(([mission, gov]) => [mission, gov])).toEqual([['Sehat', ''], ['Maju', 'tetap']]);
    const later = given({ opened: { ...opened, wanted: twice } as unknown as Opened }); // the second is a draft
    expect(matrixSheets(later)[0]?.rows.slice(1, 3).map(([mission, gov]) => [mission, gov])).toEqual([['Sehat', 'tetap'], ['Maju', '']]);
  });
  it('put each initiative into the cell of its mission and pillar, and what serves nothing into a row of its own', () => {
    const [matrix, list] = matrixSheets(given());
    expect(matrix?.rows).toEqual([['Misi', 'Smart Governance', 'Smart Living', 'Tanpa pilar'], ['Sehat', 'tetap', '', ''], ['Maju', '', '', ''], ['Tidak terhubung ke misi', '', '', evil]]);
    expect(list?.rows[1]).toEqual(['baru', evil, null, 'Dinas Kesehatan', '', null, null, null, null, null]);
    expect(changeSheets(given())[0]?.rows.slice(1).map((row) => row.slice(0, 4))).toEqual([['Inisiatif', 'baru', evil, 'baru'], ['Inisiatif', 'lama', 'lama', 'dihapus'], ...Array.from({ length: 3 }, () => ['Inisiatif', 'tetap', 'tetap', 'berubah'])]);
  });
  it('of an unknown name are refused', async () => {
    for (const file of ['komitmen-nobody.pdf', 'x', '../notulen.pdf', 'komitmen-.pdf']) await expect(makePaper(given(), file)).rejects.toMatchObject({ code: 'file.unknown', status: 404 });
  });
});
