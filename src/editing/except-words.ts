import { Fault } from '#kernel/faults.ts';
import { type Lang, messagesOf } from '#kernel/i18n.ts';
import english from './except.messages.en.json' with { type: 'json' };
import indonesian from './except.messages.id.json' with { type: 'json' };

export const exceptWords = messagesOf(indonesian, english);

/** A form that was refused, with what was typed. */
export interface ExceptAnswer {
  key: string;
  reason: string;
  until: string;
  errors: Record<string, string>;
}

/** A refused exception in words, at the field of its finding; null for what is not ours to tell. */
function exceptRefusal(error: unknown, key: string, lang: Lang): { status: 409 | 422; errors: Record<string, string> } | null {
  if (!(error instanceof Fault) || !error.code.startsWith('exception.') || (error.status !== 409 && error.status !== 422)) return null;
  const name = `refused.${error.code.slice('exception.'.length)}`;
  if (!Object.hasOwn(indonesian, name)) return null;
  const { field = '', given = '', expected = '' } = error.params as Record<'field' | 'given' | 'expected', string | undefined>;
  const at = field === 'reason' ? `alasan-${key}` : field === 'until' ? `sampai-${key}` : '';
  return { status: error.status, errors: { [at]: exceptWords(lang)(name as keyof typeof indonesian, { given, expected }) } };
}

export const excepting = { words: exceptWords, refusal: exceptRefusal };
