import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

/** The folder of migrations; found from the working folder, which is the project's root for every command. */
const folder = (): string => join(process.cwd(), 'migrations');

/** Applies each migration that is not there yet, one statement a round trip, each file in its own transaction. */
export async function migrate(pool: pg.Pool, progress: (line: string) => void): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('create table if not exists public.serasan_migration (name text primary key, at timestamptz not null)');
    const { rows } = await client.query<{ name: string }>('select name from public.serasan_migration');
    const done = new Set(rows.map((row) => row.name));
    for (const name of readdirSync(folder()).filter((file) => file.endsWith('.sql')).sort()) {
      if (done.has(name)) continue;
      progress(`migration ${name}`);
      await client.query('begin');
      await client.query('lock table public.serasan_migration in exclusive mode'); // two starts on one PostgreSQL
      const again = await client.query('select 1 from public.serasan_migration where name = $1', [name]);
      if (again.rowCount === 0) {
        for (const statement of statementsOf(readFileSync(join(folder(), name), 'utf8'))) await client.query(statement);
        await client.query('insert into public.serasan_migration values ($1, now())', [name]);
      }
      await client.query('commit');
    }
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** Statements end with a semicolon at the end of a line; lines that begin with `--` are comments. */
export function statementsOf(sql: string): string[] {
  const lines = sql.split('\n').filter((line) => !line.startsWith('--'));
  return lines.join('\n').split(/;\s*\n/).map((statement) => statement.trim()).filter((statement) => statement !== '');
}
