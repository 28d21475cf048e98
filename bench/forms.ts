import type { Site } from '../e2e/site.ts';

export const headersOf = (site: Site, cookie: string): Record<string, string> => ({ accept: 'text/html', origin: site.url, ...(cookie ? { cookie } : {}) });

export async function ask(site: Site, cookie: string, path: string): Promise<string> {
  const response = await fetch(site.url + path, { headers: headersOf(site, cookie) });
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return response.text();
}

export async function send(site: Site, cookie: string, path: string, form: Record<string, string>): Promise<void> {
  const response = await fetch(site.url + path, { method: 'POST', redirect: 'manual', headers: headersOf(site, cookie), body: new URLSearchParams(form) });
  const text = await response.text();
  if (response.status !== 303) throw new Error(`${path} answered ${response.status}: ${/role="alert">([\s\S]{0,300})/.exec(text)?.[1] ?? ''}`);
}

/** The revision that a form carries. */
export function seenIn(html: string, name: string): string {
  const at = html.indexOf(`name="${name}"`);
  return /value="(\d*)"/.exec(html.slice(at, at + 200))?.[1] ?? '';
}

export function mustShow(html: string, text: string): void {
  if (!html.includes(text)) throw new Error(`a page does not show ${text}`);
}
