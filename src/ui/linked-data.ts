/** A description for machines after schema.org, without its `@context`. */
export type LinkedData = Record<string, unknown>;

/**
 * The description as a data block that no browser runs. Every `<`, `>` and `&` is escaped, so that no text of a pack can end the block or
 * begin a comment in it; line separators too, for readers that take it for a script.
 */
export function dataBlock(data: LinkedData): string {
  const written = JSON.stringify({ '@context': 'https://schema.org', ...data });
  const escaped = written.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `<script type="application/ld+json">${escaped}</script>`;
}
