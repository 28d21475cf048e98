import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '#kernel/connection.ts';
import { newId } from '#kernel/ids.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { earlierValues, itemsAt } from '../cycles/cycles.store.ts';
import { addValues, type NewValue, openEffective, stageEntry } from '../values.store.ts';
import { knownItems } from './known-items.store.ts';

const code = '99.77';
const years = ['2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022'];
let db: Db;
const key = (elementCode: string, areaCode: string, cycleCode = 't') => ({ cycleCode, elementCode, areaCode, seriesCode: 'utama' });
/** Elements in areas `a` to `c`, one with a part; of the cycle all but `plain` in `c`. */
const keys = ['plain', 'plain.L', 'short', 'new'].flatMap((element) => ['a', 'b', 'c'].map((area) => key(element, area)));
const value = (given: Partial<NewValue>): NewValue => ({
  elementCode: 'plain', areaCode: 'a', period: '2023', seriesCode: 'utama', value: '1', textValue: null, applicable: true, status: 'published', withdrawn: false, quality: 'final', origin: 'reported', assurance: null,
  sourceCode: null, noteId: null, noteEn: null, recordedBy: null, recordedAt: null, ...given,
});
const record = (values: NewValue[]): Promise<void> => forRegion(db, code, async (tx) => {
  const id = newId();
  await openEffective(tx, { id, kind: 'form', actor: 'post:x', at: new Date(), reason: null });
  await addValues(tx, id, values);
});

beforeAll(async () => {
  db = await testDb();
  const { pool } = db;
  await pool.query("insert into data.unit (region_code, code, name_id, name_en, shown_id, shown_en, dimension) values ($1, 'orang', 'orang', 'people', 'orang', 'people', 'count')", [code]);
  for (const element of ['plain', 'short', 'new']) {
    await pool.query("insert into data.element (region_code, code, name_id, name_en, unit_code, value_type, sum_area, sum_time, agency_code, source_code) values ($1, $2, 'x', 'x', 'orang', 'integer', 'none', 'none', 'dinas', 'asal')", [code, element]);
  }
  for (const one of [...keys, key('gone', 'a')]) {
    if (one.elementCode === 'plain' && one.areaCode === 'c') continue;
    await pool.query("insert into data.cycle_item (region_code, cycle_code, element_code, area_code, series_code, period, publish) values ($1, $2, $3, $4, $5, '2023', true)", [code, one.cycleCode, one.elementCode, one.areaCode, one.seriesCode]);
  }
  await record(years.flatMap((period, n) => ['plain', 'plain.L'].flatMap((elementCode) => ['a', 'b'].map((areaCode) => value({ elementCode, areaCode, period, value: String(100 + n) })))));
  await record(['2012', '2013', '2014'].map((period) => value({ period, value: '7' }))); // eleven periods of one
  await record([value({ elementCode: 'short', period: '2021' }), value({ elementCode: 'short', period: '2022Q1' }), value({ period: '2021', value: '500' }), value({ areaCode: 'b', period: '2020', withdrawn: true }), value({ areaCode: 'b', period: '2019', value: null, applicable: false })]);
  await record([value({ period: '2023', value: '12.50', status: 'returned', noteId: 'lihat', sourceCode: 'lain' }), value({ areaCode: 'b', period: '2024', value: '9' })]);
  await record([value({ period: '2023', value: '13.50', status: 'submitted', quality: 'provisional' })]);
  await forRegion(db, code, async (tx) => {
    const id = newId();
    await stageEntry(tx, { id, kind: 'import', actor: 'post:x', at: new Date(), digest: null });
    await addValues(tx, id, [value({ period: '2023', value: '99' }), value({ areaCode: 'b', period: '2022', value: '99' })]); // in no view
  });
});
afterAll(() => db.close());

describe('what rows of a file are compared with', () => {
  it.each([true, false])('is what the items say one by one, and their earlier values where there are enough (as a set: %s)', async (hash) => {
    const asked = [...keys, key('plain', 'a', 'other'), key('plain', "'; drop"), key('gone', 'a'), key('plain', 'a')];
    const [found, items, earlier] = await forRegionRead(db, code, async (tx) => {
      const one = await itemsAt(tx, keys);
      return [await knownItems(tx, asked, hash), one, await earlierValues(tx, one, 8)] as const;
    });
    expect(found.map((one) => one !== null)).toEqual(asked.map((one, n) => n === asked.length - 1 || (n < keys.length && !(one.elementCode === 'plain' && one.areaCode === 'c'))));
    for (const item of items) {
      const known = found[keys.findIndex((one) => one.elementCode === item.elementCode && one.areaCode === item.areaCode)];
      const { period, agencyCode, valueType, counts, state, value: said, quality, sourceCode, noteId, revision } = item;
      const before = [...earlier].find(([one]) => one === `t~${item.elementCode}~${item.areaCode}~utama`)?.[1].map((one) => Number(one.value)) ?? [];
      expect(known).toEqual({ period, agencyCode, valueType, counts, state, value: said, quality, sourceCode, noteId, revision, earlier: before.length < 4 ? [] : before });
    }
    expect(found[0]).toMatchObject({ state: 'submitted', value: '13.50', sourceCode: 'asal', noteId: null, counts: true, earlier: [100, 101, 102, 103, 104, 105, 500, 107] });
    expect(found[1]?.earlier).toEqual([100, 101, 102, 103, 106, 107]);
    expect(found[keys.findIndex((one) => one.elementCode === 'short')]).toMatchObject({ state: 'none', value: null, revision: null, earlier: [] });
  });
});
