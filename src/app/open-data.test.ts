import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordValues, valuesInView } from '#data/index.ts';
import type { Db } from '#kernel/database.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { type ApiContext, makeApi } from '#open-data/index.ts';
import { loadRegionModel, makeModelCache } from '#portal/index.ts';
import { listSnapshots } from '#scores/index.ts';
import { newContext } from './context.ts';
import { loadPack } from './load-pack.ts';

type Json = Record<string, unknown> & { data: Record<string, unknown>[]; next: string | null; meta: Record<string, unknown> };
interface Operation {
  operationId: string;
  parameters?: { in: string; name: string }[];
  responses: Record<string, { content?: Record<string, { schema: object }> }>;
}

let db: Db;
const api = makeApi();
const models = makeModelCache();
const ajv = new Ajv2020({ strict: false, validateFormats: false });
let document: { paths: Record<string, { get: Operation }>; components: { schemas: Record<string, object> } };

async function contextOf(region: string | null): Promise<ApiContext> {
  const snapshots = await listSnapshots(db);
  const of = (code: string) => snapshots.find((one) => one.regionCode === code) ?? null;
  const modelOf = (code: string) => models.get(code, of(code)?.id ?? '', () => forRegionRead(db, code, loadRegionModel));
  return {
    open: ['16.03', '99.01'].map((code) => ({ code, snapshot: of(code) })), region, snapshot: region === null ? null : of(region), model: () => modelOf(region ?? ''), modelOf,
    read: (work) => forRegionRead(db, region ?? '', work),
  };
}
const regionIn = (path: string): string | null => /^\/regions\/([^/?]+)/.exec(path)?.[1] ?? null;
async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const region = regionIn(path);
  return api.fetch(new Request(`http://localhost/api/v1${path}`, { headers }), await contextOf(region === '16.03' || region === '99.01' ? region : null));
}

/** Which operation of the document an address belongs to. */
function operationOf(path: string): Operation {
  const asked = path.split('?')[0]?.split('/') ?? [];
  const score = (pattern: string): number => {
    const steps = pattern.replace('/api/v1', '').split('/');
    if (steps.length !== asked.length || !steps.every((step, n) => step.startsWith('{') || step === asked[n])) return -1;
    return steps.filter((step) => !step.startsWith('{')).length;
  };
  const [best] = Object.keys(document.paths).sort((a, b) => score(b) - score(a));
  if (best === undefined || score(best) < 0) throw new Error(`${path} is in no document`);
  return document.paths[best]?.get as Operation;
}
/** Asks, and holds the answer against the schema that the document gives for its status and type. */
async function json(path: string, headers: Record<string, string> = {}): Promise<Json> {
  const response = await ask(path, headers);
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const schema = operationOf(path).responses[response.status]?.content?.[type]?.schema;
  expect(schema, `${path} ${response.status} ${type}`).toBeDefined();
  const body = (await response.json()) as Json;
  const valid = ajv.compile({ ...schema, components: document.components });
  expect(valid(body), `${path}: ${JSON.stringify(valid.errors?.slice(0, 3))}`).toBe(true);
  return body;
}
async function everyRow(path: string, limit = 1000): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const page: Json = await json(`${path}${path.includes('?') ? '&' : '?'}limit=${limit}${next ? `&cursor=${next}` : ''}`);
    rows.push(...page.data);
    next = page.next;
  }
  return rows;
}
const lists = (): string[] => Object.entries(document.paths).flatMap(([path, { get }]) => (get.operationId.startsWith('list') && path.includes('{region}') && !path.endsWith('/changes') ? [path.split('/').at(-1) ?? ''] : []));

beforeAll(async () => {
  db = await testDb();
  const quiet = newContext(db, 'test', () => undefined);
  for (const pack of ['16.03-muara-enim', '99.01-contoh']) await loadPack(quiet, `regions/${pack}`);
  document = (await (await ask('/openapi.json')).json()) as typeof document;
}, 120_000);
afterAll(() => db.close());

