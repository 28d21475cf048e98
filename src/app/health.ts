import pkg from '../../package.json' with { type: 'json' };
import type { Db } from '#kernel/connect.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { listRegions } from '#places/index.ts';
import { findSnapshot } from '#scores/index.ts';

export interface Health {
  status: 'ok' | 'down';
  version: string;
  database: { kind: Db['kind']; reachable: boolean };
  /** Of each region its published snapshot; null where none was made yet. Age in seconds. */
  regions: { code: string; snapshot: { id: string; revision: number; made_at: string; age_seconds: number } | null }[];
}

/** How this installation is: whether the database answers, and how old each region's published snapshot is. */
export async function health(db: Db, now: Date): Promise<Health> {
  const about = { version: pkg.version, database: { kind: db.kind, reachable: true } };
  try {
    const regions = [];
    for (const { code } of await listRegions(db)) {
      const found = await forRegionRead(db, code, (tx) => findSnapshot(tx, 'published'));
      const age = found ? Math.max(0, Math.round((now.getTime() - found.madeAt.getTime()) / 1000)) : 0;
      regions.push({ code, snapshot: found ? { id: found.id, revision: found.revision, made_at: found.madeAt.toISOString(), age_seconds: age } : null });
    }
    return { status: 'ok', ...about, regions };
  } catch {
    return { status: 'down', ...about, database: { kind: db.kind, reachable: false }, regions: [] };
  }
}
