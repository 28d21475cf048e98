import { newId } from './ids.ts';
import { insertRows } from './insert-rows.ts';
import type { RegionTx } from './regions.ts';

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
  await insertRows(tx, 'kernel.audit', rows.map(({ at, actor, action, subject, before = null, after = null, reason = null }) => ({ id: newId(), at, actor, action, subject, before, after, reason })));
}
