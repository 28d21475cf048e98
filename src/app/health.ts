import pkg from '../../package.json' with { type: 'json' };
import type { Db } from '#kernel/connect.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { listRegions } from '#places/index.ts';
import { findSnapshot } from '#scores/index.ts';

export interface Health {
  status: 'ok' | 'down';
  version: string;
  database: Db['kind'];
  /** Of each region its published snapshot; nulls where none was made yet. */
  regions: { code: string; snapshot: string | null; revision: number | null; snapshotAgeSeconds: number | null }[];
}

/** How this installation is: whether the database answers, and how old each region's published snapshot is. */
export async function health(db: Db, now: Date): Promise<Health> {
  const about = { version: pkg.version, database: db.kind };
  try {
    const regions: Health['regions'] = [];
    for (const { code } of await listRegions(db)) {
      const found = await forRegionRead(db, code, (tx) => findSnapshot(tx, 'published'));
      const age = found ? Math.max(0, Math.round((now.getTime() - found.madeAt.getTime()) / 1000)) : null;
      regions.push({ code, snapshot: found?.id ?? null, revision: found?.revision ?? null, snapshotAgeSeconds: age });
    }
    return { status: 'ok', ...about, regions };
  } catch {
    return { status: 'down', ...about, regions: [] };
  }
}
