import { messagesOf, type Params } from '#kernel/i18n.ts';
import english from './agency.messages.en.json' with { type: 'json' };
import indonesian from './agency.messages.id.json' with { type: 'json' };

export const agencyWords = messagesOf(indonesian, english);
export type SayAgency = (key: keyof typeof indonesian, params?: Params) => string;