describe('every address of the document', () => {
  it('answers in both regions as its schema says, page by page as all at once', async () => {
    expect(lists().length).toBeGreaterThan(20);
    for (const region of ['16.03', '99.01']) {
      for (const name of lists()) {
        const all = await everyRow(`/regions/${region}/${name}`);
        const first = (await json(`/regions/${region}/${name}?limit=3`)).data;
        expect(first, name).toEqual(all.slice(0, 3));
        if (all.length > 3 && all.length < 60) expect(await everyRow(`/regions/${region}/${name}`, 3), name).toEqual(all);
      }
    }
  }, 120_000);
  it('gives one row of each list that has codes, and 404 for a code that is none', async () => {
    for (const path of Object.keys(document.paths).filter((one) => one.endsWith('/{code}'))) {
      const list = path.replace('/api/v1', '').replace('{region}', '99.01').replace('/{code}', '');
      const [row] = (await json(`${list}?limit=1`)).data;
      if (row) expect((await json(`${list}/${encodeURIComponent(String(row.code))}`)).data).toEqual(row);
      expect((await ask(`${list}/none%20such`)).status).toBe(404);
      await json(`${list}/none%20such`);
    }
  });
  it('explains each kind of number, and those below it', async () => {
    const cell = (await json('/regions/16.03/explanations/cells/P0/16.03/2023')) as unknown as { data: { inputs: { dataValue: { value: string }; from: object }[]; cell: { value: number } } };
    expect(Number(cell.data.inputs[0]?.dataValue.value)).toBe(cell.data.cell.value);
    expect(cell.data.inputs[0]?.from).toMatchObject({ publisher: expect.any(String) });
    const scores = (await everyRow('/regions/99.01/scores')).filter((one) => one.value !== null).slice(0, 12);
    expect(scores.length).toBeGreaterThan(5);
    for (const one of scores) {
      const told = (await json(`/regions/99.01/explanations/scores/${one.tree}/${one.treeCode}/${one.nodeCode}/${one.period}`)) as unknown as { data: { parts: { weight: number; value: number | null; applicable: boolean; explanation: string | null }[]; score: { value: number } } };
      const known = told.data.parts.filter((part) => part.applicable && part.value !== null);
      const mean = known.reduce((sum, part) => sum + part.weight * Number(part.value), 0) / known.reduce((sum, part) => sum + part.weight, 0);
      expect(mean).toBeCloseTo(told.data.score.value, 9);
      for (const part of told.data.parts) if (part.explanation) await json(part.explanation.replace('/api/v1', ''));
    }
  });
  it('filters', async () => {
    const cells = await everyRow('/regions/99.01/cells?area=99.01&from=2024&to=2025');
    expect(cells.length).toBeGreaterThan(10);
    expect(cells.every((one) => one.areaCode === '99.01' && String(one.period) >= '2024' && String(one.period).slice(0, 4) <= '2025')).toBe(true);
    const indicators = await everyRow('/regions/16.03/indicators?pillar=eco');
    expect(indicators.length).toBeGreaterThan(0);
    expect(indicators.length).toBeLessThan((await everyRow('/regions/16.03/indicators')).length);
  });
  it('comes as a table too, the same rows and no formula', async () => {
    for (const name of lists()) {
      const response = await ask(`/regions/99.01/${name}?limit=50`, { accept: 'text/csv' });
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      const rows = parse(await response.text(), { columns: true }) as Record<string, string>[];
      expect(rows.length, name).toBe((await json(`/regions/99.01/${name}?limit=50`)).data.length);
      for (const row of rows) for (const cell of Object.values(row)) expect(/^[=+@]./.test(cell), cell).toBe(false);
      for (const row of rows) expect(row.fictional).toBe('true');
    }
  });
  it('says that Contoh is no region, and Muara Enim is', async () => {
    for (const name of lists()) expect([(await json(`/regions/99.01/${name}?limit=1`)).meta.fictional, (await json(`/regions/16.03/${name}?limit=1`)).meta.fictional]).toEqual([true, false]);
  });
});

describe('two regions', () => {
  it('never mix: a code of one is unknown in the other exactly like one that nobody has', async () => {
    for (const [own, other] of [['16.03', '99.01'], ['99.01', '16.03']]) {
      const [strange] = (await everyRow(`/regions/${other}/indicators`)).filter((one) => one.code !== 'P0');
      const told = async (code: string): Promise<string> => JSON.stringify(await json(`/regions/${own}/indicators/${code}`)).replaceAll(code, 'X');
      expect(await told(String(strange?.code))).toBe(await told('nobody-has-this'));
      for (const [path, code] of [[`cells?area=`, other], [`values?area=`, other], [`targets?area=`, other], [`cells?indicator=`, strange?.code]] as [string, string][]) {
        const refused = async (given: string) => JSON.stringify(await json(`/regions/${own}/${path}${given}`)).replaceAll(given, 'X');
        expect(await refused(code)).toBe(await refused('nobody'));
      }
      for (const name of lists()) for (const row of await everyRow(`/regions/${own}/${name}`)) for (const key of ['areaCode', 'code']) if (typeof row[key] === 'string' && /^\d\d\.\d\d/.test(row[key])) expect(row[key].startsWith(String(own))).toBe(true);
    }
  }, 60_000);
});

