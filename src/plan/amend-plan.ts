import type { Ctx, Work } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { copyPart, dropPart, isWhole } from './copy-version.store.ts';
import { addDraft, addPlan, listVersionsOfPlans, nextVersion, type PlanVersion, type VersionKey } from './plan-drafts.store.ts';
import { copyResults } from './results.store.ts';
import { nameOf } from './edit-plan.ts';
import { begun, logPlan } from './plan-versions.ts';

/** Nodes copied in one transaction, with their links and funding. */
const part = 500;
/** Plans that are being copied by this process: two people who amend one plan at once do not copy into one another. */
const copying = new Set<string>();

/**
 * A new version of a plan, begun as a copy of the newest adopted one, which nothing changes any more. What is copied belongs to no version until the last, short transaction
 * begins it; what a process that ended has left behind is taken away first. Throws `plan.draft_there` (409) while another is being written, `plan.unknown` (404).
 */
export async function amendPlan(ctx: Ctx, write: Work, planCode: string): Promise<VersionKey> {
  const { from, key, region } = await write(async (tx) => ({ ...(await nextOf(tx, planCode)), region: tx.region }));
  const name = `${region} ${planCode}`;
  if (copying.has(name)) throw draftThere(from, key.planVersion);
  copying.add(name);
  try {
    const old = { planCode, planVersion: from.version };
    while (await write((tx) => dropPart(tx, key, 5 * part)));
    for (let after: string | null = ''; after !== null; ) {
      const behind: string = after;
      after = await write((tx) => copyPart(tx, old, key, behind, part));
    }
    return await write((tx) => beginCopy(ctx, tx, from, key));
  } finally {
    copying.delete(name);
  }
}

const draftThere = (plan: PlanVersion, version: number): Fault => new Fault('plan.draft_there', 409, { given: `${plan.code} ${version}`, expected: 'one draft at a time', plan: { ...nameOf(plan), version } });

/** The version to copy, and the number of the new one. */
async function nextOf(tx: RegionTx, planCode: string): Promise<{ from: PlanVersion; key: VersionKey }> {
  const versions = await listVersionsOfPlans(tx, planCode);
  const from = versions.find((one) => one.status === 'adopted');
  if (!from) throw new Fault('plan.unknown', 404, { given: planCode.slice(0, 80), expected: 'an adopted plan of this region' });
  const open = versions.find((one) => one.draft !== null && one.status !== 'adopted');
  if (open) throw draftThere(open, open.version);
  return { from, key: { planCode, planVersion: await nextVersion(tx, planCode) } };
}

/** Begins the version whose nodes are there already, if nothing came between. */
async function beginCopy(ctx: Ctx, tx: RegionTx, from: PlanVersion, key: VersionKey): Promise<VersionKey> {
  const now = await nextOf(tx, key.planCode);
  const whole = now.from.version === from.version && now.key.planVersion === key.planVersion && (await isWhole(tx, { ...key, planVersion: from.version }, key));
  if (!whole) throw new Fault('plan.changed_meanwhile', 409, { given: `${key.planCode} ${from.version}`, expected: `${key.planCode} ${now.from.version}`, others: [] });
  const { draft: _d, regionCode: _r, withdrawn: _w, ...plan } = from;
  await addPlan(tx, { ...plan, version: key.planVersion, status: 'draft', legalBasis: null, legalDay: null, legalFile: null });
  await copyResults(tx, { planCode: key.planCode, planVersion: from.version }, key);
  await addDraft(tx, begun(ctx, key, from.version));
  await logPlan(ctx, tx, 'amend', key, { from: from.version });
  return key;
}
