import { APIError } from 'better-auth/api';
import { beginAttempt, endAttempts } from './attempts.store.ts';
import { logAccount } from './log-sign-in.ts';
import type { SignIn } from './make-sign-in.ts';
import type { Asking } from './sign-in.ts';

/** Whoever sits at an open session may not guess its password either. Counted apart from signing in, for all sessions of the address together: who fails outside does not hinder who is in. A wrong one and the rest that begins with it are told in the log; during the rest nothing is tried, and nothing told. */
export async function countGuess<T>(signIn: SignIn, asking: Asking, { accountId, email }: { accountId: string; email: string }, guess: () => Promise<T>): Promise<{ kind: 'done'; result: T } | { kind: 'refused' | 'resting' }> {
  const { db, secret, clock } = signIn;
  const attempt = await beginAttempt(db, secret, email, { session: true }, clock());
  if (attempt.kind === 'resting') return { kind: 'resting' };
  try {
    const result = await guess();
    await endAttempts(db, secret, email, { session: true }, attempt);
    return { kind: 'done', result };
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error;
    await logAccount(signIn, asking, 'refuse_password', accountId);
    if (attempt.kind === 'last') await logAccount(signIn, asking, 'begin_rest', accountId);
    return { kind: 'refused' };
  }
}
export type Guessed<T> = Awaited<ReturnType<typeof countGuess<T>>>;
