import type { Selectable } from 'kysely';
import type { RegionTx } from './regions.ts';
import type { DefinitionVersionRow, KernelTables } from './tables.ts';

const own = (tx: RegionTx) => tx.withTables<KernelTables>();
export type DefinitionVersion = Selectable<DefinitionVersionRow>;

export interface NewVersion {
  subject: string;
  key: string;
  before: object | null;
  after: object | null;
  at: Date;
  actor: string;
  postId: string | null;
  reason: string | null;
}

/** Keeps what a definition became; at its first change also what it was. Nothing is ever changed here. */
export async function keepVersion(tx: RegionTx, { subject, key, before, after, ...by }: NewVersion): Promise<number> {
  const last = (await listVersions(tx, subject, key))[0]?.version ?? 0;
  const row = (version: number, definition: object | null) => ({ regionCode: tx.region, subject, key, version, definition: definition === null ? null : JSON.stringify(definition) });
  if (last === 0 && before !== null) await own(tx).insertInto('kernel.definitionVersion').values({ ...row(1, before), at: null, actor: 'pack', postId: null, reason: null }).execute();
  const version = last === 0 && before !== null ? 2 : last + 1;
  await own(tx).insertInto('kernel.definitionVersion').values({ ...row(version, after), ...by }).execute();
  return version;
}

/** Every version of a definition, the newest first; none where nobody has changed it here. */
export const listVersions = (tx: RegionTx, subject: string, key: string): Promise<DefinitionVersion[]> =>
  own(tx).selectFrom('kernel.definitionVersion').selectAll().where('regionCode', '=', tx.region).where('subject', '=', subject).where('key', '=', key).orderBy('version', 'desc').execute();

/** Every version of all definitions whose keys begin so; of each the oldest first. */
export const listVersionsWith = (tx: RegionTx, subject: string, beginning: string): Promise<DefinitionVersion[]> =>
  own(tx).selectFrom('kernel.definitionVersion').selectAll().where('regionCode', '=', tx.region).where('subject', '=', subject).where((eb) => eb(eb.fn('starts_with', ['key', eb.val(beginning)]), '=', true)).orderBy('key').orderBy('version').execute();