describe('changes', () => {
  type Change = { kind: string; list: string; rows: unknown[]; action: string; key: object; value: unknown };
  const replay = async (region: string, since = 0, definitions = '', state = { lists: new Map<string, unknown>(), values: new Map<string, unknown>() }) => {
    let until = { revision: 0, definitions: '' };
    for (let next: string | null = ''; next !== null; ) {
      const page = (await json(`/regions/${region}/changes?since=${since}${definitions ? `&definitions=${definitions}` : ''}&limit=700${next ? `&cursor=${next}` : ''}`)) as unknown as { data: Change[]; next: string | null; until: typeof until };
      for (const one of page.data) {
        if (one.kind === 'definitions') state.lists.set(one.list, one.rows);
        else if (one.action === 'put') state.values.set(JSON.stringify(one.key), one.value);
        else state.values.delete(JSON.stringify(one.key));
      }
      [next, until] = [page.next, page.until];
    }
    return { state, until };
  };
  const stateOf = async (region: string, names: string[]) => ({ lists: await Promise.all(names.map(async (name) => [name, await everyRow(`/regions/${region}/${name}`)])), values: (await everyRow(`/regions/${region}/values`)).map((one) => JSON.stringify(one)).sort() });

  it.each(['16.03', '99.01'])('of %s, replayed from nothing, are the state; and again after a correction and a withdrawal', async (region) => {
    const { state, until } = await replay(region);
    const names = [...state.lists.keys()];
    expect(names).toContain('indicators');
    const same = async (): Promise<void> => {
      expect({ lists: names.map((name) => [name, state.lists.get(name)]), values: [...state.values.values()].map((one) => JSON.stringify(one)).sort() }).toEqual(await stateOf(region, names));
    };
    await same();
    const [first, second] = await forRegionRead(db, region, (tx) => valuesInView(tx, 'published', { areas: [region] }));
    if (!first || !second) throw new Error('no values');
    await forRegion(db, region, async (tx) => {
      const own = ({ elementCode, areaCode, period, seriesCode, value, textValue, applicable, status, quality, origin, assurance, sourceCode, noteId, noteEn }: typeof first) =>
        ({ elementCode, areaCode, period, seriesCode, value, textValue, applicable, status, quality, origin, assurance, sourceCode, noteId, noteEn, recordedBy: null, recordedAt: null });
      await recordValues(newContext(db, 'test', () => undefined), tx, { kind: 'form', values: [{ ...own(first), value: '7', withdrawn: false }, { ...own(second), withdrawn: true }] as never });
    });
    const after = await replay(region, until.revision, until.definitions, state);
    expect(after.until.revision).toBeGreaterThan(until.revision);
    expect(after.until.definitions).toBe(until.definitions);
    await same();
  }, 60_000);
});

