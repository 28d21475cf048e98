import { countGuess, type Guessed } from './count-guess.ts';
import { doLogged } from './log-sign-in.ts';
import type { SignIn } from './make-sign-in.ts';
import type { Asking } from './sign-in.ts';

interface Wanted {
  accountId: string;
  email: string;
  present: string;
  wanted: string;
}

/** Changes the own password; all other sessions end and this one is renewed. Answers the cookies of the new session. */
export const changePassword = (signIn: SignIn, asking: Asking, { accountId, email, present, wanted }: Wanted): Promise<Guessed<string[]>> =>
  countGuess(signIn, email, () =>
    doLogged(signIn, asking, async (tx) => {
      const { headers } = await signIn.within(tx, asking.secure).api.changePassword({ body: { currentPassword: present, newPassword: wanted, revokeOtherSessions: true }, headers: asking.headers, returnHeaders: true });
      return { result: headers.getSetCookie(), deed: { action: 'change_password', accountId } };
    }),
  );
