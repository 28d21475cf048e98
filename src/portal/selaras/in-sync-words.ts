import { messagesOf, type Params } from '#kernel/i18n.ts';
import english from './in-sync.messages.en.json' with { type: 'json' };
import indonesian from './in-sync.messages.id.json' with { type: 'json' };

export const inSyncWords = messagesOf(indonesian, english);
export type InSyncKey = keyof typeof indonesian;
export type SayInSync = (key: InSyncKey, params?: Params) => string;
