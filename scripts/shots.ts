// `npm run shots -- FOLDER [words of names …]`: every page type at both widths, light and dark, in both languages.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inEnglish, pageTypes } from '../e2e/eyes.ts';
import { openBrowser, startSite } from '../e2e/site.ts';

const [folder = 'shots', ...only] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const site = await startSite();
const browser = await openBrowser();
for (const [name, path] of pageTypes) {
  for (const [lang, address] of [['id', path], ['en', inEnglish(path)]] as const) {
    for (const width of [360, 1280]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const file = `${name}-${lang}-${width}-${colorScheme}.png`;
        if (only.length > 0 && !only.some((word) => file.includes(word))) continue;
        const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
        await page.goto(site.url + address);
        await page.screenshot({ path: join(folder, file), fullPage: true });
        await page.close();
      }
    }
  }
}
await browser.close();
await site.stop();
