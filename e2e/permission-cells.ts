import { type Action, permit, type Post, type Role, type Thing } from '#people/index.ts';

/** What is sent to a form: fields, or a file. */
export interface Sent {
  fields?: Record<string, string>;
  file?: string;
}
/** One question of the matrix: an address, what is sent there, and what each of the names is answered. */
export interface Cell {
  path: string;
  sent?: Sent;
  answer(name: string): number;
}
interface Holder {
  role: Role;
  agencyCode: string;
  areaCode?: string;
}

const roles: Role[] = ['leader', 'secretary', 'planner', 'programme_office', 'pillar_lead', 'operator', 'agency_head', 'verifier', 'inspectorate', 'council', 'adviser', 'administrator'];
/** Every role once, at the agency `layanan`; one of each role that an agency has, bound to one district; and one of another agency. */
export const holders: Record<string, Holder> = {
  ...Object.fromEntries(roles.map((role) => [role, { role, agencyCode: 'layanan' }])),
  ...Object.fromEntries((['operator', 'agency_head'] as const).map((role) => [`${role}_bound`, { role, agencyCode: 'layanan', areaCode: '99.01.01' }])),
  other: { role: 'operator', agencyCode: 'sehat' },
};
export const names = Object.keys(holders);

const postOf = (name: string): Post => ({ id: 'p', accountId: 'a', agencyCode: null, areaCode: null, pillarCode: null, acting: false, fromDay: '2020-01-01', untilDay: null, role: 'leader', ...holders[name] });
const may = (name: string, action: Action, thing: Thing = {}): boolean => permit([postOf(name)], action, thing) !== null;
/** What is of the post's own agency and area. */
const ownOf = (name: string): Thing => ({ agencyCode: postOf(name).agencyCode, areas: postOf(name).areaCode === null ? [] : [postOf(name).areaCode ?? ''] });
const somewhere = (name: string, action: Action): boolean => may(name, action, ownOf(name));

/** A page that whoever may see it sees. */
const page = (path: string, action: Action, thing: Thing | ((name: string) => Thing) = {}): Cell => ({ path, answer: (name) => (may(name, action, typeof thing === 'function' ? thing(name) : thing) ? 200 : 403) });
/** A form that is sent empty, or so that it changes nothing: whoever may is told what is missing. */
const form = (path: string, action: Action, fields: Record<string, string> = {}, { told = 422, thing = {} }: { told?: number; thing?: Thing | ((name: string) => Thing) } = {}): Cell => ({ path, sent: { fields }, answer: (name) => (may(name, action, typeof thing === 'function' ? thing(name) : thing) ? told : 403) });

/** Of the own agency and area, of another area, of another agency. */
const items: { key: string; thing: Thing }[] = [
  { key: '2026~KELUHAN_MASUK~99.01.01~utama', thing: { agencyCode: 'layanan', areas: ['99.01.01', '99.01'] } },
  { key: '2026~KELUHAN_MASUK~99.01.02~utama', thing: { agencyCode: 'layanan', areas: ['99.01.02', '99.01'] } },
  { key: '2026-tw4~RESEP~99.01~utama', thing: { agencyCode: 'sehat', areas: ['99.01'] } },
];
/** A step with something that has since moved on: whoever may is shown what stands now (409). A step refuses another agency's (403); entering knows none (404). */
const stale = '999999999';
const step = (path: string, name: string, action: Action): Cell[] => items.map(({ key, thing }) => form(path, action, { item: key, [`seen:${key}`]: stale, step: name, reason: 'sebab' }, { told: 409, thing }));
const entry = (path: (key: string) => string, fields: (key: string) => Record<string, string>): Cell[] =>
  items.map(({ key, thing }) => ({ path: path(key), sent: { fields: fields(key) }, answer: (name) => (!somewhere(name, 'value.enter') ? 403 : may(name, 'value.enter', thing) ? 409 : 404) }));
