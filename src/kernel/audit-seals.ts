import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './connection.ts';
import { forRegion, forRegionRead, type RegionTx } from './regions.ts';
import type { AuditSealRow, KernelTables } from './tables.ts';

const own = (tx: RegionTx) => tx.withTables<KernelTables>();
/** What stands before a region's first seal. */
export const noSeal = '0'.repeat(64);
/** Rows of one seal: their reading and writing take well below the 250 ms that a page may wait for the embedded database. */
const rowsPerSeal = 1_000;

/** A row of the log as texts that are the same in every version of the database, so that its digest is. */
export interface LoggedRow {
  id: string;
  at: string;
  actor: string;
  accountId: string | null;
  postId: string | null;
  address: string | null;
  action: string;
  subject: string;
  before: string | null;
  after: string | null;
  reason: string | null;
}

export const loggedColumns = sql<LoggedRow>`id::text as id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, actor, account_id, post_id, address, action, subject, before::text as before, after::text as after, reason`;

type Seal = Omit<AuditSealRow, 'regionCode' | 'hash'>;

/** The digest of a seal: over the region, the seal's own fields with the seal before it, and each row in the order of ids. */
export function sealHash(region: string, { number, previous, rowCount, sealedAt }: Seal, rows: LoggedRow[]): string {
  const hash = createHash('sha256').update(`${JSON.stringify([region, number, previous, rowCount, sealedAt.toISOString()])}\n`);
  for (const row of rows) {
    hash.update(`${JSON.stringify([row.id, row.at, row.actor, row.accountId, row.postId, row.address, row.action, row.subject, row.before, row.after, row.reason])}\n`);
  }
  return hash.digest('hex');
}

async function rowsOf(tx: RegionTx, seal: number | null, most: number): Promise<LoggedRow[]> {
  const which = seal === null ? sql`seal is null` : sql`seal = ${seal}`;
  return (await sql<LoggedRow>`select ${loggedColumns} from kernel.audit where region_code = ${tx.region} and ${which} order by kernel.audit.id limit ${most}`.execute(tx)).rows;
}

const listSeals = (tx: RegionTx): Promise<AuditSealRow[]> => own(tx).selectFrom('kernel.auditSeal').selectAll().where('regionCode', '=', tx.region).orderBy('number').execute();

/**
 * Seals what is not sealed yet, at most a batch; answers how many rows. A row is taken because no seal has it, never by its time: what was
 * written earlier and committed later is found by the next one. Who writes waits for none of this.
 */
