import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type NewValue, recordValues } from '#data/index.ts';
import { listCells } from '#indicators/index.ts';
import type { Db } from '#kernel/connection.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { testDb } from '#kernel/testing.ts';
import { listAgencies } from '#people/index.ts';
import { readScores } from '#scores/index.ts';
import { checkPack } from './check-pack.ts';
import { newContext } from './context.ts';
import { regionAsPack } from './export-pack.ts';
import { loadPack } from './load-pack.ts';
import { samplePack, writeSample } from './testing/sample-pack.ts';
import { packFiles } from './write-pack.ts';

const code = '99.77';
const text = (name: string): string => samplePack[name] ?? '';
/** Another name, another value, and a load of as many batches as it takes. */
const other = { 'agencies.csv': text('agencies.csv').replace('Dinas Kesehatan', 'Dinas Sehat'), 'values.csv': text('values.csv').replace('served,99.77,2021,utama,,0,', 'served,99.77,2021,utama,,500,') };

let db: Db;
const lines: string[] = [];
const load = async (changes: Record<string, string | null> = {}, on: Db = db) => loadPack(newContext(on, 'pack', (line) => lines.push(line)), writeSample(changes));

/** The same database, with something done before each of its transactions begins. */
function before(work: (nth: number) => Promise<void> | void): Db {
  let nth = 0;
  const connect = async (): Promise<pg.PoolClient> => {
    nth += 1;
    await work(nth);
    return db.pool.connect();
  };
  return { ...db, pool: { connect } as unknown as pg.Pool };
}

/** What a page of the region would be drawn from: one state, or a mixture of two. */
const shown = () => forRegionRead(db, code, async (tx) => {
  const cell = (await listCells(tx, 'published')).find((one) => one.areaCode === code && one.period === '2021');
  return { agency: (await listAgencies(tx))[0]?.name, cell: cell?.value, snapshot: (await readScores(tx, 'published'))?.snapshot.id };
});

async function record(value: Partial<NewValue>): Promise<void> {
  const row: NewValue = {
    elementCode: 'served', areaCode: code, period: '2021', seriesCode: 'utama', value: '1', textValue: null, assurance: null, applicable: true, status: 'published',
    withdrawn: false, quality: 'final', origin: 'reported', sourceCode: 's1', noteId: null, noteEn: null, recordedBy: null, recordedAt: null, ...value,
  };
  await forRegion(db, code, (tx) => recordValues(newContext(db, 'petugas', () => undefined), tx, { kind: 'form', values: [row] }));
}

beforeAll(async () => {
  db = await testDb();
});
beforeEach(async () => {
  lines.length = 0;
  const { rows } = await db.pool.query<{ name: string }>("select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'region_code'");
  for (const { name } of rows) await db.pool.query(`delete from ${name}`);
});
afterAll(() => db.close());

describe('a load is shown whole or not at all', () => {
  it('wherever it dies, and the next one goes on', async () => {
    await load();
    const old = await shown();
    const seen: boolean[] = [];
    for (let last = 1; ; last += 1) {
      const dying = before((nth) => {
        if (nth > last) throw new Error('died');
      });
      const died = await load(other, dying).then(() => false, () => true);
      const now = await shown();
      const fresh = now.snapshot !== old.snapshot;
      expect(now).toEqual(fresh ? { agency: 'Dinas Sehat', cell: 50, snapshot: now.snapshot } : old);
      await db.pool.query('update kernel.pack_load set owner = null'); // a dead process owns nothing
      seen.push(fresh);
      if (!died) break;
    }
    expect(seen.filter((fresh) => !fresh).length).toBeGreaterThan(8);
    expect(seen.at(-1)).toBe(true);
  }, 120_000);
  it('computes again when only a comment changed after a load that died', async () => {
    await load();
    for (let last = 3; last < 14; last += 5) {
      await load(other, before((nth) => {
        if (nth > last) throw new Error('died');
      })).catch(() => undefined);
      await db.pool.query('update kernel.pack_load set owner = null');
    }
    await load({ ...other, 'region.yaml': `# a comment\n${text('region.yaml')}` });
    expect(await shown()).toMatchObject({ agency: 'Dinas Sehat', cell: 50 });
  });
  it('leaves nothing behind: no cells, scores or rows that no view shows', async () => {
    const count = async (): Promise<unknown[]> => Promise.all(['indicators.cell', 'indicators.cell_batch', 'scores.achievement', 'scores.standing', 'scores.node_state'].map(async (table) => (await db.pool.query(`select count(*) as n from ${table}`)).rows[0].n));
    await load();
    const once = await count();
    await load(other, before((nth) => {
      if (nth > 12) throw new Error('died');
    })).catch(() => undefined);
    await db.pool.query('update kernel.pack_load set owner = null');
    await load(other);
    await load();
    expect(await count()).toEqual(once);
    expect((await db.pool.query("select count(*) as n from data.value v join data.entry e on e.id = v.entry_id where e.state <> 'effective'")).rows).toEqual([{ n: 0 }]);
  });
});

