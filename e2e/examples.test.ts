import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examplesOf } from '#open-data/index.ts';
import { type Site, startSite } from './site.ts';

// What docs/open-data.md prints works as printed. An interpreter that is not here is said, and its example passed over.
let site: Site;
beforeAll(async () => { site = await startSite(); }, 120_000);
afterAll(() => site?.stop());

const document = readFileSync('docs/open-data.md', 'utf8');
const examples = [...document.matchAll(/```sh\n([\s\S]*?)```\s+```text\n([\s\S]*?)```/g)].map((found) => ({ command: found[1] ?? '', printed: found[2] ?? '' }));
const has = (tool: string): boolean => spawnSync('bash', ['-c', `command -v ${tool}`]).status === 0;

describe('docs/open-data.md', () => {
  it('holds the five examples of the page and both scripts', () => {
    const asked = { origin: 'http://localhost:3000', region: '16.03', indicator: 'P0', element: 'P0' };
    expect(examples.slice(0, 5).map((one) => one.command.trim())).toEqual(examplesOf(asked).map((one) => one.lines.join('\n')));
    expect(examples).toHaveLength(7);
  });
  it.for(examples)('prints as printed: $command', ({ command, printed }, { skip }) => {
    const [tool = ''] = command.split(' ');
    const needed = /^(python3|Rscript)$/.test(tool) ? tool : 'curl';
    if (!has(needed)) skip(`no ${needed} here`);
    const line = /^(python3|Rscript)/.test(command) ? `${command.trim()} ${site.url}` : command.replaceAll('http://localhost:3000', site.url);
    const { stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8', timeout: 60_000 });
    expect(stdout, stderr).toBe(printed);
  });
});

describe('only pieces may be framed', () => {
  it.each(['/', '/indikator/P0', '/data', '/data/api', '/cari?q=desa', '/api/v1/regions', '/data/areas.csv', '/umpan/semua.atom', '/nothing-here', '/daerah/99.01', '/healthz'])('%s may not', async (path) => {
    const response = await fetch(site.url + path);
    await response.text();
    expect(response.headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
  });
  it.each(['/tempel/indikator/P0', '/tempel/pilar/smart-economy', '/tempel/inisiatif/mance', '/daerah/99.01/tempel/indikator/balita-stunting', '/tempel/indikator/P0.svg'])('%s may', async (path) => {
    for (const again of [1, 2]) {
      const response = await fetch(site.url + path);
      const body = await response.text();
      expect([again, response.status, response.headers.get('content-security-policy')]).toEqual([again, 200, expect.stringMatching(/frame-ancestors \*/)]);
      expect(body).not.toContain('<script');
    }
  });
  it('a piece that is not there, and what is no file, say so', async () => {
    const status = async (path: string, headers: Record<string, string> = {}): Promise<number> => (await fetch(site.url + path, { headers })).status;
    expect(await Promise.all(['/tempel/indikator/none', '/tempel/x/y', '/tempel/indikator/..%2f..', '/data/none.csv', '/data/areas.xml', '/data/..%2fserver.ts', '/umpan/none.atom', '/umpan/indikator/none.atom', '/daerah/77.77/data/areas.csv'].map((path) => status(path)))).toEqual([404, 404, 404, 404, 404, 404, 404, 404, 404]);
    for (const path of ['/umpan/none.atom', '/data/none.csv', '/tempel/x/y']) expect(await (await fetch(site.url + path, { headers: { accept: 'text/html' } })).text(), path).toMatch(/halaman depan[\s\S]*front page/);
    const tag = (await fetch(`${site.url}/data/areas.csv`)).headers.get('etag') ?? '';
    expect(await status('/data/areas.csv', { 'if-none-match': tag })).toBe(304);
    expect(await status('/data/areas.csv', { accept: 'image/png,;;q=x', 'if-none-match': '"a", W/"b", ,' })).toBe(200);
    expect(await status('/api/v1/regions/%E0%A4%A/areas')).toBe(400);
    // However an address is written, it is one region's, and counted.
    const first = async (path: string) => ((await (await fetch(site.url + path)).json()) as { data: { code: string }[] }).data[0]?.code;
    expect(await Promise.all(['/api/%761/regions/99.01/areas', '/api/v1/%72egions/99.01/areas', '/%61pi/v1/regions/99.01/areas', '/api/v1/regions/99%2E01/areas'].map(first))).toEqual(['99.01', '99.01', '99.01', '99.01']);
    expect(await status('/api/v1/%72egions/77.77/areas')).toBe(404);
    for (const path of ['/%61pi/v1/regions', '/data/areas.csv', '/umpan/semua.atom', '/tempel/indikator/P0']) expect((await fetch(site.url + path)).headers.get('ratelimit'), path).toMatch(/r=\d+/);
    expect((await fetch(`${site.url}/data/pack.zip`, { method: 'HEAD' })).headers.get('content-disposition')).toBe('attachment; filename="16.03-pack.zip"');
    expect((await fetch(`${site.url}/api/v1/regions`, { method: 'POST', body: 'x' })).status).toBe(400);
    expect((await fetch(`${site.url}/api/v1/regions`, { method: 'DELETE' })).status).toBe(405);
    expect((await fetch(`${site.url}/api/v1/regions`, { method: 'OPTIONS', headers: { origin: 'https://x.example', 'access-control-request-method': 'GET' } })).headers.get('access-control-allow-origin')).toBe('*');
  });
});
