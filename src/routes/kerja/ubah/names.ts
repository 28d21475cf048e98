import type { Choice } from '#editing/index.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';

type Data = PackRow['data'];

/** What a definition is called: its name, or what it is of. */
export function nameOf(data: Data, lang: Lang, all: Tables): string {
  const pair = data.name;
  if (pair !== null && typeof pair === 'object') return (pair as { id: string; en: string })[lang];
  const own = data[`name_${lang}`] ?? data.name ?? data.title ?? data.publisher;
  if (own !== null && own !== undefined) return String(own);
  const of = data.indicator_code === undefined ? undefined : rowsOf(all, 'indicators.indicator').find((row) => row.data.code === data.indicator_code);
  return [of ? nameOf(of.data, lang, all) : data.indicator_code, data.area_code, data.period, data.plan_code].filter((one) => one !== null && one !== undefined && one !== '').join(', ');
}

const kinds: Record<string, string> = { unit: 'data.unit', agency: 'people.agency', source: 'places.source', area: 'places.area', indicator: 'indicators.indicator', element: 'data.element', plan: 'plan.plan' };

/** The codes that a form may choose among, with their names. */
export const codesIn = (all: Tables, lang: Lang): Record<string, Choice[]> =>
  Object.fromEntries(Object.entries(kinds).map(([kind, table]) => [kind, [...new Map(rowsOf(all, table).map(({ data }) => [String(data.code), { value: String(data.code), text: `${nameOf(data, lang, all)} (${String(data.code)})` }])).values()].sort((a, b) => a.text.localeCompare(b.text, lang))]));

/** An area and all that it lies in, nearest first. */
export function areasOf(code: string, all: Tables): string[] {
  const parents = new Map(rowsOf(all, 'places.area').map(({ data }) => [String(data.code), (data.parent_code as string | null) ?? null]));
  const found: string[] = [];
  for (let at: string | null | undefined = code; at && parents.has(at) && !found.includes(at); at = parents.get(at)) found.push(at);
  return found;
}

/** The name of what has a code; the code where it has none. */
export function nameOfCode(all: Tables, table: string, code: string, lang: Lang): string {
  const found = rowsOf(all, table).find(({ data }) => data.code === code);
  return found ? nameOf(found.data, lang, all) : code;
}

/** `cell` of a preview with names in place of codes: an indicator in an area and a period; of a score the codes of its tree stay. */
export function toldChange(what: string, all: Tables, lang: Lang): string {
  const [, of = '', code = '', area = '', rest = ''] = /^(achievement )?(\S+) (\S+) (.+)$/.exec(what) ?? [];
  if (code === '' || code === 'score') return what;
  const named = `${nameOfCode(all, 'indicators.indicator', code, lang)}, ${nameOfCode(all, 'places.area', area, lang)}, ${rest}`;
  return of === '' ? named : `${lang === 'id' ? 'Capaian' : 'Achievement'}: ${named}`;
}
