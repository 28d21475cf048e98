import { sql } from 'kysely';
import { newId } from './ids.ts';
import type { RegionTx } from './regions.ts';

/** What each transaction has seen: a definition that is changed in it is seen changed. */
const seen = new WeakMap<RegionTx, string>();

/** Every change of a definition says so, in its own transaction. */
export async function definitionsChanged(tx: RegionTx): Promise<void> {
  const version = newId();
  await sql`insert into kernel.revision_counter (region_code, last, definitions) values (${tx.region}, 0, ${version})
    on conflict (region_code) do update set definitions = excluded.definitions`.execute(tx);
  seen.set(tx, version);
}

async function versionOf(tx: RegionTx): Promise<string> {
  const known = seen.get(tx);
  if (known !== undefined) return known;
  const { rows } = await sql<{ definitions: string }>`select definitions from kernel.revision_counter where region_code = ${tx.region}`.execute(tx);
  const version = rows[0]?.definitions ?? '';
  seen.set(tx, version);
  return version;
}

const regionsKept = 20;

/** Reads what is made of definitions once, and again when one of them has changed: by the version in the database, because another process may have done it. */
export function keptWhileDefined<T>(read: (tx: RegionTx) => Promise<T>): (tx: RegionTx) => Promise<T> {
  const kept = new Map<string, { version: string; value: T }>();
  return async (tx) => {
    const version = await versionOf(tx);
    const known = kept.get(tx.region);
    if (known && version !== '' && known.version === version) return known.value;
    const value = await read(tx);
    const [oldest] = kept.keys();
    if (kept.size >= regionsKept && oldest !== undefined) kept.delete(oldest);
    kept.set(tx.region, { version, value });
    return value;
  };
}
