import { sql } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { VersionKey } from './plan-drafts.store.ts';

/** What a version says anew as its document's, and without a source, has the document as its source; what stood so in the version before keeps what it had. */
export async function putLegalSource(tx: RegionTx, { planCode, planVersion }: VersionKey, fromVersion: number | null, source: string): Promise<void> {
  const here = sql`n.region_code = ${tx.region} and n.plan_code = ${planCode} and n.plan_version = ${planVersion} and n.basis = 'document' and n.source_code is null`;
  const old = sql`o.region_code = ${tx.region} and o.plan_code = ${planCode} and o.plan_version = ${fromVersion ?? -1}`;
  await sql`update plan.node n set source_code = ${source} where ${here} and not exists (select 1 from plan.node o where ${old} and o.code = n.code and o.text_id = n.text_id)`.execute(tx);
  await sql`update plan.funding n set source_code = ${source} where ${here} and not exists (select 1 from plan.funding o where ${old} and o.period = n.period and o.amount = n.amount and o.source_code is null and o.basis = n.basis)`.execute(tx);
}
