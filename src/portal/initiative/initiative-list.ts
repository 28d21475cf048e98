import { z } from 'zod';
import { choice, pageNumber } from '#kernel/query.ts';
import { type Filter, numberWord } from '#ui/index.ts';
import { agencyPage, initiativeList as address, initiativePage, pillarPage } from '../addresses.ts';
import { neighbours, pageOf } from '../paging.ts';
import type { Initiative, Pillar, RegionModel, Source } from '../region-model.ts';
import { capital, joined, type Part, plain, sentence, verbatim } from '../sentence.ts';
import { counted } from '../standing-sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';
import { initiativeWords, type InitiativeKind, type InitiativeState, kindOf, kinds, type SayInitiative, states, stateWordOf } from './initiative-words.ts';

/** What an address may say: the pillar by its slug, kind and state by the words of the address. */
export const initiativeQuery = (model: RegionModel) =>
  z.object({ pilar: choice((model.masterplan?.pillars ?? []).map((pillar) => pillar.slug)), jenis: choice(Object.values(kindSlugs)), keadaan: choice(Object.values(stateSlugs)), halaman: pageNumber });
export type InitiativeQuery = z.output<ReturnType<typeof initiativeQuery>>;

const kindSlugs: Record<InitiativeKind, string> = { quick_win: 'quick-win', initiative: 'inisiatif', priority_programme: 'program-prioritas' };
const stateSlugs: Record<InitiativeState, string> = { running: 'berjalan', stopped: 'berhenti', planned: 'direncanakan', unknown: 'belum-diketahui' };

export interface InitiativeRow {
  code: string;
  name: string;
  href: string;
  kind: InitiativeKind;
  kindWord: string;
  pillar: { code: string; name: string; href: string; reading: boolean } | null;
  state: InitiativeState;
  stateWord: string;
  since: Part | null;
  agency: { name: string; href: string } | null;
}
export interface InitiativeList {
  title: string;
  headline: Part[];
  lead: string;
  action: string;
  filters: Filter[];
  filtered: boolean;
  rows: InitiativeRow[];
  page: number;
  of: number;
  before: string | null;
  after: string | null;
  /** Every placement on this page is our reading: said once, above. */
  read: boolean;
  /** A quick win is among them, and what that is. */
  quick: boolean;
  /** What a source says of several of them at once. */
  shared: { words: Part[]; source: Source | undefined }[];
}

/** Initiatives, quick wins and priority programmes, by pillar; filtered and paged as the address says. */
export function initiativeList(tell: Telling, query: InitiativeQuery): InitiativeList {
  const say = initiativeWords(tell.lang);
  const { pilar, jenis, keadaan, halaman } = query;
  const pillars = tell.model.masterplan?.pillars ?? [];
  const all = inPillarOrder(tell.model.initiatives, pillars);
  const wanted = pillars.find((pillar) => pillar.slug === pilar);
  const found = all.filter((one) => (!wanted || one.pillarCode === wanted.code) && (jenis === '' || kindSlugs[kindOf(one)] === jenis) && (keadaan === '' || stateSlugs[stateWordOf(one)] === keadaan));
  const filtered = pilar !== '' || jenis !== '' || keadaan !== '';
  const { rows, page, of } = pageOf(found, halaman);
  const headline = headlineOf(tell, say, { all, found, filtered, whole: of === 1 });
  const told = rows.map((one) => rowOf(tell, say, one));
  const placed = told.filter((one) => one.pillar !== null);
  const read = placed.length > 1 && placed.every((one) => one.pillar?.reading);
  return {
    title: plain(headline), headline, lead: say(all.length === 0 ? 'lead.none' : 'lead'), action: address(tell.base), filters: all.length > 0 ? filtersOf(tell, say, query) : [], filtered,
    rows: told, page, of, read, quick: rows.some((one) => kindOf(one) === 'quick_win'), ...neighbours(address(tell.base), { pilar, jenis, keadaan }, { page, of }), shared: sharedOf(tell, say, rows),
  };
}

function inPillarOrder(initiatives: Initiative[], pillars: Pillar[]): Initiative[] {
  const place = (one: Initiative): number => {
    const at = pillars.findIndex((pillar) => pillar.code === one.pillarCode);
    return at < 0 ? pillars.length : at;
  };
  return [...initiatives].sort((a, b) => place(a) - place(b) || a.position - b.position);
}

