import type { RegionTx } from '#kernel/regions.ts';
import { type Funding, listFunding, versionReads } from '#plan/index.ts';
import type { RegionModel } from '../region-model.ts';

type Results = Awaited<ReturnType<typeof versionReads.results>>;
/** What stands beside the nodes of the plans in force: money, what decides their success, and who contributes. */
export interface Promised {
  funding: Funding[];
  factors: Results['factors'];
  contributions: Results['contributions'];
}
export const nothingPromised: Promised = { funding: [], factors: [], contributions: [] };

const kept = new WeakMap<RegionModel, Promise<Promised>>();

/** Read once for a model and gone with it. */
export function readPromised(model: RegionModel, read: <T>(work: (tx: RegionTx) => Promise<T>) => Promise<T>): Promise<Promised> {
  const found = kept.get(model) ?? read(async (tx) => {
    const inForce = (row: { planCode: string; planVersion: number }): boolean => model.plans.get(row.planCode)?.version === row.planVersion;
    return { funding: (await listFunding(tx)).filter(inForce), ...(await versionReads.results(tx, [...model.plans.values()].map(({ code, version }) => ({ planCode: code, planVersion: version })))) };
  });
  kept.set(model, found);
  found.catch(() => kept.delete(model));
  return found;
}
