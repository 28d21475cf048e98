import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Clock } from '#kernel/clock.ts';
import type { Db } from '#kernel/connection.ts';
import { identitiesOf, type IdentityTx } from '#kernel/identities.ts';
import { networkOf } from './attempt-rules.ts';
import { type Auth, makeAuth } from './auth.ts';

/** What sign-in needs, made once for a server. */
export interface SignIn {
  db: Db;
  secret: string;
  clock: Clock;
  auth(secure: boolean): Auth;
  /** The same, of which everything is part of one transaction. */
  within(tx: IdentityTx, secure: boolean): Auth;
  /** False where one network address has tried too often. */
  admits(address: string): Promise<boolean>;
  /** A try that succeeded does not count against its network. */
  forgives(address: string): Promise<unknown>;
}

/** An office may share one network, so it is generous; the count for each account is the narrow one. */
const triesPerAddress = 60;
const minutes = 15;

export function makeSignIn(db: Db, secret: string, clock: Clock): SignIn {
  const limiter = new RateLimiterMemory({ points: triesPerAddress, duration: minutes * 60 });
  const made = new Map<boolean, Auth>();
  return {
    db, secret, clock,
    auth(secure) {
      const found = made.get(secure) ?? makeAuth(identitiesOf(db), secret, secure);
      made.set(secure, found);
      return found;
    },
    within: (tx, secure) => makeAuth(tx, secret, secure),
    forgives: (address) => limiter.reward(networkOf(address)),
    admits: (address) => limiter.consume(networkOf(address)).then(() => true, () => false),
  };
}
