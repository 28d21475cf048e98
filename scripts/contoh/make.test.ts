import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkPack, filesIn } from '#app/check-pack.ts';
import { packFiles } from '#app/write-pack.ts';
import { makeContoh, seed } from './make.ts';

const committed = join(import.meta.dirname, '../../regions/99.01-contoh');

test('the same seed gives the same bytes, another seed does not', () => {
  expect(packFiles(makeContoh(seed))).toEqual(packFiles(makeContoh(seed)));
  expect(packFiles(makeContoh(seed + 1))).not.toEqual(packFiles(makeContoh(seed)));
});

test('the committed example is what the generator makes', () => {
  const made = new Map(packFiles(makeContoh(seed)));
  expect(filesIn(committed)).toEqual([...made.keys()].sort());
  for (const [file, content] of made) expect(readFileSync(join(committed, file), 'utf8'), file).toBe(content);
});

test('the committed example has no problem, and every figure in it says that it is simulated', () => {
  const pack = checkPack(committed);
  expect(pack.problems).toEqual([]);
  for (const table of ['data.value', 'indicators.target']) {
    const rows = pack.tables.get(table) ?? [];
    expect(rows.length, table).toBeGreaterThan(40);
    expect(rows.filter((row) => row.data.origin !== 'simulated')).toEqual([]);
  }
});
