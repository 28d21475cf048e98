import { audit, type AuditRow } from '#kernel/audit.ts';
import { forIdentities, type IdentityTx, inRegion } from '#kernel/identities.ts';
import { forRegion, type RegionTx } from '#kernel/regions.ts';
import { listRegions } from '#places/index.ts';
import { listPosts, nameGuest } from '../posts.store.ts';
import type { SignIn } from './make-sign-in.ts';
import type { Asking } from './sign-in.ts';

type Told = Pick<AuditRow, 'action' | 'subject'> & { after?: Record<string, unknown>; accountId: string | null };

/** What somebody does with the own account, or is refused. */
export type AccountAction = 'sign_in' | 'sign_out' | 'set_factor' | 'remove_factor' | 'change_password' | 'end_own_sessions' | 'refuse_password' | 'begin_rest';

const write = (tx: RegionTx, { clock }: SignIn, { address }: Asking, { accountId, ...row }: Told): Promise<void> =>
  audit(tx, [{ at: clock(), actor: accountId === null ? 'nobody' : `account:${accountId}`, who: { accountId, postId: null, address }, ...row }]);

/** What is told of somebody who is known. */
export interface Deed {
  action: AccountAction;
  accountId: string;
}

/**
 * Does something in one transaction with its rows in the log: in the region of the page, and in each where the account holds or held a post, for it works
 * there too. `work` asks nothing but its transaction, and answers what it did, or null where nothing is to be told.
 */
export async function doLogged<T>(signIn: SignIn, asking: Asking, work: (tx: IdentityTx) => Promise<{ result: T; deed: Deed | null }>): Promise<T> {
  const regions = await listRegions(signIn.db);
  return forIdentities(signIn.db, async (tx) => {
    const { result, deed } = await work(tx);
    if (deed === null) return result;
    const { action, accountId } = deed;
    for (const { code } of regions) {
      await inRegion(tx, code, async (own) => {
        if (code === asking.region && action === 'sign_in') await nameGuest(own, accountId, null); // who was called there has come
        if (code === asking.region || (await listPosts(own, accountId)).length > 0) await write(own, signIn, asking, { action, subject: `people.account ${accountId}`, accountId });
      });
    }
    return result;
  });
}

/** Tells of what is done or refused already. */
export const logAccount = (signIn: SignIn, asking: Asking, action: AccountAction, accountId: string): Promise<void> => doLogged(signIn, asking, async () => ({ result: undefined, deed: { action, accountId } }));

/**
 * Tells of a sign-in that was refused, and of the rest that begins with it: in the region of the page alone, with the typed address as a
 * digest, and with the same statements whether there is such an account or not.
 */
export async function logRefusal(signIn: SignIn, asking: Asking, told: { step: 'password'; email: string; rests: boolean } | { step: 'code'; rests: boolean }): Promise<void> {
  const { region } = asking;
  if (!region) return; // no page of a region: there is no log to tell it in
  const after = told.step === 'password' ? { step: told.step, email: told.email.trim().toLowerCase().slice(0, 254) } : { step: told.step };
  await forRegion(signIn.db, region, async (tx) => {
    await write(tx, signIn, asking, { action: 'refuse_sign_in', subject: 'people.account', after, accountId: null });
    if (told.rests) await write(tx, signIn, asking, { action: 'begin_rest', subject: 'people.account', after, accountId: null });
  });
}
