import { daysUntil, fieldValue, type PlausibleRange } from '#data/ui.ts';
import type { Lang } from '#kernel/i18n.ts';
import { formatDate, formatMoment, formatNumber, formatPeriod, formatValue, linkTo, type Site } from '#ui/index.ts';
import type { Typed, Wrong } from './check-entry.ts';
import { amid, type Names, shownValue, titleOf } from './names.ts';
import type { DueItem, UsedBy, Work } from './read-work.ts';
import { type SayWork, workWords } from './words.ts';

/** What a page of the workspace needs to speak. */
export interface Speaking {
  site: Site;
  names: Names;
  today: string;
  say: SayWork;
  lang: Lang;
}
export const speak = (site: Site, names: Names, today: string): Speaking => ({ site, names, today, say: workWords(site.lang), lang: site.lang });

/** What came back from the form: shown again as it was typed. */
export interface Answer {
  typed: Typed;
  wrong?: Wrong;
  /** Somebody else has recorded the item since: as it stands now. */
  moved?: { value: string; by: string };
}

export function dueText({ say, today, lang }: Speaking, deadline: string): { text: string; late: boolean } {
  const days = daysUntil(today, deadline);
  const due = days === 0 ? say('due.today') : days < 0 ? say('due.late', { days: -days }) : say('due.in', { days });
  return { text: say('due.until', { due, day: formatDate(deadline, lang) }), late: days < 0 };
}

/** A target that is to be met exactly has no sign: the word says so. */
const signs: Record<string, string> = { '<': '< ', '<=': '≤ ', '>': '> ', '>=': '≥ ' };

/** Both ends of the usual range, rounded as a person would say them; `bare` where the unit stands beside. */
export function usualText({ names, lang }: Speaking, item: Pick<DueItem, 'unitCode' | 'valueType'>, range: PlausibleRange, bare = false): { low: string; high: string } {
  const unit = bare ? null : names.unit(item.unitCode);
  const size = Math.max(Math.abs(range.low), Math.abs(range.high));
  const decimals = item.valueType !== 'number' || size >= 100 ? 0 : size >= 10 ? 1 : 2;
  const low = Math.floor(range.low * 10 ** decimals) / 10 ** decimals;
  const high = Math.ceil(range.high * 10 ** decimals) / 10 ** decimals;
  return { low: formatValue(low, unit, lang, decimals), high: formatValue(high, unit, lang, decimals) };
}

export const valueText = (speaking: Speaking, item: Pick<DueItem, 'value' | 'unitCode' | 'applicable'>): string =>
  item.value === null ? speaking.say(item.applicable === false ? 'none.value' : 'state.none') : shownValue(item.value, item, speaking.names, speaking.lang);

export const stateText = ({ say, site, lang }: Speaking, item: Pick<DueItem, 'state' | 'at'>): string =>
  item.at === null ? say(`state.${item.state}`) : say('state.at', { state: say(`state.${item.state}`), at: formatMoment(item.at, lang, site.region?.timeZone ?? 'UTC') });

/** The sentence that says what to change. */
export function wrongText(speaking: Speaking, item: DueItem, { typed, wrong }: Answer): string | null {
  if (!wrong) return null;
  const usual = item.range ? usualText(speaking, item, item.range) : { low: '', high: '' };
  return speaking.say(wrong.problem === 'text' && item.valueType === 'integer' ? 'wrong.text.whole' : `wrong.${wrong.problem}`, { given: typed.value.slice(0, 60), ...usual });
}

export interface WorkQuestion {
  key: string;
  seen: number | null;
  agency: string;
  due: { text: string; late: boolean };
  label: string;
  hint: string;
  before: string;
  after: string;
  value: string;
  note: string;
  provisional: boolean;
  none: boolean;
  last: string | null;
  usual: string;
  targets: string[];
  returned: string | null;
  /** Already sent: to change it begins its way anew. */
  changed: boolean;
  wrong: { text: string; at: 'v' | 'n' | 'r'; readings: { value: string; text: string }[]; word: boolean } | null;
  moved: { theirs: string; by: string; yours: string } | null;
  why: { definition: string | null; uses: { text: string; href: string }[] };
}

export interface WorkPage {
  title: string;
  said: string | null;
  question: WorkQuestion | null;
  nothing: { title: string; lead: string | null } | null;
  next: { href: string; title: string; due: { text: string; late: boolean }; agency: string | null; returned: boolean }[];
  nextTitle: string;
  skip: string | null;
  sent: { href: string; title: string; state: string; done: boolean }[];
  waiting: { href: string; text: string }[];
  /** Drafts of the masterplan that wait for who asks to read them: first of all. */
  reviews: { href: string; text: string }[];
  /** Where a list that is too long for one page goes on. */
  more: string | null;
}

const paths = { approve: '/kerja/setujui', verify: '/kerja/periksa', publish: '/kerja/terbitkan' };
export const itemHref = (site: Site, key: string): string => `${linkTo(site, '/kerja')}?butir=${encodeURIComponent(key)}`;

