import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { formulas } from '#indicators/index.ts';
import { readConfig } from '#kernel/config.ts';
import type { Db } from '#kernel/connection.ts';
import { Fault } from '#kernel/faults.ts';
import type { PackProblem } from '#kernel/pack-file.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { upkeep } from '#kernel/upkeep.ts';
import { auditCommand } from './audit-command.ts';
import { backupCommand, restoreCommand, upgradeCommand } from './backup-commands.ts';
import { signing } from '#people/index.ts';
import { changeFormula } from './change-formula.ts';
import { checkPack, filesIn, type Pack } from './check-pack.ts';
import { type Command, type Options, optionTypes, out, say, withDatabase } from './command.ts';
import { newContext } from './context.ts';
import { exportAll } from './export-all.ts';
import { exportPack } from './export-pack.ts';
import { freezeRegion } from './freeze-region.ts';
import { lintOf, remarksOn } from './lint-command.ts';
import { loadAll } from './load-all.ts';
import { loadPack } from './load-pack.ts';
import { previewFormula } from './preview-formula.ts';
import { workStale } from './work-stale.ts';
import { writeSchemas } from './pack-schemas.ts';
import { tellFault } from './tell-fault.ts';
import { type Violation, violationsIn } from './check-rules.ts';
import { packFiles, writePack } from './write-pack.ts';


