import type { Lang } from '#kernel/i18n.ts';
import type { ListedRegion } from '#places/index.ts';
import { type Address, baseOf, linkTo, type PublicHome, type Site } from '#ui/index.ts';

export interface FoundSite {
  site: Site;
  /** Regions that this host can show. */
  open: ListedRegion[];
  /** Why there is no region: the address names one that is not here, or the default one is not loaded. */
  missing: { reason: 'unknown' | 'empty'; given: string } | null;
}

/** What the installation was told: the region at `/`, and where the world reaches it. */
export interface Installed {
  fallback: string;
  origin?: string | null;
}

/**
 * Where a region's pages stand for the world: at the public origin (which may be a host of one region, and then shows no other), else at
 * the region's own first host, else nowhere that is known. The same whichever address was asked, since drawn pages are kept by snapshot.
 */
export function homeOf(region: ListedRegion, regions: ListedRegion[], { fallback, origin = null }: Installed): PublicHome {
  const owner = origin === null ? undefined : regions.find((one) => one.hosts.includes(new URL(origin).hostname));
  if (origin !== null && (owner === undefined || owner.code === region.code)) return { origin, prefix: owner || region.code === fallback ? '' : baseOf({ lang: 'id', region: region.code }) };
  const [host] = region.hosts;
  if (host !== undefined) return { origin: `https://${host}`, prefix: '' };
  return { origin: null, prefix: region.code === fallback ? '' : baseOf({ lang: 'id', region: region.code }) };
}

/**
 * The region of a request: by host name, else by `/daerah/{code}`, else the default. On a host that belongs to a region
 * another region's address is unknown.
 */
export function findSite(address: Address, host: string, regions: ListedRegion[], { fallback, origin = null }: Installed): FoundSite {
  const ofHost = regions.find((region) => region.hosts.includes(host.toLowerCase().replace(/\.$/, '')));
  const code = address.region ?? ofHost?.code ?? fallback;
  const found = ofHost && ofHost.code !== code ? undefined : regions.find((region) => region.code === code);
  const other: Lang = address.lang === 'id' ? 'en' : 'id';
  const site: Site = {
    lang: address.lang,
    base: baseOf(address),
    path: address.path,
    otherHref: linkTo({ base: baseOf({ lang: other, region: address.region }) }, address.path),
    region: found ? shownRegion(found) : null,
    home: found ? homeOf(found, regions, { fallback, origin }) : { origin: null, prefix: '' },
    pageNumber: null,
  };
  return { site, open: ofHost ? [ofHost] : regions, missing: found ? null : { reason: address.region === null ? 'empty' : 'unknown', given: code.slice(0, 40) } };
}

function shownRegion(region: ListedRegion): Site['region'] {
  return {
    code: region.code, name: { id: region.nameId, en: region.nameEn }, shortName: region.shortName, fictional: region.fictional,
    notice: { id: region.noticeId, en: region.noticeEn }, about: { id: region.aboutId, en: region.aboutEn },
    compiledOn: region.compiledOn, compiledBy: { id: region.compiledById, en: region.compiledByEn }, timeZone: region.timeZone,
    theme: Array.isArray(region.theme) ? null : region.theme, arms: region.armsDigest?.slice(0, 12) ?? null,
  };
}
