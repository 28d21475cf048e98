import type { Lang } from '#kernel/i18n.ts';
import { searchPage as address } from '../addresses.ts';
import { frontPlan, latestCell } from '../lookups.ts';
import { capital, type Part, plain, sentence, verbatim } from '../sentence.ts';
import { counted } from '../standing-sentence.ts';
import { inLang, type Telling } from '../telling.ts';
import type { Found, FoundKind } from './search-documents.ts';
import { type Hits, type SearchIndex, searchIndexOf } from './search-index.ts';
import { mostFound, pageSize, type SearchQuery } from './search-query.ts';
import { folded, mostCharacters, stem, stemMark, wordPattern } from './search-terms.ts';
import { type SaySearch, searchWords } from './search-words.ts';

/** A piece of a text; `hit` where a word of the search stands. */
export interface Piece {
  text: string;
  hit: boolean;
}

export interface HitRow {
  href: string;
  /** A pillar's code, for its mark. */
  pillar: string | null;
  title: Piece[];
  under: Piece[] | null;
  /** Where else it matches, when neither the title nor the line beside it shows it. */
  why: { place: 'why.in' | 'why.code'; pieces: Piece[] } | null;
}

export interface SearchPage {
  title: string;
  /** 400 where the question cannot be understood, 404 past its last page. */
  status: 200 | 400 | 404;
  q: string;
  headline: Part[];
  lead: string;
  problem: boolean;
  cleaned: string | null;
  groups: { kind: FoundKind; name: string; rows: HitRow[] }[];
  /** Words that may have been meant, or searches to try. */
  offers: { heading: string; links: { text: string; href: string }[] } | null;
  previous: string | null;
  next: string | null;
  /** Shown while there is nothing to read yet. */
  lists: boolean;
  /** Nothing here is called so, but something on the English pages is. */
  inEnglish: boolean;
}

const searchFor = (base: string, q: string, page = 1): string => `${address(base)}?q=${encodeURIComponent(q)}${page > 1 ? `&halaman=${page}` : ''}`;

/** What `/cari` shows; `index` is given by tests. */
export function searchPage(tell: Telling, query: SearchQuery, index?: SearchIndex): SearchPage {
  const say = searchWords(tell.lang);
  const nothing = { title: say('title'), q: query.q, cleaned: query.cleaned ? say('cleaned') : null, groups: [], previous: null, next: null, lists: true, inEnglish: false };
  if (query.problem !== null) {
    const lead = say(`expected.${query.problem}`, { most: mostCharacters, given: query.given, to: mostFound / pageSize });
    return { ...nothing, status: 400, headline: sentence(say, `headline.${query.problem}`), lead, problem: true, offers: null };
  }
  const past = (of: number): SearchPage => ({
    ...nothing, status: 404, headline: sentence(say, 'headline.page'), lead: say('expected.page', { given: query.given, to: of }), problem: true,
    offers: { heading: say('first'), links: [{ text: query.q || say('title'), href: query.q ? searchFor(tell.base, query.q) : address(tell.base) }] },
  });
  if (query.q === '' && query.page > 1) return past(1);
  if (query.q === '') return { ...nothing, status: 200, headline: sentence(say, 'headline.empty'), lead: say('lead.empty'), problem: false, offers: examplesOf(tell, say) };
  const known = index ?? searchIndexOf(tell.model);
  const hits = known.find(query.q, tell.lang);
  const of = Math.max(1, Math.ceil(Math.min(hits.hits.length, mostFound) / pageSize));
  if (query.page > of) return past(of);
  const inEnglish = tell.lang === 'id' && hits.hits.length === 0 && known.find(query.q, 'en').closeness === 'exact';
  return { ...nothing, inEnglish, status: 200, problem: false, ...foundPage(tell, say, query, hits), offers: meantOf(tell, say, known, hits) };
}

type Shown = Pick<SearchPage, 'title' | 'headline' | 'lead' | 'groups' | 'previous' | 'next' | 'lists'>;

function foundPage(tell: Telling, say: SaySearch, { q, page }: SearchQuery, { closeness, hits, words }: Hits): Shown {
  const most = hits.slice(0, mostFound);
  const groups = [...Map.groupBy(most, (one) => one.found.kind)];
  const rows = groups.flatMap(([kind, of]) => of.map((one) => ({ kind, ...one })));
  const here = rows.slice((page - 1) * pageSize, page * pageSize);
  const many = most.length > pageSize;
  const key = closeness === 'exact' && many ? 'many' : closeness;
  const headline = capital(sentence(say, `headline.${key}`, { n: counted(tell, most.length, 'li[data-hit]'), q: [verbatim(`“${q}”`)], read: [verbatim(`“${words.join(' ')}”`)] }));
  return {
    headline, title: plain(headline), lead: say(`lead.${key === 'some' || key === 'read' ? 'exact' : key}`), lists: closeness === 'none',
    groups: [...Map.groupBy(here, (one) => one.kind)].map(([kind, of]) => ({ kind, name: say(`kind.${kind}`), rows: of.map((one) => rowOf(tell, one.found, one.terms)) })),
    previous: page > 1 ? searchFor(tell.base, q, page - 1) : null, next: rows.length > page * pageSize ? searchFor(tell.base, q, page + 1) : null,
  };
}

