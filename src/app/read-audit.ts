import { type AuditFilter, auditPage, type Cursor, type ListedRow } from '#kernel/audit-list.ts';
import type { Ctx } from '#kernel/context.ts';
import { csvText } from '#kernel/csv.ts';
import { Fault } from '#kernel/faults.ts';
import { auditRead } from '#kernel/logged-reads.ts';
import { isPeriod, parsePeriod } from '#kernel/periods.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { listRegions } from '#places/index.ts';

/** Rows of one question to the database; a page may wait for it. */
const rowsPerPage = 2_000;

/** The newest rows of a region's log; the reading is itself a row. Throws `audit.invalid` (422) for what is no day. */
export async function listAudit(ctx: Ctx, region: string, filter: AuditFilter, most: number): Promise<ListedRow[]> {
  const timeZone = await timeZoneOf(ctx, region);
  const asked = daysOf(filter);
  await forRegion(ctx.db, region, (tx) => auditRead(ctx, tx, 'log', { ...asked, most }));
  return forRegionRead(ctx.db, region, (tx) => auditPage(tx, asked, timeZone, { newestFirst: true, after: null, most }));
}

const header = ['region', 'id', 'at', 'actor', 'account', 'post', 'address', 'action', 'subject', 'before', 'after', 'reason', 'seal'];

/** The log as CSV, oldest first, which no spreadsheet runs as a formula; one piece after another, so that a long one never stands in memory whole. The reading is itself a row, and the last of them. */
export async function exportAudit(ctx: Ctx, region: string, filter: AuditFilter, write: (text: string) => unknown): Promise<number> {
  const timeZone = await timeZoneOf(ctx, region);
  const asked = daysOf(filter);
  await forRegion(ctx.db, region, (tx) => auditRead(ctx, tx, 'log', { ...asked }));
  await write(csvText([header]));
  let after: Cursor | null = null;
  for (let count = 0; ; ) {
    const rows: ListedRow[] = await forRegionRead(ctx.db, region, (tx) => auditPage(tx, asked, timeZone, { newestFirst: false, after, most: rowsPerPage }));
    if (rows.length > 0) await write(csvText(rows.map((row) => cells(region, row))));
    count += rows.length;
    after = rows.at(-1) ?? null;
    if (rows.length < rowsPerPage) return count;
  }
}

const cells = (region: string, row: ListedRow): string[] =>
  [region, row.id, row.at, row.actor, row.accountId, row.postId, row.address, row.action, row.subject, row.before, row.after, row.reason, row.seal].map((cell) => (cell === null ? '' : String(cell)));

async function timeZoneOf(ctx: Ctx, region: string): Promise<string> {
  const found = (await listRegions(ctx.db)).find(({ code }) => code === region);
  if (!found) throw new Fault('region.unknown', 404, { given: region, expected: 'a region that was loaded' });
  return found.timeZone;
}

function daysOf(filter: AuditFilter): AuditFilter {
  for (const day of [filter.from, filter.until]) {
    if (day !== undefined && !(isPeriod(day) && parsePeriod(day).kind === 'day')) throw new Fault('audit.invalid', 422, { given: day.slice(0, 40), expected: 'a day such as 2026-11-28' });
  }
  return filter;
}