describe('what a person records while a load goes on', () => {
  it.each([4, 7, 9, 11, 13])('stands, is listed and is counted: before transaction %i', async (at) => {
    await load();
    const loaded = await load(other, before(async (nth) => {
      if (nth === at) await record({ value: '700' });
    }));
    expect(loaded.kept).toEqual(['served|99.77|2021|utama']);
    expect(await shown()).toMatchObject({ agency: 'Dinas Sehat', cell: 70 });
    expect((await load(other)).kept).toEqual(['served|99.77|2021|utama']);
    expect(await shown()).toMatchObject({ agency: 'Dinas Sehat', cell: 70 });
  });
  it('keeps the definitions it stands on', async () => {
    await load();
    const without = { 'series.csv': text('series.csv').replace(/served,sensus.*\n/, ''), 'values.csv': text('values.csv').replace(/served,99.77,2022,sensus.*\n/, '') };
    const loaded = await load(without, before(async (nth) => {
      if (nth === 12) await record({ period: '2024', seriesCode: 'sensus' });
    }));
    expect(loaded.kept).toEqual(['served|99.77|2024|sensus', 'data.series served / sensus']);
  });
});

describe('two loads of one region', () => {
  it('at a time: the second is refused in words', async () => {
    await load();
    const refused: unknown[] = [];
    await load(other, before(async (nth) => {
      if (nth === 6) await load().catch((error: unknown) => refused.push(error));
    }));
    expect(refused).toMatchObject([{ code: 'load.in_progress', status: 409 }]);
    expect(await shown()).toMatchObject({ agency: 'Dinas Sehat', cell: 50 });
  });
  it('of which the first has died: the second goes on', async () => {
    await load();
    await load(other, before((nth) => {
      if (nth > 7) throw new Error('died');
    })).catch(() => undefined);
    await db.pool.query("update kernel.pack_load set owner = replace(owner, ' ', ' 9') where owner is not null");
    await load(other);
    expect(lines.some((line) => line.includes('found an unfinished load'))).toBe(true);
    expect(await shown()).toMatchObject({ agency: 'Dinas Sehat', cell: 50 });
  });
});

describe('what vanished from a pack', () => {
  it('leaves a history that can be exported and loaded again', async () => {
    await load();
    await load({
      'series.csv': text('series.csv').replace(/served,sensus.*\n/, ''), 'sources.csv': text('sources.csv').replace(/s2,.*\n/, ''), 'statements.csv': null,
      'values.csv': text('values.csv').replace(/served,99.77,2022,sensus.*\n/, '').replace(/.*99.77.02.*\n/g, ''), 'areas.csv': text('areas.csv').replace(/99.77.02.*\n/, ''), 'neighbours.csv': null, 'boundaries.geojson': null,
    });
    const tables = await regionAsPack(db, code);
    const folder = writeSample({ ...Object.fromEntries(Object.keys(samplePack).map((file) => [file, null])), ...Object.fromEntries(packFiles(tables)) });
    expect(checkPack(folder).problems).toEqual([]);
    for (const table of ['data.value', 'data.entry', 'places.area', 'data.series']) await db.pool.query(`delete from ${table}`);
    await loadPack(newContext(db, 'pack', () => undefined), folder);
    expect(packFiles(await regionAsPack(db, code))).toEqual(packFiles(tables));
  });
});

describe('a correction of an older revision', () => {
  it('is not heeded, and said to be so', async () => {
    await load();
    await load({ 'values.csv': text('values.csv').replace('people,99.77,2022,utama,1,1100', 'people,99.77,2022,utama,1,1099') });
    expect(lines).toContain(`${code}: left as it was, because an older revision is never rewritten: people|99.77|2022|utama`);
  });
});
