import { isPeriod, parsePeriod, strangeYear, yearOf, yearsKnown } from '#kernel/periods.ts';
import { frontPlan, withValue } from '../lookups.ts';
import type { Indicator, RegionModel } from '../region-model.ts';
import { type CompareForm, type Content, contents, type Dimension, dimensions, most, type Problem, type Shape, shapes } from './compare-form.ts';

/** Targets that name no plan. */
export const noPlan = '-';
/** In place of codes: every district. */
export const allDistricts = 'kecamatan';

/** What is compared, understood and bounded. */
export interface Choice {
  indicators: Indicator[];
  areas: string[];
  /** Codes of plans; `-` for targets that name none. */
  plans: string[];
  from: string | null;
  until: string | null;
  /** Where the reader named no start, the newest periods stand and the earlier ones are left out; a start that was named is kept to, or refused. */
  startNamed: boolean;
  content: Content;
  rows: Dimension;
  columns: Dimension;
  shape: Shape;
  page: number;
}

/** What the form says and what can be read of it; with problems nothing is read. */
export interface Chosen {
  /** As filled in, with what was chosen for the reader where nothing was given. */
  form: CompareForm;
  choice: Choice;
  problems: Problem[];
}

export function choose(model: RegionModel, given: CompareForm): Chosen {
  const problems: Problem[] = [];
  const option = <T extends string>(field: 'isi' | 'baris' | 'kolom' | 'bentuk', known: readonly T[]): T | null => {
    const value = given[field];
    if (value === null || value === '') return null;
    if (!known.includes(value as T)) problems.push({ field, key: 'option', given: value, expected: [...known] });
    return known.includes(value as T) ? (value as T) : null;
  };
  const content = option('isi', contents) ?? 'angka';
  const plans = plansOf(model, given, problems);
  const areas = areasOf(model, given, problems);
  const indicators = indicatorsOf(model, given, { content, plans, areas }, problems);
  const span = spanOf(model, given, indicators, problems);
  const asked = { rows: option('baris', dimensions), columns: option('kolom', dimensions) };
  if (asked.rows !== null && asked.rows === asked.columns) problems.push({ field: 'kolom', key: 'same', given: asked.rows, expected: dimensions.filter((one) => one !== asked.rows && (content !== 'angka' || one !== 'rencana')) });
  for (const [field, value] of [['baris', asked.rows], ['kolom', asked.columns]] as const) {
    if (content === 'angka' && value === 'rencana') problems.push({ field, key: 'planless', given: value, expected: ['indikator', 'wilayah', 'periode'] });
  }
  const { rows, columns } = layoutOf(asked, indicators.length, areas.length);
  const shape = option('bentuk', shapes) ?? 'tabel';
  const page = pageOf(given, problems);
  const choice: Choice = { indicators, areas, plans, ...span, content, rows, columns, shape, page };
  return { choice, problems, form: problems.length > 0 ? given : filled(model, given, choice) };
}

function filled(model: RegionModel, given: CompareForm, choice: Choice): CompareForm {
  const districts = given.wilayah.includes(allDistricts);
  return {
    ...given, indikator: choice.indicators.map((one) => one.code), wilayah: districts ? given.wilayah : choice.areas.length > 0 ? choice.areas : [model.region.code],
    rencana: given.rencana, dari: choice.from ?? '', sampai: choice.until ?? '', isi: choice.content, baris: choice.rows, kolom: choice.columns, bentuk: choice.shape,
  };
}

const few = (texts: string[]): string[] => texts.slice(0, 5).map((text) => text.slice(0, 40));

/** Where something is asked for, at most so many, each of them known; what is unknown is named. */
function listed(field: 'indikator' | 'wilayah' | 'rencana', given: string[], known: (code: string) => boolean, some: Iterable<string>, problems: Problem[]): string[] {
  if (given.length > most[field]) problems.push({ field, key: 'many', given: '', expected: [String(most[field])] });
  const unknown = given.filter((code) => !known(code));
  if (unknown.length > 0) problems.push({ field, key: 'unknown', given: few(unknown).join(', '), expected: few([...some]) });
  return given.filter(known).slice(0, most[field]);
}

export function planOptions(model: RegionModel): string[] {
  const codes = new Set([...model.targets.values()].flat().map((target) => target.planCode || noPlan));
  return [...[...model.plans.keys()].filter((code) => codes.has(code)), ...(codes.has(noPlan) ? [noPlan] : [])];
}

function plansOf(model: RegionModel, given: CompareForm, problems: Problem[]): string[] {
  const options = planOptions(model);
  if (given.rencana.length > 0) return listed('rencana', given.rencana, (code) => options.includes(code), options, problems);
  const front = frontPlan(model)?.code ?? '';
  return options.includes(front) ? [front] : options.slice(0, 1);
}

export const districtsOf = (model: RegionModel): string[] => [...model.areas.values()].filter((area) => area.level === 'district').map((area) => area.code);

