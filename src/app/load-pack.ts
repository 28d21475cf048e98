import { resolve } from 'node:path';
import { addValues, type DataValue, makeEffective, type NewValue, openEntries, valueHistory, valueKey } from '#data/index.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { readTable, syncRows } from '#kernel/sync-rows.ts';
import { checkPack, type Pack } from './check-pack.ts';
import { keptDefinitions } from './kept-definitions.ts';
import { finishLoad, startLoad } from './loads.store.ts';
import { tables } from './pack-files.ts';
import { settleAll } from './pipeline.ts';
import { planValues } from './plan-values.ts';

export interface Loaded {
  code: string;
  changed: number;
  values: number;
  withdrawn: number;
  /** Values that a person recorded since, and definitions they stand on; the pack says otherwise, and the person's stand. */
  kept: string[];
}

/** Rows of one transaction: so many take well below the 250 ms that a page may wait for the embedded database. */
export const batchSize = 2_000;

/** Loads a pack; a pack with problems throws `pack.refused` (422) and changes nothing. The same pack twice changes nothing. */
export async function loadPack(ctx: Ctx, folder: string): Promise<Loaded> {
  const pack = checkPack(folder);
  if (pack.problems.length > 0) throw new Fault('pack.refused', 422, { folder, problems: pack.problems });
  const { code } = pack;
  const say = (line: string): void => ctx.progress(`${code}: ${line}`);
  const { load, resumed } = await forRegion(ctx.db, code, (tx) => startLoad(tx, { folder: resolve(folder), digest: pack.digest, at: ctx.clock() }));
  const plan = planValues(rowsOf(pack.tables, 'data.value'), await forRegionRead(ctx.db, code, (tx) => valueHistory(tx)));
  const definitions = await loadDefinitions(ctx, pack, plan.kept);
  const entries = await stageValues(ctx, pack, plan.levels, resumed, say);
  if (entries.length > 0) await forRegion(ctx.db, code, (tx) => makeEffective(tx, entries, ctx.clock()));
  const { changed } = definitions;
  const values = plan.levels.reduce((sum, level) => sum + level.length, 0);
  if (changed > 0 || values > 0 || resumed) await settleAll(ctx, code);
  await forRegion(ctx.db, code, (tx) => finishLoad(tx, load, { changed, values }, ctx.clock()));
  const withdrawn = plan.withdrawn > 0 ? `, ${plan.withdrawn} of them withdrawn` : '';
  say(changed + values === 0 ? 'nothing changed' : `${changed} definitions and ${values} values changed${withdrawn}`);
  const kept = [...plan.kept.map(valueKey), ...definitions.kept];
  for (const key of kept) say(`kept, because a person recorded it since: ${key}`);
  return { code, changed, values, withdrawn: plan.withdrawn, kept };
}

/** All definitions in one transaction: nobody sees a plan whose indicators are not there yet. */
async function loadDefinitions(ctx: Ctx, pack: Pack, people: DataValue[]): Promise<{ changed: number; kept: string[] }> {
  const own = tables.filter((known) => known.name !== 'data.value');
  return forRegion(ctx.db, pack.code, async (tx) => {
    const there: Tables = new Map();
    if (people.length > 0) for (const table of own) there.set(table.name, await readTable(tx, table));
    const stay = keptDefinitions(people, own, there, pack.tables);
    let changed = 0;
    for (const table of own) {
      const wanted = [...rowsOf(pack.tables, table.name), ...rowsOf(stay, table.name)];
      const synced = await syncRows(tx, table, wanted, { actor: ctx.actor, at: ctx.clock() });
      changed += synced.added + synced.changed + synced.removed;
    }
    const kept = own.flatMap((table) => rowsOf(stay, table.name).map((row) => `${table.name} ${table.key.map((name) => row.data[name] ?? '').join(' / ')}`));
    return { changed, kept };
  });
}

/** Batches go to staged entries, each in its own transaction; a line is said only when its batch is kept for good. */
async function stageValues(ctx: Ctx, pack: Pack, levels: NewValue[][], resumed: boolean, say: (line: string) => void): Promise<string[]> {
  const { code } = pack;
  const staged = await forRegion(ctx.db, code, (tx) => openEntries(tx, levels, { digest: pack.digest, actor: ctx.actor, at: ctx.clock() }));
  const batchesOf = (count: number): number => Math.ceil(count / batchSize);
  const batches = staged.reduce((sum, level) => sum + batchesOf(level.values.length), 0);
  const total = staged.reduce((sum, level) => sum + level.values.length, 0);
  let kept = staged.reduce((sum, level) => sum + level.values.length - level.missing.length, 0);
  let batch = batches - staged.reduce((sum, level) => sum + batchesOf(level.missing.length), 0);
  const number = (n: number): string => n.toLocaleString('en');
  if (resumed) say(`found an unfinished load: ${batch} of ${batches} batches kept (${number(kept)} of ${number(total)} values), going on`);
  for (const { id, missing } of staged) {
    for (let from = 0; from < missing.length; from += batchSize) {
      const rows = missing.slice(from, from + batchSize);
      await forRegion(ctx.db, code, (tx) => addValues(tx, id, rows));
      batch += 1;
      kept += rows.length;
      say(`batch ${batch} of ${batches} kept (${number(kept)} of ${number(total)} values)`);
    }
  }
  return staged.map((level) => level.id);
}
