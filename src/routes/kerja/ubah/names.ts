import { type Choice, editWords } from '#editing/index.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { formatPeriod } from '#ui/index.ts';

type Data = PackRow['data'];

/** What a definition is called: its name, or what it is of. */
export function nameOf(data: Data, lang: Lang, all: Tables): string {
  const pair = data.name;
  if (pair !== null && typeof pair === 'object') return (pair as { id: string; en: string })[lang];
  const words = data.short ?? data.text; // of a node of a plan
  if (words !== null && words !== undefined && typeof words === 'object') return (words as { id: string; en: string })[lang];
  const own = data[`name_${lang}`] ?? data.name ?? data.title ?? data.publisher;
  if (own !== null && own !== undefined) return String(own);
  const of = data.indicator_code === undefined ? undefined : rowsOf(all, 'indicators.indicator').find((row) => row.data.code === data.indicator_code);
  const named = (table: string, code: unknown): string | null => (code === null || code === undefined || code === '' ? null : nameOfCode(all, table, String(code), lang));
  return [of ? nameOf(of.data, lang, all) : data.indicator_code, named('places.area', data.area_code), data.period ? formatPeriod(String(data.period), lang) : null, named('plan.plan', data.plan_code)].filter((one) => one !== null && one !== undefined && one !== '').join(', ');
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

/** What a preview names by codes, in words: an indicator in an area and a period, its achievement, or the score of a node. */
export function namedChange(what: string, all: Tables, lang: Lang): string {
  const say = editWords(lang);
  const codes = what.split(' ');
  if (codes[0] === 'score' && codes.length === 5) {
    const [, tree, treeCode = '', nodeCode = '', period = ''] = codes;
    const tables = tree === 'plan' ? ['plan.node'] : ['masterplan.pillar', 'masterplan.sub_dimension'];
    const within = tables.flatMap((table) => rowsOf(all, table)).find(({ data }) => data.code === nodeCode && (tree !== 'plan' || data.plan_code === treeCode));
    const whole = nameOfCode(all, tree === 'plan' ? 'plan.plan' : 'masterplan.masterplan', treeCode, lang);
    return say('check.score', { name: within ? `${[tree === 'plan' ? nodeCode : null, nameOf(within.data, lang, all)].filter(Boolean).join(' ')} (${whole})` : whole, period: formatPeriod(period, lang) });
  }
  const scored = codes[0] === 'achievement';
  const [code = '', area = '', period = '', plan] = scored ? codes.slice(1) : codes;
  const name = [nameOfCode(all, 'indicators.indicator', code, lang), nameOfCode(all, 'places.area', area, lang), formatPeriod(period, lang), plan].filter(Boolean).join(', ');
  return scored ? say('check.achievement', { name }) : name;
}
