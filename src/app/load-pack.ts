import { resolve } from 'node:path';
import {
  abandonEntry, addValues, type DataValue, dropValues, listStaged, makeEffective, type NewValue, stagedKeys, stageEntry, valueHistory, valueKey,
} from '#data/index.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { newId } from '#kernel/ids.ts';
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

/** One staged entry per revision level, with what an earlier, unfinished load had put into it. */
interface Level {
  id: string;
  values: NewValue[];
  missing: NewValue[];
}

/** Batches go to staged entries, each in its own transaction; a line is said only when its batch is kept for good. */
async function stageValues(ctx: Ctx, pack: Pack, levels: NewValue[][], resumed: boolean, say: (line: string) => void): Promise<string[]> {
  const { code } = pack;
  const staged = await openLevels(ctx, pack, levels);
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

/** Opens the entries of a load, or finds them again by digest and level; what no longer belongs to the load is put aside. */
async function openLevels(ctx: Ctx, pack: Pack, levels: NewValue[][]): Promise<Level[]> {
  return forRegion(ctx.db, pack.code, async (tx) => {
    const digests = levels.map((_, level) => `${pack.digest}:${level}`);
    const found = new Map<string, string>();
    for (const entry of await listStaged(tx)) {
      if (entry.digest !== null && digests.includes(entry.digest)) found.set(entry.digest, entry.id);
      else await abandonEntry(tx, entry.id);
    }
    const opened: Level[] = [];
    for (const [level, values] of levels.entries()) {
      const digest = digests[level] as string;
      const id = found.get(digest) ?? newId();
      if (!found.has(digest)) await stageEntry(tx, { id, kind: 'pack', actor: ctx.actor, at: ctx.clock(), digest });
      const before = found.has(digest) ? await stagedKeys(tx, id) : [];
      const wanted = new Set(values.map(valueKey));
      // A person may have recorded a value between the kill and now; theirs stands, so the staged row must go.
      await dropValues(tx, id, before.filter((key) => !wanted.has(valueKey(key))));
      const there = new Set(before.map(valueKey));
      opened.push({ id, values, missing: values.filter((value) => !there.has(valueKey(value))) });
    }
    return opened;
  });
}
