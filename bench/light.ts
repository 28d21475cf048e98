import lighthouse from 'lighthouse';
import { openBrowser, freePort, type Site } from '../e2e/site.ts';

export interface Light {
  /** Largest contentful paint, seconds. */
  paint: number;
  /** Accessibility, of 100. */
  accessibility: number;
}

/** A slow phone: 400 kbit/s, 300 ms there and back, a processor of a quarter of this one's speed. */
const phone = { rttMs: 300, throughputKbps: 400, cpuSlowdownMultiplier: 4, requestLatencyMs: 0, downloadThroughputKbps: 0, uploadThroughputKbps: 0 };

/** What Lighthouse finds on each page, with the project's own Chromium; pages one after another. */
export async function light(site: Site, paths: string[], tell: (path: string, found: Light) => void): Promise<void> {
  const port = await freePort();
  const browser = await openBrowser([`--remote-debugging-port=${port}`]);
  try {
    for (const path of paths) {
      const result = await lighthouse(site.url + path, { port, output: 'json', logLevel: 'error', onlyCategories: ['accessibility', 'performance'], formFactor: 'mobile', throttlingMethod: 'simulate', throttling: phone });
      const report = result?.lhr;
      if (!report || report.runtimeError) throw new Error(`${path}: ${report?.runtimeError?.message ?? 'no report'}`);
      tell(path, { paint: (report.audits['largest-contentful-paint']?.numericValue ?? Number.NaN) / 1000, accessibility: (report.categories.accessibility?.score ?? 0) * 100 });
    }
  } finally {
    await browser.close();
  }
}
