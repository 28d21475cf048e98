import { Readable } from 'node:stream';
import yazl from 'yazl';
import { type DataValue, definitions, packParts as dataParts, published } from '#data/index.ts';
import { Fault } from '#kernel/faults.ts';
import { writeCsv, type PackRow } from '#kernel/pack-file.ts';
import type { PackPart, PackTable, Tables } from '#kernel/pack-part.ts';
import { sortedByKey } from '#kernel/pack-parts.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { readTable } from '#kernel/sync-rows.ts';
import { listPlans } from '#plan/index.ts';
import { scoreStage } from '#scores/index.ts';
import { valueRows } from './export-pack.ts';
import { parts, tables } from './pack-files.ts';

/** Rows read in one transaction, so that no page waits long. */
const mostRead = 2_000;
/** Rows in one file of values, as an export writes them. */
const mostInFile = 100_000;

/** Archives that are written at one time: each costs the processor, and anybody may ask. */
const mostAtOnce = 2;
let written = 0;

type Read = <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>;

/**
 * The region's pack as one archive, with what is published alone: `serasan load` takes what comes out of it, and `serasan export` writes the
 * same files again. Throws `pack.busy` (503) while two are being written. It is made while it is sent, so that a large region never stands in memory.
 */
export async function publicPack(read: Read, snapshot: { id: string; madeAt: Date }): Promise<ReadableStream<Uint8Array>> {
  if (written >= mostAtOnce) throw new Fault('pack.busy', 503, { expected: 'to be asked again in a minute' });
  const zip = new yazl.ZipFile();
  const out = zip.outputStream as Readable;
  // What fails amid the archive breaks it off: half a pack must not look like one.
  zip.on('error', (error) => out.destroy(error as Error));
  const { madeAt } = snapshot;
  const end = (): void => {
    void read((tx) => isShown(tx, snapshot.id)).then((same) => (same ? zip.end() : out.destroy(new Error('published anew meanwhile'))), (error: Error) => out.destroy(error));
  };
  written += 1;
  out.once('close', () => { written -= 1; });
  try {
    await fill(zip, read, madeAt, end);
  } catch (error) {
    out.destroy();
    throw error;
  }
  return Readable.toWeb(out) as ReadableStream<Uint8Array>;
}

/** Everything but the values at once, then the values file by file as they are read. */
async function fill(zip: yazl.ZipFile, read: Read, madeAt: Date, end: () => void): Promise<void> {
  const valueTable = tables.find((table) => table.name === 'data.value') as PackTable;
  const known = await publicTables(read);
  const own = parts.filter((part) => !isValues(part));
  for (const [file, content] of own.flatMap((part) => part.write(known))) zip.addBuffer(Buffer.from(content), file, { mtime: madeAt });
  const rows = publicValues(read);
  const next = (n: number, first: PackRow): void => {
    zip.addReadStream(Readable.from(fileOf(rows, first, valueTable, (row) => (row ? next(n + 1, row) : end()))), n === 1 ? 'values.csv' : `values-${n}.csv`, { mtime: madeAt });
  };
  const first = await rows.next();
  if (first.done) end();
  else next(1, first.value);
}

const isValues = (part: PackPart): boolean => dataParts.includes(part) && part.tables.some((table) => table.name === 'data.value');

const isShown = async (tx: RegionTx, id: string): Promise<boolean> => (await scoreStage.shown(tx))?.id === id;

/** Everything but the values, table by table; a target that is not published stays here. */
async function publicTables(read: Read): Promise<Tables> {
  const found: Tables = new Map();
  for (const table of tables.filter((one) => one.name !== 'data.value')) found.set(table.name, await read((tx) => readTable(tx, table)));
  const keep = (name: string, test: (data: PackRow['data']) => boolean): void => void found.set(name, (found.get(name) ?? []).filter((row) => test(row.data)));
  keep('indicators.target', ({ status }) => status === null || status === 'published');
  const targets = new Set((found.get('indicators.target') ?? []).map(({ data }) => targetOf(data)));
  keep('indicators.target_change', (data) => targets.has(targetOf(data)));
  // Who is asked for what until when is the region's own work.
  for (const table of ['data.cycle', 'data.cycle_item']) found.delete(table);
  // Of each plan the version that is shown: a draft beside it is nobody's yet.
  const shown = new Set((await read(listPlans)).map((plan) => `${plan.code} ${plan.version}`));
  keep('plan.plan', ({ code, version }) => shown.has(`${code} ${version}`));
  keep('plan.node', ({ plan_code, plan_version }) => shown.has(`${plan_code} ${plan_version}`));
  keep('plan.funding', ({ plan_code, plan_version }) => shown.has(`${plan_code} ${plan_version}`));
  keep('plan.link', ({ plan_code, plan_version }) => shown.has(`${plan_code} ${plan_version}`));
  const nodes = new Set((found.get('plan.node') ?? []).map(({ data }) => `${data.plan_code} ${data.code}`));
  for (const table of ['plan.success_factor', 'plan.contribution']) keep(table, ({ plan_code, plan_version, node_code }) => nodes.has(`${plan_code} ${node_code}`) && (plan_version === null || shown.has(`${plan_code} ${plan_version}`)));
  return found;
}

const targetOf = (data: PackRow['data']): string => [data.indicator_code, data.area_code, data.period, data.plan_code ?? ''].join(' / ');

/** The published history of every element, in the order in which a pack is written. */
async function* publicValues(read: Read): AsyncGenerator<PackRow> {
  const codes = (await read(definitions.withValues)).sort();
  for (const code of codes) {
    const history: DataValue[] = [];
    for (let last: DataValue | undefined; ; ) {
      const some = await read((tx) => published.history(tx, code, last ? [last.areaCode, last.period, last.seriesCode, last.revision] : null, mostRead));
      history.push(...some);
      last = some.at(-1);
      if (some.length < mostRead) break;
    }
    // Who recorded a value since is known here by account, and told by post alone: the archive names what the pack itself named.
    yield* sortedByKey(valueRows(history.map((one) => ({ ...one, actor: '', entryKind: 'pack' }))), ['area_code', 'period', 'series_code', 'revision']);
  }
}

/** One file of values; at its end it says what comes first in the next one. */
async function* fileOf(rows: AsyncGenerator<PackRow>, first: PackRow, table: PackTable, ended: (next: PackRow | null) => void): AsyncGenerator<string> {
  let some = [first];
  let count = 1;
  yield writeCsv([], table.columns);
  const lines = (): string => writeCsv(some.map((row) => row.data), table.columns).replace(/^[^\n]*\n/, '');
  for (;;) {
    if (count >= mostInFile) break;
    const { value, done } = await rows.next();
    if (done) break;
    some.push(value);
    count += 1;
    if (some.length < 1_000) continue;
    yield lines();
    some = [];
  }
  if (some.length > 0) yield lines();
  const after = count >= mostInFile ? await rows.next() : null;
  ended(after && !after.done ? after.value : null);
}
