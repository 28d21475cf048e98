import { Fault } from '#kernel/faults.ts';
import type { Lang } from '#kernel/i18n.ts';
import { wordsOfFault } from './plan-fault-words.ts';
import { planWordFor, planWords } from './plan-words.ts';

interface Unready {
  node: string | null;
  what: 'no_root' | 'two_roots' | 'some_weights' | 'weight_sum';
  given: string;
}
/** A refusal in words, by the field it is about; null for what is no refusal of a plan and is not ours to tell. */
export function refusalOf(error: unknown, op: string, lang: Lang): { status: 409 | 422; errors: Record<string, string> } | null {
  if (!(error instanceof Fault) || !error.code.startsWith('plan.') || (error.status !== 409 && error.status !== 422)) return null;
  const say = planWords(lang);
  const { field, unready } = error.params as { field?: string; unready?: Unready[] };
  const words = planWordFor(say, `refused.${error.code.slice(5)}`, wordsOfFault(error, lang)) ?? error.message;
  const why = (unready ?? []).map((one) => say(`unready.${one.what}`, { node: one.node ?? say('history.top'), given: one.given }));
  const at = field === undefined || field === 'node' || field === 'weights' ? '' : field.startsWith('amount~') ? field : `${op}-${field}`;
  return { status: error.status, errors: { [at]: [words, ...why].join(' ') } };
}