function areasOf(model: RegionModel, given: CompareForm, problems: Problem[]): string[] {
  if (given.wilayah.length === 0) return [model.region.code];
  const named = listed('wilayah', given.wilayah.filter((code) => code !== allDistricts), (code) => model.areas.has(code), model.areas.keys(), problems);
  const districts = given.wilayah.includes(allDistricts) ? districtsOf(model) : [];
  if (districts.length > most.kecamatan) problems.push({ field: 'wilayah', key: 'districts', given: String(districts.length), expected: [String(most.kecamatan)] });
  return [...new Set([...districts.slice(0, most.kecamatan), ...named])];
}

function indicatorsOf(model: RegionModel, given: CompareForm, of: Pick<Choice, 'content' | 'plans' | 'areas'>, problems: Problem[]): Indicator[] {
  const codes = given.indikator.length > 0
    ? listed('indikator', given.indikator, (code) => model.indicators.has(code), model.indicators.keys(), problems)
    : usualIndicators(model, of);
  return codes.flatMap((code) => model.indicators.get(code) ?? []);
}

/** The measures of the plan in front with the longest recent rows; below the region, those that are counted there; of targets and achievements, those that have one. */
function usualIndicators(model: RegionModel, { content, plans, areas }: Pick<Choice, 'content' | 'plans' | 'areas'>): string[] {
  const all = [...model.indicators.keys()];
  if (content !== 'angka') {
    const targets = [...model.targets.values()].flat().filter((target) => plans.includes(target.planCode || noPlan));
    return [...new Set(targets.map((target) => target.indicatorCode))].filter((code) => model.indicators.has(code)).slice(0, most.indikator);
  }
  const level = areas.includes(model.region.code) ? 'region' : (model.areas.get(areas[0] ?? '')?.level ?? 'region');
  const local = level === 'region' ? [] : [...model.indicators.values()].filter((one) => one.level === level).map((one) => one.code);
  if (local.length > 0) return local.slice(0, 6);
  const plan = frontPlan(model);
  const linked = new Set(model.planLinks.filter((link) => link.kind === 'indicator' && link.planCode === plan?.code).map((link) => link.code));
  const years = all.map((code) => ({ code, years: withValue(model.cells.get(code)).filter((cell) => parsePeriod(cell.period).kind === 'year').map((cell) => yearOf(cell.period)) }));
  const since = Math.max(...years.flatMap((one) => one.years)) - recentYears;
  const long = years.map((one) => ({ code: one.code, length: one.years.filter((year) => year > since).length })).filter((one) => one.length > 1);
  const rank = (one: (typeof long)[number]): number => (linked.has(one.code) ? 1000 : 0) + one.length;
  const usual = long.sort((a, b) => rank(b) - rank(a)).slice(0, 6).map((one) => one.code);
  return usual.length > 0 ? usual : all.slice(0, 6);
}

function spanOf(model: RegionModel, given: CompareForm, indicators: Indicator[], problems: Problem[]): Pick<Choice, 'from' | 'until' | 'startNamed'> {
  const read = (field: 'dari' | 'sampai'): string | null => {
    const text = given[field];
    if (text === null || text === '') return null;
    if (isPeriod(text)) return parsePeriod(text).text;
    const year = strangeYear(text);
    problems.push(year === null ? { field, key: 'period', given: text.slice(0, 40), expected: ['2019', '2019Q3', '2019-07'] } : { field, key: 'year', given: year, expected: yearsKnown.map(String) });
    return null;
  };
  const [from, until] = [read('dari'), read('sampai')];
  if (from !== null && until !== null && parsePeriod(from).start > parsePeriod(until).end) problems.push({ field: 'dari', key: 'order', given: from, expected: [until] });
  const bare = Object.values(given).every((value) => value === null || value.length === 0);
  return { from: bare ? recent(model, indicators) : from, until, startNamed: from !== null };
}

/** What a reader sees who has asked for nothing: so many years. */
const recentYears = 8;

/** The last years up to the newest value. */
function recent(model: RegionModel, indicators: Indicator[]): string | null {
  const years = indicators.flatMap((one) => withValue(model.cells.get(one.code)).map((cell) => yearOf(cell.period)));
  return years.length === 0 ? null : String(Math.max(...years) - recentYears + 1);
}

function layoutOf(asked: { rows: Dimension | null; columns: Dimension | null }, indicators: number, areas: number): { rows: Dimension; columns: Dimension } {
  const usual: Dimension[] = areas > indicators ? ['wilayah', 'periode', 'indikator'] : ['indikator', 'periode', 'wilayah'];
  const rows = asked.rows ?? usual.find((one) => one !== asked.columns) ?? 'indikator';
  return { rows, columns: asked.columns ?? (rows === 'periode' ? usual[0] : 'periode') ?? 'periode' };
}

function pageOf(given: CompareForm, problems: Problem[]): number {
  if (given.halaman === null || given.halaman === '') return 1;
  if (/^[1-9]\d{0,3}$/.test(given.halaman)) return Number(given.halaman);
  problems.push({ field: 'halaman', key: 'page', given: given.halaman.slice(0, 40), expected: ['1'] });
  return 1;
}
