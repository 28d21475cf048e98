import type { Lang } from '#kernel/i18n.ts';
import type { Region } from '#places/index.ts';
import { type Address, baseOf, linkTo, type Site } from '#ui/index.ts';

export interface FoundSite {
  site: Site;
  /** Regions that this host can show. */
  open: Region[];
  /** Why there is no region: the address names one that is not here, or the default one is not loaded. */
  missing: { reason: 'unknown' | 'empty'; given: string } | null;
}

/**
 * The region of a request: by host name, else by `/daerah/{code}`, else the default. On a host that belongs to a region
 * another region's address is unknown.
 */
export function findSite(address: Address, host: string, regions: Region[], fallback: string): FoundSite {
  const ofHost = regions.find((region) => region.hosts.includes(host.toLowerCase()));
  const code = address.region ?? ofHost?.code ?? fallback;
  const found = ofHost && ofHost.code !== code ? undefined : regions.find((region) => region.code === code);
  const other: Lang = address.lang === 'id' ? 'en' : 'id';
  const site: Site = {
    lang: address.lang,
    base: baseOf(address),
    path: address.path,
    otherHref: linkTo({ base: baseOf({ lang: other, region: address.region }) }, address.path),
    region: found ? shownRegion(found) : null,
  };
  return { site, open: ofHost ? [ofHost] : regions, missing: found ? null : { reason: address.region === null ? 'empty' : 'unknown', given: code.slice(0, 40) } };
}

function shownRegion(region: Region): Site['region'] {
  return {
    code: region.code, name: { id: region.nameId, en: region.nameEn }, shortName: region.shortName, fictional: region.fictional,
    notice: { id: region.noticeId, en: region.noticeEn }, about: { id: region.aboutId, en: region.aboutEn },
    compiledOn: region.compiledOn, compiledBy: { id: region.compiledById, en: region.compiledByEn }, timeZone: region.timeZone,
  };
}
