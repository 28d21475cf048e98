import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { readConfig } from '../src/kernel/config.ts';
import { type Db, openDatabase } from '../src/kernel/database.ts';
import type { Steps } from '../src/kernel/context.ts';
import { newId } from '../src/kernel/ids.ts';
import { forRegion, type RegionTx } from '../src/kernel/regions.ts';
import { testDb } from '../src/kernel/testing.ts';
import { setBased } from '../src/indicators/cell-sql.ts';
import { openBatches } from '../src/indicators/cells.store.ts';
import { type Bound, fillCells, nextBound } from '../src/indicators/fill-cells.store.ts';
import { parseFormula } from '../src/indicators/formula/parser.ts';
import type { Indicator } from '../src/indicators/indicators.store.ts';
import { head, held, row } from './measure.ts';

const region = '99.03';
const indicator = { code: 'ratio', version: 1, formula: '100 * #{A} / #{B}', missing: 'skip_if_any', periodKind: 'year', series: ['utama'] } as unknown as Indicator;
/** Cells of a part: on the embedded database so many that every page waits less than 250 ms. */
const partOf = (db: Db): number => (db.kind === 'pglite' ? 2_000 : 10_000);
const yearsOf = 20;

/** All cells of one view from stored values: read, computed and written in the database, beside the same statement written out by hand for this one formula, part by part in turn. */
export async function recompute(quick: boolean): Promise<void> {
  console.log('\nAll cells of `100 * #{A} / #{B}` from stored values, one view: read, compute and write, in parts of one transaction each; the engine and the query by hand take turns. Aim: at most 1.3 times the query by hand.\n');
  head(['database', 'cells', 'cells of a part', 'by hand, s', 'the engine, s', ': by hand', 'longest part, ms']);
  const databases = [() => openDatabase(readConfig({ SERASAN_DATA: mkdtempSync(join(tmpdir(), 'serasan-bench-')) }), () => undefined), ...(process.env.DATABASE_URL ? [testDb] : [])];
  for (const cells of quick ? [20_000, 100_000] : [100_000, 1_000_000]) {
    for (const open of databases) {
      const db = await open();
      try {
        await store(db, cells);
        const { hand, engine, longest } = await race(db);
        row([db.kind, cells.toLocaleString('en-US'), partOf(db).toLocaleString('en-US'), (hand / 1000).toFixed(1), (engine / 1000).toFixed(1), held(engine / hand, 1.3, 2), held(longest, 250, 0)]);
      } finally {
        await db.close();
      }
    }
  }
  if (!process.env.DATABASE_URL) console.log('\nPostgreSQL: not measured; DATABASE_URL names no server.');
}

/** Two values for each cell; one in thirty is not there. */
export async function store(db: Db, cells: number): Promise<void> {
  const entry = newId();
  const areas = cells / yearsOf;
  await forRegion(db, region, (tx) => sql`insert into data.entry (region_code, id, revision, kind, actor, state, at) values (${region}, ${entry}, 1, 'pack', 'pack', 'effective', '2026-01-01')`.execute(tx));
  for (const element of ['A', 'B']) {
    for (let from = 1; from <= areas; from += 1_000) {
      await forRegion(db, region, (tx) => sql`insert into data.value (region_code, element_code, area_code, period, series_code, entry_id, value, applicable, status, withdrawn, quality, origin)
        select ${region}, ${element}, ${region} || '.' || lpad(a::text, 6, '0'), (2000 + y)::text, 'utama', ${entry}, (a * 7 + y * 13) % 1000 + (a % 100)::numeric / 100, true, 'published', false, 'final', 'reported'
        from generate_series(${from}::int, ${Math.min(areas, from + 999)}::int) a, generate_series(1, ${yearsOf}::int) y where (a + y) % 30 > 0`.execute(tx));
    }
  }
}

