import { z } from 'zod';
import type { AuditFilter, Cursor } from '#kernel/audit-list.ts';
import { sealState, verifyAudit } from '#kernel/audit-seals.ts';
import type { Ctx } from '#kernel/context.ts';
import { isId } from '#kernel/ids.ts';
import { auditRead } from '#kernel/logged-reads.ts';
import { isPeriod, parsePeriod } from '#kernel/periods.ts';
import { choice, readQuery, words } from '#kernel/query.ts';
import { forRegion } from '#kernel/regions.ts';
import { accounts, permit, type Post, views } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import { placeNames } from './account-page.ts';
import { exportAudit, pageOfAudit } from './read-audit.ts';

const rowsPerPage = 50;
const day = z.string().trim().refine((text) => text === '' || (isPeriod(text) && parsePeriod(text).kind === 'day'), '2026-11-28').default('');
const isCursor = (text: string): boolean => {
  const [at = '', id = '', more] = text.split('~');
  return more === undefined && at >= '0001' && z.iso.datetime({ precision: 6 }).safeParse(at).success && isId(id);
};
const query = z.object({
  jabatan: z.string().refine((text) => text === '' || isId(text), 'the id of a post').default(''), akun: z.string().trim().regex(/^[\w-]{0,60}$/, 'the id of an account').default(''),
  benda: words(120), jenis: z.string().regex(/^[a-z_]{0,40}$/, 'a kind of the list').default(''), dari: day, sampai: day,
  sebelum: z.string().refine((text) => text === '' || isCursor(text), 'where a page ended').default(''), periksa: choice(['1']),
});
type Asked = z.output<typeof query>;

const or = (text: string): string | undefined => (text === '' ? undefined : text);
const filterOf = ({ jabatan, akun, benda, jenis, dari, sampai }: Asked): AuditFilter => ({ postId: or(jabatan), accountId: or(akun), subject: or(benda), action: or(jenis), from: or(dari), until: or(sampai) });
const cursorIn = (text: string): Cursor | null => {
  const [at, id] = text.split('~');
  return at && id ? { at, id } : null;
};

/** The address of the same question, with something else beside it. */
function hrefOf(locals: App.Locals, path: string, { sebelum: _, periksa: __, ...asked }: Asked, more: Record<string, string> = {}): string {
  const given = new URLSearchParams([...Object.entries(asked).filter(([, value]) => value !== ''), ...Object.entries(more)]).toString();
  return `${linkTo(locals.site, path)}${given === '' ? '' : `?${given}`}`;
}

/** The log as who may read it sees it; reading it is itself told in it, and so is checking its seals. */
export async function logPage(locals: App.Locals, post: Post, search: URLSearchParams) {
  const asked = readQuery(query, search);
  const ctx = locals.ctx(post);
  const region = locals.site.region?.code ?? '';
  const { posts: mine } = await locals.needAny();
  const { rows, next } = await pageOfAudit(ctx, region, filterOf(asked), { most: rowsPerPage, after: cursorIn(asked.sebelum) });
  const checked = asked.periksa === '1' ? await checkSeals(ctx, region) : null;
  const { names, posts, seals } = await locals.read(async (tx) => ({ names: await placeNames(tx, locals.lang), posts: await accounts.listPosts(tx), seals: await sealState(tx) }));
  const administers = permit(mine, 'account.manage') !== null;
  return views.log({
    lang: locals.lang, timeZone: locals.site.region?.timeZone ?? 'Asia/Jakarta', asked, rows, posts, names, seals, checked, administers, works: permit(mine, 'work.see') !== null,
    href: {
      more: next && hrefOf(locals, '/catatan', asked, { sebelum: `${next.at}~${next.id}` }), csv: hrefOf(locals, '/catatan/catatan.csv', asked), check: `${hrefOf(locals, '/catatan', asked, { periksa: '1' })}#segel`,
      account: (id) => (administers ? `${linkTo(locals.site, '/akun/daftar')}/${id}` : null),
    },
  });
}

async function checkSeals(ctx: Ctx, region: string) {
  await forRegion(ctx.db, region, (tx) => auditRead(ctx, tx, 'log', { seals: 'checked' }));
  return verifyAudit(ctx.db, region);
}

/** The same question as a file, written while it is sent. Throws `query.invalid` (400) before anything is sent. */
export function logFile(locals: App.Locals, post: Post, search: URLSearchParams): ReadableStream<Uint8Array> {
  const filter = filterOf(readQuery(query, search));
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  // Who goes away while it is written gets no more of it; the reading has been told by then.
  const done = exportAudit(locals.ctx(post), locals.site.region?.code ?? '', filter, (text) => writer.write(encoder.encode(text)));
  void done.then(() => writer.close(), (error: unknown) => writer.abort(error)).catch(() => undefined);
  return readable;
}
