import { hash } from '@node-rs/argon2';
import type { BrowserContext } from 'playwright-core';
import { readConfig } from '#kernel/config.ts';
import { openDatabase } from '#kernel/database.ts';
import { newId } from '#kernel/ids.ts';
import { readSecret } from '#kernel/secret.ts';
import { type Role, signing } from '#people/index.ts';
import type { Site } from './site.ts';

const password = 'kain songket biru';

/** One post for each name. */
export type PostsByName<Name extends string> = Record<Name, { role: Role; agencyCode?: string; areaCode?: string; pillarCode?: string }>;

/** Accounts with one post each in a region of a running server, signed in: the cookie of each, by the name of its post. */
export async function signInAll<Name extends string>(site: Site, region: string, posts: PostsByName<Name>, env: Record<string, string> = {}): Promise<Record<Name, string>> {
  const config = readConfig({ ...process.env, SERASAN_DATA: site.folder, ...env });
  const db = await openDatabase(config, () => undefined);
  const signIn = signing.makeSignIn(db, readSecret(config).toString(), () => new Date());
  const digest = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const cookies: Partial<Record<Name, string>> = {};
  try {
    for (const [name, post] of Object.entries(posts) as [Name, { role: Role; agencyCode?: string; areaCode?: string; pillarCode?: string }][]) {
      const [id, email] = [newId(), `${name}.${newId()}@contoh.example`];
      await db.pool.query("insert into people.account (id, name, email, email_verified, created_at, updated_at, two_factor_enabled) values ($1, $2, $3, false, now(), now(), false)", [id, name, email]);
      await db.pool.query("insert into people.credential (id, account_id, provider_id, user_id, password, created_at, updated_at) values ($1, $2, 'credential', $2, $3, now(), now())", [newId(), id, digest]);
      await db.pool.query('insert into people.post (region_code, id, account_id, role, agency_code, area_code, pillar_code, acting, from_day) values ($1, $2, $3, $4, $5, $6, $7, false, $8)', [region, newId(), id, post.role, post.agencyCode ?? null, post.areaCode ?? null, post.pillarCode ?? null, '2020-01-01']);
      const answer = await signing.signIn(signIn, { headers: new Headers(), secure: false, address: '' }, { email, password });
      if (!('cookies' in answer)) throw new Error(`${name} could not sign in: ${answer.kind}`);
      cookies[name] = answer.cookies.map((line) => line.split(';')[0]).join('; ');
      await db.pool.query('update people.account set two_factor_enabled = true where id = $1', [id]); // as if the second factor had been shown
    }
  } finally {
    await db.close();
  }
  return cookies as Record<Name, string>;
}

/** Gives a browser the cookie of who is signed in. */
export const asPerson = (context: BrowserContext, site: Site, cookie: string): Promise<void> =>
  context.addCookies(cookie.split('; ').map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1), url: site.url })));
