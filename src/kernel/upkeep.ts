import type { Db } from './connection.ts';

/** One of our tables: `full` where rows that nothing shows any more take up so much that their room is worth giving back. */
interface Worn {
  name: string;
  full: boolean;
}

/**
 * Counts anew the tables of which a fifth has changed, so that the way to an answer is chosen by how many rows there are, and gives the room of rows that
 * nothing shows back: what a PostgreSQL server does by itself a minute later, and the embedded database never. One table at a time: a page waits for
 * that one alone. On a server it counts each table, because that one's own tally of changes comes late. Returns the tables' names.
 */
export async function upkeep({ kind, pool }: Db): Promise<string[]> {
  await pool.query('select pg_stat_force_next_flush()'); // what was just written would be counted later
  const { rows } = await pool.query<Worn>(
    `select format('%I.%I', s.schemaname, s.relname) as name, s.n_dead_tup > 50 + 0.2 * greatest(c.reltuples, 0) as "full"
    from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where $1 or c.reltuples < 0 or s.n_mod_since_analyze > 50 + 0.2 * c.reltuples or s.n_dead_tup > 50 + 0.2 * c.reltuples order by c.relpages, 1`,
    [kind === 'postgresql'],
  );
  for (const { name, full } of rows) await pool.query(full ? `vacuum (analyze) ${name}` : `analyze ${name}`);
  return rows.map((row) => row.name);
}
