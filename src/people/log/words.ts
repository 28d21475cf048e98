import { messagesOf } from '#kernel/i18n.ts';
import en from '../log.messages.en.json' with { type: 'json' };
import id from '../log.messages.id.json' with { type: 'json' };

export const logWords = messagesOf(id, en);
export type LogKey = keyof typeof id;
/** Actions that have words of their own; any other is shown as it stands in the log. */
export const toldActions = Object.keys(id).filter((key): key is LogKey & `action.${string}` => key.startsWith('action.')).map((key) => key.slice('action.'.length));
