import { type AuditFilter, type Cursor, type ListedRow, readPiece } from '#kernel/audit-list.ts';
import type { Ctx } from '#kernel/context.ts';
import { csvText } from '#kernel/csv.ts';
import { Fault } from '#kernel/faults.ts';
import { auditRead } from '#kernel/logged-reads.ts';
import { isPeriod, parsePeriod } from '#kernel/periods.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { listRegions } from '#places/index.ts';

/** Pieces that are walked for one page; a longer search says so, and goes on from there. */
const mostPieces = 50;

/** The newest rows of a region's log; the reading is itself a row. Throws `audit.invalid` (422) for what is no day. */
export async function listAudit(ctx: Ctx, region: string, filter: AuditFilter, most: number): Promise<ListedRow[]> {
  return (await pageOfAudit(ctx, region, filter, { most, after: null, pieces: Number.POSITIVE_INFINITY })).rows;
}

/** Rows of the log, the newest first, behind a row; `next` is where more may be. The reading is itself a row. Throws `audit.invalid` (422). */
export async function pageOfAudit(ctx: Ctx, region: string, filter: AuditFilter, { most, after, pieces = mostPieces }: { most: number; after: Cursor | null; pieces?: number }): Promise<{ rows: ListedRow[]; next: Cursor | null }> {
  const timeZone = await timeZoneOf(ctx, region);
  const asked = daysOf(filter);
  await forRegion(ctx.db, region, (tx) => auditRead(ctx, tx, 'log', { ...asked, most }));
  const found: ListedRow[] = [];
  let at = after;
  for (let walked = 0; ; walked += 1) {
    const { rows, last } = await forRegionRead(ctx.db, region, (tx) => readPiece(tx, asked, timeZone, { newestFirst: true, after: at }));
    found.push(...rows);
    if (found.length > most) return { rows: found.slice(0, most), next: found[most - 1] ?? null };
    if (last === null || walked + 1 >= pieces) return { rows: found, next: last };
    at = last;
  }
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
    const { rows, last }: { rows: ListedRow[]; last: Cursor | null } = await forRegionRead(ctx.db, region, (tx) => readPiece(tx, asked, timeZone, { newestFirst: false, after }));
    if (rows.length > 0) await write(csvText(rows.map((row) => cells(region, row))));
    count += rows.length;
    after = last;
    if (last === null) return count;
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
