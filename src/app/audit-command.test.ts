import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from './cli.ts';

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  const keep = (text: unknown): boolean => said.push(String(text)) > 0;
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
});
afterEach(() => vi.restoreAllMocks());

describe('serasan audit', () => {
  it.each([
    [['audit'], /a word is missing/], [['audit', 'destroy'], /destroy is not known here; verify, seal, list and export FILE are/], [['audit', 'export'], /a file is missing/],
    [['audit', 'list', 'x'], /x is not known here/], [['audit', 'verify', 'a', 'b'], /b is too many/],
  ])('%j says what it wants', async (args, expected) => {
    expect(await main(args)).toBe(2);
    expect(said.join('')).toMatch(expected);
  });
  it('has no door to a file that is there, or a seal that is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'serasan-audit-'));
    vi.stubEnv('SERASAN_DATA', join(folder, 'var'));
    vi.stubEnv('INIT_CWD', folder);
    writeFileSync(join(folder, 'log.csv'), 'mine');
    await expect(main(['audit', 'export', 'log.csv'])).rejects.toThrow(/file.exists/);
    expect(readFileSync(join(folder, 'log.csv'), 'utf8')).toBe('mine');
    await expect(main(['audit', 'verify', '--region', '99.01', '--seal', '1:abc'])).rejects.toThrow(/audit.invalid/);
    expect(readdirSync(folder)).toEqual(['log.csv']); // nothing was opened for it
    vi.unstubAllEnvs();
  });
});
