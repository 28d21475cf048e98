import { readDefinitions } from '#app/change-definition.ts';
import { Fault } from '#kernel/faults.ts';
import { drafts } from '#masterplan/index.ts';
import { differencePage } from '#review/index.ts';
import type { PageServerLoad } from './$types';

/** `?dari=1&ke=2`; a number that is none throws `query.invalid` (400). */
function versionIn(url: URL, name: string): number {
  const given = url.searchParams.get(name) ?? '';
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new Fault('query.invalid', 400, { given: given.slice(0, 40), expected: `${name}: 1, 2, 3 …` });
  return Number(given);
}

export const load: PageServerLoad = async ({ locals, url }) => {
  await locals.need('masterplan.read');
  const [from, to, versions, all] = await locals.read(async (tx) => [await drafts.version(tx, versionIn(url, 'dari')), await drafts.version(tx, versionIn(url, 'ke')), await drafts.versions(tx), await readDefinitions(tx)] as const);
  return { view: differencePage({ lang: locals.lang, versions, from, to, all }) };
};
