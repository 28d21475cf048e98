import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Of what regions/README.md says that it does not connect in Contoh on purpose. */
const onPurpose = (/## What does not connect in Contoh[\s\S]*?(?=\n## )/.exec(readFileSync('regions/README.md', 'utf8'))?.[0] ?? '').split('\n').filter((line) => line.startsWith('| `'))
  .flatMap((line) => [...(line.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, code]) => code));

const run = (args: string[]): string => {
  try {
    return execFileSync(process.execPath, ['--no-warnings', ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    return String((error as { stdout: string }).stdout); // findings are exit code 1
  }
};

/** The line `index 90.2, between …` of the linter, and the script that knows only the pack. */
describe.each(['regions/99.01-contoh', 'regions/16.03-muara-enim'])('the index of %s', (pack) => {
  it('is the same by the script of docs/, from the pack alone', () => {
    const lint = run(['src/app/cli.ts', 'lint', pack, '--on', '2026-11-28']);
    const told = /^index ([\d.]+), between ([\d.]+) and ([\d.]+)/m.exec(lint);
    const { value, low, high } = JSON.parse(run(['docs/in-sync.mjs', pack, '2026-11-28'])) as Record<string, number>;
    expect(told?.slice(1)).toEqual([value, low, high].map((figure) => Number(figure).toFixed(1)));
    // The survey of stunting was not repeated after 2023; local weighing, which is another series and an indicator of its own, was. Districts have no figure after 2023, though the region has.
    if (pack.includes('muara')) expect([...lint.matchAll(/^ {2}indicator (STUNTING|STUNTING_EPPGBM|DISTRICT_POPULATION|POPULATION): No figure for 2024 and 2025/gm)].map(([, code]) => code)).toEqual(['DISTRICT_POPULATION', 'STUNTING']);
    if (pack.includes('contoh')) expect([...lint.matchAll(/^ {2}(?:node|indicator|initiative|masterplan|pillar) (?:\S+\/)?([^\s/]+):/gm)].map(([, code]) => code)).toEqual(onPurpose);
  }, 180_000);
});
