import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { sealAudit, verifyAudit } from '#kernel/audit-seals.ts';
import type { Db } from '#kernel/connection.ts';
import { Fault } from '#kernel/faults.ts';
import { listRegions } from '#places/index.ts';
import { type Command, type Options, out, say, withDatabase } from './command.ts';
import { newContext } from './context.ts';
import { exportAudit, listAudit } from './read-audit.ts';

/** What the log is asked for on the command line. */
export const auditCommand: Command = {
  given: 'verify|seal|list|export FILE [--region CODE] [--subject TEXT] [--action WORD] [--from DAY] [--until DAY] [--most N] [--seal N:DIGEST]',
  short: 'the log: whether it is as it was written, its rows, or all as CSV',
  long: 'verify computes every seal of each region, or of one, again; it names the first that does not hold, and the rows that have none yet. With\n--seal it also holds a seal that was written down elsewhere against the log: only so is an end that was cut off known.\nseal makes seals at once; a running server does so every few seconds. list shows the newest rows (--most, 50), export writes them all into\na new file, for its owner alone. Both may ask for a part of a subject, an action and days; both are told in the log.',
  words: [1, 2],
  async run(verb, options, words) {
    const file = words[1];
    if (!['verify', 'seal', 'list', 'export'].includes(verb) || (verb === 'export') !== (file !== undefined)) {
      say(verb === 'export' ? 'a file is missing' : `${file ?? verb} is not known here; verify, seal, list and export FILE are`);
      return 2;
    }
    const seal = noted(options);
    const target = file === undefined ? null : resolve(process.env.INIT_CWD ?? '.', file);
    if (target !== null && !options.force && existsSync(target)) throw new Fault('file.exists', 409, { file: target, expected: 'a new file, or --force' });
    return withDatabase(async (db) => {
      const codes = options.region === undefined ? (await listRegions(db)).map(({ code }) => code) : [options.region];
      if (verb === 'verify') return verified(db, codes, seal);
      if (verb === 'seal') for (const code of codes) out(`${code}: ${many(await sealAudit(db, code, () => new Date()), 'row')} sealed`);
      if (verb === 'list') await listed(db, codes, options);
      if (verb === 'export' && target !== null) await exported(db, codes, options, target);
      return 0;
    });
  },
};

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** Exit code 1 where a seal does not hold. */
async function verified(db: Db, codes: string[], seal: { number: number; hash: string } | null): Promise<number> {
  if (seal && codes.length !== 1) throw new Fault('audit.invalid', 422, { given: '--seal', expected: 'one region, --region CODE: a seal is of one' });
  let held = true;
  for (const code of codes) {
    const { seals, rows, newest, broken, unsealed } = await verifyAudit(db, code, seal);
    if (broken) out(`${code}: seal ${broken.number} does not hold: ${broken.found}; what stands before it holds`);
    else out(`${code}: ${many(seals, 'seal')} over ${many(rows, 'row')}, unbroken${newest ? `; the newest is ${newest.number}:${newest.hash} of ${newest.sealedAt.toISOString()}` : ''}`);
    if (unsealed.rows > 0) out(`${code}: no seal yet over ${many(unsealed.rows, 'row')}, the oldest of ${unsealed.since}`);
    held &&= broken === null;
  }
  return held ? 0 : 1;
}

function noted({ seal }: Options): { number: number; hash: string } | null {
  if (seal === undefined) return null;
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(seal) ?? [];
  if (number === undefined || hash === undefined) throw new Fault('audit.invalid', 422, { given: seal.slice(0, 100), expected: 'a seal as verify writes it, number:digest' });
  return { number: Number(number), hash };
}

async function listed(db: Db, codes: string[], options: Options): Promise<void> {
  const { subject, action, from, until, most = '50' } = options;
  if (!/^[1-9]\d{0,4}$/.test(most)) throw new Fault('audit.invalid', 422, { given: most.slice(0, 40), expected: 'a number of rows, 1 to 99999' });
  for (const code of codes) {
    const rows = await listAudit(newContext(db, 'command', out), code, { subject, action, from, until }, Number(most));
    for (const row of rows) {
      const changed = [row.before === null ? '' : ` before ${row.before}`, row.after === null ? '' : ` after ${row.after}`, row.reason === null ? '' : ` because ${row.reason}`].join('');
      out(`${code} ${row.at} ${row.actor}${row.accountId === null ? '' : ` (account ${row.accountId})`} ${row.action} ${row.subject}${changed}`);
    }
    out(`${code}: ${many(rows.length, 'row')}`);
  }
}

/** Written beside its place and then renamed, so that nobody takes half of it for the log. */
async function exported(db: Db, codes: string[], { subject, action, from, until }: Options, file: string): Promise<void> {
  const fresh = `${file}.part`;
  const open = openSync(fresh, 'w', 0o600);
  try {
    let count = 0;
    for (const [n, code] of codes.entries()) {
      let head = true;
      count += await exportAudit(newContext(db, 'command', out), code, { subject, action, from, until }, (text) => {
        if (!head || n === 0) writeSync(open, text); // one head for all regions
        head = false;
      });
    }
    renameSync(fresh, file);
    out(`${many(count, 'row')} written to ${file}`);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  } finally {
    closeSync(open);
  }
}
