import { APIError } from 'better-auth/api';
import { beginAttempt, endAttempts } from './attempts.store.ts';
import type { SignIn } from './make-sign-in.ts';

/** Whoever sits at an open session may not guess its password either: counted as in signing in. */
export async function countGuess<T>({ db, secret, clock }: SignIn, email: string, attempt: () => Promise<T>): Promise<{ kind: 'done'; result: T } | { kind: 'refused' | 'resting' }> {
  if ((await beginAttempt(db, secret, email, clock())) === 'resting') return { kind: 'resting' };
  try {
    const result = await attempt();
    await endAttempts(db, secret, email);
    return { kind: 'done', result };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { kind: 'refused' };
    throw error;
  }
}
export type Guessed<T> = Awaited<ReturnType<typeof countGuess<T>>>;
