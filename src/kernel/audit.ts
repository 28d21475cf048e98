import { newId } from './ids.ts';
import type { RegionTx } from './regions.ts';
import type { KernelTables } from './tables.ts';

export interface AuditRow {
  at: Date;
  actor: string;
  action: string;
  subject: string;
  before?: unknown;
  after?: unknown;
  reason?: string;
}

/** Appends to the log, in the same transaction as the change it tells of; nothing ever updates or deletes there. */
export async function audit(tx: RegionTx, rows: AuditRow[]): Promise<void> {
  const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value));
  const values = rows.map((row) => ({
    regionCode: tx.region, id: newId(), at: row.at, actor: row.actor, action: row.action, subject: row.subject,
    before: json(row.before), after: json(row.after), reason: row.reason ?? null,
  }));
  for (let from = 0; from < values.length; from += 500) {
    await tx.withTables<KernelTables>().insertInto('kernel.audit').values(values.slice(from, from + 500)).execute();
  }
}
