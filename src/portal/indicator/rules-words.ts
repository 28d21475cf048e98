import { messagesOf } from '#kernel/i18n.ts';
import english from './rules.messages.en.json' with { type: 'json' };
import indonesian from './rules.messages.id.json' with { type: 'json' };

export const ruleWords = messagesOf(indonesian, english);
