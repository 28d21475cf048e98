import { fail } from '@sveltejs/kit';
import { readItemKey } from '#data/ui.ts';
import { formOf } from '#app/form-of.ts';
import { systemClock } from '#kernel/clock.ts';
import { Fault } from '#kernel/faults.ts';
import { currentPeriod } from '#kernel/periods.ts';
import { type Action, permit, type Post } from '#people/index.ts';
import { textOf } from '#workspace/index.ts';

/** Who asks, with their posts and the region's own day. Sends who is not signed in to sign in. */
export async function askingOf(locals: App.Locals, url?: URL) {
  await locals.need('work.see');
  const posts = (await locals.person())?.posts ?? [];
  return { posts, today: currentPeriod(systemClock(), 'day', locals.site.region?.timeZone ?? 'UTC').text, ctx: locals.ctx, from: readItemKey(url?.searchParams.get('mulai') ?? '') };
}

const ownThing = (post: Post) => ({ agencyCode: post.agencyCode, areas: post.areaCode === null ? [] : [post.areaCode], pillarCode: post.pillarCode });

/** Before a form is read any further: who may do this to nothing at all is refused (403), whatever was sent. */
export async function needSomewhere(locals: App.Locals, action: Action): Promise<void> {
  const { posts, waiting } = await locals.needAny();
  const own = [...posts, ...waiting].find((post) => permit([post], action, ownThing(post)));
  await locals.need(action, own ? ownThing(own) : {});
}

/** The longest text that any form takes, a formula's. */
const longestKept = 20_000;

/** A form that came after the session had ended: all of it goes back to the page, which sends it again when its sender has signed in. Null while signed in. */
export async function keptForm(locals: App.Locals, form: FormData) {
  if ((await locals.person()) !== null) return null;
  const kept = [...form].map(([name, value]) => ({ name, value: typeof value === 'string' ? value.slice(0, longestKept) : '' }));
  return fail(401, { kept });
}

/** How an action begins: its form, or `kept`, which is to be answered where its sender is not signed in any more. */
export async function openForm({ locals, request }: { locals: App.Locals; request: Request }) {
  const form = await formOf(request);
  return { form, kept: await keptForm(locals, form) };
}

/** Whether the page is being drawn for such a form: then it may show nothing of the region's work. */
export const isKept = async (locals: App.Locals, request: Request): Promise<boolean> => request.method === 'POST' && (await locals.person()) === null;

export const seenOf = (form: FormData, name: string): number | null => {
  const given = textOf(form, name);
  if (given === '') return null;
  if (!/^\d{1,15}$/.test(given)) throw new Fault('query.invalid', 400, { given: given.slice(0, 40), expected: 'a revision' });
  return Number(given);
};
