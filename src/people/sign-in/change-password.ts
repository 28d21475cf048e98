import { countGuess, type Guessed } from './count-guess.ts';
import type { SignIn } from './make-sign-in.ts';
import type { Asking } from './sign-in.ts';

/** Changes the own password; all other sessions end and this one is renewed. Answers the cookies of the new session. */
export const changePassword = (signIn: SignIn, { headers, secure }: Asking, { email, present, wanted }: { email: string; present: string; wanted: string }): Promise<Guessed<string[]>> =>
  countGuess(signIn, email, async () => {
    const { headers: told } = await signIn.auth(secure).api.changePassword({ body: { currentPassword: present, newPassword: wanted, revokeOtherSessions: true }, headers, returnHeaders: true });
    return told.getSetCookie();
  });
