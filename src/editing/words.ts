import { messagesOf } from '#kernel/i18n.ts';
import english from './messages.en.json' with { type: 'json' };
import indonesian from './messages.id.json' with { type: 'json' };

export const editWords = messagesOf(indonesian, english);
export type EditKey = keyof typeof indonesian;
export type SayEdit = ReturnType<typeof editWords>;

/** A word that not every column or choice has; null where there is none. */
export const wordFor = (say: SayEdit, key: string): string | null => (Object.hasOwn(indonesian, key) ? say(key as EditKey) : null);
