import { messagesOf } from '#kernel/i18n.ts';
import english from './link.messages.en.json' with { type: 'json' };
import indonesian from './link.messages.id.json' with { type: 'json' };

export const linkWords = messagesOf(indonesian, english);
export type LinkKey = keyof typeof indonesian;
export type SayLink = ReturnType<typeof linkWords>;
export const linkWordFor = (say: SayLink, key: string, params: Record<string, string>): string | null => (Object.hasOwn(indonesian, key) ? say(key as LinkKey, params) : null);
