import { linkTo, type Site } from './site.ts';
import type { UiKey } from './words.ts';

export interface NavItem {
  key: UiKey;
  href: string;
  current: 'page' | 'true' | undefined;
  /** Stands in the head of a wide page; the foot's list has them all. */
  head: boolean;
  /** And in that of a phone: who seeks a village must not first find the menu. */
  narrow: boolean;
}

/** The pages that exist; a new one enters here and in the messages. */
const pages: { key: UiKey; path: string; head?: true; narrow?: true }[] = [
  { key: 'nav.home', path: '/', head: true },
  { key: 'nav.selaras', path: '/selaras', head: true },
  { key: 'nav.plan', path: '/rencana', head: true },
  { key: 'nav.pillar', path: '/pilar', head: true },
  { key: 'nav.indicator', path: '/indikator', head: true },
  { key: 'nav.area', path: '/wilayah', head: true },
  { key: 'nav.search', path: '/cari', head: true, narrow: true },
  { key: 'nav.brief', path: '/ringkas' },
  { key: 'nav.frozen', path: '/potret' },
  { key: 'nav.initiative', path: '/inisiatif' },
  { key: 'nav.agency', path: '/perangkat-daerah' },
  { key: 'nav.compare', path: '/banding' },
  { key: 'nav.data', path: '/data' },
  { key: 'nav.help', path: '/bantuan' },
  { key: 'nav.about', path: '/tentang' },
  { key: 'nav.sign_in', path: '/masuk' },
];

/** In place of signing in, for who has. */
const work = { key: 'nav.work', path: '/kerja', head: undefined, narrow: undefined } as const;

/** Whether the page of an address without its region exists yet; what does not is not linked. */
export const hasPage = (path: string): boolean => pages.some((page) => page.path === path);

/** The pages of the site, the one that is shown (or holds what is shown) marked. */
export function navigation(site: Pick<Site, 'base' | 'path' | 'menu'>): NavItem[] {
  return pages.map((one) => (one.key === 'nav.sign_in' && site.menu && site.menu.length > 0 ? work : one)).map(({ key, path, head, narrow }) => {
    const current = site.path === path ? 'page' : path !== '/' && site.path.startsWith(`${path}/`) ? 'true' : undefined;
    return { key, href: linkTo(site, path), current, head: head ?? false, narrow: narrow ?? false };
  });
}