const commands: Record<string, Command> = {
  check: {
    given: 'DIR',
    short: 'every problem of a region pack, with file, line and what was expected',
    long: 'Reads the pack in DIR and writes nothing. A pack that is fine but not in canonical form is said to be so, which is no problem;\nnor is a value that breaks a validation rule, or what the linter finds in the trees (`serasan lint` says why): it is told, for somebody to look at.',
    async run(folder) {
      const pack = checkPack(folder);
      const code = tell(pack.problems);
      if (code === 0) tellViolations(violationsIn(pack.tables));
      if (code === 0 && !isCanonical(pack)) out('note: not in canonical form; `serasan fmt` writes it so');
      if (code === 0) await remarksOn(folder, rowsOf(pack.tables, 'data.value').length, out);
      return code;
    },
  },
  fmt: {
    given: 'DIR',
    short: 'rewrites a pack in its canonical form',
    long: 'Needs no database. A pack of which a row cannot be read, or stands twice, is left as it is.',
    run(folder) {
      const pack = checkPack(folder);
      if (!pack.whole) return tell(pack.problems);
      out(isCanonical(pack) ? 'already in canonical form' : `${writePack(folder, pack.tables)} files written`);
      return tell(pack.problems);
    },
  },
  load: {
    given: 'DIR [--all]',
    short: 'loads a pack; only what changed is changed',
    long: 'A pack with problems is refused, and the database stays as it was. What vanished from the pack is withdrawn; what a person recorded\nsince the last load stays, and is listed. A load that was killed goes on where it stood when the same pack is loaded again.\nWith --all, DIR is what `export --all` wrote, and the installation has none of its regions yet.',
    run: (folder, { all }) => withDatabase(async (db) => {
      if (all) await loadedAll(db, folder);
      else await loadPack(newContext(db, 'pack', out), folder);
      await upkeep(db); // the next question comes at once
      return 0;
    }),
  },
  export: {
    given: 'DIR [--all] [--region CODE] [--force]',
    short: 'writes a region as a pack, in canonical form; or all regions, with accounts and log',
    long: 'The region is SERASAN_REGION when none is given. DIR must be new, empty or a pack of this region; --force also replaces a\npack of another region. A folder that holds anything else is never touched.\nWith --all everything of every region is written into a new folder, for its owner alone, but no password, second factor, session or link.',
    run: (folder, options) => withDatabase(async (db) => {
      if (options.all) {
        const { regions, moved } = await exportAll(newContext(db, 'command', out), folder);
        out(`${regions.join(', ')} written to ${folder}`);
        if (moved.length > 0) out(`${moved.join(', ')} went on being changed while it was written: from which row of the log to which stands in serasan-export.json; its parts may not fit together. Write it again when it rests`);
        return moved.length > 0 ? 1 : 0;
      }
      out(`${await exportPack(db, options.region ?? readConfig(process.env).region, folder, options.force)} files written`);
      return 0;
    }),
  },
  freeze: {
    given: 'CODE [--on DAY] [--name TEXT] [--name-en TEXT] [--region CODE]',
    short: 'keeps the published scores as they stand, for ever, under a code and a day',
    long: 'DAY is the day whose scores these are, 2026-06-30; the last day known when none is given. What is corrected later changes what is shown\ntoday, never this. Frozen snapshots go out with `export`, into snapshots/CODE.yaml.',
    run: (code, options) => withDatabase(async (db) => {
      const region = options.region ?? readConfig(process.env).region;
      const { nodes, indicators, on } = await freezeRegion(newContext(db, 'command', out), region, { code, on: options.on, name: options.name, nameEn: options['name-en'] });
      out(`${region}: ${nodes} scores and ${indicators} indicators frozen as of ${on}`);
      return 0;
    }),
  },
  formula: {
    given: '[< LINES] | preview|set CODE EXPRESSION [--region CODE]',
    short: 'computes formulas, a JSON object a line; or tries or sets another formula',
    long: 'A line is { "id", "expression", "values": { code: number | text | true | false | null }, "missing": "skip_if_any" | "skip_if_all" | "never_skip" };\nits answer is { "id", "value" } with "reason" and "assumedZero" where there are any, or { "id", "error": { "code", "position", "message" } }.\nA value of #{a.b} goes by "a.b", of N{x}, C{x} and T{x} by "N{x}" or "x". docs/arithmetic.md says how it computes.\n\npreview tells each published cell and score that another formula of an indicator would change, and changes nothing.\nset puts it in force and computes the cells again; until that has ended they stay as they were and say so. A pack that is loaded later says which formula holds.',
    words: [0, 3],
    async run(first, options, words) {
      if (words.length > 0) return first === 'set' ? setFormula(options, words) : previewed(first, options, words);
      process.stdin.setEncoding('utf8');
      // Who reads the answers may stop reading: that is no fault.
      await pipeline(Readable.from(formulas.lines(process.stdin)), process.stdout, { end: false }).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
      });
      return 0;
    },
  },
  lint: {
    given: '[DIR] [--region CODE] [--on DAY]',
    short: 'what does not connect in vision, plans and masterplan',
    long: 'Asks every rule of the linter of the region in the database, or of the pack in DIR. Of each finding: the rule, why it matters, how to mend it,\nthe regulation behind it. A rule that needs a document which is not there answers "not checked", never "good". DAY is the day of asking.\nExit code 1 where anything was found that no exception lets stand.',
    words: [0, 1],
    run: (folder, options, words) => lintOf(words.length === 0 ? null : resolve(process.env.INIT_CWD ?? '.', folder), options, out, say),
  },
  audit: auditCommand,
  backup: backupCommand,
  restore: restoreCommand,
  upgrade: upgradeCommand,
  schema: {
    given: 'DIR',
    short: 'writes a JSON Schema for each file of a pack',
    long: 'The schemas of this version stand in regions/schema.',
    run(folder) {
      out(`${writeSchemas(folder)} files written`);
      return 0;
    },
  },
};

async function loadedAll(db: Db, folder: string): Promise<void> {
  const ctx = newContext(db, 'command', out);
  const { regions } = await loadAll(ctx, folder);
  const links = await signing.administratorLinks(db, ctx.clock, regions);
  out(`${regions.join(', ')} loaded. No password came along; ${links.length === 0 ? 'the next start prints a link for the first administrator' : 'by these links, once and within seven days, administrators get in and let in the others:'}`);
  for (const { region, email, token } of links) out(`  ${email}: ${readConfig(process.env).origin ?? 'http://…'}/daerah/${region}/masuk/tautan/${token}`);
}

/** `preview CODE EXPRESSION`: what would change, and that is all. */
async function previewed(verb: string, options: Options, words: string[]): Promise<number> {
  const [, code, expression] = words;
  if (verb !== 'preview' || code === undefined || expression === undefined) {
    say(verb === 'preview' ? 'a code and an expression are missing' : `${verb} is not known here; \`preview CODE EXPRESSION\` and \`set CODE EXPRESSION\` are`);
    return 2;
  }
  return withDatabase(async (db) => {
    const found = await previewFormula(newContext(db, 'command', out), options.region ?? readConfig(process.env).region, code, expression);
    out(`${found.before} → ${expression}\n${found.told.id}\n${found.told.en}`);
    for (const one of found.broken) out(`worked example ${one}`);
    for (const { what, before, after } of [...found.cells, ...found.scores]) out(`${what}: ${before} → ${after}`);
    out(`${found.cells.length} of ${found.of} cells and ${found.scores.length} scores would change; nothing was changed`);
    return 0;
  });
}

