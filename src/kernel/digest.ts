import { createHmac } from 'node:crypto';
import { readConfig } from './config.ts';
import { readSecret } from './secret.ts';

let key: Buffer | undefined;

/**
 * What the log keeps instead of an address or a personal field: the same text gives the same digest in one installation, and nobody without
 * its key can try out which text it was. `kind` parts an address from a name that reads the same.
 */
export function keyedDigest(kind: string, text: string, by: Buffer = ownKey()): string {
  return createHmac('sha256', by).update(`${kind}\0${text}`).digest('hex').slice(0, 32);
}

/** Read when it is first needed: who never writes down an address needs no key. */
function ownKey(): Buffer {
  key ??= readSecret(readConfig(process.env));
  return key;
}
