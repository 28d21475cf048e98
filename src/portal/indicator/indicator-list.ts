import { comparePeriods } from '#kernel/periods.ts';
import { formatNumber, markWord, numberWord, type TagKind } from '#ui/index.ts';
import { indicatorList as address, agencyPage } from '../addresses.ts';
import { frontPlan, givesWords, latestCell, targetsOf } from '../lookups.ts';
import { indicatorMark, type MarkView } from '../marks.ts';
import { neighbours, pageOf } from '../paging.ts';
import type { Indicator, Pillar } from '../region-model.ts';
import { capital, figure, link, type Part, plain, sentence, verbatim } from '../sentence.ts';
import { counted, nameOf, targetWords } from '../standing-sentence.ts';
import { cellFigure, cellMarks, inLang, tagsOf, type Telling, when } from '../telling.ts';
import { indicatorWords, type SayIndicator } from './indicator-words.ts';
import { type ListQuery, none, standings } from './list-query.ts';

export interface IndicatorRow {
  code: string;
  mark: MarkView;
  name: Part;
  figure: Part | null;
  period: Part | null;
  tags: TagKind[];
  /** The next target ahead, else the latest; null where none has a source. */
  target: Part[] | null;
  pillars: { code: string; name: string }[];
  agency: Part | null;
}
export interface IndicatorList {
  title: string;
  headline: Part[];
  /** What the filter found; null while nothing is asked. */
  found: Part[] | null;
  rows: IndicatorRow[];
  form: { action: string; query: ListQuery; selects: { name: 'pilar' | 'keadaan' | 'perangkat' | 'target'; label: string; options: { value: string; label: string }[] }[] };
  pages: { page: number; of: number; before: string | null; after: string | null };
}

/** Everything a row and a filter ask of one indicator. */
interface Known {
  indicator: Indicator;
  mark: MarkView;
  state: string;
  valued: boolean;
  targeted: boolean;
  pillars: Pillar[];
  agencies: string[];
}

export const emptyQuery: ListQuery = { q: '', pilar: '', keadaan: '', perangkat: '', target: '', halaman: 1 };

/** The indicators by name, those alone that the query asks for, at most a hundred a page. */
export function indicatorList(tell: Telling, query: ListQuery = emptyQuery): IndicatorList {
  const say = indicatorWords(tell.lang);
  const collator = new Intl.Collator(tell.lang);
  const all = [...tell.model.indicators.values()].sort((a, b) => collator.compare(inLang(tell, a.short), inLang(tell, b.short))).map((one) => knownOf(tell, one));
  const found = all.filter((one) => holds(one, query));
  const { rows, page, of } = pageOf(found, query.halaman);
  const asked = { q: query.q, pilar: query.pilar, keadaan: query.keadaan, perangkat: query.perangkat, target: query.target };
  const filtered = Object.values(asked).some((value) => value.trim() !== '');
  const headline = headlineOf(tell, say, all, found.length === rows.length && !filtered);
  const n = found.length <= 12 ? numberWord(found.length, tell.lang) : of > 1 ? verbatim(formatNumber(found.length, { lang: tell.lang })) : counted(tell, found.length, 'li[data-row]');
  return {
    title: plain(headline), headline: capital(headline), rows: rows.map((one) => rowOf(tell, one)),
    found: filtered ? capital(sentence(say, found.length === 0 ? 'list.found.none' : 'list.found', { n, all: verbatim(formatNumber(all.length, { lang: tell.lang })) })) : null,
    form: { action: address(tell.base), query, selects: selectsOf(tell, say, all) },
    pages: { page, of, ...neighbours(address(tell.base), asked, { page, of }) },
  };
}

/** Where every row stands on this page, its numbers are counted there; elsewhere they are told. */
function headlineOf(tell: Telling, say: SayIndicator, all: Known[], whole: boolean): Part[] {
  if (all.length === 0) return sentence(say, 'list.none');
  const number = (n: number, rows: string): Part => (whole ? counted(tell, n, rows) : n <= 12 ? counted(tell, n, rows) : verbatim(formatNumber(n, { lang: tell.lang })));
  return sentence(say, 'list.headline', {
    n: number(all.length, 'li[data-row]'), valued: number(all.filter((one) => one.valued).length, 'li[data-value="yes"]'), targeted: number(all.filter((one) => one.targeted).length, 'li[data-target="yes"]'),
  });
}

