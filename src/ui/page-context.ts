import { getContext, setContext } from 'svelte';
import type { Site } from './site.ts';

/** What the parts of one page share while it is drawn: where it stands, and which symbols it has used. */
export interface PageContext {
  site: Site;
  symbols: Set<string>;
}

const key = Symbol('page');

export const openPage = (site: Site): PageContext => setContext(key, { site, symbols: new Set<string>() });

/** The page being drawn; only while a component initialises. */
export const page = (): PageContext => getContext<PageContext>(key);