export async function sealBatch(tx: RegionTx, at: Date, most = rowsPerSeal): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`seal ${tx.region}`}))`.execute(tx);
  const rows = await rowsOf(tx, null, most);
  if (rows.length === 0) return 0;
  const last = await own(tx).selectFrom('kernel.auditSeal').selectAll().where('regionCode', '=', tx.region).orderBy('number', 'desc').limit(1).executeTakeFirst();
  // Rows of a seal that somebody took away keep its number: a new one must not fall onto it, so that it stays seen.
  const highest = await own(tx).selectFrom('kernel.audit').select((row) => row.fn.max('seal').as('seal')).where('regionCode', '=', tx.region).executeTakeFirst();
  const seal = { number: 1 + Math.max(last?.number ?? 0, highest?.seal ?? 0), previous: last?.hash ?? noSeal, rowCount: rows.length, sealedAt: at };
  await own(tx).insertInto('kernel.auditSeal').values({ regionCode: tx.region, ...seal, hash: sealHash(tx.region, seal, rows) }).execute();
  await sql`update kernel.audit set seal = ${seal.number} where region_code = ${tx.region} and seal is null and id in (select unnest(${rows.map((row) => row.id)}::uuid[]))`.execute(tx);
  return rows.length;
}

/** Seals all that a region has; each batch in a transaction of its own. */
export async function sealAudit(db: Db, region: string, now: () => Date): Promise<number> {
  let sealed = 0;
  for (;;) {
    const count = await forRegion(db, region, (tx) => sealBatch(tx, now()));
    sealed += count;
    if (count < rowsPerSeal) return sealed;
  }
}

export interface Verified {
  seals: number;
  rows: number;
  newest: { number: number; hash: string; sealedAt: Date } | null;
  /** The first seal that does not hold. */
  broken: { number: number; found: string } | null;
  /** Rows that no seal has yet, and since when. */
  unsealed: { rows: number; since: string | null };
}

/** Computes every seal of a region again, each in a short transaction; `noted` is a seal that somebody wrote down elsewhere. */
export async function verifyAudit(db: Db, region: string, noted: { number: number; hash: string } | null = null): Promise<Verified> {
  const read = <T>(work: (tx: RegionTx) => Promise<T>): Promise<T> => forRegionRead(db, region, work);
  const seals = await read(listSeals);
  const newest = seals.at(-1) ?? null;
  const [orphan, unsealed] = await read(async (tx) => [await firstOrphan(tx), await unsealedOf(tx)] as const);
  let broken: Verified['broken'] = null;
  let rows = 0;
  for (const [n, seal] of seals.entries()) {
    const before = seals[n - 1] ?? null;
    const number = (before?.number ?? 0) + 1;
    if (orphan && orphan.number < seal.number) break;
    if (seal.number !== number) broken = { number, found: 'the seal is not there' };
    else if (seal.previous !== (before?.hash ?? noSeal)) broken = { number, found: 'it does not stand on the seal before it' };
    else broken = await wrongRows(read, seal);
    if (broken) break;
    rows += seal.rowCount;
  }
  if (!broken && orphan) broken = { number: orphan.number, found: `the seal is not there, and ${orphan.rows} rows name it` };
  broken ??= wrongNote(seals, noted);
  return { seals: seals.length, rows, newest: newest && { number: newest.number, hash: newest.hash, sealedAt: newest.sealedAt }, broken, unsealed };
}

/** The newest seal, and what none has yet: cheap, where `verifyAudit` computes each again. */
export async function sealState(tx: RegionTx): Promise<Pick<Verified, 'newest' | 'unsealed'>> {
  const newest = await own(tx).selectFrom('kernel.auditSeal').select(['number', 'hash', 'sealedAt']).where('regionCode', '=', tx.region).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return { newest: newest ?? null, unsealed: await unsealedOf(tx) };
}

async function wrongRows(read: <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>, seal: AuditSealRow): Promise<Verified['broken']> {
  const rows = await read((tx) => rowsOf(tx, seal.number, seal.rowCount + 1));
  if (rows.length < seal.rowCount) return { number: seal.number, found: `${seal.rowCount} rows were sealed, ${rows.length} are there` };
  if (rows.length > seal.rowCount) return { number: seal.number, found: `${seal.rowCount} rows were sealed, more are there` };
  return sealHash(seal.regionCode, seal, rows) === seal.hash ? null : { number: seal.number, found: `a row among its ${rows.length}, or the seal, was changed` };
}

async function firstOrphan(tx: RegionTx): Promise<{ number: number; rows: number } | null> {
  const { rows } = await sql<{ number: number; rows: number }>`select seal as number, count(*) as rows from kernel.audit a where region_code = ${tx.region} and seal is not null
    and not exists (select 1 from kernel.audit_seal s where s.region_code = a.region_code and s.number = a.seal) group by seal order by seal limit 1`.execute(tx);
  return rows[0] ?? null;
}

async function unsealedOf(tx: RegionTx): Promise<Verified['unsealed']> {
  const { rows } = await sql<{ rows: number; since: Date | null }>`select count(*) as rows, min(at) as since from kernel.audit where region_code = ${tx.region} and seal is null`.execute(tx);
  return { rows: rows[0]?.rows ?? 0, since: rows[0]?.since?.toISOString() ?? null };
}

/** The end of the chain may be cut off with its rows; only who wrote a seal down elsewhere can know. */
function wrongNote(seals: AuditSealRow[], noted: { number: number; hash: string } | null): Verified['broken'] {
  if (!noted) return null;
  const found = seals.find((seal) => seal.number === noted.number);
  if (!found) return { number: noted.number, found: 'it was written down elsewhere, and is not there' };
  return found.hash === noted.hash ? null : { number: noted.number, found: 'it was written down elsewhere with another digest' };
}
