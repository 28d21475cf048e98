import { v5 } from 'uuid';
import type { DataValue } from '#data/index.ts';
import type { Lang } from '#kernel/i18n.ts';
import { messagesOf } from '#kernel/i18n.ts';
import { elementsOf, parseFormula } from '#indicators/index.ts';
import { Fault } from '#kernel/faults.ts';
import { comparePeriods } from '#kernel/periods.ts';
import { type RegionModel, shownAs, shownWord, telling } from '#portal/index.ts';
import { formatPeriod, linkTo, type Site } from '#ui/index.ts';
import english from './feeds.messages.en.json' with { type: 'json' };
import indonesian from './feeds.messages.id.json' with { type: 'json' };

export const feedWords = messagesOf(indonesian, english);

export interface FeedEntry {
  id: string;
  title: string;
  text: string;
  href: string;
  at: Date;
}
export interface Feed {
  id: string;
  title: string;
  /** The page that the feed is about. */
  href: string;
  self: string;
  updated: Date;
  entries: FeedEntry[];
}

/** Entries at most, and things told in one. */
const most = { entries: 50, figures: 6 };

export interface About {
  kind: string;
  code: string;
}
/** What a feed is about, with its indicators and their elements; null: all. */
export interface Subject {
  about: About;
  name: string;
  path: string;
  indicators: Set<string> | null;
  elements: string[] | null;
}

const elementsIn = (indicator: { formula: string }): string[] => elementsOf(parseFormula(indicator.formula));

/** The subject of a feed: everything, or one plan, pillar, indicator or agency. Throws `feed.unknown` (404). */
export function subjectOf(model: RegionModel, about: About, lang: Lang): Subject {
  const found = named(model, about, lang);
  const { indicators } = found;
  return { about, ...found, elements: indicators && [...new Set([...indicators].flatMap((code) => elementsIn(model.indicators.get(code) ?? { formula: '0' })))] };
}

function named(model: RegionModel, { kind, code }: About, lang: Lang): Pick<Subject, 'name' | 'path' | 'indicators'> {
  const refuse = (expected: string): Fault => new Fault('feed.unknown', 404, { given: `${kind}/${code}`.slice(0, 80), expected });
  const where = `/${kind}/${encodeURIComponent(code)}`;
  if (kind === 'semua' && code === '') return { name: model.region.name[lang], path: '/data', indicators: null };
  if (kind === 'indikator') {
    const found = model.indicators.get(code);
    if (!found) throw refuse('umpan/indikator/{code}.atom');
    return { name: found.name[lang], path: where, indicators: new Set([code]) };
  }
  if (kind === 'pilar') {
    const found = model.masterplan?.pillars.find((one) => one.slug === code);
    if (!found) throw refuse((model.masterplan?.pillars ?? []).map((one) => one.slug).join(', '));
    return { name: found.name[lang], path: where, indicators: new Set(model.pillarLinks.filter((one) => one.pillarCode === found.code).map((one) => one.indicatorCode)) };
  }
  if (kind === 'rencana') {
    const found = model.plans.get(code);
    if (!found) throw refuse([...model.plans.keys()].join(', '));
    return { name: found.name[lang], path: '/rencana', indicators: new Set(model.planLinks.filter((one) => one.planCode === code && one.kind === 'indicator').map((one) => one.code)) };
  }
  if (kind === 'perangkat-daerah') {
    const found = model.agencies.get(code);
    if (!found) throw refuse('umpan/perangkat-daerah/{code}.atom');
    const shared = [...model.shares].flatMap(([indicator, all]) => (all.some((one) => one.agencyCode === code) ? [indicator] : []));
    return { name: found.name, path: where, indicators: new Set([...shared, ...[...model.indicators.values()].filter((one) => one.agencyCode === code).map((one) => one.code)]) };
  }
  throw refuse('umpan/semua.atom, umpan/indikator/…, umpan/pilar/…, umpan/rencana/…, umpan/perangkat-daerah/…');
}

