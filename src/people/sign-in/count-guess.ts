import { APIError } from 'better-auth/api';
import { beginAttempt, endAttempts } from './attempts.store.ts';
import type { SignIn } from './make-sign-in.ts';

/** Whoever sits at an open session may not guess its password either. Counted apart from signing in: who fails outside does not hinder who is in. */
export async function countGuess<T>({ db, secret, clock }: SignIn, email: string, attempt: () => Promise<T>): Promise<{ kind: 'done'; result: T } | { kind: 'refused' | 'resting' }> {
  if ((await beginAttempt(db, secret, email, { session: true }, clock())) === 'resting') return { kind: 'resting' };
  try {
    const result = await attempt();
    await endAttempts(db, secret, email, { session: true });
    return { kind: 'done', result };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { kind: 'refused' };
    throw error;
  }
}
export type Guessed<T> = Awaited<ReturnType<typeof countGuess<T>>>;
