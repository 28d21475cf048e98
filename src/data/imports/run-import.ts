import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import type { Db } from '#kernel/connection.ts';
import { Fault } from '#kernel/faults.ts';
import { newId } from '#kernel/ids.ts';
import { lives } from '#kernel/job.ts';
import { forRegion, forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { lockOf } from '../cycles/cycle.ts';
import { listCycles } from '../cycles/cycles.store.ts';
import { abandonEntry, addValues, newestEntry, stageEntry, sweepAbandoned } from '../values.store.ts';
import { compareRows, type Given, type KnownItem, nothingNoted, type Noted } from './compare-rows.ts';
import { decodeFile, delimiterOf, type FileProblem, type FileRow, rowsOfFile } from './import-file.ts';
import { knownItems } from './known-items.store.ts';
import { addImport, addLines, type ImportCounts, type ImportLine, listReading, noCounts, setImport } from './imports.store.ts';

/** Rows compared in one transaction. For the embedded one every page waits, some of them a dozen times; a server's own transactions wait for nobody, and fewer are faster. */
const batch = { pglite: 250, postgresql: 5_000 } as const;

export interface NewImport extends Pick<Given, 'origin' | 'by'> {
  file: string;
  bytes: Uint8Array;
  today: string;
}

/** So many files are held at one time, each whole; of these one is worked on, so that pages always find a free connection. */
const mostHeld = 2;
let held = 0;
let before: Promise<void> = Promise.resolve();

/** Opens an import with an entry that no view shows, and lets go of those whose process ended amid reading. Returns its id, and the work that reads the file, which a request need not wait for. Throws `import.busy` (503) while two are held. */
export async function startImport(ctx: Ctx, tx: RegionTx, given: NewImport): Promise<{ id: string; work(): Promise<void> }> {
  if (held >= mostHeld) throw new Fault('import.busy', 503, { expected: 'to be sent again in a minute' });
  const [id, entryId, at] = [newId(), newId(), ctx.clock()];
  for (const broken of (await listReading(tx)).filter((one) => !lives(one, at))) {
    await abandonEntry(tx, broken.entryId);
    await setImport(tx, broken.id, { state: 'failed', at, ended: true });
  }
  await stageEntry(tx, { id: entryId, kind: 'import', actor: ctx.actor, at, digest: null, accountId: ctx.who?.accountId ?? null });
  const { revision } = await newestEntry(tx);
  await audit(tx, [{ at, actor: ctx.actor, who: ctx.who, action: 'upload', subject: `data.import ${id}`, after: { file: given.file } }]);
  await addImport(tx, { id, entryId, file: given.file, actor: ctx.actor, accountId: ctx.who?.accountId ?? null, seenRevision: revision, startedAt: at });
  return { id, work: () => inTurn(() => runImport(ctx, tx.region, { ...given, id, entryId })) };
}

/** One file after another; several may have been let in at the same moment. */
function inTurn(work: () => Promise<void>): Promise<void> {
  held += 1;
  before = before.catch(() => undefined).then(work).finally(() => { held -= 1; });
  return before;
}

type Reading = NewImport & { id: string; entryId: string };

/** Reads and compares the file, some rows at a time. Whatever goes wrong ends as a state of the import, which its page tells. */
async function runImport(ctx: Ctx, region: string, given: Reading): Promise<void> {
  const { id, entryId } = given;
  let counts = noCounts;
  const end = (state: string, lines: ImportLine[] = []): Promise<void> => forRegion(ctx.db, region, async (tx) => {
    await addLines(tx, id, lines);
    if (state !== 'ready') await abandonEntry(tx, entryId);
    await setImport(tx, id, { state, counts, at: ctx.clock(), ended: true });
  });
  try {
    const noted = nothingNoted();
    await readWhole(ctx, region, given, noted, (sum) => { counts = sum; });
    counts = { ...counts, read: 100 };
    await end(counts.added + counts.changed > 0 ? 'ready' : 'refused', namedLines(noted));
  } catch (error) {
    const known = error !== null && typeof error === 'object' && 'problem' in error;
    if (!known) ctx.progress(`an import of ${region} failed: ${(error as Error).message}`);
    await end(known ? 'refused' : 'failed', known ? [fileLine(error as FileProblem)] : []).catch(() => undefined); // the database may be what failed
  }
  await sweepAll(ctx.db, region).catch(() => undefined); // what is left goes with the next one
}

/** Takes the file in; `kept` is told the counts of what is written. While the database takes rows in, the next are asked for: two connections, never more. What was begun has ended when it throws. */
async function readWhole(ctx: Ctx, region: string, given: Reading, noted: Noted, kept: (counts: ImportCounts) => void): Promise<void> {
  const { id, entryId, bytes } = given;
  const text = decodeFile(bytes);
  if (text === null) throw { problem: 'encoding', line: null, given: '' } satisfies FileProblem;
  const all: Given = { ...given, delimiter: delimiterOf(text), actor: ctx.actor };
  const [lines, file] = [linesIn(text), rowsOfFile(text, batch[ctx.db.kind])];
  let parsed = file.next();
  const readNext = async () => {
    const { value: rows, done } = await parsed;
    if (done) return null;
    const known = forRegionRead(ctx.db, region, (tx) => knownFor(tx, rows, given.today, ctx.db.kind));
    parsed = later(file.next()); // while the database answers
    return { rows, known: await known };
  };
  let [next, taken, counts] = [later(readNext()), Promise.resolve(), noCounts];
  try {
    for (let part = await next; part !== null; part = await next) {
      const { rows, known: { items, lock } } = part;
      next = later(readNext());
      const { values, lines: told, counts: found } = compareRows(rows, items, lock, all, noted);
      await taken;
      const sum = addCounts(counts, found, rows.length, Math.min(99, Math.round((100 * (rows.at(-1)?.line ?? 0)) / lines)));
      counts = sum;
      taken = later(forRegion(ctx.db, region, async (tx) => {
        await addValues(tx, entryId, values);
        await addLines(tx, id, told);
        await setImport(tx, id, { counts: sum, at: ctx.clock() });
      }).then(() => kept(sum)));
    }
    await taken;
  } finally {
    await Promise.allSettled([taken, next, parsed]);
  }
}

/** What it throws is thrown to who waits for it, which may be later. */
function later<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

/** Counted without a copy of each. */
function linesIn(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

const fileLine = ({ problem, line, given }: FileProblem): ImportLine => ({ line: line === null ? 0 : -line, kind: 'file', subject: '', field: null, given: given.slice(0, 200), expected: problem, before: null, after: null });

/** Which elements, cycles and posts it speaks of, so that who confirms need not read all of it. */
const behind = { element: -1_000_000, cycle: -3_000_000, actor: -4_000_000 } as const;
const namedLines = ({ named }: Noted): ImportLine[] =>
  Object.entries(behind).flatMap(([kind, line]) => [...named[kind as keyof typeof behind]].map((subject, n) => ({ line: line - n, kind, subject, field: null, given: null, expected: null, before: null, after: null })));

const addCounts = (counts: ImportCounts, found: Pick<ImportCounts, 'added' | 'changed' | 'unchanged' | 'refused' | 'unusual'>, rows: number, read: number): ImportCounts => ({
  ...counts, rows: counts.rows + rows, read, added: counts.added + found.added, changed: counts.changed + found.changed, unchanged: counts.unchanged + found.unchanged, refused: counts.refused + found.refused, unusual: counts.unusual + found.unusual,
});

async function knownFor(tx: RegionTx, rows: FileRow[], today: string, kind: Db['kind']): Promise<{ items: (KnownItem | null)[]; lock(cycleCode: string): string | null }> {
  const keys = rows.map((row) => ({ cycleCode: row.cycle_code, elementCode: row.element_code, areaCode: row.area_code, seriesCode: row.series_code }));
  const items = await knownItems(tx, keys, kind === 'postgresql');
  const locks = new Map((await listCycles(tx)).map((cycle) => [cycle.code, lockOf(cycle, 'submit', today) ?? lockOf(cycle, 'enter', today)]));
  return { items, lock: (code) => locks.get(code) ?? null };
}

/** What was abandoned goes, a little at a time. */
export async function sweepAll(db: Db, region: string): Promise<void> {
  while (await forRegion(db, region, (tx) => sweepAbandoned(tx, 2_000)));
}
