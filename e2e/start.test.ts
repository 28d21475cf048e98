import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startSite } from './site.ts';

function damaged(major: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'serasan-damaged-'));
  mkdirSync(join(folder, 'database'));
  writeFileSync(join(folder, 'database', 'PG_VERSION'), major);
  return folder;
}

describe('one server on a folder', () => {
  it('is refused a second time, comes back after kill -9, and then loads nothing again', async () => {
    const site = await startSite(); // the first start itself is seen where the folder of all tests is filled
    await expect(startSite({ folder: site.folder })).rejects.toThrow(/database.in_use/);
    const gone = new Promise((resolve) => { site.process.on('exit', resolve); });
    site.process.kill('SIGKILL');
    await gone;
    const again = await startSite({ folder: site.folder });
    expect(again.output()).not.toContain('values changed');
    const run = spawnSync(process.execPath, ['--no-warnings', 'src/app/cli.ts', 'load', 'regions/99.01-contoh'], { encoding: 'utf8', env: { ...process.env, SERASAN_DATA: site.folder } });
    expect(run.stdout + run.stderr).toContain('nothing changed');
    await again.stop();
  });
  it.each([
    ['a folder where none can be', { SERASAN_DATA: '/proc/x' }, /data folder \/proc\/x cannot be used .*\(database\.folder\)/],
    ['a server that does not answer', { DATABASE_URL: 'postgresql://me:secret@127.0.0.1:1/none' }, /PostgreSQL server 127\.0\.0\.1:1 does not answer .*\(database\.unreachable\)/],
    ['a database that is none', { SERASAN_DATA: damaged('18') }, /database in .* does not open .*\(database\.damaged\)/],
    ['a database of an older PostgreSQL', { SERASAN_DATA: damaged('9') }, /PostgreSQL 9 wrote this database, .* `serasan load --all DIR`.* \(database\.other_major\)/],
  ])('says in one sentence: %s', (_, env, expected) => {
    const run = spawnSync(process.execPath, ['--no-warnings', 'server.ts'], { encoding: 'utf8', timeout: 60_000, env: { ...process.env, PORT: '0', ...env } });
    expect(run.status).toBe(3);
    expect(run.stdout).toMatch(expected);
    expect(run.stdout + run.stderr).not.toMatch(/\n\s+at |secret/);
  });
  it('notices a taken port before it opens the database, and a region that is not there', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => { taken.once('listening', resolve); });
    const folder = mkdtempSync(join(tmpdir(), 'serasan-port-'));
    const run = spawnSync(process.execPath, ['--no-warnings', 'server.ts'], { encoding: 'utf8', env: { ...process.env, HOST: '127.0.0.1', PORT: String((taken.address() as { port: number }).port), SERASAN_DATA: join(folder, 'var') } });
    expect(run.stdout).toMatch(/^port \d+ is in use; set PORT to another/);
    expect(existsSync(join(folder, 'var'))).toBe(false);
    taken.close();
    const site = await startSite({ env: { SERASAN_REGION: '77.77' } });
    expect(site.output()).toContain('SERASAN_REGION is 77.77, and no such region is loaded');
    await site.stop();
  });
  it('names a wrong setting', () => {
    const run = spawnSync(process.execPath, ['--no-warnings', 'server.ts'], { encoding: 'utf8', env: { ...process.env, PORT: 'many' } });
    expect(run.status).toBe(3);
    expect(run.stdout).toContain('PORT');
    expect(run.stdout).toContain('a port number from 0 to 65535');
  });
});
