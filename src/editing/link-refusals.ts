import { Fault } from '#kernel/faults.ts';
import type { Lang } from '#kernel/i18n.ts';
import { wordsOfFault } from './plan-fault-words.ts';
import { linkWordFor, linkWords } from './link-words.ts';

/** A refusal of a link, or of the answer to a suggestion, in words, by the field it is about; null for what is not ours to tell. */
export function linkRefusal(error: unknown, lang: Lang): { status: 409 | 422; errors: Record<string, string> } | null {
  if (!(error instanceof Fault) || !/^(plan|suggestion)\./.test(error.code) || (error.status !== 409 && error.status !== 422 && error.code !== 'plan.node_unknown')) return null;
  const { field = '' } = error.params as { field?: string };
  const words = linkWordFor(linkWords(lang), `refused.${error.code.split('.')[1]}`, wordsOfFault(error, lang));
  if (words === null) return null;
  const at = ({ code: 'thing', node: 'node', reason: 'reason', version: '', weights: 'weight' } as Record<string, string>)[field] ?? field;
  return { status: error.status === 409 ? 409 : 422, errors: { [at]: words } };
}
