import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** Handed to the browser as it is: the wrapper for Playwright also looks for frames, of which our pages have none, and fetches style sheets again; a page took three times as long. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds on a page against WCAG 2.2 AA, and against good practice where that is wanted: a line each, none where it reads well. */
export async function axeFindings(page: Page, { practice = false } = {}): Promise<string[]> {
  if ((await page.locator('iframe').count()) > 0) throw new Error('axe is not handed to frames');
  await page.evaluate(source);
  const options: RunOptions = { preload: false, resultTypes: ['violations'], runOnly: { type: 'tag', values: practice ? [...levels, 'best-practice'] : levels } };
  const violations = await page.evaluate(async (given) => (await (globalThis as unknown as { axe: { run(node: unknown, given: unknown): Promise<AxeResults> } }).axe.run(document, given)).violations, options);
  return violations.map((found) => `${found.id} ${found.nodes[0]?.html.slice(0, 160)} ${found.nodes[0]?.failureSummary?.slice(0, 200)}`);
}
