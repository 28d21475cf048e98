import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { createClient } from '@hey-api/openapi-ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Site, startSite } from './site.ts';

// A client that a public generator makes of the document, as an engineer elsewhere would, asks a started server.
let site: Site;
type Answer = { data?: { data: Record<string, unknown>[]; next: string | null; meta: { fictional: boolean } }; response: Response; error?: { status: number; expected?: string } };
type Call = (options: { path?: Record<string, string>; query?: Record<string, unknown> }) => Promise<Answer>;
let sdk: Record<string, Call>;
const folder = resolve('node_modules/.cache/serasan/api-client');

beforeAll(async () => {
  site = await startSite();
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await createClient({ input: (await (await fetch(`${site.url}/api/v1/openapi.json`)).json()) as never, output: { path: folder, clean: true }, plugins: ['@hey-api/client-fetch', '@hey-api/sdk'], logs: { level: 'silent' } });
  sdk = (await import(`${folder}/sdk.gen.ts`)) as never;
  const { client } = (await import(`${folder}/client.gen.ts`)) as { client: { setConfig(config: { baseUrl: string }): void } };
  client.setConfig({ baseUrl: site.url });
}, 120_000);
afterAll(() => site?.stop());

const call = (name: string): Call => sdk[name] ?? (() => { throw new Error(`no ${name} in ${Object.keys(sdk).join(', ')}`); });

it('lists, filters and pages through', async () => {
  expect((await call('listRegions')({})).data?.data.map((one) => one.code)).toEqual(['16.03', '99.01']);
  const districts = await call('listAreas')({ path: { region: '16.03' }, query: { level: 'district' } });
  expect(districts.data?.data).toHaveLength(22);
  const codes: unknown[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await call('listCells')({ path: { region: '99.01' }, query: { area: '99.01', limit: 50, ...(cursor ? { cursor } : {}) } });
    codes.push(...(page.data?.data ?? []).map((one) => `${one.indicatorCode} ${one.period}`));
    if (!page.data?.next) break;
    cursor = page.data.next;
  }
  expect(codes.length).toBeGreaterThan(100);
  expect(new Set(codes).size).toBe(codes.length);
});

it('explains a cell down to its source, and is told what was wrong', async () => {
  const told = await call('explainCell')({ path: { region: '16.03', indicator: 'P0', area: '16.03', period: '2023' } });
  expect(told.data?.data).toMatchObject({ cell: { value: 10.93 }, inputs: [{ dataValue: { value: '10.93' }, from: { publisher: expect.any(String) } }] });
  const wrong = await call('listAreas')({ path: { region: '16.03' }, query: { limit: 0 } });
  expect(wrong.error).toMatchObject({ status: 400, expected: expect.stringContaining('1 to 1000') });
});
