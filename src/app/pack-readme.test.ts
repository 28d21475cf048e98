import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parts } from './pack-files.ts';

it('regions/README.md names every file, and every column in its order', () => {
  const rows = readFileSync('regions/README.md', 'utf8').split('\n').filter((line) => line.startsWith('|'));
  for (const table of parts.flatMap((part) => part.tables)) {
    const columns = table.columns.map((column) => (column.required ? `\`${column.name}\`` : `[\`${column.name}\`]`));
    const found = rows.some((row) => {
      let at = 0;
      for (const column of columns.filter((name) => !/`(plan_code|plan_version|parent_code|pillar_code|frozen_code)`/.test(name))) {
        at = row.indexOf(column, at) + 1;
        if (at === 0) return false;
      }
      return true;
    });
    expect(found, `${table.name}: ${columns.join(' ')}`).toBe(true);
  }
  for (const part of parts) expect(rows.join('\n'), part.file).toContain(`\`${part.file.replace('plans/*', 'plans/CODE').replace('snapshots/*', 'snapshots/CODE').replace('values*', 'values')}`);
});
