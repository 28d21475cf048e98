import { audit } from '#kernel/audit.ts';
import type { Ctx, Touched } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { lives } from '#kernel/job.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { holdRevisions } from '../cycles/cycles.store.ts';
import { abandonEntry, dropValues, giveRevisions, makeEffective } from '../values.store.ts';
import { addLines, entryPlaces, getImport, giveReason, type Import, type ImportCounts, listLines, overtakenBy, revisionOf, setImport, withdrawEntry } from './imports.store.ts';

/** A change of so few places is computed at once; cells of more are marked, and the job works them off. */
const fewPlaces = 50;

async function touchedBy(tx: RegionTx, { id, entryId }: Import): Promise<Touched> {
  const elements = (await listLines(tx, id, 'element', 10_000)).map((line) => line.subject);
  const places = await entryPlaces(tx, entryId, fewPlaces + 1);
  return { all: false, elements, indicators: [], ...(places.length <= fewPlaces ? { places } : {}) };
}

const stateFault = (one: Import, expected: string): Fault => new Fault('import.state', 409, { given: one.state, expected });

/**
 * Records what was read and compared, in one short statement. What somebody recorded meanwhile stands: those rows are taken out and told.
 * Throws `import.reason` (422) where values are unusual and nobody says why.
 */
export async function confirmImport(ctx: Ctx, tx: RegionTx, id: string, reason: string | null = null): Promise<ImportCounts> {
  await holdRevisions(tx);
  const one = await getImport(tx, id);
  if (one.state !== 'ready') throw stateFault(one, 'an import that has been read and waits');
  if (((one.counts as Partial<ImportCounts>).unusual ?? 0) > 0 && reason === null) throw new Fault('import.reason', 422, { expected: 'a reason for what is unusual' });
  const at = ctx.clock();
  const overtaken = await overtakenBy(tx, one.entryId, one.seenRevision);
  const dropped = await dropValues(tx, [one.entryId], overtaken);
  await addLines(tx, id, overtaken.slice(0, 300).map((place, n) => ({ line: -2_000_000 - n, kind: 'overtaken', subject: `~${place.elementCode}~${place.areaCode}~${place.seriesCode}`, field: null, given: place.period, expected: null, before: null, after: null })));
  await giveRevisions(tx, [one.entryId]);
  await makeEffective(tx, [one.entryId], at);
  if (reason !== null) await giveReason(tx, one.entryId, reason);
  const counts = { ...(one.counts as unknown as ImportCounts), overtaken: dropped };
  await setImport(tx, id, { state: 'done', counts, at, ended: true });
  await audit(tx, [{ at, actor: ctx.actor, who: ctx.who, action: 'import', subject: `data.import ${id}`, after: { file: one.file, ...counts }, ...(reason === null ? {} : { reason }) }]);
  await ctx.settle(tx, await touchedBy(tx, one));
  return counts;
}

/** Takes back all that an import recorded, as one step. Steps that were taken with some of its values since are rows of their own, and stand; their number is returned. */
export async function undoImport(ctx: Ctx, tx: RegionTx, id: string, reason: string | null): Promise<number> {
  await holdRevisions(tx);
  const one = await getImport(tx, id);
  if (one.state !== 'done') throw stateFault(one, 'an import that was recorded');
  const at = ctx.clock();
  const since = await overtakenBy(tx, one.entryId, await revisionOf(tx, one.entryId));
  const touched = await touchedBy(tx, one);
  await withdrawEntry(tx, one.entryId, reason);
  await setImport(tx, id, { state: 'undone', at, ended: true });
  await audit(tx, [{ at, actor: ctx.actor, who: ctx.who, action: 'undo', subject: `data.import ${id}`, before: { file: one.file }, after: { stands: since.length }, ...(reason === null ? {} : { reason }) }]);
  await ctx.settle(tx, touched);
  return since.length;
}

/** Lets go of an import that was not confirmed. */
export async function dropImport(ctx: Ctx, tx: RegionTx, id: string): Promise<void> {
  const one = await getImport(tx, id);
  if (one.state !== 'ready') throw stateFault(one, 'an import that waits');
  await abandonEntry(tx, one.entryId);
  await setImport(tx, id, { state: 'dropped', at: ctx.clock(), ended: true });
}

/** An import whose process has ended amid reading: nothing of it was recorded, and its page says so. */
export const isBroken = (one: Import, now: Date): boolean => one.state === 'reading' && !lives(one, now);
