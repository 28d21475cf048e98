import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkHouse } from './house.ts';

function planted(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'house-'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return root;
}
const fine = { 'src/plan/README.md': 'Plans', 'src/plan/index.ts': 'export { a } from "./a.ts";' };

describe('a planted breach is found', () => {
  it.each([
    ['nothing wrong', {}, null],
    ['no readme', { 'src/extra/index.ts': '' }, 'extra: no README.md'],
    ['no door', { 'src/extra/README.md': '' }, 'extra: no door index.ts'],
    ['a component at the wrong door', { 'src/plan/index.ts': "export { X } from './X.svelte';" }, 'plan/index.ts: plain Node cannot load a component'],
    ['a store behind ui.ts', { 'src/plan/ui.ts': "export { X } from './x.store.ts';" }, 'plan/ui.ts: a store behind the door of components'],
    ['a long file', { 'src/plan/long.ts': '\n'.repeat(500) }, 'src/plan/long.ts: 501 lines, at most 400'],
    ['a long function', { 'src/plan/long.ts': `function f() {${'\n'.repeat(70)}}` }, 'src/plan/long.ts:1: a function of 71 lines, at most 60'],
    ['a missing translation', { 'src/plan/messages.id.json': '{"a":"x"}', 'src/plan/messages.en.json': '{"b":"x"}' }, 'src/plan/messages.id.json: "a" stands in one language alone'],
    ['another place', { 'src/plan/messages.id.json': '{"a":"{x}"}', 'src/plan/messages.en.json': '{"a":"{y}"}' }, 'src/plan/messages.id.json: "a" has other places in English'],
    ['no messages', { 'src/plan/messages.id.json': '{}', 'src/plan/messages.en.json': '{}' }, 'src/plan/messages.id.json: no messages'],
  ])('%s', (_, files, expected) => {
    const problems = checkHouse(planted({ ...fine, ...(files as Record<string, string>) }));
    if (expected === null) expect(problems).toEqual([]);
    else expect(problems).toContain(expected);
  });
});

/** The tool passes in silence when it reads nothing, so a bad import is planted in a copy, and the count of modules is asked. */
function cruise(root: string): { violations: string[]; modules: number } {
  const run = spawnSync(process.execPath, [join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'], { cwd: root, encoding: 'utf8', maxBuffer: 1e9 });
  const { summary, modules } = JSON.parse(run.stdout) as { summary: { violations: { rule: { name: string } }[] }; modules: unknown[] };
  return { violations: summary.violations.map((violation) => violation.rule.name), modules: modules.length };
}

it('imports that go up or around a door are found', () => {
  const root = mkdtempSync(join(tmpdir(), 'cruise-'));
  for (const name of ['src', 'package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) cpSync(join(process.cwd(), name), join(root, name), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'src/kernel/planted.ts'), "import { listPlans } from '#plan/index.ts';\nexport const a = listPlans;\n");
  writeFileSync(join(root, 'src/scores/planted.ts'), "import { listPlans } from '#plan/plans.store.ts';\nexport const a = listPlans;\n");
  writeFileSync(join(root, 'src/scores/achievement.ts'), "import { putSnapshot } from './scores.store.ts';\nexport const a = putSnapshot;\n");
  const { violations, modules } = cruise(root);
  expect(modules).toBeGreaterThan(50);
  expect(violations).toEqual(expect.arrayContaining(['kernel-imports-upward', 'plan-by-its-doors', 'rules-are-pure']));
}, 60_000);
