import { messagesOf } from '#kernel/i18n.ts';
import english from './brief.messages.en.json' with { type: 'json' };
import indonesian from './brief.messages.id.json' with { type: 'json' };

export const briefWords = messagesOf(indonesian, english);
