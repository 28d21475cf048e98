import type { RegionModel } from './region-model.ts';

/** How many models stay in memory: of a handful of regions the newest snapshot, and the one before it for who still reads by it. */
const most = 12;
const mostOfRegion = 2;

export interface ModelCache {
  /** The model of a region's snapshot; read once, also when several requests ask at the same time. */
  get(region: string, snapshotId: string, read: () => Promise<RegionModel>): Promise<RegionModel>;
  readonly size: number;
}

/** Keyed by region and snapshot, never by time: a command may write while the server runs. The longest unused of a region goes first, then that of all: a job renews a region's snapshot many times. */
export function makeModelCache(limit = most): ModelCache {
  const kept = new Map<string, Promise<RegionModel>>();
  return {
    get size() {
      return kept.size;
    },
    get(region, snapshotId, read) {
      const key = `${region} ${snapshotId}`;
      const found = kept.get(key);
      const model = found ?? read();
      kept.delete(key);
      kept.set(key, model);
      if (!found) model.catch(() => kept.get(key) === model && kept.delete(key));
      const ofRegion = [...kept.keys()].filter((one) => one.startsWith(`${region} `));
      for (const one of ofRegion.slice(0, -mostOfRegion)) kept.delete(one);
      while (kept.size > limit) kept.delete(kept.keys().next().value as string);
      return model;
    },
  };
}
