import { messagesOf } from '#kernel/i18n.ts';
import english from './search.messages.en.json' with { type: 'json' };
import indonesian from './search.messages.id.json' with { type: 'json' };

export const searchWords = messagesOf(indonesian, english);
export type SaySearch = ReturnType<typeof searchWords>;
