import { type ChildProcess, spawn } from 'node:child_process';
import { constants, cpSync, existsSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

export interface Site {
  url: string;
  output: () => string;
  process: ChildProcess;
  folder: string;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** A folder of its own: as a first start leaves it where one was made for the tests, else empty. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'serasan-site-'));
  const filled = process.env.SERASAN_TEST_FILLED;
  if (filled) cpSync(filled, folder, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return folder;
}

/** Starts the real server on a free port and waits for its address; throws with its output when it ends before. */
export async function startSite(given: { folder?: string; env?: Record<string, string> } = {}): Promise<Site> {
  const folder = given.folder ?? ownFolder();
  const port = await freePort();
  const child = spawn(process.execPath, ['--no-warnings', 'server.ts'], { env: { ...process.env, NODE_ENV: 'production', PORT: String(port), HOST: '127.0.0.1', SERASAN_DATA: folder, SERASAN_API_LIMIT: '1000000', ...given.env } });
  let output = '';
  child.stdout.on('data', (data) => { output += data; });
  child.stderr.on('data', (data) => { output += data; });
  const ended = new Promise<void>((resolve) => { child.on('exit', () => resolve()); });
  const deadline = Date.now() + 90_000;
  while (!output.includes('http://')) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`the server did not start:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    const faults = output.match(/^(?:GET|HEAD|POST) \/[\s\S]*?(?=^\S|$(?![\s\S]))/gm); // what the server itself did not expect
    if (faults) console.error(faults.join('\n').slice(0, 6_000));
  };
  return { url: `http://127.0.0.1:${port}`, output: () => output, process: child, folder, stop };
}

/** Chromium as an npm package brings it; its own libraries go onto the path where the system lacks NSS. */
export async function openBrowser(more: string[] = []): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  const libraries = ['al2023/lib', 'al2/lib', 'lib'].map((name) => join(tmpdir(), name)).filter((path) => existsSync(path));
  const env = { ...process.env, LD_LIBRARY_PATH: [...libraries, process.env.LD_LIBRARY_PATH ?? ''].filter((path) => path !== '').join(delimiter) } as Record<string, string>;
  const args = ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', ...more];
  return playwright.launch({ executablePath, args, headless: true, env });
}
