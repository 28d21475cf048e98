import { resolve } from 'node:path';
import { type DataValue, newestEntry, staging, valueKey } from '#data/index.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { currentPeriod } from '#kernel/periods.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { changeRows, compareRows, readTable, type RowChange } from '#kernel/sync-rows.ts';
import { listRegions } from '#places/index.ts';
import { checkPack, type Pack } from './check-pack.ts';
import { withHistory } from './definition-history.ts';
import { keptDefinitions, writtenOnce } from './kept-definitions.ts';
import { keptPlanVersions, versionsBegunHere } from './kept-plan-versions.ts';
import { type Begun, finishLoad, keptLoading, leaveLoad, seenLoading, startLoad } from './loads.store.ts';
import { tables } from './pack-files.ts';
import { settleChange, sweep } from './pipeline.ts';

export interface Loaded {
  code: string;
  changed: number;
  values: number;
  withdrawn: number;
  /** Values that a person recorded since, and definitions they stand on; the pack says otherwise, and the person's stand. */
  kept: string[];
}

/**
 * Loads a pack; one with problems throws `pack.refused` (422) and changes nothing, and so does one of a region that another process
 * loads, `load.in_progress` (409). The same pack twice changes nothing. Every view shows the region as it was until all is ready.
 */
export async function loadPack(ctx: Ctx, folder: string): Promise<Loaded> {
  const pack = checkPack(folder);
  if (pack.problems.length > 0) throw new Fault('pack.refused', 422, { folder, problems: pack.problems });
  const { code, digest } = pack;
  await refuseTakenHosts(ctx, pack);
  const at = ctx.clock();
  const begun = await forRegion(ctx.db, code, async (tx) => startLoad(tx, { folder: resolve(folder), digest, at, revision: (await newestEntry(tx)).revision }));
  const beat = setInterval(() => void forRegion(ctx.db, code, (tx) => seenLoading(tx, begun.load, ctx.clock())).catch(() => undefined), 60_000);
  try {
    return await goOn(ctx, pack, begun);
  } finally {
    clearInterval(beat);
    await forRegion(ctx.db, code, (tx) => leaveLoad(tx, begun.load)).catch(() => undefined); // the database may be what failed
  }
}

/** A host shows one region; the one that has it already keeps it. */
async function refuseTakenHosts(ctx: Ctx, { code, folder, tables: found }: Pack): Promise<void> {
  const hosts = new Set((rowsOf(found, 'places.region')[0]?.data.hosts ?? []) as string[]);
  const taken = (await listRegions(ctx.db)).flatMap((region) => (region.code === code ? [] : region.hosts.filter((host) => hosts.has(host)).map((host) => ({ host, by: region.code }))));
  const problems = taken.map(({ host, by }) => ({ file: 'region.yaml', line: null, field: 'hosts', given: host, expected: `a host that no other region has; ${by} has this one` }));
  if (problems.length > 0) throw new Fault('pack.refused', 422, { folder, problems });
}

async function goOn(ctx: Ctx, pack: Pack, { load, resumed, read }: Begun): Promise<Loaded> {
  const { code } = pack;
  const say = (line: string): void => ctx.progress(`${code}: ${line}`);
  const values = rowsOf(pack.tables, 'data.value');
  pack.tables.delete('data.value'); // a large pack's values shall not stand in memory twice
  const staged = await staging.stage(ctx.db, code, values, { digest: pack.digest, read, resumed, actor: ctx.actor, at: ctx.clock(), say, kept: (tx, kept, all) => keptLoading(tx, load, { read, kept, values: all }, ctx.clock()) });
  let definitions = await compareDefinitions(ctx, pack, staged);
  if (definitions.changed + staged.changed > 0) {
    await settleChange(ctx, code, {
      touched: definitions.changed > 0 ? { all: true } : { all: false, elements: staged.elements, indicators: [] },
      staged: staged.entries,
      define: (tx) => changeRows(tx, definitions.changes, { actor: ctx.actor, at: ctx.clock() }),
      async show(tx) {
        const since = await staging.show(tx, staged, ctx.clock());
        if (!since) await changeRows(tx, definitions.changes, { actor: ctx.actor, at: ctx.clock() });
        return since;
      },
      async renew() {
        definitions = await compareDefinitions(ctx, pack, staged);
      },
    });
  }
  await sweep(ctx, code);
  const { changed } = definitions;
  await forRegion(ctx.db, code, (tx) => finishLoad(tx, load, { changed, values: staged.changed }, ctx.clock()));
  const withdrawn = staged.withdrawn > 0 ? `, ${staged.withdrawn} of them withdrawn` : '';
  say(changed + staged.changed === 0 ? 'nothing changed' : `${changed} definitions and ${staged.changed} values changed${withdrawn}`);
  for (const row of definitions.once) say(`left as it was, because ${row}`);
  const kept = [...staged.kept.map(valueKey), ...definitions.kept];
  for (const key of staged.unheeded) say(`left as it was, because an older revision is never rewritten: ${key}`);
  for (const key of kept) say(`kept, because a person recorded it since: ${key}`);
  return { code, changed, values: staged.changed, withdrawn: staged.withdrawn, kept };
}

interface Definitions {
  changes: RowChange[];
  changed: number;
  kept: string[];
  /** Frozen days, cycles and holidays of which the pack says something else than is kept: why they stay, and which. */
  once: string[];
}

const whyOnce = (table: string, row: string): string => (table.startsWith('scores.') ? `a frozen day is written once: snapshots/${row}.yaml` : `it is the region's own once it is there: ${table} ${row}`);

/** What the pack changes of the definitions; those that a person's value stands on stay. */
async function compareDefinitions(ctx: Ctx, pack: Pack, staged: { kept: DataValue[] }): Promise<Definitions> {
  const own = tables.filter((known) => known.name !== 'data.value');
  const today = currentPeriod(ctx.clock(), 'day', String(rowsOf(pack.tables, 'places.region')[0]?.data.time_zone)).text;
  return forRegionRead(ctx.db, pack.code, async (tx) => {
    const there: Tables = new Map();
    for (const table of own) there.set(table.name, await readTable(tx, table));
    const stay = keptDefinitions(staged.kept, own, there, pack.tables);
    const begun = await versionsBegunHere(tx);
    const once = new Map(own.map((table) => [table.name, keptPlanVersions(table, there, pack.tables, begun) ?? writtenOnce(table, there, pack.tables)]));
    const history = withHistory(own, there, pack.tables, today);
    const changes = own.map((table) => compareRows(table, rowsOf(there, table.name), history.get(table.name) ?? [...(once.get(table.name)?.rows ?? []), ...rowsOf(stay, table.name)]));
    const unheeded = [...new Set([...once].flatMap(([table, rows]) => rows.unheeded.map((row) => whyOnce(table, row))))];
    const kept = own.flatMap((table) => rowsOf(stay, table.name).map((row) => `${table.name} ${table.key.map((name) => row.data[name] ?? '').join(' / ')}`));
    return { changes, changed: changes.reduce((sum, change) => sum + change.count, 0), kept, once: unheeded };
  });
}
