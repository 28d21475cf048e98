import { describe, expect, it } from 'vitest';
import { Fault } from '#kernel/faults.ts';
import type { Lang } from '#kernel/i18n.ts';
import { linkRefusal } from './link-refusals.ts';
import { refusalOf } from './plan-refusals.ts';

const plan = { id: 'RPJMD Contoh', en: 'Plan of Contoh', version: 3 };
const told = (code: string, params: Record<string, unknown>, lang: Lang): string | undefined => Object.values(refusalOf(new Fault(`plan.${code}`, 422, params), 'x', lang)?.errors ?? {})[0];

describe('a refusal speaks the language of its reader', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['wrong_status', { given: 'adopted', expected: 'draft, proposed', plan }, 'RPJMD Contoh, versi 3 berstatus ditetapkan; langkah ini hanya untuk yang berstatus rancangan atau diajukan.', 'Plan of Contoh, version 3 has the status adopted; this step is for what is draft or proposed.'],
    ['not_a_draft', { given: 'proposed', expected: 'draft', plan }, 'RPJMD Contoh, versi 3 berstatus diajukan; yang dapat diubah hanya rancangan.', 'Plan of Contoh, version 3 has the status proposed; only what is draft can be changed.'],
    ['draft_there', { given: 'rpjmd 3', expected: 'x', plan }, 'Sudah ada rancangan (RPJMD Contoh, versi 3); selesaikan dahulu.', 'There is a draft already (Plan of Contoh, version 3); finish it first.'],
    ['level', { field: 'level', given: 'vision', expected: 'mission, goal', levels: { vision: { id: 'Visi', en: 'Vision' }, mission: { id: 'Misi', en: 'Mission' }, goal: { id: 'Tujuan', en: 'Goal' } } }, 'Jenjang “Visi” tidak boleh berdiri di situ; yang boleh: Misi atau Tujuan.', 'The level “Vision” may not stand there; allowed are: Mission or Goal.'],
    ['remark_decision', { given: 'x', expected: 'keep, change, drop' }, 'Pilih satu keputusan: “Tutup: tetap”, “Tutup: sudah diubah” atau “Tutup: sudah dibuang”.', 'Choose one decision: “Close: keep”, “Close: changed” or “Close: dropped”.'],
    ['plan_kind', { given: 'perda', expected: 'rpjmd, rkpd' }, 'Jenis rencana “PERDA” tidak dikenal; seharusnya salah satu dari RPJMD atau RKPD.', 'The kind “PERDA” is unknown; expected one of RPJMD or RKPD.'],
    ['node_missing', { given: 'a, b', expected: 'a node of this version' }, 'Simpul “a, b” tidak ada di versi ini, atau sudah dihapus orang lain.', 'There is no node “a, b” in this version, or somebody removed it.'],
  ])('%s', (code, params, id, en) => expect([told(code, params, 'id'), told(code, params, 'en')]).toEqual([id, en]));
  it('also of links', () => expect(linkRefusal(new Fault('plan.not_a_draft', 409, { given: 'adopted', expected: 'draft', plan }), 'id')?.errors).toEqual({ '': 'RPJMD Contoh, versi 3 berstatus ditetapkan; yang dapat diubah hanya rancangan.' }));
});

describe('all that is wrong is told at once', () => {
  it('each at its field, an empty one in its own words', () => {
    const more = [new Fault('plan.text', 422, { field: 'nameId', given: '', expected: 'a text' }), new Fault('plan.year', 422, { field: 'periodTo', given: '20', expected: '2025' })];
    expect(refusalOf(new Fault('plan.plan_code', 422, { field: 'code', given: '', expected: 'a-z', more }), 'baru', 'id')?.errors).toEqual({ 'baru-code': 'Kode rencana masih kosong; isi a-z, 0-9 dan tanda hubung.', 'baru-nameId': 'Bunyinya masih kosong.', 'baru-periodTo': '“20” bukan tahun yang mungkin; seharusnya seperti 2025.' });
  });
  it('what keeps a draft from being proposed names the node that it is about', () => {
    expect(refusalOf(new Fault('plan.unready', 422, { given: '1', expected: '0', unready: [{ node: 'm1', what: 'weight_sum', given: '140' }] }), 'ajukan', 'id')).toEqual({ status: 422, errors: { '': 'Rancangan belum bisa diajukan:' }, unready: [{ node: 'm1', text: 'Di bawah m1: bobot bagian dan indikator berjumlah 140, seharusnya 100.' }] });
  });
});
