import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listCells } from '#indicators/index.ts';
import type { Db } from '#kernel/connection.ts';
import { listVersions } from '#kernel/definition-versions.ts';
import { forRegion, forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { scoreStage } from '#scores/index.ts';
import { changeDefinition, readDefinitions, tryDefinition } from './change-definition.ts';
import { newContext } from './context.ts';
import { codeOf, editables } from './editable.ts';
import { loadPack } from './load-pack.ts';
import { writeSample } from './testing/sample-pack.ts';
import { workStale } from './work-stale.ts';

const region = '99.77';
const day = '2026-11-28';
let db: Db;
beforeAll(async () => {
  db = await testDb();
  await loadPack(newContext(db, 'pack', () => undefined), writeSample());
});
afterAll(() => db.close());

const ctx = () => ({ ...newContext(db, 'post:p1', () => undefined), who: { accountId: 'a1', postId: 'p1', address: null } });
const kind = (word: string) => {
  const found = editables[word];
  if (!found) throw new Error(word);
  return found;
};
const rowOf = async (word: string, code: string) => {
  const rows = await forRegionRead(db, region, async (tx) => (await readDefinitions(tx)).get(kind(word).table.name) ?? []);
  return rows.find((row) => codeOf(kind(word), row.data) === code)?.data ?? {};
};
const change = (word: string, code: string | null, data: Record<string, unknown>, reason: string | null = null) => forRegion(db, region, (tx) => changeDefinition(ctx(), tx, { editable: kind(word), code, data: data as never, day }, reason));
const refused = async (word: string, code: string | null, data: Record<string, unknown>): Promise<string[]> =>
  (await forRegionRead(db, region, (tx) => tryDefinition(tx, { editable: kind(word), code, data: data as never, day }))).problems.map(({ field, given, expected }) => `${field}: ${given}; ${expected}`);
const read = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegionRead(db, region, work);
const snapshot = async () => (await read((tx) => scoreStage.shown(tx)))?.id;
const worked = async () => workStale(ctx(), region);

it('an element does not become what its recorded numbers are not', async () => {
  const served = await rowOf('data', 'served');
  expect(await refused('data', 'served', { ...served, value_type: 'boolean' })).toEqual([expect.stringMatching(/^value_type: boolean; numbers that are 1 or 0: \d+ that are recorded are not/)]);
  expect(await refused('data', 'served', { ...served, value_type: 'number' })).toEqual([]);
});

it('what is wrong already stays nobody else’s fault when a code that looks like it comes', async () => {
  await db.pool.query(`update indicators.indicator set formula = '100 * #{served} / #{population_tot}' where region_code = $1 and code = 'health'`, [region]);
  const served = await rowOf('data', 'served');
  expect(await refused('data', null, { ...served, code: 'zebra' })).toEqual([]);
  expect(await refused('data', null, { ...served, code: 'population_total' })).toEqual([]);
  await db.pool.query(`update indicators.indicator set formula = '100 * #{served} / #{people}' where region_code = $1 and code = 'health'`, [region]);
});

describe('a changed definition', () => {
  it('is a new version in force, kept with what it was, told in the log by post, and its cells are computed again', async () => {
    expect(await change('indikator', 'health', { formula: '50 * #{served} / #{people}', worked_examples: [{ values: { people: 200, served: 50 }, result: 12.5 }] }, 'separuh')).toBe(true);
    const versions = await read((tx) => listVersions(tx, 'indicators.indicator', 'health'));
    expect(versions.map(({ version, actor, postId, reason, definition }) => [version, actor, postId, reason, definition?.formula])).toEqual([[2, 'post:p1', 'p1', 'separuh', '50 * #{served} / #{people}'], [1, 'pack', null, null, '100 * #{served} / #{people}']]);
    const { rows } = await db.pool.query("select actor, account_id, post_id, reason, before ->> 'formula' as before, after ->> 'formula' as after from kernel.audit where subject = 'indicators.indicator health' order by at desc limit 1");
    expect(rows).toEqual([{ actor: 'post:p1', account_id: 'a1', post_id: 'p1', reason: 'separuh', before: '100 * #{served} / #{people}', after: '50 * #{served} / #{people}' }]);
    await worked();
    const cell = (await read((tx) => listCells(tx, 'published', { areas: [region] }))).find(({ period }) => period === '2022');
    expect([cell?.version, cell?.value]).toEqual([2, (50 * 785.5) / 1105]);
    expect(await change('indikator', 'health', { name: { id: 'Nama baru', en: 'New name' } })).toBe(true);
    expect((await db.pool.query("select version from indicators.indicator where code = 'health'")).rows).toEqual([{ version: 2 }]); // no formula was changed
  });

  it('that says what is there already changes nothing', async () => {
    const [before, row] = [await snapshot(), await rowOf('data', 'people')];
    expect(await change('data', 'people', row)).toBe(false);
    expect([await snapshot(), (await read((tx) => listVersions(tx, 'data.element', 'people'))).length]).toEqual([before, 0]);
  });

  it('shows on the pages also where nothing is computed by it', async () => {
    const before = await snapshot();
    expect(await change('perangkat-daerah', 'dinkes', { name: 'Dinas Kesehatan Baru' })).toBe(true);
    expect(await change('aturan', null, { code: 'cukup', name_id: 'Cukup', name_en: 'Enough', instruction_id: null, instruction_en: null, left_side: '#{served}', operator: '<=', right_side: '#{people}', left_missing: 'skip_if_any', right_missing: 'skip_if_any', tolerance: null, period_kind: 'year', level: null, basis: 'reading', source_code: null, note_id: null, note_en: null })).toBe(true);
    expect(await snapshot()).not.toBe(before);
    expect(await rowOf('aturan', 'cukup')).toMatchObject({ left_side: '#{served}' });
    expect((await read((tx) => listVersions(tx, 'indicators.validation_rule', 'cukup'))).map(({ version }) => version)).toEqual([1]);
  });

  it('of a published target writes down what it was, with the day', async () => {
    expect(await change('target', 'health / 99.77 / 2022 / ', { value: '85' })).toBe(true);
    expect(await read(async (tx) => (await readDefinitions(tx)).get('indicators.target_change')?.map(({ data }) => [data.indicator_code, data.period, data.changed_on, data.value]))).toEqual([['health', '2022', day, '80']]);
    await worked();
  });

  it.each<[string, string, string | null, Record<string, unknown>, RegExp]>([
    ['a formula that does not parse', 'indikator', 'health', { formula: '#{served} / /' }, /^formula: /],
    ['a formula without its worked example', 'indikator', 'health', { formula: '10 * #{served} / #{people}' }, /^worked_examples: .*gives 2\.5/],
    ['an unknown unit', 'data', 'people', { unit_code: 'zzz' }, /^unit_code: zzz; the code of a known unit/],
    ['another unit under a formula', 'data', 'served', { unit_code: 'percent' }, /^formula: .*/],
    ['a code that is taken', 'data', null, { code: 'people', name_id: 'x', name_en: 'x', unit_code: 'person', value_type: 'number', sum_area: 'sum', sum_time: 'sum' }, /^code: people; a key of its own/],
    ['a target of the wrong kind of period', 'target', 'health / 99.77 / 2022 / ', { period: '2022Q1' }, /^period: 2022Q1; a year/],
    ['a rule that names what is not there', 'aturan', 'cukup', { left_side: '#{nobody}' }, /^left_side: .*known element/],
    ['an area above itself', 'wilayah', '99.77.01', { parent_code: '99.77.01' }, /^parent_code: /],
  ])('%s is refused, and nothing is saved', async (_, word, code, data, expected) => {
    const before = await snapshot();
    expect((await refused(word, code, data)).find((line) => expected.test(line)), JSON.stringify(await refused(word, code, data))).toBeDefined();
    await expect(change(word, code, data)).rejects.toMatchObject({ code: 'definition.refused', status: 422 });
    expect(await snapshot()).toBe(before);
  });

  it('of another region is unknown', async () => {
    await expect(change('data', 'nobody', { name_id: 'x' })).rejects.toMatchObject({ code: 'definition.unknown', status: 404 });
  });
});
