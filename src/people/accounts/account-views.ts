import { formatMoment } from '#ui/index.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { AccountView } from './account-view.ts';
import type { AccountAdminView, AccountRowView } from './accounts-view.ts';
import { browserName } from './browser-name.ts';
import type { Person } from '../sign-in/find-person.ts';
import type { KnownAccount } from './known-account.ts';
import { needsSecondFactor, permit } from '../permissions/permissions.ts';
import { type PlaceNames, postView, type PostView } from './post-view.ts';
import { type Post, roles } from '../posts.ts';
import type { Session } from '../sign-in/sessions.store.ts';

/** One's own account. */
export function accountView(person: Person, names: PlaceNames, sessions: Session[], { lang, timeZone }: { lang: Lang; timeZone: string }): AccountView {
  return {
    name: person.name, email: person.email, secondFactor: person.secondFactor, administers: permit(person.posts, 'account.manage') !== null, works: permit(person.posts, 'work.see') !== null, reads: permit(person.posts, 'log.read') !== null,
    posts: [...person.posts.map((post) => postView(post, names, false)), ...person.waiting.map((post) => postView(post, names, true))],
    sessions: sessions.map((one) => ({ id: one.id, browser: browserName(one.userAgent), since: formatMoment(one.startedAt, lang, timeZone), current: one.id === person.sessionId })),
  };
}

interface Here {
  region: string;
  today: string;
}

/** An account in the administrator's list. */
export function accountRow(account: KnownAccount, names: PlaceNames, { region, today }: Here): AccountRowView {
  const posts = account.posts.filter((post) => post.untilDay === null || post.untilDay >= today).map((post) => heldView(post, account, names));
  return { id: account.id, name: account.name, email: account.name === '' ? '' : account.email, guest: account.homeRegion !== region, secondFactor: account.secondFactor, posts };
}

/** One account, and what may be granted to it. */
export function accountAdmin(account: KnownAccount, names: PlaceNames, here: Here): AccountAdminView {
  const listed = (of: Map<string, string>): { code: string; name: string }[] => [...of].map(([code, name]) => ({ code, name }));
  const ended = account.posts.filter((post) => post.untilDay !== null && post.untilDay < here.today).map((post) => postView(post, names, false));
  return { ...accountRow(account, names, here), ended, roles: [...roles], agencies: listed(names.agencies), areas: listed(names.areas), pillars: listed(names.pillars), today: here.today };
}

/** A post as its holder has it. */
export const heldView = (post: Post, holder: { secondFactor: boolean }, names: PlaceNames): PostView => postView(post, names, needsSecondFactor(post.role) && !holder.secondFactor);
