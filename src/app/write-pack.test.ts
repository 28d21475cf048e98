import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkPack } from './check-pack.ts';
import { samplePack, writeSample } from './testing/sample-pack.ts';
import { writePack } from './write-pack.ts';

const { tables } = checkPack(writeSample());
const other = (samplePack['region.yaml'] ?? '').replaceAll('99.77', '99.78');

it('never touches a folder that holds anything else, also when forced', () => {
  const folder = mkdtempSync(join(tmpdir(), 'serasan-own-'));
  writeFileSync(join(folder, 'thesis.docx'), 'x');
  for (const force of [false, true]) expect(() => writePack(folder, tables, force)).toThrow(/thesis.docx/);
  expect(existsSync(join(folder, 'thesis.docx'))).toBe(true);
});
it("replaces another region's pack only when forced, and leaves a repository where it is", () => {
  const folder = writeSample({ 'region.yaml': other, '.git/config': 'x' });
  expect(() => writePack(folder, tables)).toThrow(/99\.78/);
  expect(writePack(folder, tables, true)).toBeGreaterThan(5);
  expect(checkPack(folder).code).toBe('99.77');
  expect(existsSync(join(folder, '.git/config'))).toBe(true);
  expect(writePack(folder, tables)).toBeGreaterThan(5);
});
