import { atom } from './atom.ts';
import { feedOf } from './feed.ts';

/** News as Atom: what a feed holds, and how it is written. */
export const feeds = { of: feedOf, atom };
