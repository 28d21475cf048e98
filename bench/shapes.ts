import { parse } from 'node-html-parser';
import { pageTypes, shapeOf } from '../e2e/eyes.ts';
import type { Site } from '../e2e/site.ts';

/** For each shape of a page type an address of the region that has it, found by following links from its home. */
export async function addressesOf(site: Site, region: string): Promise<Map<string, string>> {
  const home = `/daerah/${region}`;
  const wanted = new Set(pageTypes.map(([, path]) => shapeOf(path)));
  const found = new Map<string, string>();
  const queue = [home];
  const seen = new Set(queue);
  for (let n = 0; n < queue.length && n < 400 && found.size < wanted.size; n += 1) {
    const path = queue[n] as string;
    const shape = shapeOf(path);
    if (found.has(shape)) continue;
    const response = await fetch(site.url + path, { headers: { accept: 'text/html' } });
    if (response.status !== 200) continue;
    if (wanted.has(shape)) found.set(shape, path);
    for (const link of parse(await response.text()).querySelectorAll('a[href]')) {
      const href = (link.getAttribute('href') ?? '').split(/[?#]/)[0] ?? '';
      if (!href.startsWith(home) || seen.has(href) || found.has(shapeOf(href))) continue;
      seen.add(href);
      queue.push(href);
    }
  }
  return found;
}
