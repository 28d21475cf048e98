import type { Action } from '#people/index.ts';

/** Who may do it: a row of the permission table; whoever is signed in; or anybody, because signing in begins there. */
export type Who = Action | 'signed_in' | 'anyone';

/** One route of the workspace: who may see it, and who may send each of its forms (`default`, or the action's name); of several the form says which. */
export interface WorkspaceRoute {
  see: Who;
  forms?: Record<string, Who | readonly Who[]>;
}

/**
 * Every route that looks at who asks, and what it asks of them. All others are public: they read no session, set no cookie, take no form,
 * and are kept by snapshot. A test walks the routes: one that is missing here, or a form without its row, fails the build.
 */
export const workspaceRoutes: Record<string, WorkspaceRoute> = {
  '/masuk': { see: 'anyone', forms: { default: 'anyone' } },
  '/masuk/tautan/[token]': { see: 'anyone', forms: { default: 'anyone' } },
  '/masuk/kode': { see: 'anyone', forms: { default: 'anyone' } },
  '/keluar': { see: 'anyone', forms: { default: 'anyone' } },
  '/akun': { see: 'signed_in', forms: { sandi: 'signed_in', akhiri: 'signed_in', akhiri_lain: 'signed_in' } },
  '/akun/kunci-kedua': { see: 'signed_in', forms: { mulai: 'signed_in', pasang: 'signed_in', lepas: 'signed_in' } },
  '/akun/daftar': { see: 'account.manage', forms: { undang: 'account.manage' } },
  '/akun/daftar/[id]': { see: 'account.manage', forms: { beri: 'account.manage', akhiri_sesi: 'account.manage', tautan: 'account.manage', lupakan: 'account.manage' } },
  '/akun/jabatan/[id]': { see: 'post.handover', forms: { serahkan: 'post.handover', akhiri: 'account.manage' } },
  '/akses': { see: 'access.see' },
  '/catatan': { see: 'log.read' },
  '/catatan/catatan.csv': { see: 'log.read' },
  '/kerja': { see: 'work.see', forms: { default: 'value.enter' } },
  '/kerja/tabel': { see: 'work.see', forms: { default: 'value.enter' } },
  '/kerja/impor': { see: 'work.see', forms: { default: 'value.import' } },
  '/kerja/impor/[id]': { see: 'work.see', forms: { default: 'value.import' } },
  '/kerja/impor/templat.csv': { see: 'value.import' },
  '/siklus': { see: 'work.see', forms: { default: 'cycle.manage' } },
  '/siklus/[code]': { see: 'work.see', forms: { close: 'cycle.manage', reopen: 'cycle.reopen', days: 'cycle.manage', publication: 'cycle.manage' } },
  '/siklus/libur': { see: 'work.see', forms: { default: 'calendar.edit' } },
  '/kerja/setujui': { see: 'work.see', forms: { default: ['value.approve', 'value.return'] } },
  '/kerja/periksa': { see: 'work.see', forms: { default: ['value.verify', 'value.return'] } },
  '/kerja/ubah': { see: 'access.see' },
  '/kerja/ubah/indikator': { see: 'indicator.edit', forms: { default: 'indicator.edit' } },
  '/kerja/ubah/target': { see: 'target.edit', forms: { default: 'target.edit' } },
  '/kerja/ubah/target/pentahapan': { see: 'target.edit', forms: { default: 'target.edit' } },
  '/kerja/ubah/data': { see: 'work.see', forms: { default: 'element.edit' } },
  '/kerja/ubah/aturan': { see: 'rule.edit', forms: { default: 'rule.edit' } },
  '/kerja/ubah/perangkat-daerah': { see: 'agency.edit', forms: { default: 'agency.edit' } },
  '/kerja/ubah/wilayah': { see: 'area.edit', forms: { default: 'area.edit' } },
  '/kerja/rencana': { see: 'work.see', forms: { default: 'plan.edit' } },
  '/kerja/rencana/[kode]': { see: 'work.see', forms: { default: ['plan.edit', 'plan.propose', 'plan.adopt', 'plan.remark'] } },
  '/kerja/rencana/[kode]/pagu': { see: 'work.see', forms: { default: 'plan.edit' } },
  '/kerja/rencana/[kode]/riwayat': { see: 'work.see' },
  '/kerja/rencana/[kode]/perubahan': { see: 'work.see' },
  '/kerja/temuan': { see: 'work.see', forms: { default: 'lint.except' } },
  '/kerja/tautan': { see: 'work.see', forms: { default: ['link.edit', 'plan.edit'] } },
  '/kerja/masterplan': { see: 'masterplan.read', forms: { mulai: 'masterplan.edit' } },
  '/kerja/masterplan/beda': { see: 'masterplan.read' },
  '/kerja/masterplan/[draft]': { see: 'masterplan.read', forms: { ajukan: 'masterplan.edit', tarik: 'masterplan.edit', batalkan: 'masterplan.edit', terima: 'masterplan.edit', berlakukan: 'masterplan.adopt' } },
  '/kerja/masterplan/[draft]/[kind]': { see: 'masterplan.edit', forms: { simpan: 'masterplan.edit', hapus: 'masterplan.edit' } },
  '/kerja/tinjauan': { see: 'masterplan.read' },
  '/kerja/tinjauan/[draft]': { see: 'masterplan.read' },
  '/kerja/tinjauan/[draft]/[chapter]': { see: 'masterplan.read', forms: { putuskan: 'masterplan.decide', jawab: 'masterplan.edit', jalankan: 'masterplan.edit', buka: 'masterplan.decide', cabut: 'masterplan.decide' } },
  '/kerja/tinjauan/[draft]/berkas/[file]': { see: 'masterplan.read' },
  '/kerja/tinjauan/[draft]/komitmen': { see: 'masterplan.read', forms: { simpan: 'commitment.keep' } },
  '/kerja/berkas/[digest]': { see: 'masterplan.read' },
  '/kerja/terbitkan': { see: 'work.see', forms: { default: ['value.publish', 'value.return'] } },
};

const patterns = Object.keys(workspaceRoutes).map((id) => new RegExp(`^${id.replace(/\[[^\]]+\]/g, '[^/]+').replaceAll('.', '\\.')}$`));

/** Whether a page's path (without language and region) is one of the workspace. */
export const isWorkspacePath = (path: string): boolean => patterns.some((pattern) => pattern.test(path));