interface Found {
  all: Initiative[];
  found: Initiative[];
  filtered: boolean;
  /** Every row found stands on this page, so that they can be counted there. */
  whole: boolean;
}

function headlineOf(tell: Telling, say: SayInitiative, { all, found, filtered, whole }: Found): Part[] {
  if (all.length === 0) return sentence(say, 'headline.none');
  if (found.length === 0) return sentence(say, 'headline.no');
  const number = (n: number, rows: string): Part => (whole ? counted(tell, n, rows) : verbatim(numberWord(n, tell.lang)));
  const groups = states.map((state) => ({ state, n: found.filter((one) => stateWordOf(one) === state).length })).filter(({ n }) => n > 0);
  const only = groups.length === 1 ? groups[0] : undefined;
  const told = only ? sentence(say, `all.${only.state}`, { c: found.length }) : joined(groups.map(({ state, n }) => sentence(say, `states.${state}`, { n: number(n, `[data-state="${state}"]`), c: n })), tell.say('list.comma'));
  const quick = found.filter((one) => kindOf(one) === 'quick_win').length;
  const slots = { n: number(found.length, '[data-initiative]'), q: number(quick, '[data-kind="quick_win"]'), all: verbatim(numberWord(all.length, tell.lang)), states: told, c: found.length };
  return capital(sentence(say, filtered ? 'headline.some' : quick === 0 ? 'headline.plain' : quick === found.length ? 'headline.quick' : 'headline', slots));
}

function filtersOf(tell: Telling, say: SayInitiative, query: InitiativeQuery): Filter[] {
  const own = new Set(tell.model.initiatives.map((one) => one.pillarCode));
  const pillars = (tell.model.masterplan?.pillars ?? []).filter((pillar) => own.has(pillar.code)).map((pillar) => ({ value: pillar.slug, label: inLang(tell, pillar.name) }));
  const there = { kinds: new Set(tell.model.initiatives.map(kindOf)), states: new Set(tell.model.initiatives.map(stateWordOf)) };
  const all: Filter[] = [
    { name: 'pilar', label: say('filter.pillar'), value: query.pilar, all: say('filter.pillar.all'), options: pillars },
    { name: 'jenis', label: say('filter.kind'), value: query.jenis, all: say('filter.kind.all'), options: kinds.filter((kind) => there.kinds.has(kind)).map((kind) => ({ value: kindSlugs[kind], label: say(`kind.${kind}`) })) },
    { name: 'keadaan', label: say('filter.state'), value: query.keadaan, all: say('filter.state.all'), options: states.filter((state) => there.states.has(state)).map((state) => ({ value: stateSlugs[state], label: say(`state.${state}`) })) },
  ];
  // What can answer only all or nothing is no question.
  return all.filter((one) => one.options.length > 1 || one.value !== '');
}

function rowOf(tell: Telling, say: SayInitiative, one: Initiative): InitiativeRow {
  const pillar = tell.model.masterplan?.pillars.find((known) => known.code === one.pillarCode);
  const agency = tell.model.agencies.get(one.agencyCode ?? '');
  return {
    code: one.code, name: inLang(tell, one.name), href: initiativePage(tell.base, one.code), kind: kindOf(one), kindWord: say(`kind.${kindOf(one)}`),
    pillar: pillar ? { code: pillar.code, name: inLang(tell, pillar.name), href: pillarPage(tell.base, pillar.slug), reading: one.pillarBasis === 'reading' } : null,
    state: stateWordOf(one), stateWord: say(`state.${stateWordOf(one)}`), since: one.started === null ? null : when(tell, one.started),
    agency: agency ? { name: agency.shortName, href: agencyPage(tell.base, agency.code) } : null,
  };
}

/** A statement that a source makes of several initiatives is told once, with how many it concerns. */
function sharedOf(tell: Telling, say: SayInitiative, rows: Initiative[]): InitiativeList['shared'] {
  const all = rows.flatMap((one) => one.statements);
  const groups = [...Map.groupBy(all, (one) => `${one.source} ${one.text.id}`).values()].filter((group) => group.length > 1);
  return groups.flatMap((group) => {
    const first = group[0];
    if (!first) return [];
    const n = verbatim(numberWord(group.length, tell.lang));
    return [{ words: sentence(say, 'shared', { n, words: verbatim(inLang(tell, first.text)) }), source: tell.model.sources.get(first.source) }];
  });
}