/** An import is its maker's and the programme office's; to others it is as one that is not there. */
const imported = (owner: string, told: number, action: Action, sent?: Sent): Cell => ({
  path: `/kerja/impor/{import of ${owner}}`, ...(sent ? { sent } : {}), answer: (name) => (!(action === 'work.see' ? may(name, action) : somewhere(name, action)) ? 403 : name === owner || name === 'programme_office' ? told : 404),
});
/** Definitions of both agencies, asked for and sent as from a page that is out of date. */
const definition = (kind: string, code: string, action: Action, thing: Thing = {}): { page: Cell; form: Cell } => {
  const path = `/kerja/ubah/${kind}?kode=${encodeURIComponent(code)}`;
  return { page: page(path, action, thing), form: form(path, action, {}, { told: 409, thing }) };
};
/** What is asked of a plan that there is not: whoever may at all is told so, others as ever that they may not. What each may in one that is, is tried in its own journey. */
const noPlan = (path: string, action: Action, fields?: Record<string, string>): Cell => ({ path, ...(fields ? { sent: { fields } } : {}), answer: (name) => (may(name, action) ? 404 : 403) });
const elements = [definition('data', 'KELUHAN_MASUK', 'element.edit', { agencyCode: 'layanan' }), definition('data', 'RESEP', 'element.edit', { agencyCode: 'sehat' })];
const indicator = definition('indikator', 'air-layak', 'indicator.edit', { agencyCode: 'tata' });
const phases = `/kerja/ubah/target/pentahapan?kode=${encodeURIComponent('sertifikat-tanah / 99.01 / 2026 / rpjmd-2025-2029')}`;
const target = definition('target', 'air-layak / 99.01 / 2026 / rpjmd-2025-2029', 'target.edit', { areas: ['99.01'] });
const rule = definition('aturan', 'layanan-tepat', 'rule.edit');
const agencies = ['layanan', 'sehat'].map((code) => definition('perangkat-daerah', code, 'agency.edit'));
const areas = ['99.01.01', '99.01.02'].map((code) => definition('wilayah', code, 'area.edit', { areas: [code, '99.01'] }));
const pages = (all: { page: Cell }[]): Cell[] => all.map((one) => one.page);
const forms = (all: { form: Cell }[]): Cell[] => all.map((one) => one.form);
const posts = [['operator', 'layanan'], ['other', 'sehat']] as const;

/** An address where whoever may is told that there is no such thing, or what the address lacks. */
const without = (path: string, action: Action, told: number): Cell => ({ path, answer: (name) => (may(name, action) ? told : 403) });
const commitment = (agencyCode: string): Cell => form('/kerja/tinjauan/{draft}/komitmen?/simpan', 'commitment.keep', { agency: agencyCode }, { told: 422, thing: { agencyCode } });

