import { chmodSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { readSecret } from './secret.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'serasan-secret-'));
const long = 'x'.repeat(32);

describe('the key of an installation', () => {
  it('is made at the first use, for its owner alone, and stays', () => {
    const config = readConfig({ SERASAN_DATA: folder() });
    const made = readSecret(config);
    expect(made.length).toBe(64);
    expect(readSecret(config)).toEqual(made);
    expect(statSync(join(config.dataDir, 'secret')).mode & 0o777).toBe(0o600);
    expect(readdirSync(config.dataDir)).toEqual(['secret']);
  });
  it('is another in each folder', () => expect(readSecret(readConfig({ SERASAN_DATA: folder() }))).not.toEqual(readSecret(readConfig({ SERASAN_DATA: folder() }))));
  it('is taken back from others who could read it', () => {
    const config = readConfig({ SERASAN_DATA: folder() });
    readSecret(config);
    chmodSync(join(config.dataDir, 'secret'), 0o644);
    readSecret(config);
    expect(statSync(join(config.dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });
  it('is what SERASAN_SECRET says, and then no file is made', () => {
    const config = readConfig({ SERASAN_DATA: folder(), SERASAN_SECRET: long });
    expect(readSecret(config).toString()).toBe(long);
    expect(readdirSync(config.dataDir)).toEqual([]);
  });
  it('too short is refused, and its text is not told', () => {
    const given = 'geheim';
    expect(() => readConfig({ SERASAN_SECRET: given })).toThrow(/SERASAN_SECRET.*at least 32 characters/);
    expect(() => readConfig({ SERASAN_SECRET: given })).not.toThrow(new RegExp(given));
  });
  it('must be given for a PostgreSQL server', () => expect(() => readSecret(readConfig({ DATABASE_URL: 'postgresql://localhost/x' }))).toThrow(/secret.missing.*SERASAN_SECRET/));
  it('that is damaged is not replaced', () => {
    const config = readConfig({ SERASAN_DATA: folder() });
    writeFileSync(join(config.dataDir, 'secret'), '');
    expect(() => readSecret(config)).toThrow(/secret.damaged/);
    expect(readFileSync(join(config.dataDir, 'secret'), 'utf8')).toBe('');
  });
});
