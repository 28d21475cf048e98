import { type RawBuilder, sql } from 'kysely';
import { type LoggedRow, loggedColumns } from './audit-seals.ts';
import type { RegionTx } from './regions.ts';

export interface AuditFilter {
  /** A part of the subject, whatever its case. */
  subject?: string | undefined;
  action?: string | undefined;
  postId?: string | undefined;
  accountId?: string | undefined;
  /** Days in the region's time zone, both included. */
  from?: string | undefined;
  until?: string | undefined;
}
export type ListedRow = LoggedRow & { seal: number | null };
/** Where a page of the log ended. */
export type Cursor = Pick<ListedRow, 'at' | 'id'>;

/** Rows that are looked at in one transaction: a long log is walked in short ones, so that no page waits for it. */
export const auditPiece = 2_000;

/** What is wanted among the next rows of the log, oldest or newest first, behind a row; `last` is where the walk goes on, null at its end. */
export async function readPiece(tx: RegionTx, filter: AuditFilter, timeZone: string, from: { newestFirst: boolean; after: Cursor | null }): Promise<{ rows: ListedRow[]; last: Cursor | null }> {
  const span = [sql`region_code = ${tx.region}`];
  if (filter.from !== undefined) span.push(sql`kernel.audit.at >= ${filter.from}::timestamp at time zone ${timeZone}`);
  if (filter.until !== undefined) span.push(sql`kernel.audit.at < (${filter.until}::timestamp + interval '1 day') at time zone ${timeZone}`);
  const beyond = from.newestFirst ? sql`<` : sql`>`;
  const order = from.newestFirst ? sql`desc` : sql`asc`;
  if (from.after) span.push(sql`(kernel.audit.at, kernel.audit.id) ${beyond} (${from.after.at}::timestamptz, ${from.after.id}::uuid)`);
  const { rows } = await sql<ListedRow & { place: number; wanted: boolean }>`with piece as (select *, row_number() over (order by at ${order}, id ${order}) as place from (select * from kernel.audit where ${sql.join(span, sql` and `)}
      order by kernel.audit.at ${order}, kernel.audit.id ${order} limit ${auditPiece}) p),
    told as (select *, ${wanted(filter)} as wanted from piece)
    select ${loggedColumns}, seal, place, wanted from told where wanted or place = ${auditPiece} order by place`.execute(tx);
  const last = rows.at(-1);
  return { rows: rows.filter((row) => row.wanted).map(({ place: _place, wanted: _wanted, ...row }) => row), last: last && Number(last.place) === auditPiece ? { at: last.at, id: last.id } : null };
}

function wanted({ subject, action, postId, accountId }: AuditFilter): RawBuilder<unknown> {
  const all = [sql`true`];
  if (subject !== undefined) all.push(sql`position(lower(${subject}) in lower(subject)) > 0`);
  if (action !== undefined) all.push(sql`action = ${action}`);
  if (postId !== undefined) all.push(sql`coalesce(post_id = ${postId}, false)`);
  if (accountId !== undefined) all.push(sql`coalesce(account_id = ${accountId}, false)`);
  return sql.join(all, sql` and `);
}