export function workPage(speaking: Speaking, work: Work, uses: UsedBy[], given: { answer: Answer | null; saved: { sent: boolean; title: string; value: string } | 'nothing' | null; enters: boolean; reviews?: { id: string; name: string }[] }): WorkPage {
  const { say, site, names, lang } = speaking;
  const { asked, due, sent } = work;
  const others = due.filter((item) => item.key !== asked?.key);
  const agencies = new Set(due.map(({ agencyCode }) => agencyCode));
  const question = asked ? questionOf(speaking, asked, uses, given.answer) : null;
  const { saved, reviews = [] } = given;
  return {
    title: question ? question.label : say('title'),
    said: saved === null ? null : saved === 'nothing' ? say('saved.nothing') : say(saved.sent ? 'saved.sent' : 'saved.kept', { title: saved.title, value: saved.value }),
    question,
    nothing: question ? null : reviews.length > 0 ? { title: say('review.title'), lead: say('review.lead') } : work.waiting.length > 0 ? { title: say('waiting.title'), lead: null } : { title: say('none.title'), lead: say(given.enters ? 'none.lead' : 'none.posts') },
    reviews: reviews.map(({ id, name }) => ({ href: linkTo(site, `/kerja/tinjauan/${id}`), text: say('review.one', { name }) })),
    next: others.slice(0, 12).map((item) => ({ href: itemHref(site, item.key), title: titleOf(item, names, lang), due: dueText(speaking, item.deadline), agency: agencies.size > 1 ? names.agency(item.agencyCode) : null, returned: item.state === 'returned' })),
    nextTitle: say('next', { count: others.length }),
    skip: others[0] ? itemHref(site, (due[due.findIndex((item) => item.key === asked?.key) + 1] ?? others[0]).key) : null,
    sent: sent.slice(0, 8).map((item) => ({ href: itemHref(site, item.key), title: say('sent.row', { title: titleOf(item, names, lang), value: valueText(speaking, item) }), state: stateText(speaking, item), done: item.state === 'published' })),
    more: work.more,
    waiting: work.waiting.map(({ action, count }) => ({ href: linkTo(site, paths[action]), text: say(`waiting.${action}`, { count: formatNumber(count, { lang }) }) })),
  };
}

function questionOf(speaking: Speaking, item: DueItem, uses: UsedBy[], answer: Answer | null): WorkQuestion {
  const { say, names, lang, site } = speaking;
  const name = names.element(item.elementCode);
  const period = formatPeriod(item.period, lang);
  const [before = '', after = ''] = (names.unit(item.unitCode)?.shown[lang] ?? '#').split('#').map((part) => part.trim());
  const last = item.earlier.at(-1);
  const draft: Typed = { value: fieldValue(item.value, lang), note: item.state === 'returned' ? '' : (item.noteId ?? ''), provisional: item.quality === 'provisional', none: item.applicable === false, reading: '', seen: item.revision };
  const { typed } = answer ?? { typed: draft };
  return {
    key: item.key, seen: item.revision, agency: names.agency(item.agencyCode), due: dueText(speaking, item.deadline),
    label: say('ask', { name: amid(name[lang]), place: item.areaCode === names.region ? '' : say('ask.place', { area: names.area(item.areaCode) }), period }),
    hint: item.valueType === 'boolean' ? say('hint.yes_no') : say('hint', { example: formatNumber(item.valueType === 'integer' ? 1250 : 12.5, { lang }) }),
    before, after, value: typed.value, note: typed.note, provisional: typed.provisional, none: typed.none,
    last: last ? say('last', { period: formatPeriod(last.period, lang), value: shownValue(last.value, item, names, lang) }) : null,
    usual: item.range ? say('usual', usualText(speaking, item, item.range)) : say('usual.none'),
    targets: uses.flatMap((one) => (one.target ? [say('target', { period, indicator: amid(one.name[lang]), sign: signs[one.target.comparison] ?? '', value: formatValue(one.target.value, names.unit(one.unitCode), lang) })] : [])),
    returned: item.state === 'returned' ? say('returned', { reason: item.noteId ?? '' }) : null,
    changed: ['submitted', 'approved', 'verified', 'published'].includes(item.state),
    wrong: wrongOf(speaking, item, answer),
    moved: answer?.moved ? { theirs: answer.moved.value, by: answer.moved.by, yours: typed.value } : null,
    why: { definition: name.definition ? say('why.definition', { text: name.definition[lang] }) : null, uses: uses.map((one) => ({ text: say('why.one', { indicator: amid(one.name[lang]) }), href: linkTo(site, `/indikator/${encodeURIComponent(one.code)}`) })) },
  };
}

function wrongOf(speaking: Speaking, item: DueItem, answer: Answer | null): WorkQuestion['wrong'] {
  const text = answer ? wrongText(speaking, item, answer) : null;
  if (!answer?.wrong || text === null) return null;
  const { problem, readings } = answer.wrong;
  const at = problem === 'ambiguous' ? 'r' : problem.startsWith('note') || problem === 'unusual' || problem === 'huge' ? 'n' : 'v';
  return { text, at, word: problem === 'unusual' || problem === 'huge' || problem === 'note_missing', readings: readings.map((value) => ({ value, text: shownValue(value, item, speaking.names, speaking.lang) })) };
}
