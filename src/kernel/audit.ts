import type { Ctx } from './context.ts';
import { keyedDigest } from './digest.ts';
import { newId } from './ids.ts';
import { insertRows } from './insert-rows.ts';
import { withoutPersons } from './personal-fields.ts';
import type { RegionTx } from './regions.ts';

export interface AuditRow {
  at: Date;
  actor: string;
  /** The account and post behind the actor, no account where nobody had signed in; the address is kept as a digest, and of the account nothing but its id. */
  who?: (Omit<NonNullable<Ctx['who']>, 'accountId'> & { accountId: string | null }) | undefined;
  action: string;
  subject: string;
  before?: unknown;
  after?: unknown;
  reason?: string | undefined;
}

/** Appends to the log, in the same transaction as what it tells of; nothing ever updates or deletes there. A job seals the rows later. */
export async function audit(tx: RegionTx, rows: AuditRow[]): Promise<void> {
  await insertRows(tx, 'kernel.audit', rows.map(({ at, actor, who, action, subject, before = null, after = null, reason = null }) => ({
    id: newId(), at, actor, action, subject, before: withoutPersons(subject, before), after: withoutPersons(subject, after), reason,
    accountId: who?.accountId ?? null, postId: who?.postId ?? null, address: who?.address ? keyedDigest('address', who.address) : null,
  })));
}
