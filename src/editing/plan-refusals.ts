import { Fault } from '#kernel/faults.ts';
import type { Lang } from '#kernel/i18n.ts';
import { formatNumber } from '#ui/index.ts';
import { wordsOfFault } from './plan-fault-words.ts';
import { planWordFor, planWords } from './plan-words.ts';

interface Unready {
  node: string | null;
  what: 'no_root' | 'two_roots' | 'some_weights' | 'weight_sum';
  given: string;
}
/** What is missing, with the node that it is about; null of the top. */
export interface ToldUnready {
  node: string | null;
  text: string;
}

export const unreadyTold = (lang: Lang, found: readonly Unready[]): ToldUnready[] => {
  const say = planWords(lang);
  return found.map(({ node, what, given }) => ({ node, text: say(`unready.${what}`, { node: node ?? say('history.top'), given: what === 'weight_sum' ? formatNumber(given, { lang }) : given }) }));
};

export interface Refusal {
  status: 409 | 422;
  errors: Record<string, string>;
  unready: ToldUnready[];
}

/** A refusal in words, by the fields it is about; null for what is no refusal of a plan and is not ours to tell. */
export function refusalOf(error: unknown, op: string, lang: Lang): Refusal | null {
  if (!(error instanceof Fault) || !error.code.startsWith('plan.') || (error.status !== 409 && error.status !== 422)) return null;
  const { unready = [], more = [] } = error.params as { unready?: Unready[]; more?: Fault[] };
  return { status: error.status, errors: Object.fromEntries([error, ...more].map((one) => toldAt(one, op, lang)).reverse()), unready: unreadyTold(lang, unready) };
}

function toldAt(error: Fault, op: string, lang: Lang): [string, string] {
  const say = planWords(lang);
  const { field, given } = error.params as { field?: string; given?: string };
  const key = `refused.${error.code.slice(5)}`;
  const words = wordsOfFault(error, lang);
  const told = (given === '' ? planWordFor(say, `${key}.empty`, words) : null) ?? planWordFor(say, key, words) ?? error.message;
  const at = field === undefined || field === 'node' || field === 'weights' ? '' : field.startsWith('amount~') ? field : `${op}-${field}`;
  return [at, told];
}
