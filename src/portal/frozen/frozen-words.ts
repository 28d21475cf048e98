import { messagesOf, type Params } from '#kernel/i18n.ts';
import english from './frozen.messages.en.json' with { type: 'json' };
import indonesian from './frozen.messages.id.json' with { type: 'json' };

export const frozenWords = messagesOf(indonesian, english);
export type FrozenKey = keyof typeof indonesian;
export type SayFrozen = (key: FrozenKey, params?: Params) => string;
