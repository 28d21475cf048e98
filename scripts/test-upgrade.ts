// `npm run test:upgrade`: for each release that CHANGELOG.md names with its commit, starts that commit in a clone, fills a data folder, upgrades it with this one, and holds figures and exports against each other.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const region = '99.01';
const here = process.cwd();
const releases = [...readFileSync('CHANGELOG.md', 'utf8').matchAll(/^## (\S+), commit ([0-9a-f]{40})$/gm)].map(([, name = '', commit = '']) => ({ name, commit }));
const problems: string[] = [];

function run(folder: string, data: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(args[0] === 'git' || args[0] === 'npm' ? (args.shift() as string) : process.execPath, args, { cwd: folder, env: { ...process.env, SERASAN_DATA: data, INIT_CWD: folder }, encoding: 'utf8', maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stdout.slice(-2000)}${stderr.slice(-2000)}`);
  return stdout;
}

/** The release's own packages, unless those that are here are the same. */
function install(clone: string): void {
  const versions = (folder: string): string => JSON.stringify(Object.entries((JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { packages: Record<string, { version: string }> }).packages).filter(([name]) => name !== '').map(([name, { version }]) => `${name} ${version}`).sort());
  const own = new Set(JSON.parse(versions(here)) as string[]);
  if ((JSON.parse(versions(clone)) as string[]).every((one) => own.has(one))) symlinkSync(join(here, 'node_modules'), join(clone, 'node_modules'));
  else run(clone, '', 'npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
}

/** All that pages are drawn from, as the release reads it itself. */
const figures = `
import { everything } from '#app/testing/everything.ts';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database.ts';
import { forRegionRead } from '#kernel/regions.ts';
const db = await openDatabase(readConfig(process.env), () => undefined, 'command');
process.stdout.write(JSON.stringify(await forRegionRead(db, '${region}', everything)));
await db.close();
`;

function read(folder: string, data: string): Record<string, Record<string, string[]>> {
  const file = join(folder, 'scripts', 'figures.tmp.ts');
  writeFileSync(file, figures);
  try {
    return JSON.parse(run(folder, data, '--no-warnings', file)) as never;
  } finally {
    spawnSync('rm', ['-f', file]);
  }
}

const filesOf = (root: string): Map<string, string> => new Map(readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => [join(entry.parentPath, entry.name).slice(root.length + 1), readFileSync(join(entry.parentPath, entry.name), 'utf8')]));

function same(what: string, before: string, after: string): void {
  const [a, b] = [filesOf(before), filesOf(after)];
  const other = [...a].filter(([name, text]) => b.get(name) !== text).map(([name]) => name);
  const more = [...b.keys()].filter((name) => !a.has(name));
  if (other.length > 0) problems.push(`${what}: ${other.join(', ')} differ`);
  console.log(`  ${what}: ${a.size} files, ${other.length} differ${more.length > 0 ? `; new in this release: ${more.join(', ')}` : ''}`);
}

function upgradeFrom({ name, commit }: { name: string; commit: string }): void {
  const folder = mkdtempSync(join(tmpdir(), 'serasan-upgrade-'));
  const [clone, data, cli] = [join(folder, 'clone'), join(folder, 'var'), ['--no-warnings', 'src/app/cli.ts']];
  run(here, '', 'git', 'clone', '--quiet', '--shared', '--no-checkout', here, clone);
  run(clone, '', 'git', 'checkout', '--quiet', commit);
  install(clone);
  run(clone, data, ...cli, 'load', `regions/${region}-contoh`);
  run(clone, data, ...cli, 'freeze', 'naik', '--region', region);
  run(clone, data, ...cli, 'export', join(folder, 'before'), '--region', region);
  const before = read(clone, data);
  console.log(`${name} (${commit.slice(0, 8)}): a folder with ${before.published?.cells?.length} published cells`);
  cpSync(data, join(folder, 'untouched'), { recursive: true });
  console.log(run(here, data, ...cli, 'upgrade', join(folder, 'before.zip')).trim().replace(/^/gm, '  > '));
  const after = read(here, data);
  for (const view of ['current', 'published']) {
    for (const [kind, rows] of Object.entries(before[view] ?? {})) {
      const now = after[view]?.[kind] ?? [];
      const other = rows.filter((row, n) => row !== now[n]).length + Math.abs(now.length - rows.length);
      if (other > 0) problems.push(`${name}: ${other} of ${rows.length} ${view} ${kind} differ, the first ${rows.find((row, n) => row !== now[n])} → ${now.find((row, n) => row !== rows[n])}`);
      console.log(`  ${view} ${kind}: ${rows.length}, ${other} differ`);
    }
  }
  run(here, data, ...cli, 'export', join(folder, 'after'), '--region', region);
  same('export of the upgraded folder', join(folder, 'before'), join(folder, 'after'));
  run(here, join(folder, 'restored'), ...cli, 'restore', join(folder, 'before.zip'));
  run(here, join(folder, 'restored'), ...cli, 'export', join(folder, 'after-restore'), '--region', region);
  same('export of the backup, restored', join(folder, 'before'), join(folder, 'after-restore'));
}

if (releases.length === 0) problems.push('CHANGELOG.md names no release with its commit: `## 0.1.0, commit <40 digits>`');
for (const release of releases) upgradeFrom(release);
for (const problem of problems) console.log(problem);
console.log(problems.length === 0 ? 'every release comes up, and nothing differs' : `${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
