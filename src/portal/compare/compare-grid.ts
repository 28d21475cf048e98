import { areaPage, indicatorPage, planPage } from '../addresses.ts';
import { link, type Part, plain, text, verbatim } from '../sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';
import { type Shown, shownAt, type Spot } from './compare-cell.ts';
import { type Choice, noPlan } from './compare-choice.ts';
import { type Dimension, dimensions } from './compare-form.ts';
import type { Known } from './compare-read.ts';
import type { SayCompare } from './compare-words.ts';

/** One value of a dimension: what it changes of the spot, and what it is called. */
export interface Step {
  key: string;
  head: Part[];
  at: Partial<Spot>;
}

export interface Line {
  head: Part[];
  cells: Shown[];
}

/** One table; blocks part what stands neither in rows nor in columns. */
export interface Block {
  heading: Part[];
  lines: Line[];
}

export interface Grid {
  columns: Part[][];
  blocks: Block[];
  pages: number;
  /** What is the same in every cell. */
  fixed: Part[][];
}

/** A page holds at most so many cells, and at most a hundred rows. */
const mostCells = 480;
const mostLines = 100;

export const placeName = (tell: Telling, code: string): string => (code === tell.model.region.code ? inLang(tell, tell.model.region.name) : (tell.model.areas.get(code)?.name ?? code));
export const planName = (tell: Telling, say: SayCompare, code: string): string => (code === noPlan ? say('plan.none') : inLang(tell, tell.model.plans.get(code)?.shortName ?? { id: code, en: code }));

/** A district has a page; of the region and of villages the name alone stands. */
function placeHead(tell: Telling, code: string): Part[] {
  const district = tell.model.areas.get(code)?.level === 'district';
  return [district ? link(areaPage(tell.base, code), placeName(tell, code), true) : verbatim(placeName(tell, code))];
}

export function stepsOf(tell: Telling, say: SayCompare, choice: Choice, known: Known, dimension: Dimension): Step[] {
  switch (dimension) {
    case 'indikator': return choice.indicators.map((one) => ({ key: one.code, head: [link(indicatorPage(tell.base, one.code), inLang(tell, one.short), true)], at: { indicator: one } }));
    case 'wilayah': return choice.areas.map((code) => ({ key: code, head: placeHead(tell, code), at: { area: code } }));
    case 'periode': return known.periods.map((period) => ({ key: period, head: [when(tell, period)], at: { period } }));
    case 'rencana': return choice.plans.map((code) => ({ key: code, head: [code === noPlan ? text(say('plan.none')) : link(planPage(tell.base), planName(tell, say, code), true)], at: { plan: code } }));
  }
}

/** The dimensions that a content has: figures belong to no plan. */
export const dimensionsOf = ({ content }: Choice): Dimension[] => dimensions.filter((one) => one !== 'rencana' || content !== 'angka');

/** Rows × columns; what is in neither becomes blocks, or is said once where there is only one of it. One page of it. */
export function gridOf(tell: Telling, say: SayCompare, choice: Choice, known: Known): Grid {
  const rows = stepsOf(tell, say, choice, known, choice.rows);
  const columns = stepsOf(tell, say, choice, known, choice.columns);
  const rest = dimensionsOf(choice).filter((one) => one !== choice.rows && one !== choice.columns).map((one) => stepsOf(tell, say, choice, known, one));
  const blocks = rest.reduce<Step[][]>((made, steps) => (steps.length > 1 ? made.flatMap((before) => steps.map((step) => [...before, step])) : made), [[]]);
  const fixed = rest.filter((steps) => steps.length === 1).map(([step]) => step as Step);
  if (rest.some((steps) => steps.length === 0) || columns.length === 0 || rows.length === 0) return { columns: [], blocks: [], pages: 1, fixed: fixed.map((step) => step.head) };
  const base = Object.assign({ plan: choice.plans[0] ?? noPlan }, ...fixed.map((step) => step.at)) as Spot;
  const lines = blocks.flatMap((block) => rows.map((row) => ({ block, row })));
  const perPage = Math.max(1, Math.min(mostLines, Math.floor(mostCells / columns.length)));
  const here = lines.slice((choice.page - 1) * perPage, choice.page * perPage);
  const drawn = blocks.map((block) => ({
    heading: block.flatMap((step, n) => (n === 0 ? step.head : [text(', '), ...step.head])),
    lines: here.filter((one) => one.block === block).map(({ row }) => ({
      head: row.head, cells: columns.map((column) => shownAt(tell, choice, known, Object.assign({}, base, ...block.map((step) => step.at), row.at, column.at) as Spot)),
    })),
  }));
  return { columns: columns.map((step) => step.head), blocks: drawn.filter((block) => block.lines.length > 0), pages: Math.max(1, Math.ceil(lines.length / perPage)), fixed: fixed.map((step) => step.head) };
}

/** Columns of one table side by side: as many as a wide page holds, in equal parts. */
export function splitColumns(grid: Grid): [from: number, to: number][] {
  const width = (n: number): number => Math.min(170, Math.max(56, ...[plain(grid.columns[n] ?? []), ...grid.blocks.flatMap((block) => block.lines.map((line) => plain(line.cells[n]?.parts ?? [])))].map((shown) => shown.length * 8 + 26)));
  const total = grid.columns.reduce((sum, _, n) => sum + width(n), 0);
  const parts = Math.max(1, Math.ceil(total / 860));
  const size = Math.ceil(grid.columns.length / parts);
  return Array.from({ length: Math.ceil(grid.columns.length / size) }, (_, n) => [n * size, Math.min(grid.columns.length, (n + 1) * size)]);
}
