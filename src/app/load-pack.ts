import { resolve } from 'node:path';
import {
  abandonEntry, addValues, type DataValue, listStaged, makeEffective, type NewValue, stagedKeys, stageEntry, valueHistory, valueKey,
} from '#data/index.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { newId } from '#kernel/ids.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { forRegion } from '#kernel/regions.ts';
import { syncRows } from '#kernel/sync-rows.ts';
import { checkPack, type Pack } from './check-pack.ts';
import { finishLoad, startLoad } from './loads.store.ts';
import { tables } from './pack-files.ts';
import { settleAll } from './pipeline.ts';

export interface Loaded {
  code: string;
  changed: number;
  values: number;
  withdrawn: number;
  /** Values that a person recorded since; the pack says otherwise, and the person's stand. */
  kept: string[];
}

const batchSize = 2_000;

/** Loads a pack; a pack with problems throws `pack.refused` (422) and changes nothing. The same pack twice changes nothing. */
export async function loadPack(ctx: Ctx, folder: string): Promise<Loaded> {
  const pack = checkPack(folder);
  if (pack.problems.length > 0) throw new Fault('pack.refused', 422, { folder, problems: pack.problems });
  const { code } = pack;
  const say = (line: string): void => ctx.progress(`${code}: ${line}`);
  const { load, resumed } = await forRegion(ctx.db, code, (tx) => startLoad(tx, { folder: resolve(folder), digest: pack.digest, at: ctx.clock() }));
  if (resumed) say('found an unfinished load of this pack, going on');
  const changed = await loadDefinitions(ctx, pack);
  const plan = await forRegion(ctx.db, code, async (tx) => planValues(rowsOf(pack.tables, 'data.value'), await valueHistory(tx)));
  const entries = await stageValues(ctx, pack, plan.levels, say);
  if (entries.length > 0) await forRegion(ctx.db, code, (tx) => makeEffective(tx, entries, ctx.clock()));
  const values = plan.levels.reduce((sum, level) => sum + level.length, 0);
  if (changed > 0 || values > 0 || resumed) await settleAll(ctx, code);
  await forRegion(ctx.db, code, (tx) => finishLoad(tx, load, { changed, values }, ctx.clock()));
  say(changed + values === 0 ? 'nothing changed' : `${changed} definitions and ${values} values changed`);
  for (const key of plan.kept) say(`kept what a person recorded since: ${key}`);
  return { code, changed, values, withdrawn: plan.withdrawn, kept: plan.kept };
}

/** Each table in its own short transaction; a `kill -9` between two is mended by the next load. */
async function loadDefinitions(ctx: Ctx, pack: Pack): Promise<number> {
  let changed = 0;
  for (const table of tables.filter((known) => known.name !== 'data.value')) {
    const synced = await forRegion(ctx.db, pack.code, (tx) => syncRows(tx, table, rowsOf(pack.tables, table.name), { actor: ctx.actor, at: ctx.clock() }));
    changed += synced.added + synced.changed + synced.removed;
  }
  return changed;
}

interface ValuePlan {
  /** Rows to record, a list per revision: older history first. */
  levels: NewValue[][];
  kept: string[];
  withdrawn: number;
}

const meaning = (v: NewValue): string =>
  JSON.stringify([v.value === null ? null : Number(v.value), v.applicable, v.status, v.withdrawn, v.quality, v.origin, v.sourceCode, v.noteId, v.noteEn, v.recordedBy, v.recordedAt?.getTime() ?? null]);

