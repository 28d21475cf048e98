import type { Lang } from '#kernel/i18n.ts';
import { formatNumber } from '#ui/index.ts';
import { editWords, wordFor } from './words.ts';

interface BeforeAfter {
  before: string;
  after: string;
}

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);

/** Decimals at which two numbers still differ: as few as do, and six at most where fewer would hide it. */
function decimalsFor(one: number, other: number): number {
  for (let decimals = 2; decimals < 6; decimals += 1) if (one.toFixed(decimals) !== other.toFixed(decimals)) return decimals;
  return 6;
}

/**
 * What a preview found before and after, as a reader writes it: numbers with the language's own decimal sign, and the reason in words where
 * there is none. `none (missing)` and `no cell` are how a preview writes it for a command.
 */
export function toldChange({ before, after }: BeforeAfter, lang: Lang): BeforeAfter {
  const decimals = isNumber(before) && isNumber(after) ? decimalsFor(Number(before), Number(after)) : 2;
  const say = editWords(lang);
  const told = (text: string): string => {
    if (isNumber(text)) return formatNumber(Number(text), { lang, decimals: Number.isInteger(Number(text)) ? 0 : decimals });
    if (text === 'no cell') return say('check.no_cell');
    const [none, , reason] = /^none( \((\w+)\))?$/.exec(text) ?? [];
    return none === undefined ? text : ((reason === undefined ? null : wordFor(say, `check.reason.${reason}`)) ?? say('check.no_value'));
  };
  return { before: told(before), after: told(after) };
}
