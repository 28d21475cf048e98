import { compute } from './engine-compute.ts';

/** `npm run bench -- engine`: what formulas cost beside the same written out by hand. */
export async function engine(quick: boolean): Promise<void> {
  await compute(quick);
}
