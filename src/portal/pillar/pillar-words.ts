import { messagesOf, type Params } from '#kernel/i18n.ts';
import english from './pillar.messages.en.json' with { type: 'json' };
import indonesian from './pillar.messages.id.json' with { type: 'json' };

export const pillarWords = messagesOf(indonesian, english);
export type SayPillar = (key: keyof typeof indonesian, params?: Params) => string;

/** The element that holds a sub-dimension on its pillar's page. */
export const idOfSub = (code: string): string => `sub-${code.replace(/[^\w-]/g, '_')}`;