/** `set CODE EXPRESSION`: in force at once; computed here, or by another process that has begun already. */
async function setFormula(options: Options, [, code, expression]: string[]): Promise<number> {
  if (code === undefined || expression === undefined) {
    say('a code and an expression are missing');
    return 2;
  }
  return withDatabase(async (db) => {
    const ctx = newContext(db, 'command', out);
    const region = options.region ?? readConfig(process.env).region;
    const { before, told } = await changeFormula(ctx, region, code, expression);
    out(`${before} → ${expression}\n${told.id}\n${told.en}`);
    if (!(await workStale(ctx, region))) out('another process computes its cells; /healthz says how far it is');
    return 0;
  });
}

const codes = 'Exit codes: 0 done, 1 the pack has problems, 2 the call is wrong, 3 it could not be done.';
const usage = ['serasan COMMAND', '', ...Object.entries(commands).map(([name, { given, short }]) => `  ${`${name} ${given}`.padEnd(37)} ${short}`), '',
  'serasan COMMAND --help says more.', codes].join('\n');
const helpOf = (name: string, { given, short, long }: Command): string => `serasan ${name} ${given}\n\n${name}: ${short}.\n${long}\n\n${codes}`;

function tell(problems: PackProblem[]): number {
  for (const p of problems) {
    out(`${p.file}${p.line === null ? '' : `:${p.line}`}: ${p.field ? `${p.field}: ` : ''}given ${p.given}; expected ${p.expected}`);
  }
  out(problems.length === 0 ? 'no problems' : problems.length === 1 ? '1 problem' : `${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

/** A few of each rule: who breaks it everywhere has one thing to look at, not a thousand. */
function tellViolations(found: Violation[]): void {
  const most = 20;
  for (const rows of Map.groupBy(found, ({ rule }) => rule).values()) {
    for (const { rule, name, area, period, left, operator, right } of rows.slice(0, most)) out(`note: ${rule} does not hold in ${area}, ${period}: ${left ?? 'nothing'} ${operator} ${right ?? 'nothing'} (${name})`);
    if (rows.length > most) out(`note: ${rows[0]?.rule} does not hold in ${rows.length - most} more`);
  }
}

function isCanonical(pack: Pack): boolean {
  const files = packFiles(pack.tables);
  return files.length === filesIn(pack.folder).length && files.every(([file, content]) => {
    try {
      return readFileSync(join(pack.folder, file), 'utf8') === content;
    } catch {
      return false;
    }
  });
}

/** Runs one command; returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args, allowPositionals: true, options: optionTypes,
  });
  const [name, ...words] = positionals;
  const command = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name];
  if (values.help) return out(name && command ? helpOf(name, command) : usage) ? 0 : 3;
  const [least, most] = command?.words ?? [1, 1];
  const wrong = !command ? (name ? `unknown command ${name}` : '') : words.length < least ? `${{ DIR: 'a folder', FILE: 'a file' }[command.given.split(' ')[0] ?? ''] ?? 'a word'} is missing` : words.length > most ? `${words[most]} is too many` : null;
  if (wrong !== null || !command) {
    say(wrong ? `${wrong}\n\n${usage}` : usage);
    return 2;
  }
  const first = words[0] ?? '';
  return command.run(/^(DIR|FILE)\b/.test(command.given) ? resolve(process.env.INIT_CWD ?? '.', first) : first, values, words);
}

function tellError(error: unknown): number {
  if (error instanceof Fault && error.code === 'pack.refused') {
    say('refused; the database is as it was');
    return tell(error.params.problems as PackProblem[]);
  }
  if (error instanceof Fault) {
    say(tellFault(error));
    return 3;
  }
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
    say(`${error.message}\n\n${usage}`);
    return 2;
  }
  say(error instanceof Error && 'code' in error ? error.message : String(error instanceof Error ? error.stack : error));
  return 3;
}

if (process.argv[1]?.endsWith('cli.ts')) process.exitCode = await main(process.argv.slice(2)).catch(tellError);
