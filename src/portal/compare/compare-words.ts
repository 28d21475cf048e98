import { messagesOf } from '#kernel/i18n.ts';
import english from './compare.messages.en.json' with { type: 'json' };
import indonesian from './compare.messages.id.json' with { type: 'json' };

export const compareWords = messagesOf(indonesian, english);
export type SayCompare = ReturnType<typeof compareWords>;
