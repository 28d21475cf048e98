import type { Lang, Text } from '#kernel/i18n.ts';

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
}

/** An address of this site: `linkTo(site, '/rencana')`; the front page is the prefix alone. */
export function linkTo(site: Pick<Site, 'base'>, path: string): string {
  if (path !== '/') return site.base + path;
  return site.base === '' ? '/' : site.base;
}
