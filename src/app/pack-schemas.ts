import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parts } from './pack-files.ts';

/** A JSON Schema per file of a region pack: `plans/*.yaml` has `plans.schema.json`, `values*.csv` has `values.schema.json`. */
export function packSchemas(): [string, string][] {
  return parts.map((part) => {
    const name = part.file.replace(/\/?\*?\.(yaml|csv|geojson)$/, '');
    const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: part.file, ...part.schema() };
    return [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`];
  });
}

export function writeSchemas(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const schemas = packSchemas();
  for (const [file, content] of schemas) writeFileSync(join(folder, file), content);
  return schemas.length;
}
