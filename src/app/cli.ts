import { parseArgs } from 'node:util';
import { readConfig } from '#kernel/config.ts';
import type { Db } from '#kernel/connect.ts';
import { openDatabase } from '#kernel/database.ts';
import { Fault } from '#kernel/faults.ts';
import type { PackProblem } from '#kernel/pack-file.ts';
import { checkPack } from './check-pack.ts';
import { newContext } from './context.ts';
import { exportPack } from './export-pack.ts';
import { loadPack } from './load-pack.ts';
import { packFiles, writePack } from './write-pack.ts';

const usage = `serasan COMMAND

  check DIR                 every problem of a region pack, with file, line and what was expected
  fmt DIR                   rewrites a pack in its canonical form
  load DIR                  loads a pack; only what changed is changed
  export DIR --region CODE  writes a region as a pack (default: SERASAN_REGION)

Exit codes: 0 done, 1 the pack has problems, 2 the call is wrong, 3 it could not be done.`;

const out = (line: string): boolean => process.stdout.write(`${line}\n`);
const say = (line: string): boolean => process.stderr.write(`${line}\n`);

function tell(problems: PackProblem[]): number {
  for (const p of problems.slice(0, 500)) {
    out(`${p.file}${p.line === null ? '' : `:${p.line}`}: ${p.field ? `${p.field}: ` : ''}given ${p.given}; expected ${p.expected}`);
  }
  if (problems.length > 500) out(`… and ${problems.length - 500} more`);
  out(problems.length === 0 ? 'no problems' : `${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

async function withDatabase(work: (db: Db) => Promise<number>): Promise<number> {
  const db = await openDatabase(readConfig(process.env), say, 'command');
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** Runs one command; returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { help: { type: 'boolean' }, region: { type: 'string' } } });
  const [command, folder] = positionals;
  if (values.help) return out(usage) ? 0 : 3;
  if (!command || !folder || positionals.length > 2) return say(usage) ? 2 : 2;
  if (command === 'check') return tell(checkPack(folder).problems);
  if (command === 'fmt') {
    const pack = checkPack(folder);
    const broken = pack.problems.filter((problem) => problem.line === null || problem.expected.includes('fields') || problem.expected.includes('YAML'));
    if (broken.length > 0) return tell(broken);
    writePack(folder, pack.tables);
    out(`${packFiles(pack.tables).length} files written`);
    return tell(checkPack(folder).problems);
  }
  if (command === 'load') {
    return withDatabase(async (db) => {
      await loadPack(newContext(db, 'pack', say), folder);
      return 0;
    });
  }
  if (command === 'export') {
    return withDatabase(async (db) => {
      out(`${await exportPack(db, values.region ?? readConfig(process.env).region, folder)} files written`);
      return 0;
    });
  }
  return say(`unknown command ${command}\n\n${usage}`) ? 2 : 2;
}

if (process.argv[1]?.endsWith('cli.ts')) {
  process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'pack.refused') return tell(error.params.problems as PackProblem[]);
    if (error instanceof Fault) say(error.message);
    else say(error instanceof TypeError && 'code' in error ? `${error.message}\n\n${usage}` : String(error instanceof Error ? error.stack : error));
    return error instanceof TypeError && 'code' in error ? 2 : 3;
  });
}