const words: Partial<Record<MarkView['state'], string>> = { improved: 'membaik', worsened: 'memburuk', same: 'tetap', changed: 'berubah', one_value: 'satu-angka', no_data: 'tanpa-data' };

function knownOf(tell: Telling, indicator: Indicator): Known {
  const { model } = tell;
  const mark = indicatorMark(tell, frontPlan(model), indicator.code);
  const linked = model.pillarLinks.filter((one) => one.indicatorCode === indicator.code).map((one) => one.pillarCode);
  const shares = (model.shares.get(indicator.code) ?? []).map((one) => one.agencyCode);
  return {
    indicator, mark, state: givesWords(model, indicator) ? '' : mark.state === 'scored' ? (standings[5 - (mark.level ?? 5)] ?? '') : (words[mark.state] ?? ''),
    valued: latestCell(model, indicator.code) !== null, targeted: targetsOf(model, indicator.code).length > 0,
    pillars: (model.masterplan?.pillars ?? []).filter((pillar) => linked.includes(pillar.code)),
    agencies: shares.length > 0 ? shares : indicator.agencyCode === null ? [] : [indicator.agencyCode],
  };
}

function holds(one: Known, { q, pilar, keadaan, perangkat, target }: ListQuery): boolean {
  return (pilar === '' || (pilar === none ? one.pillars.length === 0 : one.pillars.some((pillar) => pillar.slug === pilar)))
    && (keadaan === '' || one.state === keadaan)
    && (perangkat === '' || (perangkat === none ? one.agencies.length === 0 : one.agencies.includes(perangkat)))
    && (target === '' || (target === 'ada') === one.targeted)
    && speaksOf(one.indicator, q);
}

/** Every word stands somewhere in name, short name or definition, in either language; case and accents do not matter. */
function speaksOf({ name, short, definition, code }: Indicator, q: string): boolean {
  const wanted = folded(q).split(/\s+/).filter((word) => word !== '');
  if (wanted.length === 0) return true;
  const text = folded([name.id, name.en, short.id, short.en, definition?.id, definition?.en, code].join(' '));
  return wanted.every((word) => text.includes(word));
}
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function selectsOf(tell: Telling, say: SayIndicator, all: Known[]): IndicatorList['form']['selects'] {
  const { model } = tell;
  const used = new Set(all.flatMap((one) => one.agencies));
  const agencies = [...model.agencies.values()].filter((one) => used.has(one.code)).map((one) => ({ value: one.code, label: one.shortName })).sort((a, b) => a.label.localeCompare(b.label, 'id'));
  const classes = ([5, 4, 3, 2, 1] as const).map((level) => markWord(tell.lang, 'scored', level));
  const states = (['improved', 'worsened', 'same', 'changed', 'one_value', 'no_data'] as const).map((state) => markWord(tell.lang, state));
  const named = [...classes, ...states];
  return [
    { name: 'pilar', label: say('list.pillar'), options: [...(model.masterplan?.pillars ?? []).map((one) => ({ value: one.slug, label: inLang(tell, one.name) })), { value: none, label: say('list.nopillar') }] },
    { name: 'keadaan', label: say('list.state'), options: standings.map((value, n) => ({ value, label: named[n] ?? value })) },
    { name: 'perangkat', label: say('list.agency'), options: [...agencies, { value: none, label: say('agency.none') }] },
    { name: 'target', label: say('rows.target'), options: [{ value: 'ada', label: say('list.target.yes') }, { value: none, label: say('list.target.no') }] },
  ];
}

function rowOf(tell: Telling, { indicator, mark, pillars, agencies }: Known): IndicatorRow {
  const say = indicatorWords(tell.lang);
  const cell = latestCell(tell.model, indicator.code);
  const targets = targetsOf(tell.model, indicator.code);
  const target = targets.find((one) => !cell || comparePeriods(one.period, cell.period) > 0) ?? targets.at(-1);
  const agency = tell.model.agencies.get(agencies[0] ?? '');
  return {
    code: indicator.code, name: nameOf(tell, indicator), mark,
    figure: cell && figure(cellFigure(tell, indicator, cell)), period: cell && when(tell, cell.period), tags: cell ? tagsOf(cell, cellMarks(tell, cell)) : [],
    target: target ? sentence(say, 'list.target', { period: when(tell, target.period), target: targetWords(tell, indicator, target) }) : null,
    pillars: pillars.map((one) => ({ code: one.code, name: inLang(tell, one.name) })), agency: agency ? link(agencyPage(tell.base, agency.code), agency.shortName, true) : null,
  };
}
