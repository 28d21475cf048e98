import { escaped } from '../xml.ts';
import type { Feed } from './feed.ts';

/** The feed as Atom (RFC 4287); `origin` makes addresses whole. */
export function atom(feed: Feed, origin: string, lang: string, author: string): string {
  const entry = (one: Feed['entries'][number]): string => `  <entry>
    <id>${escaped(one.id)}</id>
    <title>${escaped(one.title)}</title>
    <updated>${one.at.toISOString()}</updated>
    <link rel="alternate" type="text/html" href="${escaped(origin + one.href)}"/>
    <content type="text">${escaped(one.text)}</content>
  </entry>
`;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
  <id>${escaped(feed.id)}</id>
  <title>${escaped(feed.title)}</title>
  <updated>${feed.updated.toISOString()}</updated>
  <author><name>${escaped(author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(origin + feed.self)}"/>
  <link rel="alternate" type="text/html" href="${escaped(origin + feed.href)}"/>
${feed.entries.map(entry).join('')}</feed>
`;
}
