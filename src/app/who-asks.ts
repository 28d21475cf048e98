import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { regionCode } from '#kernel/config.ts';
import type { Db } from '#kernel/connection.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { forRegion, type RegionTx } from '#kernel/regions.ts';
import { type Action, type Asking, peopleWords, permissions, permit, type Person, type Post, type Role, type SignIn, signing, type Thing } from '#people/index.ts';
import { formatList, linkTo } from '#ui/index.ts';
import { newContext } from './context.ts';

/** What a route of the workspace may ask of the request. */
export interface WhoAsks {
  /** Who asks, with the posts held today in this region; null for nobody who is signed in. */
  person(): Promise<Person | null>;
  /** Who asks; who is not signed in is sent to sign in (303), a program is told so (401). */
  signedIn(): Promise<Person>;
  /** The post that permits the action on the thing. Throws a Fault: 404 without any post here, 403 where no post of theirs may. */
  need(action: Action, thing?: Thing): Promise<Post>;
  /** Who asks, where they hold any post of this region. Throws a Fault (404) else, as for a region that there is not. */
  needAny(): Promise<Person>;
  /** The context of a use case: acts for this post. */
  ctx(post: Post): Ctx;
  /** Work in the region's transaction. */
  write<T>(work: (tx: RegionTx) => Promise<T>): Promise<T>;
  /** Where kept files stand. */
  dataDir(): string;
  /** For the pages that sign in and out. */
  sign(): { signIn: SignIn; asking: Asking };
}

/** The day in a time zone, `2026-11-28`. */
export const dayIn = (timeZone: string, now: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);

const notHere = (): never => {
  throw new Error('a public route looks at nobody: name it in app/workspace-routes.ts');
};
/** For public routes. */
export const nobodyAsks: WhoAsks = { person: notHere, signedIn: notHere, needAny: notHere, need: notHere, ctx: notHere, write: notHere, dataDir: notHere, sign: notHere };

interface Given {
  db: Db;
  signIn: SignIn;
  dataDir: string;
  /** The region of the address; throws its 404 where there is none. */
  here(): string;
  /** The code that the address names, also where there is no such region: its posts are looked for all the same. */
  asked: string;
}

export function whoAsks(event: RequestEvent, { db, signIn, dataDir, here, asked }: Given): WhoAsks {
  const asking: Asking = { headers: event.request.headers, secure: event.url.protocol === 'https:', address: event.getClientAddress() };
  let found: Promise<Person | null> | undefined;
  const person = (): Promise<Person | null> => {
    const region = event.locals.site.region;
    const code = region?.code ?? asked;
    found ??= signing.findPerson(signIn, asking, regionCode.safeParse(code).success ? { code, today: dayIn(region?.timeZone ?? 'Asia/Jakarta', signIn.clock()) } : null);
    return found;
  };
  const signedIn = async (): Promise<Person> => {
    const one = await person();
    if (one) return one;
    if (event.url.pathname.startsWith('/api/')) throw new Fault('sign_in.needed', 401, { expected: 'a session' });
    redirect(303, `${linkTo(event.locals, '/masuk')}?kembali=${encodeURIComponent(backTo(event))}`);
  };
  const needAny = async (): Promise<Person> => {
    const one = await signedIn();
    const code = here();
    if (one.posts.length + one.waiting.length === 0) throw new Fault('region.unknown', 404, { given: code });
    return one;
  };
  const need = async (action: Action, thing?: Thing): Promise<Post> => {
    const { posts, waiting } = await needAny();
    const post = permit(posts, action, thing);
    if (post) return post;
    if (permit(waiting, action, thing)) {
      if (event.url.pathname.startsWith('/api/')) throw new Fault('second_factor.missing', 403, { expected: 'a second factor' });
      redirect(303, `${linkTo(event.locals, '/akun/kunci-kedua')}?kembali=${encodeURIComponent(backTo(event))}`);
    }
    const say = peopleWords(event.locals.lang);
    const roles = (Object.keys(permissions[action]) as Role[]).map((role) => say(`role.${role}`));
    throw new Fault('permission.missing', 403, { given: say(`action.${action}`), expected: formatList(roles, event.locals.lang), action });
  };
  const ctx = (post: Post): Ctx => ({ ...newContext(db, `post:${post.id}`, () => undefined), who: { accountId: post.accountId, postId: post.id, address: asking.address } });
  return { person, signedIn, needAny, need, ctx, write: (work) => forRegion(db, here(), work), dataDir: () => dataDir, sign: () => ({ signIn, asking: { ...asking, region: event.locals.site.region?.code ?? null } }) };
}

/** A form cannot be sent again by going to its address: then the page itself, without the form's name. */
function backTo({ url, request }: RequestEvent): string {
  return request.method === 'GET' ? url.pathname + url.search : url.pathname;
}
