import { messagesOf } from '#kernel/i18n.ts';
import english from './messages.en.json' with { type: 'json' };
import indonesian from './messages.id.json' with { type: 'json' };

export const reviewWords = messagesOf(indonesian, english);
export type SayReview = ReturnType<typeof reviewWords>;
