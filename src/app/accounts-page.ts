import { accounts, type Office, type Post, type Thing, views } from '#people/index.ts';
import { linkTo } from '#ui/index.ts';
import { placeNames } from './account-page.ts';
import { dayIn } from './who-asks.ts';

const timeZone = (locals: App.Locals): string => locals.site.region?.timeZone ?? 'Asia/Jakarta';

/** Where the post acts: today in its region. */
export function officeOf(locals: App.Locals, post: Post): Office {
  const ctx = locals.ctx(post);
  return { ctx, region: locals.site.region?.code ?? '', today: dayIn(timeZone(locals), ctx.clock()) };
}

const namesOf = (locals: App.Locals) => locals.read((tx) => placeNames(tx, locals.lang));

export async function accountList(locals: App.Locals, office: Office) {
  const names = await namesOf(locals);
  return (await accounts.list(office)).map((account) => views.accountRow(account, names, office));
}

export const accountAdmin = async (locals: App.Locals, office: Office, id: string) => views.accountAdmin(await accounts.read(office, { id }), await namesOf(locals), office);

/** The address of a one-time link, as it is handed over. */
export const linkAddress = (locals: App.Locals, origin: string, token: string): string => `${origin}${linkTo(locals, '/masuk/tautan')}/${token}`;

/** Posts that are an agency's own business. */
const ofAgency: readonly Post['role'][] = ['operator', 'agency_head'];

/**
 * What handing a post over is done to: a head of agency may where the post is one of the agency's own, not where somebody of the region sits in it. Throws
 * `post.unknown` (404), which who has no post here cannot tell from a region that is none.
 */
export async function handingOver(locals: App.Locals, id: string): Promise<Thing> {
  await locals.needAny();
  const post = await locals.read((tx) => accounts.openPost(tx, id, dayIn(timeZone(locals), new Date())));
  return { agencyCode: ofAgency.includes(post.role) ? post.agencyCode : null, pillarCode: post.pillarCode, ...(post.areaCode === null ? {} : { areas: [post.areaCode] }) };
}

export async function postPage(locals: App.Locals, id: string) {
  const own = await locals.need('post.handover', await handingOver(locals, id));
  const office = officeOf(locals, own);
  const post = await locals.read((tx) => accounts.openPost(tx, id, office.today));
  const holder = await accounts.read(office, { id: post.accountId });
  return { post: views.post(post, holder, await namesOf(locals)), holder: holder.name, mayEnd: own.role === 'administrator' };
}
