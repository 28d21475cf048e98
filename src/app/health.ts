import pkg from '../../package.json' with { type: 'json' };
import type { Db } from '#kernel/connection.ts';
import { listRegions } from '#places/index.ts';
import { listSnapshots } from '#scores/index.ts';

export interface Health {
  status: 'ok' | 'down';
  version: string;
  database: Db['kind'];
  /** Of each region its published snapshot, nulls where none was made yet, and whether it is invented. */
  regions: { code: string; fictional: boolean; snapshot: string | null; revision: number | null; snapshotAgeSeconds: number | null }[];
}

/** How this installation is: whether the database answers, and how old each region's published snapshot is. */
export async function health(db: Db, now: Date): Promise<Health> {
  const about = { version: pkg.version, database: db.kind };
  try {
    const [known, snapshots] = await Promise.all([listRegions(db), listSnapshots(db)]);
    const regions = known.map(({ code, fictional }) => {
      const found = snapshots.find((snapshot) => snapshot.regionCode === code);
      const age = found ? Math.max(0, Math.round((now.getTime() - found.madeAt.getTime()) / 1000)) : null;
      return { code, fictional, snapshot: found?.id ?? null, revision: found?.revision ?? null, snapshotAgeSeconds: age };
    });
    return { status: 'ok', ...about, regions };
  } catch {
    return { status: 'down', ...about, regions: [] };
  }
}
