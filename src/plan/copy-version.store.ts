import { sql } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { VersionKey } from './plan-drafts.store.ts';

/** What a version is made of beside its own row: each table's name of a node, and what is copied of it. */
const tables = [
  { name: sql.table('plan.node'), node: sql.ref('code'), columns: sql.raw('code, parent_code, position, level, text_id, text_en, short_id, short_en, letter, weight, basis, source_code, note_id, note_en, serves_code') },
  { name: sql.table('plan.link'), node: sql.ref('node_code'), columns: sql.raw('kind, code, node_code, role, weight, basis, reason_id, reason_en, source_code, evidence') },
  { name: sql.table('plan.funding'), node: sql.ref('node_code'), columns: sql.raw('node_code, period, amount, basis, source_code, note_id, note_en') },
] as const;
const ofVersion = (tx: RegionTx, { planCode, planVersion }: VersionKey) => sql`region_code = ${tx.region} and plan_code = ${planCode} and plan_version = ${planVersion}::int`;

/** Copies so many nodes behind a code, with their links and funding, into another version; answers the last of them, or null where none is left. */
export async function copyPart(tx: RegionTx, from: VersionKey, to: VersionKey, after: string, most: number): Promise<string | null> {
  const { rows } = await sql<{ code: string }>`select code from plan.node where ${ofVersion(tx, from)} and code > ${after} order by code offset ${most - 1} limit 1`.execute(tx);
  const last = rows[0]?.code ?? null;
  for (const { name, node, columns } of tables) {
    await sql`insert into ${name} (region_code, plan_code, plan_version, ${columns}) select region_code, ${to.planCode}, ${to.planVersion}::int, ${columns} from ${name} where ${ofVersion(tx, from)} and ${node} > ${after} ${last === null ? sql`` : sql`and ${node} <= ${last}`}`.execute(tx);
  }
  return last;
}

/** Deletes at most so many rows of what was copied into a version that was never begun; answers whether there may be more. */
export async function dropPart(tx: RegionTx, key: VersionKey, most: number): Promise<boolean> {
  for (const { name } of tables) {
    const found = await sql`delete from ${name} where ctid = any(array(select ctid from ${name} where ${ofVersion(tx, key)} limit ${most}))`.execute(tx);
    if (Number(found.numAffectedRows ?? 0) === most) return true;
  }
  return false;
}

/** Whether two versions have as many nodes and rows of funding, and the same links: what is read into a version in force may change while it is copied. */
export async function isWhole(tx: RegionTx, one: VersionKey, other: VersionKey): Promise<boolean> {
  const counts = (key: VersionKey) => sql.join(tables.map(({ name }) => sql`(select count(*) from ${name} where ${ofVersion(tx, key)})`));
  const links = (key: VersionKey) => sql`select ${tables[1].columns} from ${tables[1].name} where ${ofVersion(tx, key)}`;
  const { rows } = await sql<{ same: boolean }>`select (${counts(one)}) = (${counts(other)}) and not exists (${links(one)} except ${links(other)}) as same`.execute(tx);
  return rows[0]?.same === true;
}
