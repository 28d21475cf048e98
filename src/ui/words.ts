import { messagesOf } from '#kernel/i18n.ts';
import en from './messages.en.json' with { type: 'json' };
import id from './messages.id.json' with { type: 'json' };

/** The kit's own words: navigation, marks, tags, foot. */
export const ui = messagesOf(id, en);
export type UiKey = keyof typeof id;
