import { audit } from './audit.ts';
import type { Ctx } from './context.ts';
import type { RegionTx } from './regions.ts';

/**
 * Reads that the log keeps, each with the doors by which it is done; what else is read leaves no row. A test walks the table and does each,
 * and one without a door fails it.
 */
export const loggedReads = {
  /** Who has an account here, and which posts. */
  account: { subject: 'people.account', doors: ['listKnownAccounts', 'readKnownAccount'] },
  /** A value or a note that is marked secret; nothing can be marked so yet. */
  secret: { subject: 'secret', doors: [] },
  log: { subject: 'kernel.audit', doors: ['listAudit', 'exportAudit'] },
  backup: { subject: 'backup', doors: ['makeBackup', 'exportAll'] },
} as const satisfies Record<string, { subject: string; doors: readonly string[] }>;
export type LoggedRead = keyof typeof loggedReads;

/** Tells that one of these reads is being done: what was asked for, by whom, and why where a reason was given. */
export async function auditRead(ctx: Ctx, tx: RegionTx, read: LoggedRead, asked: Record<string, unknown> = {}, reason?: string): Promise<void> {
  await audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action: 'read', subject: loggedReads[read].subject, after: asked, reason }]);
}
