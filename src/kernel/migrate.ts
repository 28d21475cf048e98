import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { Fault } from './faults.ts';

/** The folder of migrations; found from the working folder, which is the project's root for every command. */
const projectFolder = (): string => join(process.cwd(), 'migrations');

const filesIn = (folder: string): string[] => readdirSync(folder).filter((file) => file.endsWith('.sql')).sort();

/** The schema that this program knows. */
export const newestMigration = (): string => filesIn(projectFolder()).at(-1) ?? '';

/**
 * Applies each migration that is not there yet, one statement a round trip, each file in its own transaction. A database
 * that knows a later migration than this program throws `database.newer`: going back would write what nobody reads.
 */
export async function migrate(pool: pg.Pool, progress: (line: string) => void, folder = projectFolder()): Promise<void> {
  const client = await pool.connect();
  try {
    const names = filesIn(folder);
    await exclusively(client, () => client.query('create table if not exists public.serasan_migration (name text primary key, at timestamptz not null)'));
    const done = await applied(client);
    const unknown = [...done].find((name) => !names.includes(name));
    if (unknown) throw new Fault('database.newer', 500, { given: unknown, expected: `a database at or below ${names.at(-1)}` });
    for (const name of names.filter((file) => !done.has(file))) {
      progress(`migration ${name}`);
      await exclusively(client, async () => {
        if ((await applied(client)).has(name)) return; // another start was faster
        for (const statement of statementsOf(readFileSync(join(folder, name), 'utf8'))) await run(client, name, statement);
        await client.query('insert into public.serasan_migration values ($1, now())', [name]);
      });
    }
  } finally {
    client.release();
  }
}

async function applied(client: pg.PoolClient): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>('select name from public.serasan_migration');
  return new Set(rows.map((row) => row.name));
}

/** One transaction, and only one of two starts on the same PostgreSQL at a time. */
async function exclusively(client: pg.PoolClient, work: () => Promise<unknown>): Promise<void> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock(1936028257)'); // any number, the same for every start
    await work();
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

async function run(client: pg.PoolClient, name: string, statement: string): Promise<void> {
  try {
    await client.query(statement);
  } catch (error) {
    throw new Error(`migration ${name}: ${(error as Error).message} in: ${statement.slice(0, 120)}`, { cause: error });
  }
}

/** Statements end with a semicolon at the end of a line; lines that begin with `--` are comments. */
export function statementsOf(sql: string): string[] {
  const lines = sql.split('\n').filter((line) => !line.startsWith('--'));
  return lines.join('\n').split(/;\s*(?:\n|$)/).map((statement) => statement.trim()).filter((statement) => statement !== '');
}
