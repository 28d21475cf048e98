import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkPack } from '#app/check-pack.ts';
import { sizeFrom, writeLarge } from './large.ts';

const folder = mkdtempSync(join(tmpdir(), 'large-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a generated region has no problem and as many values as it says', () => {
  const { size } = sizeFrom([folder, '--indicators', '12', '--areas', '20', '--years', '3', '--deep', '8']);
  const written = writeLarge(folder, size);
  const pack = checkPack(folder);
  expect(pack.problems).toEqual([]);
  expect(pack.tables.get('data.value')?.length).toBe(written);
  expect(pack.tables.get('places.area')?.length).toBe(21);
});

test('a generated region has what makes each page heavy: parts that roll up, quarters, shared indicators, districts that touch', () => {
  writeLarge(folder, sizeFrom([folder, '--indicators', '60', '--areas', '80', '--years', '2', '--deep', '1']).size);
  const { tables } = checkPack(folder);
  const rows = (table: string): Record<string, unknown>[] => (tables.get(table) ?? []).map((row) => row.data);
  expect(rows('plan.node').filter((node) => node.level === 'programme').length).toBe(80);
  expect(rows('indicators.indicator').map((row) => row.period_mode).filter((mode) => mode !== null)).toEqual(['periodic', 'cumulative', 'latest']);
  expect(rows('indicators.target').filter((row) => String(row.period).includes('Q')).length).toBeGreaterThan(40);
  expect(rows('data.value').filter((row) => row.period === '2026Q3').length).toBe(3);
  expect(rows('places.neighbour').length).toBeGreaterThan(5);
  expect(rows('indicators.indicator_agency').length).toBe(60);
});

test('values go on in a second file after 100,000 rows', () => {
  const written = writeLarge(folder, sizeFrom([folder, '--indicators', '30', '--areas', '120', '--years', '30']).size);
  expect(written).toBeGreaterThan(100_000);
  const files = readdirSync(folder).filter((file) => file.startsWith('values'));
  expect(files.sort()).toEqual(['values-2.csv', 'values.csv']);
  expect(readFileSync(join(folder, 'values.csv'), 'utf8').trimEnd().split('\n').length).toBe(100_001);
});

test.each([
  [['x', '--code', '16.03'], /--code/],
  [['x', '--areas', '0'], /--areas: given 0/],
  [['x', '--years', 'ten'], /--years: given ten/],
  [[], /one folder/],
])('a wrong call %j says what was expected', (args, said) => {
  expect(() => sizeFrom(args)).toThrow(said);
});