function rowOf(tell: Telling, found: Found, terms: Set<string>): HitRow {
  const title = piecesOf(inLang(tell, found.title), terms);
  const pillar = found.kind === 'pillar' ? (tell.model.masterplan?.pillars.find((one) => one.slug === found.code)?.code ?? null) : null;
  const under = found.under && piecesOf(inLang(tell, found.under), terms);
  const seen = [...title, ...(under ?? [])].some((piece) => piece.hit);
  return { href: found.href(tell.base), pillar, title, under, why: seen ? null : whyOf(tell, found, terms) };
}

function whyOf(tell: Telling, found: Found, terms: Set<string>): HitRow['why'] {
  const texts = [found.more && inLang(tell, found.more), ...otherLanguage(tell.lang, found)].filter((text) => text !== null);
  for (const text of texts) {
    const pieces = piecesOf(text, terms);
    if (pieces.some((piece) => piece.hit)) return { place: 'why.in', pieces: excerpt(pieces) };
  }
  const code = piecesOf(found.code, terms);
  return code.some((piece) => piece.hit) ? { place: 'why.code', pieces: code } : null;
}

/** On an English page an Indonesian word may have matched: then its text is shown. */
const otherLanguage = (lang: Lang, found: Found): (string | null)[] => (lang === 'en' ? [found.title.id, found.more?.id ?? null] : []);

/** A text cut at the words that were found, by themselves or by their stem. */
export function piecesOf(text: string, terms: Set<string>): Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  for (const match of text.matchAll(wordPattern)) {
    const word = folded(match[0]);
    if (!terms.has(word) && !terms.has(stemMark + stem(word, 'id')) && !terms.has(stemMark + stem(word, 'en'))) continue;
    if (match.index > last) pieces.push({ text: text.slice(last, match.index), hit: false });
    pieces.push({ text: match[0], hit: true });
    last = match.index + match[0].length;
  }
  if (last < text.length) pieces.push({ text: text.slice(last), hit: false });
  return pieces;
}

/** The words around the first one that was found. */
function excerpt(pieces: Piece[]): Piece[] {
  const first = pieces.findIndex((piece) => piece.hit);
  const before = pieces[first - 1]?.text ?? '';
  const after = pieces.slice(first + 1).map((piece) => piece.text).join('');
  const cutBefore = before.length > 50 ? `… ${before.slice(-50).replace(/^\S*\s/, '')}` : before;
  const cutAfter = after.length > 90 ? `${after.slice(0, 90).replace(/\s\S*$/, '')} …` : after;
  return [{ text: cutBefore, hit: false }, ...pieces.slice(first, first + 1), { text: cutAfter, hit: false }].filter((piece) => piece.text !== '');
}

/** Nearest spellings of the words that were not found as they stand. */
function meantOf(tell: Telling, say: SaySearch, index: SearchIndex, { closeness, words }: Hits): SearchPage['offers'] {
  if (closeness === 'exact' || closeness === 'read') return null;
  const near = words.map((word) => ({ word, to: index.near(word, tell.lang) }));
  const whole = near.map(({ word, to }) => to[0] ?? word).join(' ');
  const texts = new Set([...(whole === words.join(' ') ? [] : [whole]), ...(words.length === 1 ? (near[0]?.to ?? []) : [])]);
  texts.delete(words.join(' '));
  return texts.size === 0 ? null : { heading: say('mean'), links: [...texts].slice(0, 5).map((text) => ({ text, href: searchFor(tell.base, text) })) };
}

/** Names of measures that have a value, those of the plan in front first: what is offered finds something. */
function examplesOf(tell: Telling, say: SaySearch): SearchPage['offers'] {
  const plan = frontPlan(tell.model);
  const linked = new Set(tell.model.planLinks.filter((one) => one.kind === 'indicator' && one.planCode === plan?.code).map((one) => one.code));
  const valued = [...tell.model.indicators.values()].filter((one) => latestCell(tell.model, one.code));
  const named = [...valued.filter((one) => linked.has(one.code)), ...valued.filter((one) => !linked.has(one.code))].map((one) => inLang(tell, one.short));
  const district = [...tell.model.areas.values()].find((area) => area.level === 'district');
  const texts = [...new Set([...named.slice(0, 5), ...(district ? [district.name] : [])])];
  return texts.length === 0 ? null : { heading: say('examples'), links: texts.map((text) => ({ text, href: searchFor(tell.base, text) })) };
}
