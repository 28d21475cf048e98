import type { ListedRow } from '#kernel/audit-list.ts';
import type { Verified } from '#kernel/audit-seals.ts';
import type { Lang } from '#kernel/i18n.ts';
import { formatMoment } from '#ui/index.ts';
import type { PlaceNames } from '../accounts/post-view.ts';
import type { Post } from '../posts.ts';
import { peopleWords } from '../words.ts';
import { type LogKey, logWords, toldActions } from './words.ts';

/** What was asked, as it stands in the form. */
export interface LogAsked {
  jabatan: string;
  akun: string;
  benda: string;
  jenis: string;
  dari: string;
  sampai: string;
}

export interface LogRowView {
  id: string;
  at: string;
  action: string;
  subject: string;
  /** The post behind it in words, or the program that did it. */
  by: string;
  account: { id: string; href: string | null } | null;
  /** The same digest is the same network address. */
  address: string | null;
  before: string | null;
  after: string | null;
  reason: string | null;
  seal: string;
}

export interface LogView {
  asked: LogAsked;
  rows: LogRowView[];
  /** What stands where there is none. */
  none: string | null;
  /** Where the list goes on, and the same as a file. */
  more: string | null;
  csv: string;
  posts: { id: string; text: string }[];
  actions: { code: string; text: string }[];
  seals: { newest: string | null; hash: string | null; tail: string; check: string; held: string | null; broken: { said: string; found: string } | null };
  administers: boolean;
  works: boolean;
}

interface Given {
  lang: Lang;
  timeZone: string;
  asked: LogAsked;
  rows: ListedRow[];
  posts: Post[];
  names: PlaceNames;
  seals: Pick<Verified, 'newest' | 'unsealed'>;
  checked: Verified | null;
  /** Addresses, made by who knows the site. */
  href: { more: string | null; csv: string; check: string; account(id: string): string | null };
  administers: boolean;
  works: boolean;
}

const actionText = (action: string, lang: Lang): string => (toldActions.includes(action) ? logWords(lang)(`action.${action}` as LogKey) : action);

/** A post by what it is, never by who holds it: role, agency, area, pillar. */
function postText(post: Post, names: PlaceNames, lang: Lang): string {
  const bound: [string | null, Map<string, string>][] = [[post.agencyCode, names.agencies], [post.areaCode, names.areas], [post.pillarCode, names.pillars]];
  return [peopleWords(lang)(`role.${post.role}`), ...bound.flatMap(([code, from]) => (code === null ? [] : [from.get(code) ?? code]))].join(', ');
}

/** Who did it for no post: nobody who had signed in, an account for itself, or a program by its own word. */
const doerText = (actor: string, lang: Lang): string => (actor === 'nobody' ? logWords(lang)('row.nobody') : actor.startsWith('account:') ? logWords(lang)('row.self') : actor);

/** A page of the log: whoever is named there is named by post and account id. */
export function logView({ lang, timeZone, asked, rows, posts, names, seals, checked, href, administers, works }: Given): LogView {
  const say = logWords(lang);
  const texts = new Map(posts.map((post) => [post.id, postText(post, names, lang)]));
  const moment = (at: string | Date): string => formatMoment(new Date(at), lang, timeZone);
  const row = (one: ListedRow): LogRowView => ({
    id: one.id, at: one.at, action: actionText(one.action, lang), subject: one.subject, by: one.postId === null ? doerText(one.actor, lang) : (texts.get(one.postId) ?? `${say('row.post.gone')} ${one.postId}`),
    account: one.accountId === null ? null : { id: one.accountId, href: href.account(one.accountId) }, address: one.address?.slice(0, 12) ?? null,
    before: one.before, after: one.after, reason: one.reason, seal: one.seal === null ? say('row.unsealed') : say('row.seal', { number: one.seal }),
  });
  const { newest, unsealed } = seals;
  return {
    asked, rows: rows.map(row), none: rows.length > 0 ? null : say(href.more === null ? 'none' : 'none.yet'), more: href.more, csv: href.csv,
    posts: [...texts].map(([id, text]) => ({ id, text })).sort((a, b) => a.text.localeCompare(b.text, lang)), actions: toldActions.map((code) => ({ code, text: actionText(code, lang) })).sort((a, b) => a.text.localeCompare(b.text, lang)),
    seals: {
      newest: newest && say('seals.newest', { number: newest.number, at: moment(newest.sealedAt) }), hash: newest && `${newest.number}:${newest.hash}`,
      tail: say('seals.tail', { rows: unsealed.rows, since: unsealed.since === null ? '' : moment(unsealed.since) }), check: href.check,
      held: checked && !checked.broken ? say('seals.held', { seals: checked.seals, rows: checked.rows }) : null,
      broken: checked?.broken ? { said: say('seals.broken', { number: checked.broken.number }), found: checked.broken.found } : null,
    },
    administers, works,
  };
}
