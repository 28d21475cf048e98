import { areaPage, indicatorPage, whyPlace } from '../addresses.ts';
import type { Area } from '../region-model.ts';
import { figure, link, type Part, sentence, text, verbatim } from '../sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';
import type { Knot, TableRow, Term, WhyPage } from '../why/why-views.ts';
import { cellFig, cellTags, growthIn, medianFig, rankIn, reckoned, sumOf, valuesOfNeighbours } from './area-compare.ts';
import { districtsOf, neighboursOf, sums } from './area-rules.ts';
import { areaWords, type SayArea } from './area-words.ts';
import type { AreaCell, Measured } from './read-area.ts';

/** Why this place among districts: every district's value in order, the neighbours' middle value, the sum, the growth. Null where no district has a value then. */
export function whyPlacePage(tell: Telling, area: Area, of: Measured): WhyPage | null {
  const say = areaWords(tell.lang);
  if (of.all.length === 0) return null;
  const own = of.own.find((cell) => cell.period === of.period);
  const measure = inLang(tell, of.indicator.name);
  const title = say('why.title', { name: area.name });
  const fig = own ? cellFig(tell, of.indicator, own) : null;
  return {
    title: `${title}: ${inLang(tell, of.indicator.short)}`, crumbs: [{ text: area.name, href: areaPage(tell.base, area.code) }, { text: title }],
    heading: sentence(say, 'why.heading', { measure: verbatim(measure), name: verbatim(area.name) }),
    lead: sentence(say, 'why.lead', { measure: link(indicatorPage(tell.base, of.indicator.code), measure, true), period: when(tell, of.period) }),
    hero: { figure: fig, words: say('measures.rank.none'), mark: null, caption: sentence(say, 'why.own', { name: verbatim(area.name) }), tags: own ? cellTags(tell, own) : [], side: [], facts: [] },
    knots: [rankKnot(tell, say, area, of), middleKnot(tell, say, area, of), changeKnot(tell, say, area, of)].filter((knot) => knot !== null),
    aside: [{ heading: say('why.aside'), rows: [{ words: say('why.aside.area'), href: areaPage(tell.base, area.code) }, { words: say('why.aside.measure'), href: indicatorPage(tell.base, of.indicator.code) }] }],
  };
}

const namesOf = (areas: Area[]): Part => verbatim(areas.map((one) => one.name).join(', '));
const columns = (say: SayArea): { label: string; right: boolean }[] => [{ label: say('list.name'), right: false }, { label: say('loose.value'), right: true }];

function rankKnot(tell: Telling, say: SayArea, area: Area, of: Measured): Knot {
  const near = new Set(neighboursOf(tell.model, area.code));
  const has = new Set(of.all.map((cell) => cell.areaCode));
  const missing = districtsOf(tell.model).filter((one) => !has.has(one.code));
  const rank = rankIn(tell, say, of, area.code);
  const rows = [...of.all].sort((a, b) => b.value - a.value).map((cell): TableRow => ({ ...rowOf(tell, say, area, of, cell, near), measure: 'known' }));
  const total = sums(tell.model, of.indicator) ? reckoned(tell, of, area.code, sumOf(of.all), of.all, 'peringkat') : null;
  const foot: TableRow | null = total && { head: [text(say('why.rank.total'))], sub: [], cells: [{ parts: [figure(total)] }] };
  return {
    id: 'peringkat', heading: sentence(say, 'why.rank'), lead: rank ? sentence(say, 'why.rank.lead', { name: verbatim(area.name), rank }) : sentence(say, 'why.rank.lead.none'),
    blocks: [
      { kind: 'table', caption: say('why.rank'), columns: columns(say), rows, foot },
      ...(total ? [{ kind: 'note' as const, parts: sentence(say, 'why.rank.sum') }] : []),
      ...(of.all.some((cell) => cell.low !== undefined) ? [{ kind: 'note' as const, parts: sentence(say, 'why.rank.doubt') }] : []),
      ...(missing.length > 0 ? [{ kind: 'note' as const, parts: sentence(say, 'why.rank.missing', { names: namesOf(missing) }) }] : []),
    ],
  };
}

function rowOf(tell: Telling, say: SayArea, area: Area, of: Measured, cell: AreaCell, near: Set<string>): TableRow {
  const name = tell.model.areas.get(cell.areaCode)?.name ?? cell.areaCode;
  const head: Part = cell.areaCode === area.code ? verbatim(name) : link(areaPage(tell.base, cell.areaCode), name, true);
  return { head: [head], sub: near.has(cell.areaCode) ? sentence(say, 'why.rank.touches', { name: verbatim(area.name) }) : [], cells: [{ parts: [figure(cellFig(tell, of.indicator, cell))], tags: cellTags(tell, cell) }] };
}

function middleKnot(tell: Telling, say: SayArea, area: Area, of: Measured): Knot {
  const cells = valuesOfNeighbours(tell, of, area.code).sort((a, b) => b.value - a.value);
  const fig = medianFig(tell, of, area.code);
  const has = new Set(cells.map((cell) => cell.areaCode));
  const without = neighboursOf(tell.model, area.code).filter((code) => !has.has(code)).flatMap((code) => tell.model.areas.get(code) ?? []);
  const missing = without.length > 0 ? [{ kind: 'note' as const, parts: sentence(say, 'why.middle.missing', { names: namesOf(without) }) }] : [];
  if (!fig) return { id: 'tengah', heading: sentence(say, 'why.middle'), lead: sentence(say, 'why.middle.none'), blocks: missing };
  const half = cells.length / 2;
  const middle = cells.length % 2 === 1 ? [cells[Math.floor(half)] as AreaCell] : [cells[half - 1] as AreaCell, cells[half] as AreaCell];
  const term = (cell: AreaCell, op: string): Term => ({ op, figure: figure(cellFig(tell, of.indicator, cell)), label: [verbatim(tell.model.areas.get(cell.areaCode)?.name ?? cell.areaCode)] });
  const result: Term = { op: middle.length === 2 ? ') ÷ 2 =' : '=', figure: figure(fig), label: [text(say('why.middle.result'))] };
  return {
    id: 'tengah', heading: sentence(say, 'why.middle'), lead: sentence(say, middle.length === 1 ? 'why.middle.odd' : 'why.middle.even'),
    blocks: [
      { kind: 'table', caption: say('why.middle'), columns: columns(say), rows: cells.map((cell) => rowOf(tell, say, area, of, cell, new Set())), foot: null },
      { kind: 'sum', terms: [...middle.map((cell, n) => term(cell, n === 0 ? (middle.length === 2 ? '(' : '') : '+')), result] }, ...missing,
    ],
  };
}

function changeKnot(tell: Telling, say: SayArea, area: Area, of: Measured): Knot | null {
  const growth = growthIn(tell, of, area.code, true);
  if (!growth) return null;
  const term = (cell: AreaCell, op: string, key: 'why.change.first' | 'why.change.last'): Term => ({ op, figure: figure(cellFig(tell, of.indicator, cell)), label: [text(`${say(key)}, `), when(tell, cell.period)] });
  const here = `${whyPlace(tell.base, area.code, of.indicator.code, of.period)}#perubahan`;
  return {
    id: 'perubahan', heading: sentence(say, 'why.change'), lead: sentence(say, 'why.change.lead'),
    blocks: [{ kind: 'sum', terms: [
      term(growth.last, '(', 'why.change.last'), term(growth.first, '−', 'why.change.first'), term(growth.first, ') ÷', 'why.change.first'),
      { op: '× 100 =', figure: figure({ ...growth.fig, href: here }), label: [text(say('why.change.result'))] },
    ] }],
  };
}
