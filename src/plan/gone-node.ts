import { sql } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import { listMerged, listVersionsOfPlans, type PlanVersion } from './plan-drafts.store.ts';

/** A node that an adopted version had and the one in force has not. */
export interface GoneNode {
  code: string;
  textId: string;
  textEn: string;
  /** The newest adopted version that had it, and the one that came without it. */
  had: PlanVersion;
  without: PlanVersion;
  /** What it was merged into, if that is still there. */
  into: { code: string; textId: string; textEn: string } | null;
}

/** Null for what no adopted version ever had, or the newest still has. */
export async function findGone(tx: RegionTx, planCode: string, code: string): Promise<GoneNode | null> {
  const adopted = (await listVersionsOfPlans(tx, planCode)).filter((one) => one.status === 'adopted');
  const newest = adopted[0];
  if (!newest) return null;
  const textsOf = async (node: string) => (await sql<{ planVersion: number; textId: string; textEn: string }>`select plan_version, text_id, text_en from plan.node where region_code = ${tx.region} and plan_code = ${planCode} and code = ${node}`.execute(tx)).rows;
  const there = await textsOf(code);
  const at = adopted.findIndex(({ version }) => there.some((one) => one.planVersion === version));
  const [had, without] = [adopted[at], adopted[at - 1]];
  const node = there.find(({ planVersion }) => planVersion === had?.version);
  if (!had || !without || !node) return null;
  const into = (await listMerged(tx, planCode, had.version, newest.version)).get(code);
  const heir = into === undefined ? undefined : (await textsOf(into)).find(({ planVersion }) => planVersion === newest.version);
  return { code, textId: node.textId, textEn: node.textEn, had, without, into: into !== undefined && heir ? { code: into, textId: heir.textId, textEn: heir.textEn } : null };
}
