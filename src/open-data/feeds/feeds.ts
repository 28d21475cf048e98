import { atom } from './atom.ts';
import { feedOf, subjectOf } from './feed.ts';

/** News as Atom: what a feed is about, what it holds, and how it is written. */
export const feeds = { subject: subjectOf, of: feedOf, atom };
