import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parts } from './pack-files.ts';
import { packSchemas } from './pack-schemas.ts';

it('regions/schema holds the schema of every file, as `serasan schema regions/schema` writes it', () => {
  const kept = readdirSync('regions/schema').map((file) => [file, readFileSync(join('regions/schema', file), 'utf8')]);
  expect(kept).toHaveLength(parts.length);
  expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(packSchemas()));
});
