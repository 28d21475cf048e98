import { resolve } from 'node:path';
import { z } from 'zod';
import { Fault } from './faults.ts';

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  region: string;
  databaseUrl: string | undefined;
  /** The address under which people reach the site, `https://serasan.example`; null where none is set. */
  origin: string | null;
  /** Requests of what machines take (API, files, feeds, pieces) a minute, for one address. */
  apiLimit: number;
  /** The installation's key where the environment brings it; null where it lies in the data folder. `readSecret` reads either. */
  secret: string | null;
}

/** A region's code as Kemendagri writes it: province and regency or city, two digits each. */
export const regionCode = z.string().regex(/^\d\d\.\d\d$/);

const fields = {
  PORT: { schema: z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.number().max(65535)).default(3000), expected: 'a port number from 0 to 65535' },
  HOST: { schema: z.string().min(1).default('localhost'), expected: 'a host name or address' },
  SERASAN_DATA: { schema: z.string().min(1).default('./var'), expected: 'the path of a folder' },
  SERASAN_REGION: { schema: regionCode.default('16.03'), expected: 'a region code such as 16.03' },
  DATABASE_URL: {
    schema: z.string().regex(/^postgres(ql)?:\/\/./).optional(),
    expected: 'an address such as postgresql://user:password@host:5432/name',
  },
  SERASAN_API_LIMIT: { schema: z.string().regex(/^[1-9]\d{0,6}$/).transform(Number).default(600), expected: 'a number of requests a minute, 1 to 9999999' },
  SERASAN_SECRET: { schema: z.string().min(32).optional(), expected: 'a random text of at least 32 characters' },
  SERASAN_ORIGIN: {
    schema: z.string().regex(/^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/).optional(),
    expected: 'the public address of the site, such as https://serasan.example: scheme and host in small letters, no path',
  },
};

/** A wrong address may still hold a right password. */
const withoutPassword = (given: string): string => given.replace(/:[^:@/]*@/, ':…@');

/** The environment as settings; a wrong value throws `config.invalid`, naming variable, value and what was expected. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = <K extends keyof typeof fields>(name: K): z.infer<(typeof fields)[K]['schema']> => {
    const given = env[name] === '' ? undefined : env[name];
    const result = fields[name].schema.safeParse(given);
    if (result.success) return result.data as z.infer<(typeof fields)[K]['schema']>;
    throw new Fault('config.invalid', 500, { variable: name, given: name === 'SERASAN_SECRET' ? '…' : withoutPassword(given ?? ''), expected: fields[name].expected });
  };
  return {
    port: read('PORT'),
    host: read('HOST'),
    dataDir: resolve(read('SERASAN_DATA')),
    region: read('SERASAN_REGION'),
    databaseUrl: read('DATABASE_URL'),
    origin: read('SERASAN_ORIGIN') ?? null,
    apiLimit: read('SERASAN_API_LIMIT'),
    secret: read('SERASAN_SECRET') ?? null,
  };
}
