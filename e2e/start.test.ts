import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { startSite } from './site.ts';

describe('one server on a folder', () => {
  it('is refused a second time, comes back after kill -9, and then loads nothing again', async () => {
    const site = await startSite();
    expect(site.output()).toContain('values changed');
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
  it('names a wrong setting', () => {
    const run = spawnSync(process.execPath, ['--no-warnings', 'server.ts'], { encoding: 'utf8', env: { ...process.env, PORT: 'many' } });
    expect(run.status).toBe(3);
    expect(run.stdout).toContain('PORT');
    expect(run.stdout).toContain('a port number from 0 to 65535');
  });
});
