import { linkForm, mostChosen } from './link-form.ts';
import { isDraft, linkKey, linkList, linksOfPage, rejectedOfPage } from './link-list.ts';
import { linkRefusal } from './link-refusals.ts';
import { linkWords } from './link-words.ts';
import type { Lang } from '#kernel/i18n.ts';
import { plainNumber } from './plain-number.ts';

const weightIn = (typed: string, lang: Lang): string | null => plainNumber(typed, lang, 'share') || null;

/** The pages on which links are seen, suggested and changed. */
export const linkPages = { list: linkList, form: linkForm, refusalOf: linkRefusal, keyOf: linkKey, isDraft, words: linkWords, mostChosen, linksOfPage, rejectedOfPage, weightIn };
