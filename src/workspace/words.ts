import { messagesOf } from '#kernel/i18n.ts';
import en from './messages.en.json' with { type: 'json' };
import id from './messages.id.json' with { type: 'json' };

export const workWords = messagesOf(id, en);
export type WorkKey = keyof typeof id;
export type SayWork = ReturnType<typeof workWords>;
