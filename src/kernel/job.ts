import { hostname } from 'node:os';
import { sql } from 'kysely';
import { birthOf, isRunning } from './process-birth.ts';
import type { RegionTx } from './regions.ts';
import type { KernelTables } from './tables.ts';

const own = (tx: RegionTx) => tx.withTables<KernelTables>();
/** This process, as no other is called: a number is given again, a birth is not. */
export const thisProcess = `${hostname()} ${process.pid} ${birthOf(process.pid)}`;
/** A process of another machine cannot be asked; it counts as ended when it has not been seen for so long. */
const patience = 10 * 60_000;

export function lives({ owner, seenAt }: { owner: string | null; seenAt: Date | null }, now: Date): boolean {
  if (owner === null) return false;
  const [host = '', pid = '', birth = ''] = owner.split(' ');
  if (host === hostname()) return isRunning(Number(pid)) && birthOf(Number(pid)) === birth;
  return now.getTime() - (seenAt?.getTime() ?? 0) < patience;
}

/** Takes a job of the region for this process, or goes on being seen with it; false while another process that lives has it. */
export async function takeJob(tx: RegionTx, name: string, at: Date): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtext(${`job ${name} ${tx.region}`}))`.execute(tx);
  const found = await own(tx).selectFrom('kernel.job').selectAll().where('regionCode', '=', tx.region).where('name', '=', name).executeTakeFirst();
  if (found && found.owner !== thisProcess && lives(found, at)) return false;
  const row = { regionCode: tx.region, name, owner: thisProcess, seenAt: at };
  await own(tx).insertInto('kernel.job').values(row).onConflict((conflict) => conflict.columns(['regionCode', 'name']).doUpdateSet(row)).execute();
  return true;
}

export async function leaveJob(tx: RegionTx, name: string): Promise<void> {
  await own(tx).deleteFrom('kernel.job').where('regionCode', '=', tx.region).where('name', '=', name).where('owner', '=', thisProcess).execute();
}
