import { choice, readQuery } from '#kernel/query.ts';
import { z } from 'zod';
import { accounts, heldOn, permit, type Post, views } from '#people/index.ts';
import { listAreas } from '#places/index.ts';
import { placeNames } from './account-page.ts';
import { officeOf } from './accounts-page.ts';

/** Who may do what to figures of an agency and an area; both may be left open. */
export async function accessPage(locals: App.Locals, post: Post, query: URLSearchParams) {
  const person = await locals.signedIn();
  const office = officeOf(locals, post);
  const { names, areas, posts } = await locals.read(async (tx) => ({ names: await placeNames(tx, locals.lang), areas: await listAreas(tx), posts: await accounts.listPosts(tx) }));
  const asked = readQuery(z.object({ perangkat: choice([...names.agencies.keys()]), wilayah: choice([...names.areas.keys()]) }), query);
  const administers = permit(person.posts, 'account.manage') !== null;
  const persons = administers ? new Map((await accounts.list(office)).map((one) => [one.id, one.name])) : null;
  const parents = new Map(areas.map((area) => [area.code, area.parentCode]));
  const chain = (code: string): string[] => {
    const found: string[] = [];
    for (let at: string | null | undefined = code; at && !found.includes(at); at = parents.get(at)) found.push(at);
    return found;
  };
  const thing = { ...(asked.perangkat === '' ? {} : { agencyCode: asked.perangkat }), ...(asked.wilayah === '' ? {} : { areas: chain(asked.wilayah) }) };
  return views.access({ thing, chosen: { agency: asked.perangkat, area: asked.wilayah }, held: heldOn(posts, office.today), mine: person.posts, names, persons, administers }, locals.lang);
}