/** The news of a subject: each entry is one indicator in one act of recording, in a sentence; `changed` newest first. */
export function feedOf(model: RegionModel, site: Site, subject: Subject, changed: DataValue[]): Feed {
  const say = feedWords(site.lang);
  const { about } = subject;
  const users = new Map<string, string[]>();
  for (const one of model.indicators.values()) for (const element of elementsIn(one)) users.set(element, [...(users.get(element) ?? []), one.code]);
  const told = changed.flatMap((value) => (users.get(value.elementCode) ?? []).filter((code) => subject.indicators === null || subject.indicators.has(code)).map((code) => ({ code, value })));
  const groups = [...Map.groupBy(told, ({ code, value }) => `${value.revision}/${code}`).entries()].slice(0, most.entries);
  const entries = groups.map(([key, rows]): FeedEntry => {
    const code = rows[0]?.code ?? '';
    const at = rows[0]?.value.at ?? model.snapshot.madeAt;
    const { title, text } = newsOf(model, site.lang, code, rows.map((row) => row.value));
    const [before, after] = model.region.fictional ? [`[${say('contoh')}] `, ` ${say('fictional')}`] : ['', ''];
    return { id: urn(`${model.region.code}/${at.toISOString()}/${key}`), href: linkTo(site, `/indikator/${encodeURIComponent(code)}`), at, title: before + title, text: text + after };
  });
  const way = about.code === '' ? about.kind : `${about.kind}/${encodeURIComponent(about.code)}`;
  return {
    id: urn(`${model.region.code}/${site.home.origin ?? ''}/${way}/${site.lang}`), title: subject.about.code === '' ? say('feed.all', { place: model.region.name[site.lang], n: most.entries }) : say('feed', { name: subject.name, place: model.region.name[site.lang] }), href: linkTo(site, subject.path), self: linkTo(site, `/umpan/${way}.atom`),
    updated: entries[0]?.at ?? model.snapshot.madeAt, entries,
  };
}

/** A lasting name: the same for the same act of recording, whatever address the feed is asked at. */
const urn = (name: string): string => `urn:uuid:${v5(`https://serasan/${name}`, v5.URL)}`;

/**
 * One indicator after one act of recording, in words: what its formula gives now for the periods that were recorded, what was recorded, and who
 * published it. A recorded figure is never told as if it were the indicator's.
 */
function newsOf(model: RegionModel, lang: Lang, code: string, values: DataValue[]): { title: string; text: string } {
  const say = feedWords(lang);
  const indicator = model.indicators.get(code);
  const name = indicator?.short[lang] ?? code;
  const [gone, put] = [values.filter((value) => value.withdrawn), values.filter((value) => !value.withdrawn)];
  const periods = (of: DataValue[]): string[] => [...new Set(of.map((value) => value.period))].sort(comparePeriods).reverse();
  const shown = (period: string): string[] => {
    const cell = (model.cells.get(code) ?? []).find((one) => one.areaCode === model.region.code && one.period === period && (one.value !== null || one.textValue !== null));
    const tell = telling(model, lang, '');
    return cell && indicator ? [`${cell.textValue === null ? shownAs(tell, cell.value ?? 0, indicator) : shownWord(tell, cell.textValue)} (${formatPeriod(period, lang)})`] : [];
  };
  const figures = periods(put).flatMap(shown);
  const listed = (all: string[]): string => all.slice(0, most.figures).join('; ') + (all.length > most.figures ? say('more') : '');
  const elements = [...new Set(put.map((value) => model.elements.get(value.elementCode)?.name[lang] ?? value.elementCode))];
  const sources = [...new Set(put.flatMap((value) => model.sources.get(value.sourceCode ?? '')?.publisher ?? []))];
  return {
    title: put.length === 0 ? say('withdrawn', { name }) : figures[0] ? say('title', { name, figure: figures[0] }) : say('title.none', { name }),
    text: [
      figures.length > 0 ? say('figures', { figures: listed(figures) }) : '', put.length > 0 ? say('recorded', { elements: listed(elements), periods: listed(periods(put).map((one) => formatPeriod(one, lang))) }) : '',
      sources.length > 0 ? say('sources', { sources: listed(sources) }) : '', gone.length > 0 ? say('gone', { periods: listed(periods(gone).map((one) => formatPeriod(one, lang))) }) : '',
    ].filter(Boolean).join(' '),
  };
}
