import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { parse } from 'node-html-parser';
import type { Site } from '../e2e/site.ts';

/** Processor time of a process in milliseconds, and its resident memory in MB (Linux counts in hundredths of a second and pages of 4 KB). */
export function usage(pid: number): { cpu: number; rss: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return { cpu: (Number(fields[11]) + Number(fields[12])) * 10, rss: (Number(fields[21]) * 4096) / 1e6 };
}

export interface Cost {
  /** Processor time of the server, milliseconds a request. */
  cpu: number;
  /** Wall time of the slowest but one in twenty. */
  p95: number;
}

/** What requests cost, one after another, after some to warm up; of who is signed in by a cookie. */
export async function cost(site: Site, path: (n: number) => string, count: number, warm = 20, cookie = ''): Promise<Cost> {
  const pid = site.process.pid ?? 0;
  const times: number[] = [];
  const ask = async (n: number): Promise<void> => {
    const began = performance.now();
    const response = await fetch(site.url + path(n), { headers: { accept: 'text/html', 'accept-encoding': 'br', ...(cookie ? { cookie } : {}) } });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${path(n)} answered ${response.status}`);
    times.push(performance.now() - began);
  };
  for (let n = 0; n < warm; n += 1) await ask(n);
  times.length = 0;
  const before = usage(pid).cpu;
  for (let n = 0; n < count; n += 1) await ask(n + 1000);
  times.sort((a, b) => a - b);
  return { cpu: (usage(pid).cpu - before) / count, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

/** An address that is drawn anew each time: pages with a question are never kept. */
export const anew = (path: string) => (n: number): string => `${path}${path.includes('?') ? '&' : '?'}n=${n}`;

/** Bytes of a page's executable script: its own and what it loads; a block of data, such as JSON-LD, is none. */
export async function scriptBytes(site: Site, html: string): Promise<number> {
  const page = parse(html);
  const own = page.querySelectorAll('script').filter((script) => !/json/.test(script.getAttribute('type') ?? ''));
  const loaded = own.flatMap((script) => script.getAttribute('src') ?? []).concat(page.querySelectorAll('link[rel=modulepreload]').map((link) => link.getAttribute('href') ?? ''));
  const sizes = await Promise.all(loaded.map(async (href) => (await (await fetch(new URL(href, site.url))).arrayBuffer()).byteLength));
  return own.reduce((sum, script) => sum + script.text.length, 0) + sizes.reduce((sum, size) => sum + size, 0);
}

/** A page with all its style sheets, each compressed as it is sent. */
export async function sizeOf(site: Site, html: string): Promise<number> {
  const sheets = await Promise.all(parse(html).querySelectorAll('link[rel=stylesheet]').map(async (link) => (await fetch(new URL(link.getAttribute('href') ?? '', site.url))).text()));
  return [html, ...sheets].reduce((sum, text) => sum + brotliCompressSync(text).length, 0);
}

export const row = (cells: (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
export const head = (cells: string[]): void => {
  row(cells);
  row(cells.map(() => '---'));
};
export const seconds = (from: number): string => ((Date.now() - from) / 1000).toFixed(1);
/** A figure that misses its aim is told with it. */
export const held = (value: number, aim: number, digits = 1): string => (value <= aim ? value.toFixed(digits) : `**${value.toFixed(digits)}**`);
/** The value that a part of all does not exceed. */
export const quantile = (times: number[], part: number): number => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