/** What a pack's values add to what is there: nothing for what stands, a new row for what changed, a withdrawal for what vanished. */
export function planValues(rows: PackRow[], history: DataValue[]): ValuePlan {
  const there = new Map<string, DataValue[]>();
  for (const value of history) there.set(valueKey(value), [...(there.get(valueKey(value)) ?? []), value]);
  const given = new Map<string, NewValue[]>();
  const inOrder = [...rows].sort((a, b) => Number(a.data.revision ?? 1) - Number(b.data.revision ?? 1));
  for (const value of inOrder.map(asValue)) given.set(valueKey(value), [...(given.get(valueKey(value)) ?? []), value]);
  const plan: ValuePlan = { levels: [], kept: [], withdrawn: 0 };
  const add = (level: number, value: NewValue): void => {
    plan.levels[level] = [...(plan.levels[level] ?? []), value];
  };
  for (const [key, values] of given) {
    const old = there.get(key) ?? [];
    const newest = values.at(-1) as NewValue;
    const present = old.at(-1);
    if (!present) values.forEach((value, level) => { add(level, value); });
    else if (meaning(present) === meaning(newest)) continue;
    else if (present.entryKind !== 'pack') plan.kept.push(key);
    else add(0, newest);
  }
  for (const [key, old] of there) {
    const present = old.at(-1) as DataValue;
    if (given.has(key) || present.withdrawn) continue;
    if (present.entryKind !== 'pack') plan.kept.push(key);
    else {
      add(0, { ...withoutEntry(present), value: null, status: 'withdrawn', withdrawn: true, sourceCode: null, noteId: null, noteEn: null, recordedBy: null, recordedAt: null });
      plan.withdrawn += 1;
    }
  }
  plan.levels = Array.from(plan.levels, (level) => level ?? []);
  return plan;
}

function withoutEntry({ regionCode: _r, entryId: _e, revision: _v, actor: _a, at: _t, entryKind: _k, ...value }: DataValue): NewValue {
  return value;
}

function asValue({ data }: PackRow): NewValue {
  const status = (data.status as string | null) ?? 'published';
  return {
    elementCode: String(data.element_code), areaCode: String(data.area_code), period: String(data.period), seriesCode: String(data.series_code),
    value: data.value as string | null, textValue: null, applicable: data.applicable !== false, status, withdrawn: status === 'withdrawn',
    quality: (data.quality as string | null) ?? 'final', origin: String(data.origin), sourceCode: data.source_code as string | null,
    noteId: data.note_id as string | null, noteEn: data.note_en as string | null, recordedBy: data.recorded_by as string | null,
    recordedAt: data.recorded_at === null ? null : new Date(String(data.recorded_at)),
  };
}

/** Batches go to staged entries, each in its own transaction; what a killed load had kept is found by digest and level. */
async function stageValues(ctx: Ctx, pack: Pack, levels: NewValue[][], say: (line: string) => void): Promise<string[]> {
  const { code } = pack;
  const staged = await forRegion(ctx.db, code, async (tx) => {
    const found = await listStaged(tx);
    for (const entry of found) if (!entry.digest?.startsWith(pack.digest)) await abandonEntry(tx, entry.id);
    return new Map(found.filter((entry) => entry.digest?.startsWith(pack.digest)).map((entry) => [entry.digest, entry.id]));
  });
  const total = levels.reduce((sum, level) => sum + level.length, 0);
  const ids: string[] = [];
  let kept = 0;
  for (const [level, values] of levels.entries()) {
    const digest = `${pack.digest}:${level}`;
    const found = staged.get(digest);
    const id = found ?? newId();
    if (!found) await forRegion(ctx.db, code, (tx) => stageEntry(tx, { id, kind: 'pack', actor: ctx.actor, at: ctx.clock(), digest }));
    const before = new Set(found ? (await forRegion(ctx.db, code, (tx) => stagedKeys(tx, id))).map(valueKey) : []);
    if (before.size > 0) say(`${before.size} of ${values.length} values were kept by the unfinished load`);
    const missing = values.filter((value) => !before.has(valueKey(value)));
    kept += before.size;
    for (let from = 0; from < missing.length; from += batchSize) {
      const batch = missing.slice(from, from + batchSize);
      await forRegion(ctx.db, code, (tx) => addValues(tx, id, batch));
      kept += batch.length;
      say(`batch kept: ${kept} of ${total} values`);
    }
    ids.push(id);
  }
  return ids;
}
