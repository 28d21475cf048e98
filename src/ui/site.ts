import type { Lang, Text } from '#kernel/i18n.ts';
import type { Theme } from './theme.ts';

/** Where a page stands: its language, its region, and the prefix that every link of it begins with. */
export interface Site {
  lang: Lang;
  /** `''`, `/en`, `/daerah/99.01` or `/en/daerah/99.01`. */
  base: string;
  /** The page's address without the prefix: `/`, `/rencana`. */
  path: string;
  /** The same page in the other language. */
  otherHref: string;
  /** Null while an address names no region that is loaded. */
  region: SiteRegion | null;
  /** The one address of this region's pages, whichever of its addresses was asked; never taken from the request. */
  home: PublicHome;
  /** Of a list that is paged, from its second page on. */
  pageNumber: number | null;
  /** Paths of the workspace that its reader may do something at; in the workspace alone. */
  menu?: readonly string[];
}

/** Where a region's pages stand for the world: `https://host` and `''`, or `/daerah/{code}` after it; no origin where none is known. */
export interface PublicHome {
  origin: string | null;
  prefix: string;
}

export interface SiteRegion {
  code: string;
  name: Text;
  shortName: string;
  notice: Text;
  about: Text;
  fictional: boolean;
  compiledOn: string;
  compiledBy: Text;
  timeZone: string;
  theme: Theme | null;
  /** Names the present drawing of its arms, so that it may be kept for ever; null where there is none. */
  arms: string | null;
}

/** An address of this site: `linkTo(site, '/rencana')`; the front page is the prefix alone. */
export function linkTo(site: Pick<Site, 'base'>, path: string): string {
  if (path !== '/') return site.base + path;
  return site.base === '' ? '/' : site.base;
}

/** The address of a page of this region for the world; without a known origin a path. */
export function publicHref({ home }: Pick<Site, 'home'>, path: string, lang: Lang): string {
  const way = linkTo({ base: (lang === 'en' ? '/en' : '') + home.prefix }, path);
  return (home.origin ?? '') + way;
}

/** The page's one address in a language: filters and other parameters are left out, the number of a paged list stays. */
export const canonicalHref = (site: Site, lang: Lang = site.lang): string => publicHref(site, site.path, lang) + (site.pageNumber === null ? '' : `?halaman=${site.pageNumber}`);

/** A link of this site as the world sees it. */
export function worldHref(site: Site, href: string): string {
  if (!href.startsWith('/')) return href;
  const path = href.slice(site.base.length);
  return publicHref(site, path === '' ? '/' : path, site.lang);
}

export const armsHref = (site: Site): string | null => (site.region?.arms ? `${linkTo(site, '/lambang.svg')}?v=${site.region.arms}` : null);
