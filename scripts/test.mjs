// `npm test`: types, lint, house rules, unit, database and route tests, then the browser. `pg`: the database tests on DATABASE_URL.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, install, nodeBinary, root } from './tools.mjs';

const pgOnly = process.argv[2] === 'pg';
if (pgOnly && !process.env.DATABASE_URL) {
  console.error('test:pg needs DATABASE_URL, for example postgresql://postgres@127.0.0.1:5432/postgres');
  process.exit(2);
}
install();
const node = nodeBinary();
const totals = { passed: 0, failed: 0 };
const rows = [];

function finish(label, began, passed, failed) {
  totals.passed += passed;
  totals.failed += failed;
  rows.push(`${label.padEnd(28)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s`);
}

/** Tells what a tool says when it has ended: several run at once. */
function tool(label, script, args) {
  const began = Date.now();
  const child = spawn(node, ['--no-warnings', join(root, script), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => said.push(piece));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      process.stdout.write(Buffer.concat(said));
      finish(label, began, status === 0 ? 1 : 0, status === 0 ? 0 : 1);
      resolve();
    });
  });
}

function vitest(label, args) {
  const began = Date.now();
  const file = join(mkdtempSync(join(tmpdir(), 'serasan-test-')), 'result.json');
  const env = { ...process.env };
  if (!pgOnly) delete env.DATABASE_URL;
  const { status } = spawnSync(node, ['--no-warnings', join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args], { cwd: root, stdio: 'inherit', env });
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numPassedTests: 0, numFailedTests: 1 };
  finish(label, began, result.numPassedTests, Math.max(result.numFailedTests, status === 0 ? 0 : 1));
}

if (pgOnly) vitest('database tests, PostgreSQL', ['src/kernel', 'src/app', 'src/data', 'src/indicators', 'src/scores', 'src/portal']);
else {
  await tool('routes known to types', 'node_modules/@sveltejs/kit/svelte-kit.js', ['sync']);
  const types = tool('types', 'node_modules/svelte-check/bin/svelte-check', ['--threshold', 'error']); // as long as the others together
  await tool('lint', 'node_modules/@biomejs/biome/bin/biome', ['lint', '--error-on-warnings', '.']);
  await tool('imports', 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', ['--config', '.dependency-cruiser.cjs', 'src']);
  await tool('unused files, packages', 'node_modules/knip/bin/knip.js', ['--no-progress', '--include', 'files,dependencies,unlisted,unresolved,binaries']);
  await tool('house rules', 'scripts/house.ts', []);
  await types;
  vitest('unit, database, routes', ['--project', 'unit']);
  build();
  vitest('browser', ['--project', 'e2e']);
}
console.log(`\n${rows.join('\n')}\n`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
