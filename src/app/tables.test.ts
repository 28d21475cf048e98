import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '#kernel/connection.ts';
import { testDb } from '#kernel/testing.ts';
import { tablesWithoutRegion } from './tables.ts';

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Columns by table as the slices' tables.ts write them: `name` or `name?` where it may be null. */
function declared(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const file of globSync('src/*/tables.ts')) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const rows = new Map<string, string[]>();
    source.forEachChild((node) => {
      if (!ts.isInterfaceDeclaration(node)) return;
      rows.set(node.name.text, node.members.filter(ts.isPropertySignature).map((member) => `${snake(member.name.getText())}${/\bnull\b/.test(member.type?.getText() ?? '') ? '?' : ''}`));
    });
    source.forEachChild((node) => {
      if (!ts.isTypeAliasDeclaration(node) || !ts.isTypeLiteralNode(node.type)) return;
      for (const member of node.type.members.filter(ts.isPropertySignature)) {
        found[snake((member.name as ts.StringLiteral).text)] = rows.get(member.type?.getText() ?? '')?.sort() ?? [];
      }
    });
  }
  return found;
}

let db: Db;
beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.close());

it('every tables.ts says what the migrated database has', async () => {
  const { rows } = await db.pool.query<{ name: string; columns: string[] }>(
    `select table_schema || '.' || table_name as name, array_agg(column_name || case is_nullable when 'YES' then '?' else '' end) as columns
     from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema') group by 1`,
  );
  const there = Object.fromEntries(rows.filter((row) => !tablesWithoutRegion.includes(row.name)).map((row) => [row.name, [...row.columns].sort()]));
  expect(Object.keys(there).length).toBeGreaterThan(20);
  expect(declared()).toEqual(there);
});

it('every table but those listed begins its key with region_code and has a forced row policy', async () => {
  const { rows } = await db.pool.query<{ name: string; first: string | null; walled: boolean }>(
    `select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as walled,
       (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary) as first
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  const alone = rows.filter((row) => row.first !== 'region_code' || !row.walled).map((row) => row.name).sort();
  expect(alone).toEqual(tablesWithoutRegion);
});
