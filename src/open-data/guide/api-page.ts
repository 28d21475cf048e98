import { elementsOf, parseFormula } from '#indicators/index.ts';
import { messagesOf } from '#kernel/i18n.ts';
import type { RegionModel } from '#portal/index.ts';
import type { Site } from '#ui/index.ts';
import { resources } from '../api/resources.ts';
import { describeIn } from '../downloads/data-page.ts';
import english from './guide.messages.en.json' with { type: 'json' };
import indonesian from './guide.messages.id.json' with { type: 'json' };
import { examplesOf } from './examples.ts';

export const guideWords = messagesOf(indonesian, english);

export interface ApiPage {
  base: string;
  rules: string[];
  examples: { title: string; command: string }[];
  lists: { name: string; href: string; what: string; filters: string }[];
  /** What is no list. */
  others: { href: string; words: string }[];
}

/** How to take figures by program: rules, five examples that work as printed, and every list. */
export function apiPage(model: RegionModel, site: Site, { port, limit }: { port: number; limit: number }): ApiPage {
  const say = guideWords(site.lang);
  const base = `/api/v1/regions/${model.region.code}`;
  // An indicator that is told straight from one element, so that each example has something to show.
  const shown = [...model.indicators.values()].find((one) => one.code === 'P0') ?? [...model.indicators.values()].find((one) => (model.cells.get(one.code) ?? []).some((cell) => cell.value !== null));
  const latest = shown && (model.cells.get(shown.code) ?? []).filter((cell) => cell.value !== null).at(-1)?.period;
  const asked = { origin: site.home.origin ?? `http://localhost:${port}`, region: model.region.code, indicator: shown?.code ?? '', element: shown ? (elementsOf(parseFormula(shown.formula))[0] ?? '') : '' };
  return {
    base, rules: (['numbers', 'missing', 'pages', 'table', 'same', 'limit'] as const).map((one) => say(`rule.${one}`, { limit })),
    examples: shown ? examplesOf(asked).map((one) => ({ title: say(`example.${one.key}`), command: one.lines.join('\n') })) : [],
    lists: resources.map((one) => ({ name: `${base}/${one.name}`, href: `${base}/${one.name}?limit=20`, what: describeIn(site.lang)(one.name).title, filters: one.filters.join(', ') })),
    others: ([['one', `${base}/indicators/${shown?.code ?? '…'}`], ['changes', `${base}/changes?since=0&limit=20`], ['explain', shown ? `${base}/explanations/cells/${encodeURIComponent(shown.code)}/${model.region.code}/${latest ?? ''}` : `${base}/changes`]] as const).map(([key, href]) => ({ href, words: say(`other.${key}`) })),
  };
}