/** What is asked for each row of the table of routes, `route`, and of its forms, `route ?/form action`: a row that is not here fails the matrix. */
export const asked: Record<string, Cell[]> = {
  '/akun/daftar': [page('/akun/daftar', 'account.manage')],
  '/akun/daftar ?/undang account.manage': [form('/akun/daftar?/undang', 'account.manage')],
  '/akun/daftar/[id]': posts.map(([who]) => page(`/akun/daftar/{account of ${who}}`, 'account.manage')),
  '/akun/daftar/[id] ?/beri account.manage': posts.map(([who]) => form(`/akun/daftar/{account of ${who}}?/beri`, 'account.manage')),
  '/akun/daftar/[id] ?/akhiri_sesi account.manage': [form('/akun/daftar/{account of leaving}?/akhiri_sesi', 'account.manage', {}, { told: 303 })],
  '/akun/daftar/[id] ?/tautan account.manage': [form('/akun/daftar/{account of leaving}?/tautan', 'account.manage', {}, { told: 200 })],
  '/akun/daftar/[id] ?/lupakan account.manage': [form('/akun/daftar/{account of leaving}?/lupakan', 'account.manage', {}, { told: 303 })],
  '/akun/jabatan/[id]': posts.map(([who, agencyCode]) => page(`/akun/jabatan/{post of ${who}}`, 'post.handover', { agencyCode })),
  '/akun/jabatan/[id] ?/serahkan post.handover': posts.map(([who, agencyCode]) => form(`/akun/jabatan/{post of ${who}}?/serahkan`, 'post.handover', {}, { thing: { agencyCode } })),
  '/akun/jabatan/[id] ?/akhiri account.manage': posts.map(([who]) => form(`/akun/jabatan/{post of ${who}}?/akhiri`, 'account.manage')),
  '/akses': [page('/akses', 'access.see')],
  '/catatan': [page('/catatan', 'log.read')],
  '/catatan/catatan.csv': [page('/catatan/catatan.csv', 'log.read')],
  '/kerja': [page('/kerja', 'work.see')],
  '/kerja ?/default value.enter': entry((key) => `/kerja?butir=${encodeURIComponent(key)}`, () => ({ value: '7', note: 'sebab', seen: stale })),
  '/kerja/tabel': [page('/kerja/tabel', 'work.see')],
  '/kerja/tabel ?/default value.enter': entry(() => '/kerja/tabel', (key) => ({ key, [`${key}.value`]: '7', [`${key}.note`]: 'sebab', [`${key}.seen`]: stale })),
  '/kerja/setujui': [page('/kerja/setujui', 'work.see')],
  '/kerja/setujui ?/default value.approve': step('/kerja/setujui', 'approve', 'value.approve'),
  '/kerja/setujui ?/default value.return': step('/kerja/setujui', 'return', 'value.return'),
  '/kerja/periksa': [page('/kerja/periksa', 'work.see')],
  '/kerja/periksa ?/default value.verify': step('/kerja/periksa', 'verify', 'value.verify'),
  '/kerja/periksa ?/default value.return': step('/kerja/periksa', 'return', 'value.return'),
  '/kerja/terbitkan': [page('/kerja/terbitkan', 'work.see')],
  '/kerja/terbitkan ?/default value.publish': step('/kerja/terbitkan', 'publish', 'value.publish'),
  '/kerja/terbitkan ?/default value.return': step('/kerja/terbitkan', 'return', 'value.return'),
  '/kerja/impor': [page('/kerja/impor', 'work.see')],
  '/kerja/impor ?/default value.import': [form('/kerja/impor', 'value.import', {}, { thing: ownOf })],
  '/kerja/impor/[id]': [imported('operator', 200, 'work.see'), imported('other', 200, 'work.see')],
  '/kerja/impor/[id] ?/default value.import': [imported('operator', 400, 'value.import', { fields: { do: 'nothing' } }), imported('other', 400, 'value.import', { fields: { do: 'nothing' } })],
  '/kerja/impor/templat.csv': [page('/kerja/impor/templat.csv', 'value.import', ownOf)],
  '/siklus': [page('/siklus', 'work.see')],
  '/siklus ?/default cycle.manage': [form('/siklus', 'cycle.manage')],
  '/siklus/[code]': [page('/siklus/2026', 'work.see'), page('/siklus/2026-tw4', 'work.see')],
  '/siklus/[code] ?/close cycle.manage': [form('/siklus/lain?/close', 'cycle.manage', {}, { told: 404 })],
  '/siklus/[code] ?/reopen cycle.reopen': [form('/siklus/2026?/reopen', 'cycle.reopen')],
  '/siklus/[code] ?/days cycle.manage': [form('/siklus/2026?/days', 'cycle.manage')],
  '/siklus/[code] ?/publication cycle.manage': [form('/siklus/2026?/publication', 'cycle.manage', {}, { told: 303 })],
  '/siklus/libur': [page('/siklus/libur', 'work.see')],
  '/siklus/libur ?/default calendar.edit': [form('/siklus/libur', 'calendar.edit')],
  '/kerja/temuan': [page('/kerja/temuan', 'work.see')],
  '/kerja/temuan ?/default lint.except': [form('/kerja/temuan', 'lint.except', { op: 'kecuali', key: 'node_twice~node~x' })],
  '/kerja/tautan': [page('/kerja/tautan', 'work.see'), page('/kerja/tautan?baru', 'link.edit')],
  '/kerja/tautan ?/default link.edit': [form('/kerja/tautan?baru', 'link.edit', { op: 'simpan' })],
  '/kerja/tautan ?/default plan.edit': [noPlan('/kerja/tautan?rencana=none', 'link.edit', { op: 'simpan' })],
  '/kerja/rencana': [page('/kerja/rencana', 'work.see')],
  '/kerja/rencana ?/default plan.edit': [form('/kerja/rencana', 'plan.edit')],
  '/kerja/rencana/[kode]': [page('/kerja/rencana/rpjmd-2025-2029', 'work.see'), noPlan('/kerja/rencana/none', 'work.see')],
  ...Object.fromEntries(([['plan.edit', 'tambah'], ['plan.propose', 'ajukan'], ['plan.adopt', 'tetapkan'], ['plan.remark', 'catat']] as const).map(([action, op]) => [`/kerja/rencana/[kode] ?/default ${action}`, [noPlan('/kerja/rencana/none', action, { op })]])),
  '/kerja/rencana/[kode]/pagu': [page('/kerja/rencana/rpjmd-2025-2029/pagu', 'work.see'), noPlan('/kerja/rencana/none/pagu', 'work.see')],
  '/kerja/rencana/[kode]/pagu ?/default plan.edit': [noPlan('/kerja/rencana/none/pagu', 'plan.edit', {})],
  '/kerja/rencana/[kode]/riwayat': [page('/kerja/rencana/rpjmd-2025-2029/riwayat', 'work.see'), noPlan('/kerja/rencana/none/riwayat', 'work.see')],
  '/kerja/rencana/[kode]/perubahan': [noPlan('/kerja/rencana/none/perubahan', 'work.see')],
  '/kerja/masterplan': [page('/kerja/masterplan', 'masterplan.read')],
  '/kerja/masterplan ?/mulai masterplan.edit': [form('/kerja/masterplan?/mulai', 'masterplan.edit')],
  '/kerja/masterplan/beda': [without('/kerja/masterplan/beda', 'masterplan.read', 400)],
  '/kerja/masterplan/[draft]': [page('/kerja/masterplan/{draft}', 'masterplan.read')],
  '/kerja/masterplan/[draft] ?/ajukan masterplan.edit': [form('/kerja/masterplan/{none}?/ajukan', 'masterplan.edit', {}, { told: 404 })],
  '/kerja/masterplan/[draft] ?/tarik masterplan.edit': [form('/kerja/masterplan/{none}?/tarik', 'masterplan.edit', {}, { told: 404 })],
  '/kerja/masterplan/[draft] ?/batalkan masterplan.edit': [form('/kerja/masterplan/{none}?/batalkan', 'masterplan.edit', {}, { told: 404 })],
  '/kerja/masterplan/[draft] ?/terima masterplan.edit': [form('/kerja/masterplan/{draft}?/terima', 'masterplan.edit', {}, { told: 303 })],
  '/kerja/masterplan/[draft] ?/berlakukan masterplan.adopt': [form('/kerja/masterplan/{draft}?/berlakukan', 'masterplan.adopt')],
  '/kerja/masterplan/[draft]/[kind]': [page('/kerja/masterplan/{draft}/umum', 'masterplan.edit')],
  '/kerja/masterplan/[draft]/[kind] ?/simpan masterplan.edit': [form('/kerja/masterplan/{draft}/umum?/simpan', 'masterplan.edit', {}, { told: 404 })],
  '/kerja/masterplan/[draft]/[kind] ?/hapus masterplan.edit': [form('/kerja/masterplan/{draft}/umum?/hapus', 'masterplan.edit', {}, { told: 404 })],
  '/kerja/tinjauan': [page('/kerja/tinjauan', 'masterplan.read')],
  '/kerja/tinjauan/[draft]': [page('/kerja/tinjauan/{draft}', 'masterplan.read')],
  '/kerja/tinjauan/[draft]/[chapter]': [without('/kerja/tinjauan/{draft}/nihil', 'masterplan.read', 404)],
  '/kerja/tinjauan/[draft]/[chapter] ?/putuskan masterplan.decide': [form('/kerja/tinjauan/{draft}/nihil?/putuskan', 'masterplan.decide', {}, { told: 404 })],
  '/kerja/tinjauan/[draft]/[chapter] ?/jawab masterplan.edit': [form('/kerja/tinjauan/{draft}/nihil?/jawab', 'masterplan.edit', {}, { told: 404 })],
  '/kerja/tinjauan/[draft]/[chapter] ?/buka masterplan.decide': [form('/kerja/tinjauan/{draft}/nihil?/buka', 'masterplan.decide', {}, { told: 404 })],
  '/kerja/tinjauan/[draft]/[chapter] ?/jalankan masterplan.edit': [form('/kerja/tinjauan/{draft}/nihil?/jalankan', 'masterplan.edit', {}, { told: 404 })],
  '/kerja/tinjauan/[draft]/[chapter] ?/cabut masterplan.decide': [form('/kerja/tinjauan/{draft}/nihil?/cabut', 'masterplan.decide', {}, { told: 404 })],
  '/kerja/tinjauan/[draft]/berkas/[file]': [without('/kerja/tinjauan/{draft}/berkas/nihil.pdf', 'masterplan.read', 404)],
  '/kerja/tinjauan/[draft]/komitmen': [page('/kerja/tinjauan/{draft}/komitmen', 'masterplan.read')],
  '/kerja/tinjauan/[draft]/komitmen ?/simpan commitment.keep': ['layanan', 'sehat'].map(commitment),
  '/kerja/berkas/[digest]': [without(`/kerja/berkas/${'0'.repeat(64)}`, 'masterplan.read', 404)],
  '/kerja/ubah': [page('/kerja/ubah', 'access.see')],
  '/kerja/ubah/indikator': [page('/kerja/ubah/indikator', 'indicator.edit'), indicator.page],
  '/kerja/ubah/indikator ?/default indicator.edit': [indicator.form],
  '/kerja/ubah/target': [page('/kerja/ubah/target', 'target.edit'), target.page],
  '/kerja/ubah/target ?/default target.edit': [target.form],
  '/kerja/ubah/target/pentahapan': [page(phases, 'target.edit', { areas: ['99.01'] })],
  '/kerja/ubah/target/pentahapan ?/default target.edit': [form(phases, 'target.edit', { seen: 'lain' }, { told: 409, thing: { areas: ['99.01'] } })],
  '/kerja/ubah/data': [page('/kerja/ubah/data', 'work.see'), ...pages(elements)],
  '/kerja/ubah/data ?/default element.edit': forms(elements),
  '/kerja/ubah/aturan': [page('/kerja/ubah/aturan', 'rule.edit'), rule.page],
  '/kerja/ubah/aturan ?/default rule.edit': [rule.form],
  '/kerja/ubah/perangkat-daerah': [page('/kerja/ubah/perangkat-daerah', 'agency.edit'), ...pages(agencies)],
  '/kerja/ubah/perangkat-daerah ?/default agency.edit': forms(agencies),
  '/kerja/ubah/wilayah': [page('/kerja/ubah/wilayah', 'area.edit'), ...pages(areas)],
  '/kerja/ubah/wilayah ?/default area.edit': forms(areas),
};
