import { messagesOf } from '#kernel/i18n.ts';
import english from './movement.messages.en.json' with { type: 'json' };
import indonesian from './movement.messages.id.json' with { type: 'json' };

export const movementWords = messagesOf(indonesian, english);
