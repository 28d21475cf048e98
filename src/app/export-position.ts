import { type RawBuilder, sql } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';

/** How far a region had come when it was looked at. */
export interface Position {
  /** The newest row of the log that tells of a change; null where there is none. */
  row: string | null;
  /** All that moves when something is written: the same twice, and nothing was. */
  mark: string;
}

/** Rows of the log that tell of no change of what is carried: reads, and ways in and out. */
const passing = ['read', 'sign_in', 'sign_out', 'refuse_sign_in', 'begin_rest', 'refuse_password', 'end_own_sessions', 'end_sessions'];
/** Longer than any transaction lasts: a row that was begun before is committed before. */
const window = 15 * 60_000;

/** The id below which every row was made before a moment: it begins with its milliseconds. */
export function floorOf(at: number): string {
  const hex = (at - window).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/**
 * Rows of the log are in the transaction of what they tell of, so an unchanged log means an unchanged region. They are counted from a `floor` on,
 * because a row may be older than one that was committed before it; the revision and the seals are looked at too.
 */
export async function positionOf(tx: RegionTx, floor: string): Promise<Position> {
  const told: RawBuilder<unknown> = sql`region_code = ${tx.region} and action <> all(${passing}::text[])`;
  const { rows: [found] } = await sql<{ row: string | null; mark: string }>`
    select (select id::text from kernel.audit where ${told} order by id desc limit 1) as row,
      concat_ws(' ', (select count(*) from kernel.audit where ${told} and id >= ${floor}::uuid), (select id from kernel.audit where ${told} order by id desc limit 1),
        (select last from kernel.revision_counter where region_code = ${tx.region}), (select max(number) from kernel.audit_seal where region_code = ${tx.region})) as mark`.execute(tx);
  return found ?? { row: null, mark: '' };
}
