import type { Db } from '#kernel/connection.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import { forRegion, forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { type DataValue, valueKey } from './data.ts';
import { elementIn } from './disaggregation.ts';
import { type OpenEntry, openEntries } from './open-entries.ts';
import { type Planned, plannedValue, planValues, type ValuePlan } from './plan-values.ts';
import { addValues, dropValues, elementsWithValues, giveRevisions, makeEffective, newestEntry, recordedSince, valueHistory } from './values.store.ts';

/** Rows of one transaction: so many take well below the 250 ms that a page may wait for the embedded database. */
export const batchSize = 2_000;

export interface ValueLoad {
  digest: string;
  /** The region's newest revision when the load began, also where it goes on after a kill. */
  read: number;
  resumed: boolean;
  actor: string;
  at: Date;
  say(line: string): void;
  /** Called in the transaction that keeps a batch. */
  kept?(tx: RegionTx, kept: number, values: number): Promise<void>;
}

/** Values of a pack that are in the database, and in no view yet. */
export interface StagedValues {
  changed: number;
  withdrawn: number;
  /** Values that a person recorded, before the load or while it went on; the pack says otherwise, and the person's stand. */
  kept: DataValue[];
  /** Keys of which the pack corrects an older revision; history is not rewritten. */
  unheeded: string[];
  elements: string[];
  entries: string[];
  /** The newest revision that was counted in: what was recorded later has a higher one. */
  revision: number;
}

/** Brings what a pack adds to a region's values into staged entries, in short transactions. A line is said only when its batch is kept for good. */
export async function stageValues(db: Db, region: string, rows: PackRow[], load: ValueLoad): Promise<StagedValues> {
  const plan = await planAll(db, region, rows);
  const open = await forRegion(db, region, (tx) => openEntries(tx, plan.levels, load));
  await keepBatches(db, region, open, load);
  const entries = open.map((level) => level.id);
  const elements = new Set<string>();
  for (const level of plan.levels) for (const value of level) elements.add(elementOf(value));
  const changed = plan.levels.reduce((sum, level) => sum + level.length, 0);
  const staged: StagedValues = { changed, withdrawn: plan.withdrawn, kept: plan.kept, unheeded: plan.unheeded, elements: [...elements], entries, revision: load.read };
  await forRegion(db, region, async (tx) => {
    const revision = await giveRevisions(tx, entries);
    await giveWay(tx, staged, await recordedSince(tx, load.read));
    staged.revision = revision;
  });
  return staged;
}

const elementOf = (planned: Planned): string => elementIn('data' in planned ? String(planned.data.element_code) : planned.elementCode);

/**
 * Makes them visible. When somebody recorded a value since they were staged, nothing is done; the answer then is the elements
 * that must be computed again. Until the transaction ends nobody records.
 */
export async function showValues(tx: RegionTx, staged: StagedValues, at: Date): Promise<string[] | null> {
  const since = await recordedSince(tx, staged.revision);
  if (since.length === 0) {
    await makeEffective(tx, staged.entries, at);
    return null;
  }
  await giveWay(tx, staged, since);
  staged.revision = Math.max(...since.map((value) => value.revision));
  return [...new Set(since.map((value) => elementIn(value.elementCode)))];
}

/** What a person recorded while the load went on stands: what was staged for the same keys goes. */
async function giveWay(tx: RegionTx, staged: StagedValues, people: DataValue[]): Promise<void> {
  const known = new Set(staged.kept.map(valueKey));
  staged.kept.push(...people.filter((value) => !known.has(valueKey(value))));
  staged.changed -= await dropValues(tx, staged.entries, people);
}

/** Compares the pack with what is there, some elements at a time. */
async function planAll(db: Db, region: string, rows: PackRow[]): Promise<ValuePlan> {
  const given = Map.groupBy(rows.splice(0), (row) => String(row.data.element_code)); // held once: a large pack's rows are let go as they are planned
  const before = await forRegionRead(db, region, async (tx) => ((await newestEntry(tx)).revision === 0 ? [] : elementsWithValues(tx)));
  const known = new Set(before);
  const whole: ValuePlan = { levels: [], kept: [], withdrawn: 0, unheeded: [] };
  const add = (plan: ValuePlan): void => {
    for (const [level, values] of plan.levels.entries()) for (const value of values) (whole.levels[level] ??= []).push(value);
    whole.kept.push(...plan.kept);
    whole.unheeded.push(...plan.unheeded);
    whole.withdrawn += plan.withdrawn;
  };
  for (const elements of chunks([...new Set([...given.keys(), ...before])], (code) => given.get(code)?.length ?? 1)) {
    const there = elements.filter((code) => known.has(code));
    const history = there.length === 0 ? [] : await forRegionRead(db, region, (tx) => valueHistory(tx, { elements: there }));
    add(planValues(elements.flatMap((code) => given.get(code) ?? []), history));
    for (const code of elements) given.delete(code);
  }
  return whole;
}

/** Codes in groups whose sizes together stay below a batch, or alone. */
function* chunks(codes: string[], sizeOf: (code: string) => number): Generator<string[]> {
  let held: string[] = [];
  let size = 0;
  for (const code of codes) {
    if (held.length > 0 && size + sizeOf(code) > batchSize) {
      yield held;
      [held, size] = [[], 0];
    }
    held.push(code);
    size += sizeOf(code);
  }
  if (held.length > 0) yield held;
}

async function keepBatches(db: Db, region: string, open: OpenEntry[], { resumed, say, kept: tell }: ValueLoad): Promise<void> {
  const sum = (of: (level: OpenEntry) => number): number => open.reduce((total, level) => total + of(level), 0);
  const batchesOf = (count: number): number => Math.ceil(count / batchSize);
  const number = (n: number): string => n.toLocaleString('en');
  const batches = sum((level) => batchesOf(level.values.length));
  const total = sum((level) => level.values.length);
  let kept = sum((level) => level.kept);
  let batch = batches - sum((level) => batchesOf(level.values.length - level.kept));
  if (resumed) say(`found an unfinished load: ${batch} of ${batches} batches kept (${number(kept)} of ${number(total)} values), going on`);
  for (const { id, values, kept: there } of open) {
    for (let from = there; from < values.length; from += batchSize) {
      const rows = values.slice(from, from + batchSize).map(plannedValue);
      await forRegion(db, region, async (tx) => {
        await addValues(tx, id, rows);
        await tell?.(tx, kept + rows.length, total);
      });
      batch += 1;
      kept += rows.length;
      say(`batch ${batch} of ${batches} kept (${number(kept)} of ${number(total)} values)`);
    }
  }
}
