import { messagesOf } from '#kernel/i18n.ts';
import en from './messages.en.json' with { type: 'json' };
import id from './messages.id.json' with { type: 'json' };

/** Words of signing in, accounts, posts and permissions. */
export const peopleWords = messagesOf(id, en);
export type PeopleKey = keyof typeof id;
