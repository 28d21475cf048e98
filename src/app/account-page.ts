import type { RegionTx } from '#kernel/regions.ts';
import { findMasterplan } from '#masterplan/index.ts';
import { listAgencies, type Person, type PlaceNames, signing, views } from '#people/index.ts';
import { listAreas } from '#places/index.ts';

/** Names of a region's agencies, areas and pillars, by code. */
export async function placeNames(tx: RegionTx, lang: 'id' | 'en'): Promise<PlaceNames> {
  const agencies = await listAgencies(tx);
  const areas = await listAreas(tx);
  const pillars = (await findMasterplan(tx))?.pillars ?? [];
  return {
    agencies: new Map(agencies.map((one) => [one.code, one.name])),
    areas: new Map(areas.map((one) => [one.code, one.code.includes('.') && one.parentCode !== null ? `${one.name} (${one.code})` : one.name])),
    pillars: new Map(pillars.map((one) => [one.code, lang === 'id' ? one.nameId : one.nameEn])),
  };
}

/** The page of one's own account. */
export async function accountPage(locals: App.Locals, person: Person) {
  const { signIn } = locals.sign();
  const names = await locals.read((tx) => placeNames(tx, locals.lang));
  const sessions = await signing.listSessions(signIn.db, person.accountId, signIn.clock());
  return views.account(person, names, sessions, { lang: locals.lang, timeZone: locals.site.region?.timeZone ?? 'Asia/Jakarta' });
}
