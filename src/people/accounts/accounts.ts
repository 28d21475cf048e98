import * as forms from './account-forms.ts';
import { listKnownAccounts, readKnownAccount } from './known-account.ts';
import { endAllSessions, forgetHolder, inviteAccount, renewLink } from './manage-accounts.ts';
import { endPost, grantPost, handOverPost, openPost } from './manage-posts.ts';
import { listPosts } from '../posts.store.ts';

/** Keeping accounts and posts: one name at the door. */
export const accounts = {
  list: listKnownAccounts, read: readKnownAccount, invite: inviteAccount, renewLink, endAllSessions, forget: forgetHolder,
  grantPost, endPost, handOverPost, openPost, listPosts, forms,
};
