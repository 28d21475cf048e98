import type { Telling } from '../telling.ts';
import { inLang } from '../telling.ts';
import { folded } from '../search/search-terms.ts';
import { allDistricts, type Choice, districtsOf, noPlan, planOptions } from './compare-choice.ts';
import { type CompareForm, type Content, contents, type Dimension, dimensions, most, type Problem, type Shape, shapes } from './compare-form.ts';
import { placeName, planName } from './compare-grid.ts';
import type { SayCompare } from './compare-words.ts';

export interface Option {
  value: string;
  words: string;
  on: boolean;
}

export interface FormView {
  open: boolean;
  /** Long lists are folded; open where something must be corrected, or was looked for. */
  lists: { indicators: boolean; areas: boolean };
  indicators: Option[];
  areas: Option[];
  plans: Option[];
  /** There are more than are listed: a field narrows them. */
  narrow: { indicators: boolean; areas: boolean };
  filters: { indicators: string; areas: string };
  from: string;
  until: string;
  selects: { name: 'isi' | 'baris' | 'kolom' | 'bentuk'; options: Option[] }[];
  page: string | null;
}

/** Longer lists are narrowed by words; what is chosen always stays in sight. */
const mostListed = 100;
const mostMatching = 60;

export function formView(tell: Telling, say: SayCompare, form: CompareForm, choice: Choice, problems: Problem[]): FormView {
  const indicators = [...tell.model.indicators.values()].map((one) => ({ value: one.code, words: inLang(tell, one.short) })).sort(byWords(tell));
  const districts = districtsOf(tell.model);
  const places = [tell.model.region.code, ...districts].map((code) => ({ value: code, words: placeName(tell, code) }));
  const rest = [...tell.model.areas.values()].filter((area) => area.level === 'village').map((area) => ({ value: area.code, words: `${area.name} (${placeName(tell, area.parentCode ?? '')})` }));
  const every = districts.length > 0 && districts.length <= most.kecamatan ? [{ value: allDistricts, words: say('areas.all') }] : [];
  return {
    open: problems.length > 0 || form.saringIndikator !== '' || form.saringWilayah !== '',
    lists: { indicators: form.saringIndikator !== '' || wrong(problems, 'indikator'), areas: form.saringWilayah !== '' || wrong(problems, 'wilayah') },
    indicators: listed(indicators, form.indikator, form.saringIndikator, indicators.length <= mostListed),
    areas: [...marked(every, form.wilayah), ...listed(places.length <= mostListed ? places : places.slice(0, 1), form.wilayah, '', true), ...listed(places.length <= mostListed ? rest : [...places.slice(1), ...rest], form.wilayah, form.saringWilayah, false)],
    plans: marked(planOptions(tell.model).map((code) => ({ value: code, words: code === noPlan ? say('plan.none') : planName(tell, say, code) })), form.rencana.length > 0 ? form.rencana : choice.plans),
    narrow: { indicators: indicators.length > mostListed, areas: rest.length > 0 || places.length > mostListed },
    filters: { indicators: form.saringIndikator, areas: form.saringWilayah }, from: form.dari ?? '', until: form.sampai ?? '',
    selects: [select(say, 'isi', contents, form.isi ?? choice.content), select(say, 'baris', dimensions, form.baris ?? choice.rows), select(say, 'kolom', dimensions, form.kolom ?? choice.columns), select(say, 'bentuk', shapes, form.bentuk ?? choice.shape)],
    page: form.halaman,
  };
}

const wrong = (problems: Problem[], field: Problem['field']): boolean => problems.some((one) => one.field === field);

type Plain = Omit<Option, 'on'>;

const marked = (all: Plain[], chosen: string[]): Option[] => all.map((one) => ({ ...one, on: chosen.includes(one.value) }));
const byWords = (tell: Telling) => (a: Plain, b: Plain): number => a.words.localeCompare(b.words, tell.lang);

/** The chosen ones first; of the others all, or those in which the words occur. */
function listed(all: Plain[], chosen: string[], words: string, whole: boolean): Option[] {
  const options = marked(all, chosen);
  if (whole && words === '') return options;
  const wanted = folded(words);
  const others = options.filter((one) => !one.on && wanted !== '' && (folded(one.words).includes(wanted) || folded(one.value).includes(wanted)));
  return [...options.filter((one) => one.on), ...others.slice(0, mostMatching)];
}

function select<T extends Dimension | Content | Shape>(say: SayCompare, name: FormView['selects'][number]['name'], known: readonly T[], chosen: string): FormView['selects'][number] {
  const options = known.map((value) => ({ value, words: say(`word.${value}`), on: value === chosen }));
  // What was given and is not understood stays in sight, so that it can be seen and changed.
  return { name, options: options.some((one) => one.on) ? options : [{ value: chosen, words: chosen.slice(0, 40), on: true }, ...options] };
}
