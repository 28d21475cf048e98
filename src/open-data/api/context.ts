import type { RegionTx } from '#kernel/regions.ts';
import type { RegionModel } from '#portal/index.ts';

/** The published snapshot that an answer is read from. */
export interface ShownSnapshot {
  id: string;
  revision: number;
  asOf: string;
  madeAt: Date;
}

/** What one request may reach: the regions that its host opens, and of the one that its address names the model and the store. */
export interface ApiContext {
  /** Codes that this host opens, each with its newest published snapshot. */
  open: { code: string; snapshot: ShownSnapshot | null }[];
  /** The region of this request, and its snapshot; null where none is open here under the code of the address. */
  region: string | null;
  snapshot: ShownSnapshot | null;
  model(): Promise<RegionModel>;
  modelOf(code: string): Promise<RegionModel>;
  read<T>(work: (tx: RegionTx) => Promise<T>): Promise<T>;
}

/** What hono hands to every handler. */
export interface ApiEnv {
  Bindings: ApiContext;
}
