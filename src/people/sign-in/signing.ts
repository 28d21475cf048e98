import { changePassword } from './change-password.ts';
import { findPerson } from './find-person.ts';
import { administratorLinks, firstLinks } from './first-links.ts';
import { logAccount } from './log-sign-in.ts';
import { makeSignIn } from './make-sign-in.ts';
import { readLink } from './read-link.ts';
import { beginFactor, confirmFactor, enterCode, removeFactor, sameFactor } from './second-factor.ts';
import { listSessions } from './sessions.store.ts';
import { endOwnSessions, signIn, signOut } from './sign-in.ts';
import { spendLink } from './spend-link.ts';
import { takeCall } from './take-call.ts';

/** Signing in and out, and who asks: one name at the door. */
export const signing = { makeSignIn, findPerson, signIn, signOut, enterCode, beginFactor, confirmFactor, removeFactor, sameFactor, listSessions, endOwnSessions, changePassword, logAccount, firstLinks, administratorLinks, readLink, spendLink, takeCall };
