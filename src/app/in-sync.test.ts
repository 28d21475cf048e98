import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** The line `index 76.5, between …` of the linter, and the script that knows only the pack. */
describe.each(['regions/99.01-contoh', 'regions/16.03-muara-enim'])('the index of %s', (pack) => {
  it('is the same by the script of docs/, from the pack alone', () => {
    const run = (args: string[]): string => {
      try {
        return execFileSync(process.execPath, ['--no-warnings', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      } catch (error) {
        return String((error as { stdout: string }).stdout); // findings are exit code 1
      }
    };
    const told = /^index ([\d.]+), between ([\d.]+) and ([\d.]+)/m.exec(run(['src/app/cli.ts', 'lint', pack, '--on', '2026-11-28']));
    const { value, low, high } = JSON.parse(run(['docs/in-sync.mjs', pack, '2026-11-28'])) as Record<string, number>;
    expect(told?.slice(1)).toEqual([value, low, high].map((figure) => Number(figure).toFixed(1)));
  }, 180_000);
});
