import { formatNumber, shortCode, type TagKind } from '#ui/index.ts';
import { areaList as listAddress, areaPage } from '../addresses.ts';
import type { Area } from '../region-model.ts';
import { pageOf } from '../paging.ts';
import { capital, figure, link, type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { counted } from '../standing-sentence.ts';
import { shownAs, type Telling, when } from '../telling.ts';
import { addressOfArea } from './area-address.ts';
import { bareFig, cellTags, growthIn } from './area-compare.ts';
import { type AreaFact, areaFigure, regionFacts } from './area-facts.ts';
import { type MapView, mapOf, type People } from './area-map.ts';
import { type AreaQuery, type Leaf, leafOf } from './area-query.ts';
import { commonPeriod, districtsOf, plainName, villagesOf } from './area-rules.ts';
import { findAreas } from './area-search.ts';
import { type StatementRow, statementsOf } from './area-statements.ts';
import { areaWords, type SayArea } from './area-words.ts';
import type { PeopleCells } from './read-area.ts';

export interface DistrictRow {
  code: string;
  short: string;
  name: string;
  href: string;
  villages: Part | null;
  area: Part | null;
  people: Part | null;
  before: Part | null;
  change: Part | null;
  tags: TagKind[];
}

export interface AreaListPage {
  title: string;
  headline: Part[];
  lead: string;
  map: MapView | null;
  q: string;
  /** A name was asked for: the headline says what was found, and that stands first. */
  searched: boolean;
  /** Whether the region has any. */
  districts: boolean;
  rows: DistrictRow[];
  leaf: Leaf;
  /** The two periods of the columns; null where no population is known, `before` null where there is none to compare with. */
  periods: { last: Part; before: Part | null } | null;
  areas: boolean;
  found: { name: string; href: string; where: string }[];
  foundMore: boolean;
  facts: AreaFact[];
  statements: StatementRow[];
}

/** All districts: map and table, with a search by name that finds villages too. */
export function areaListPage(tell: Telling, counts: PeopleCells | null, query: AreaQuery): AreaListPage {
  const say = areaWords(tell.lang);
  const { model } = tell;
  const districts = districtsOf(model);
  const period = counts ? commonPeriod(counts.cells, districts.length) : null;
  const people = peopleAt(tell, counts, period);
  const wanted = plainName(query.q);
  const { districts: matching, villages, near } = findAreas(model, wanted);
  const ordered = people ? [...matching].sort((a, b) => (people.values.get(b.code) ?? -1) - (people.values.get(a.code) ?? -1)) : matching;
  const { rows, page, of } = pageOf(ordered, query.halaman);
  const before = counts && period ? periodBefore(counts, period) : null;
  const searched = wanted !== '' && districts.length > 0;
  const headline = searched ? toldOf(tell, say, query.q, { districts: matching.length, villages: villages.length, near }) : headlineOf(tell, say, districts, people);
  return {
    title: districts.length === 0 ? say('list.title') : plain(headline), headline, lead: say(districts.length === 0 ? 'list.lead.none' : 'list.lead'),
    map: mapOf(tell, say, people, null), q: query.q, searched, districts: districts.length > 0, rows: rows.map((area) => rowOf(tell, area, counts, period, before)), leaf: leafOf(listAddress(tell.base), { q: query.q }, { page, of }),
    periods: period ? { last: when(tell, period), before: before === null ? null : when(tell, before) } : null, areas: districts.some((area) => area.areaKm2 !== null),
    found: villages.slice(0, 100).map((area) => ({ name: area.name, href: addressOfArea(model, tell.base, area.code) ?? listAddress(tell.base), where: whereOf(tell, say, area) })), foundMore: villages.length > 100,
    facts: regionFacts(tell, say), statements: statementsOf(tell, [model.region.code]),
  };
}

function toldOf(tell: Telling, say: SayArea, q: string, { districts, villages, near }: { districts: number; villages: number; near: boolean }): Part[] {
  // What does not stand on one page cannot be counted there.
  const number = (n: number, rows: string): Part => (n > 100 ? verbatim(formatNumber(n, { lang: tell.lang })) : counted(tell, n, rows));
  const slots = { q: [verbatim(`“${q}”`)], d: districts, v: villages, districts: number(districts, '[data-district]'), villages: number(villages, '[data-found]'), how: say(near ? 'search.near' : 'search.named') };
  if (districts + villages === 0) return sentence(say, 'search.none', slots);
  return capital(sentence(say, `search.found.${districts > 0 && villages > 0 ? 'both' : districts > 0 ? 'districts' : 'villages'}`, slots));
}

/** The population of each district in one period. */
export function peopleAt(tell: Telling, counts: PeopleCells | null, period: string | null): People | null {
  if (!counts || !period) return null;
  const values = new Map(counts.cells.filter((cell) => cell.period === period).map((cell) => [cell.areaCode, cell.value]));
  return { period, values, shown: (value) => shownAs(tell, value, counts.indicator) };
}

/** The first period that most growths count from. */
function periodBefore(counts: PeopleCells, last: string): string | null {
  const firsts = counts.cells.filter((cell) => cell.period === last).flatMap((cell) => {
    const first = counts.cells.find((one) => one.areaCode === cell.areaCode && one.seriesCode === cell.seriesCode && one.period < last);
    return first ? [first] : [];
  });
  return commonPeriod(firsts, firsts.length);
}

function headlineOf(tell: Telling, say: SayArea, districts: Area[], people: People | null): Part[] {
  if (districts.length === 0) return sentence(say, 'list.headline.none');
  const n = counted(tell, districts.length, '[data-district]', listAddress(tell.base));
  const name = (area: Area | undefined): Part => (area ? link(areaPage(tell.base, area.code), area.name, true) : text(''));
  const by = (sizes: Map<string, number>): { most: Part; fewest: Part } => {
    const known = districts.filter((area) => sizes.has(area.code)).sort((a, b) => (sizes.get(b.code) ?? 0) - (sizes.get(a.code) ?? 0));
    return { most: name(known[0]), fewest: name(known.at(-1)) };
  };
  const slots = { n, c: districts.length };
  if (people && people.values.size > 1) return capital(sentence(say, 'list.headline.people', { ...slots, ...by(people.values) }));
  const areas = new Map(districts.flatMap((area) => (area.areaKm2 === null ? [] : [[area.code, Number(area.areaKm2)] as const])));
  return capital(areas.size > 1 ? sentence(say, 'list.headline.area', { ...slots, ...by(areas) }) : sentence(say, 'list.headline.bare', slots));
}

function rowOf(tell: Telling, area: Area, counts: PeopleCells | null, period: string | null, before: string | null): DistrictRow {
  const own = counts?.cells.filter((cell) => cell.areaCode === area.code) ?? [];
  const last = own.find((cell) => cell.period === period) ?? null;
  const growth = counts && period ? growthIn(tell, { indicator: counts.indicator, own, period }, area.code, true) : null;
  const earlier = growth && growth.first.period === before ? growth.first : null;
  const villages = villagesOf(tell.model, area.code).length;
  return {
    code: area.code, short: shortCode(area.code), name: area.name, href: areaPage(tell.base, area.code),
    villages: villages === 0 ? null : { kind: 'count', n: villages, shown: String(villages), rows: '[data-village]', at: areaPage(tell.base, area.code), strong: false },
    area: areaFigure(tell, area, true), people: counts && last && figure(bareFig(tell, counts.indicator, last)), before: counts && earlier && figure(bareFig(tell, counts.indicator, earlier)),
    change: growth && earlier ? figure(growth.fig) : null, tags: last ? cellTags(tell, last) : [],
  };
}

function whereOf(tell: Telling, say: SayArea, area: Area): string {
  const kind = say(area.kind === 'kelurahan' ? 'kind.kelurahan' : 'kind.desa');
  return say('search.in', { kind, district: tell.model.areas.get(area.parentCode ?? '')?.name ?? '' });
}
