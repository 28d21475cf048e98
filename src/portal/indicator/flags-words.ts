import { messagesOf } from '#kernel/i18n.ts';
import english from './flags.messages.en.json' with { type: 'json' };
import indonesian from './flags.messages.id.json' with { type: 'json' };

export const flagWords = messagesOf(indonesian, english);
