import { messagesOf, type Params } from '#kernel/i18n.ts';
import english from './indicator.messages.en.json' with { type: 'json' };
import indonesian from './indicator.messages.id.json' with { type: 'json' };

export const indicatorWords = messagesOf(indonesian, english);
export type IndicatorKey = keyof typeof indonesian;
export type SayIndicator = (key: IndicatorKey, params?: Params) => string;
