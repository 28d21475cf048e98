import { formatNumber } from '#ui/index.ts';
import { changesPage, frozenPage } from '../addresses.ts';
import { capital, count, type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { counted } from '../standing-sentence.ts';
import { inLang, type Telling } from '../telling.ts';
import { dayOf } from './frozen-figures.ts';
import { frozenWords } from './frozen-words.ts';
import { rowsAPage } from './two-lists.ts';

export interface FrozenListPage {
  title: string;
  headline: Part[];
  lead: string;
  /** Said where there is nothing to compare yet. */
  none: Part[] | null;
  rows: { href: string; day: Part; name: Part; scores: Part; values: Part; since: { href: string; words: Part[] } | null }[];
}

type Counts = Map<string, { nodes: number; indicators: number }>;

/** Every frozen day, the newest first; each with how much it holds and a way to what changed since the one before. */
export function frozenListPage(tell: Telling, counts: Counts): FrozenListPage {
  const say = frozenWords(tell.lang);
  const { frozen } = tell.model;
  const [first, last] = [frozen[0], frozen.at(-1)];
  const headline = !first || !last ? sentence(say, 'list.headline.none')
    : first === last ? sentence(say, 'list.headline.one', { first: dayOf(tell, first) })
      : sentence(say, 'list.headline', { n: counted(tell, frozen.length, '[data-frozen]'), first: dayOf(tell, first), last: dayOf(tell, last) });
  const rows = frozen.map((one, n): FrozenListPage['rows'][number] => {
    const href = frozenPage(tell.base, one.code);
    // a longer list stands on several pages, where no one page has the rows that prove a number
    const held = (amount: number, selector: string): Part => (amount > rowsAPage ? text(say('list.many')) : count(amount, formatNumber(amount, { lang: tell.lang }), selector, href));
    const before = frozen[n - 1];
    return {
      href, day: dayOf(tell, one), name: verbatim(inLang(tell, one.name)), scores: held(counts.get(one.code)?.nodes ?? 0, '[data-score]'), values: held(counts.get(one.code)?.indicators ?? 0, '[data-value]'),
      since: before ? { href: changesPage(tell.base, before.code, one.code), words: sentence(say, 'list.compare', { day: dayOf(tell, before) }) } : null,
    };
  });
  const none = !first ? sentence(say, 'list.none') : first === last ? sentence(say, 'list.one', { first: dayOf(tell, first) }) : null;
  return { title: plain(headline), headline: capital(headline), lead: say('list.lead'), none, rows: rows.reverse() };
}
