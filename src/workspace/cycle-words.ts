import { messagesOf } from '#kernel/i18n.ts';
import en from './cycles.messages.en.json' with { type: 'json' };
import id from './cycles.messages.id.json' with { type: 'json' };

export const cycleWords = messagesOf(id, en);
export type CycleKey = keyof typeof id;
