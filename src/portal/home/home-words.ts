import { messagesOf } from '#kernel/i18n.ts';
import english from './home.messages.en.json' with { type: 'json' };
import indonesian from './home.messages.id.json' with { type: 'json' };

export const homeWords = messagesOf(indonesian, english);
