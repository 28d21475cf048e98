import { countGuess, type Guessed } from './count-guess.ts';
import { deviceCookie, knownDevice } from './known-device.ts';
import { doLogged } from './log-sign-in.ts';
import { dropWaiting } from './sessions.store.ts';
import type { SignIn } from './make-sign-in.ts';
import type { Asking } from './sign-in.ts';

interface Wanted {
  accountId: string;
  email: string;
  present: string;
  wanted: string;
}

/** Changes the own password; all other sessions end and this one is renewed, and no other browser is known any more. Answers the cookies of the new session and of this browser. */
export const changePassword = (signIn: SignIn, asking: Asking, { accountId, email, present, wanted }: Wanted): Promise<Guessed<string[]>> =>
  countGuess(signIn, asking, { accountId, email }, () =>
    doLogged(signIn, asking, async (tx) => {
      const { headers } = await signIn.within(tx, asking.secure).api.changePassword({ body: { currentPassword: present, newPassword: wanted, revokeOtherSessions: true }, headers: asking.headers, returnHeaders: true });
      await dropWaiting(tx, accountId);
      const known = knownDevice(signIn.secret, email, asking.headers, asking.secure, signIn.clock());
      return { result: [...headers.getSetCookie(), deviceCookie(signIn.secret, email, asking.secure, signIn.clock(), known?.id)], deed: { action: 'change_password', accountId } };
    }),
  );
