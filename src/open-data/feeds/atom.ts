import type { Feed } from './feed.ts';

/** Signs that XML 1.0 does not know are left out, whatever a text holds. */
const escaped = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are taken out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

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
