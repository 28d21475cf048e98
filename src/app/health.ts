import pkg from '../../package.json' with { type: 'json' };
import type { Db } from '#kernel/connection.ts';
import { cellBatches } from '#indicators/index.ts';
import { listRegions } from '#places/index.ts';
import { listSnapshots } from '#scores/index.ts';
import { type Loading, loadProgress } from './loads.store.ts';

export interface Health {
  status: 'ok' | 'down';
  version: string;
  database: Db['kind'];
  /** Of each region its published snapshot, nulls where none was made yet, and whether it is invented. */
  regions: {
    code: string; fictional: boolean; snapshot: string | null; revision: number | null; snapshotAgeSeconds: number | null;
    /** Cells that wait to be computed again: how many indicators and cells there are, and how many of them are computed and not yet shown. */
    stale: { indicators: number; computed: number; cells: number; cellsComputed: number; since: string } | null;
  }[];
  /** Loads that go on, or wait for the next start: values that are kept, of how many. A region's first load is in no other list. */
  loads: Loading[];
}

/** How this installation is: whether the database answers, and how old each region's published snapshot is. */
export async function health(db: Db, now: Date): Promise<Health> {
  const about = { version: pkg.version, database: db.kind };
  try {
    const [known, snapshots, stale, loads] = await Promise.all([listRegions(db), listSnapshots(db), cellBatches.stale.progress(db), loadProgress(db)]);
    const regions = known.map(({ code, fictional }) => {
      const found = snapshots.find((snapshot) => snapshot.regionCode === code);
      const age = found ? Math.max(0, Math.round((now.getTime() - found.madeAt.getTime()) / 1000)) : null;
      const waits = stale.get(code);
      return { code, fictional, snapshot: found?.id ?? null, revision: found?.revision ?? null, snapshotAgeSeconds: age, stale: waits ? { ...waits, since: waits.since.toISOString() } : null };
    });
    return { status: 'ok', ...about, regions, loads };
  } catch {
    return { status: 'down', ...about, regions: [], loads: [] };
  }
}