describe('what is refused', () => {
  const status = async (path: string, headers?: Record<string, string>): Promise<number> => {
    const response = await ask(path, headers);
    const body = await response.text();
    if (response.status >= 400) {
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect(body).not.toMatch(/node_modules|at \w+ \(|\.ts:\d/);
      expect(JSON.parse(body)).toMatchObject({ type: expect.stringMatching(/^urn:serasan:/), status: response.status });
    }
    return response.status;
  };
  it.each<[string, number, Record<string, string>?]>([
    ['/regions/77.77', 404], ['/regions/77.77/areas', 404], ['/regions/%00/areas', 404], ['/regions/..%2f..%2fetc/areas', 404], ['/nothing', 404], ['/regions/16.03/nothing', 404], ['/regions/16.03/areas/none', 404], ['/regions/16.03/indicators/P0/more', 404],
    ['/regions/16.03/explanations/cells/P0/16.03/1900', 404], ['/regions/16.03/explanations/cells/P0/16.03/absurd', 400], ['/regions/16.03/explanations/cells/none/16.03/2023', 404], ['/regions/16.03/explanations/scores/tree/x/y/2023', 400], ['/regions/16.03/explanations/scores/plan/x/y/2023', 404],
    ['/regions/16.03/areas?limit=0', 400], ['/regions/16.03/areas?limit=1000000', 400], ['/regions/16.03/areas?limit=-1', 400], ['/regions/16.03/areas?limit=1e3', 400], ['/regions/16.03/areas?limit=', 400], ['/regions/16.03/areas?limit=1001', 400],
    ['/regions/16.03/areas?colour=red', 400], ['/regions/16.03/scores?tree=oak', 400], ["/regions/16.03/cells?indicator='; drop table data.value; --", 400], ['/regions/16.03/cells?indicator=%00', 400], [`/regions/16.03/cells?indicator=${'x'.repeat(10_000)}`, 400],
    ['/regions/16.03/cells?from=absurd', 400], ['/regions/16.03/cells?area=16.03.99', 400], ['/regions/16.03/targets?to=2019-13', 400], ['/regions/16.03/cells?from=0000', 400], ['/regions/16.03/areas?cursor=nonsense', 400], ['/regions/16.03/changes?since=-1', 400], ['/regions/16.03/changes?since=99999999999', 400], ['/regions/16.03/changes?limit=0', 400], ['/regions/16.03/changes?cursor=x', 400],
    ['/regions/16.03/areas', 406, { accept: 'image/png' }], ['/regions/16.03/areas', 406, { accept: 'text/csv;q=0, application/json;q=0' }], ['/regions/16.03/indicators/P0', 406, { accept: 'text/csv' }], ['/regions/16.03/areas', 200, { accept: ',;;q=,*/*;q=abc,text/csv;q=9' }],
    ['/regions/16.03/areas', 200, { accept: '*/*' }], ['/regions/16.03/areas', 200, { 'if-none-match': '"x", , W/"'.repeat(500) }], ['/regions/16.03/areas', 200, { 'if-none-match': '*' }], ['/regions/16.03/areas/none', 404, { 'if-none-match': '*' }], ['/regions?limit=1', 400], ['/regions', 406, { accept: 'text/csv' }],
    ['/regions/16.03/explanations/cells/P0/16.03%00/2023', 400],
  ])('%s is %s %j', async (path, expected, headers) => expect(await status(path, headers)).toBe(expected));
  it('a cursor of another question, another list, another snapshot', async () => {
    const { next } = await json('/regions/16.03/areas?limit=2');
    expect(await status(`/regions/16.03/areas?level=district&cursor=${next}`)).toBe(400);
    expect(await status(`/regions/16.03/agencies?cursor=${next}`)).toBe(400);
    expect(await status(`/regions/99.01/areas?cursor=${next}`)).toBe(400);
    expect(await status(`/regions/16.03/areas?limit=2&cursor=${next}`)).toBe(200);
  });
  it('a forged cursor of changes', async () => {
    const { next } = await json('/regions/16.03/changes?limit=1');
    const [release, question] = JSON.parse(Buffer.from(String(next), 'base64url').toString()) as [number, string];
    for (const key of [['v', 'x', 'a', 'b', 'c', 'd'], ['v', '1.5', 'a', 'b', 'c', 'd'], ['d', 'x', '', '', '', ''], ['z', '1', '', '', '', '']]) {
      expect(await status(`/regions/16.03/changes?limit=1&cursor=${Buffer.from(JSON.stringify([release, question, key])).toString('base64url')}`)).toBe(400);
    }
  });
  it('another region than the one that was opened for the request', async () => {
    const env = await contextOf('16.03');
    for (const path of ['/regions/99.01/areas', '/regions/77.77/areas', '/regions/99.01', '/regions/99.01/changes']) expect((await api.fetch(new Request(`http://localhost/api/v1${path}`), env)).status, path).toBe(404);
    const closed = { ...env, open: env.open.filter((one) => one.code === '16.03'), region: '99.01', snapshot: (await contextOf('99.01')).snapshot };
    expect((await api.fetch(new Request('http://localhost/api/v1/regions/99.01'), closed)).status).toBe(404);
  });
});

describe('an answer that is known', () => {
  it('is 304 without its body, for JSON and table apart', async () => {
    const first = await ask('/regions/16.03/areas?limit=2');
    const tag = first.headers.get('etag') ?? '';
    const again = await ask('/regions/16.03/areas?limit=2', { 'if-none-match': tag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect((await ask('/regions/16.03/areas?limit=2', { 'if-none-match': tag, accept: 'text/csv' })).status).toBe(200);
    expect((await ask('/regions/16.03/areas?limit=3', { 'if-none-match': tag })).status).toBe(200);
  });
  it('may be read by a page of another site', async () => expect((await ask('/regions', { origin: 'https://elsewhere.example' })).headers.get('access-control-allow-origin')).toBe('*'));
});

it('no name of a person leaves with a value', async () => {
  expect(JSON.stringify(await json('/regions/99.01/values?limit=1000'))).not.toMatch(/recordedBy|"actor"/);
  expect(readFileSync('src/open-data/api/rows.ts', 'utf8')).not.toContain('actor');
});
