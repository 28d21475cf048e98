import { sql } from 'kysely';
import { type LoggedRow, loggedColumns } from './audit-seals.ts';
import type { RegionTx } from './regions.ts';

export interface AuditFilter {
  /** A part of the subject, as it stands there. */
  subject?: string | undefined;
  action?: string | undefined;
  /** Days in the region's time zone, both included. */
  from?: string | undefined;
  until?: string | undefined;
}
export type ListedRow = LoggedRow & { seal: number | null };
/** Where a page of the log ended. */
export type Cursor = Pick<ListedRow, 'at' | 'id'>;

/** A page of the log, oldest or newest first, behind a row. */
export async function auditPage(tx: RegionTx, filter: AuditFilter, timeZone: string, page: { newestFirst: boolean; after: Cursor | null; most: number }): Promise<ListedRow[]> {
  const wanted = [sql`region_code = ${tx.region}`];
  if (filter.subject !== undefined) wanted.push(sql`position(${filter.subject} in subject) > 0`);
  if (filter.action !== undefined) wanted.push(sql`action = ${filter.action}`);
  if (filter.from !== undefined) wanted.push(sql`kernel.audit.at >= ${filter.from}::timestamp at time zone ${timeZone}`);
  if (filter.until !== undefined) wanted.push(sql`kernel.audit.at < (${filter.until}::timestamp + interval '1 day') at time zone ${timeZone}`);
  const beyond = page.newestFirst ? sql`<` : sql`>`;
  const order = page.newestFirst ? sql`desc` : sql`asc`;
  if (page.after) wanted.push(sql`(kernel.audit.at, kernel.audit.id) ${beyond} (${page.after.at}::timestamptz, ${page.after.id}::uuid)`);
  const { rows } = await sql<ListedRow>`select ${loggedColumns}, seal from kernel.audit where ${sql.join(wanted, sql` and `)} order by kernel.audit.at ${order}, kernel.audit.id ${order} limit ${page.most}`.execute(tx);
  return rows;
}
