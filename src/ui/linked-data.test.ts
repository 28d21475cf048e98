import { parse } from 'node-html-parser';
import { describe, expect, it } from 'vitest';
import { dataBlock } from './linked-data.ts';

const hostile = ['</script><script>alert(1)</script>', '<!--<script>', ']]>', '&lt;/script&gt;', '\u2028alert(1)', '\\u003c/script>', '"}</ScRiPt >', '<\\/script>', '\0'];

describe('a data block', () => {
  it.each(hostile)('is not ended by %j, and gives it back', (name) => {
    const html = dataBlock({ '@type': 'Dataset', name, [name]: [name] });
    expect(html.slice('<script type="application/ld+json">'.length, -'</script>'.length)).not.toMatch(/[<>&\u2028\u2029]/);
    expect(parse(html, { blockTextElements: { script: true } }).querySelectorAll('script')).toHaveLength(1);
    const read = JSON.parse(/>(.*)</s.exec(html)?.[1] ?? '') as Record<string, unknown>;
    expect(read).toMatchObject({ '@context': 'https://schema.org', '@type': 'Dataset', name, [name]: [name] });
  });
});
