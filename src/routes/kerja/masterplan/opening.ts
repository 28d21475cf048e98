import { openDraft, type OpenDraft } from '#app/masterplan-drafts.ts';
import { systemClock } from '#kernel/clock.ts';
import { type KeptFile, mostBytes } from '#kernel/file-store.ts';
import { currentPeriod } from '#kernel/periods.ts';
import { type Action, permit, type Thing } from '#people/index.ts';
import { reviewWords } from '#review/index.ts';
import { formatMoment, formatNumber, linkTo } from '#ui/index.ts';
import { fileOf } from '../file-of.ts';

/** A draft of the address, for who may read drafts. Throws `draft.unknown` (404). */
export async function openHere(locals: App.Locals, id: string): Promise<OpenDraft> {
  await locals.need('masterplan.read');
  return locals.read((tx) => openDraft(tx, id));
}

/** The draft for who may do something to it, of whatever agency or pillar: who may nowhere is refused (403) before it is looked for. */
export async function openFor(locals: App.Locals, id: string, action: Action): Promise<OpenDraft> {
  const { posts } = await locals.needAny();
  const somewhere = posts.some((post) => permit([post], action, { agencyCode: post.agencyCode, areas: post.areaCode === null ? [] : [post.areaCode], pillarCode: post.pillarCode }) !== null);
  if (!somewhere) await locals.need(action);
  return openHere(locals, id);
}

export const zoneOf = (locals: App.Locals): string => locals.site.region?.timeZone ?? 'UTC';
export const todayIn = (locals: App.Locals): string => currentPeriod(systemClock(), 'day', zoneOf(locals)).text;
export const timeIn = (locals: App.Locals) => (at: Date): string => formatMoment(at, locals.lang, zoneOf(locals));
export const hrefIn = (locals: App.Locals) => (path: string): string => linkTo(locals.site, path);
/** Whether a post of who asks permits it. */
export const mayIn = async (locals: App.Locals, action: Action, thing: Thing = {}): Promise<boolean> => permit((await locals.signedIn()).posts, action, thing) !== null;

const saids = ['begun', 'saved', 'same', 'removed', 'propose', 'take_back', 'withdraw', 'adopt', 'accepted', 'decided', 'answered', 'reopened', 'withdrawn', 'carried', 'kept'] as const;
/** What was done last, as the address tells it after a form: `?pesan=saved`. */
export function saidIn({ lang }: App.Locals, url: URL): string | null {
  const word = saids.find((one) => one === url.searchParams.get('pesan'));
  const n = /^\d{1,4}$/.exec(url.searchParams.get('versi') ?? '')?.[0] ?? '';
  return word === undefined || (word === 'adopt' && n === '') ? null : word === 'adopt' ? reviewWords(lang)('said.adopt', { n }) : reviewWords(lang)(`said.${word}`);
}

/** A file of a form, kept; null where none was chosen; a text says what is wrong with it. */
export async function scanOf(locals: App.Locals, form: FormData): Promise<KeptFile | string | null> {
  const file = await fileOf(locals, form);
  if (file === null || !('why' in file)) return file;
  return reviewWords(locals.lang)(file.why, { given: formatNumber(file.size / 1024 / 1024, { lang: locals.lang, decimals: 1 }), most: mostBytes / 1024 / 1024 });
}
