import type { RegionTx } from '#kernel/regions.ts';
import { findMasterplan } from '#masterplan/index.ts';
import { listAgencies, type Person, type PlaceNames, postView, type PostView } from '#people/index.ts';
import { listAreas } from '#places/index.ts';

/** Names of a region's agencies, areas and pillars, by code. */
export async function placeNames(tx: RegionTx, lang: 'id' | 'en'): Promise<PlaceNames> {
  const agencies = await listAgencies(tx);
  const areas = await listAreas(tx);
  const pillars = (await findMasterplan(tx))?.pillars ?? [];
  return {
    agencies: new Map(agencies.map((one) => [one.code, one.name])),
    areas: new Map(areas.map((one) => [one.code, one.name])),
    pillars: new Map(pillars.map((one) => [one.code, lang === 'id' ? one.nameId : one.nameEn])),
  };
}

interface Reads {
  lang: 'id' | 'en';
  read<T>(work: (tx: RegionTx) => Promise<T>): Promise<T>;
}

export async function accountPage({ lang, read }: Reads, { name, email, posts, waiting }: Person): Promise<{ name: string; email: string; posts: PostView[] }> {
  const names = await read((tx) => placeNames(tx, lang));
  return { name, email, posts: [...posts.map((post) => postView(post, names, false)), ...waiting.map((post) => postView(post, names, true))] };
}