async function race(db: Db): Promise<{ hand: number; engine: number; longest: number }> {
  const of = setBased(indicator, parseFormula(indicator.formula));
  if (!of) throw new Error('the ratio is for the database');
  const write: Steps['write'] = (work) => forRegion(db, region, work);
  const [mine = 0, other = 0] = await write((tx) => openBatches(tx, ['ratio', 'ratio']));
  const took = { hand: 0, engine: 0, longest: 0 };
  const series = new Map(of.elements.map((element) => [element, new Set(['utama'])]));
  for (let [after, n]: [Bound | null, number] = [null, 0]; ; n += 1) {
    const from: Bound | null = after;
    const until: Bound | null = await write((tx) => nextBound(tx, of.elements, from, partOf(db)));
    const engine = async (): Promise<void> => {
      const time = await timed(() => write((tx) => fillCells(tx, of, { view: 'current', batch: mine, staged: [], series, constants: new Map(), stated: false, after: from, until })));
      took.engine += time;
      took.longest = Math.max(took.longest, time);
    };
    const hand = async (): Promise<void> => {
      took.hand += await timed(() => write((tx) => byHand(tx, other, from, until)));
    };
    for (const work of n % 2 === 0 ? [engine, hand] : [hand, engine]) await work();
    if (!until) break;
    after = until;
  }
  await same(db, mine, other);
  return took;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function same(db: Db, one: number, other: number): Promise<void> {
  const columns = sql.raw('area_code, period, value, reason, series_code, applicable, quality, origin, other_series, inputs::text, version, revision, assurance, stated_value, assumed_zero');
  const { rows } = await forRegion(db, region, (tx) => sql<{ count: number }>`select count(*)::int as count from (select ${columns} from indicators.cell where batch = ${one} and region_code = ${region} except select ${columns} from indicators.cell where batch = ${other} and region_code = ${region}) d`.execute(tx));
  if (rows[0]?.count !== 0) throw new Error(`${rows[0]?.count} cells differ from those by hand`);
}

/** What somebody would write who knows that this formula is a ratio of two elements in the series `utama`, and that nothing was verified. */
async function byHand(tx: RegionTx, batch: number, after: Bound | null, until: Bound | null): Promise<void> {
  const input = (element: string, row: string): string => `'{"element":"${element}","area":' || to_json(area_code)::text || ',"period":"' || period || '","series":' || coalesce(to_json(${row}.series_code)::text, 'null') || ',"value":' || coalesce('"' || ${row}.value || '"', 'null') || ',"revision":' || coalesce(${row}.revision::text, 'null') || '}'`;
  await sql`set local enable_nestloop = off`.execute(tx);
  await sql`with v as materialized (
      select distinct on (v.element_code, v.area_code, v.period, v.series_code) v.element_code, v.area_code, v.period, v.series_code, v.value, v.applicable, v.withdrawn, v.quality, v.origin, v.assurance, e.revision
      from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id
      where v.region_code = ${tx.region} and v.element_code in ('A', 'B') and e.state = 'effective'
        and ${after ? sql`(v.area_code, v.period) > (${after.area}, ${after.period})` : sql`true`} and ${until ? sql`(v.area_code, v.period) <= (${until.area}, ${until.period})` : sql`true`}
      order by v.element_code, v.area_code, v.period, v.series_code, e.revision desc),
    a as (select * from v where element_code = 'A' and series_code = 'utama' and not withdrawn),
    b as (select * from v where element_code = 'B' and series_code = 'utama' and not withdrawn),
    o as (select area_code, period, array_agg(distinct series_code order by series_code) as other from v where series_code <> 'utama' and not withdrawn group by area_code, period),
    c as (select a, b, area_code, period, o.other, a.applicable is not false and b.applicable is not false as applicable, case when b.value <> 0 then 100 * a.value::float8 / b.value::float8 end as value from a full join b using (area_code, period) left join o using (area_code, period) where length(period) = 4)
    insert into indicators.cell (region_code, batch, area_code, period, value, reason, series_code, applicable, quality, origin, other_series, inputs, version, revision, assurance, stated_value, assumed_zero)
    select ${tx.region}, ${batch}::bigint, area_code, period, case when applicable then c.value end, case when not applicable then 'not_applicable' when (a).value is null or (b).value is null then 'missing' when (b).value = 0 then 'zero_denominator' end,
      coalesce((a).series_code, (b).series_code), applicable, case when (a).quality = 'provisional' or (b).quality = 'provisional' then 'provisional' else 'final' end,
      case when (a).origin = 'simulated' or (b).origin = 'simulated' then 'simulated' else 'derived' end, coalesce(other, '{}'), ('[' || ${sql.raw(input('A', '(a)'))} || ',' || ${sql.raw(input('B', '(b)'))} || ']')::json, 1, greatest((a).revision, (b).revision),
      case when (a).assurance = 'verified' and (b).assurance = 'verified' then 'verified' when (a).assurance = 'stated' or (b).assurance = 'stated' then 'stated' end, null, '{}' from c`.execute(tx);
}
