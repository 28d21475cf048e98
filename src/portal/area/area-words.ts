import { messagesOf, type Params } from '#kernel/i18n.ts';
import english from './area.messages.en.json' with { type: 'json' };
import indonesian from './area.messages.id.json' with { type: 'json' };

export const areaWords = messagesOf(indonesian, english);
export type AreaKey = keyof typeof indonesian;
export type SayArea = (key: AreaKey, params?: Params) => string;
