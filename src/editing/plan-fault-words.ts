import type { Fault } from '#kernel/faults.ts';
import type { Lang } from '#kernel/i18n.ts';
import { formatNumber } from '#ui/index.ts';
import { planWordFor, planWords } from './plan-words.ts';

interface Params {
  given?: string;
  expected?: string;
  /** The version that is spoken of. */
  plan?: { id: string; en: string; version: number };
  /** What the levels that are named are called. */
  levels?: Record<string, { id: string; en: string }>;
}

/** What a refusal says was given and expected, in the reader's language: plans by name, statuses, levels and kinds by their words, as the screens have them. */
export function wordsOfFault({ code, params }: Fault, lang: Lang): { given: string; expected: string; plan: string } {
  const say = planWords(lang);
  const { given = '', expected = '', plan, levels } = params as Params;
  const each = (all: string, word: (one: string) => string): string => {
    const some = all.split(', ').map(word);
    return some.length < 2 ? some.join() : `${some.slice(0, -1).join(', ')} ${say('or')} ${some.at(-1)}`;
  };
  const name = plan ? `${plan[lang]}, ${say('version', { n: plan.version }).toLowerCase()}` : '';
  if (code === 'plan.draft_there' || code === 'plan.has_children') return { given: name || given, expected, plan: name };
  // A sum that the rules reckoned, not what somebody typed.
  if (/_sum$|_share$/.test(code) && /^\d+(\.\d+)?$/.test(given)) return { given: formatNumber(given, { lang }), expected, plan: name };
  const word = wordOf(code, lang, levels);
  return { given: word ? word(given) : given, expected: word ? each(expected, word) : expected, plan: name || say('this.version') };
}

function wordOf(code: string, lang: Lang, levels: Params['levels']): ((one: string) => string) | null {
  const say = planWords(lang);
  const known = (key: string, one: string): string => planWordFor(say, `${key}.${one}`, {}) ?? one;
  if (code === 'plan.wrong_status' || code === 'plan.not_a_draft') return (one) => known('status', one).toLowerCase();
  if (code === 'plan.remark_decision') return (one) => `“${known('decided', one)}”`;
  if (code === 'plan.plan_kind') return (one) => one.toUpperCase();
  if (levels) return (one) => (Object.hasOwn(levels, one) ? (levels[one]?.[lang] ?? one) : one === '-' ? say('level.none') : one);
  return null;
}
