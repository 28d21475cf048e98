import { compute } from './engine-compute.ts';
import { engineLive } from './engine-live.ts';
import { recompute } from './engine-recompute.ts';

/** `npm run bench -- engine`: what formulas cost beside the same written out by hand. */
export async function engine(quick: boolean): Promise<void> {
  await compute(quick);
  await recompute(quick);
  await engineLive(quick);
}
