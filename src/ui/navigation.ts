import { linkTo, type Site } from './site.ts';
import type { UiKey } from './words.ts';

export interface NavItem {
  key: UiKey;
  href: string;
  current: 'page' | 'true' | undefined;
}

/** The pages that exist; a new one enters here and in the messages. */
const pages: { key: UiKey; path: string }[] = [
  { key: 'nav.home', path: '/' },
  { key: 'nav.selaras', path: '/selaras' },
  { key: 'nav.plan', path: '/rencana' },
  { key: 'nav.indicator', path: '/indikator' },
];

/** The pages of the site, the one that is shown (or holds what is shown) marked. */
export function navigation(site: Pick<Site, 'base' | 'path'>): NavItem[] {
  return pages.map(({ key, path }) => {
    const current = site.path === path ? 'page' : path !== '/' && site.path.startsWith(`${path}/`) ? 'true' : undefined;
    return { key, href: linkTo(site, path), current };
  });
}
