import { formatNumber, type TagKind } from '#ui/index.ts';
import { agencyPage, comparePage as address } from '../addresses.ts';
import type { MarkView } from '../marks.ts';
import type { RegionModel } from '../region-model.ts';
import { joined, type Part, plain, sentence } from '../sentence.ts';
import { nameOf } from '../standing-sentence.ts';
import { inLang, type Telling } from '../telling.ts';
import { type Gap, type Shown, shownAt } from './compare-cell.ts';
import { choose, type Choice, type Chosen, districtsOf, noPlan } from './compare-choice.ts';
import { scaleOf, type Small, smallOf } from './compare-drawing.ts';
import { findingOf, movedMark } from './compare-finding.ts';
import { type CompareForm, compareQuery, type Content, contents, type Dimension, dimensions, fieldIds, most, type Problem, readCompareForm, type Shape, shapes } from './compare-form.ts';
import { type FormView, formView } from './compare-form-view.ts';
import { type Grid, gridOf, splitColumns } from './compare-grid.ts';
import { type Known, nothingKnown, type Read, readKnown } from './compare-read.ts';
import { compareWords, type SayCompare } from './compare-words.ts';

export interface CellView {
  parts: Part[];
  /** Said where there is nothing, with the address of its explanation where there is one. */
  gap: { words: string; href: string | null } | null;
  mark: MarkView | null;
}

export interface TableView {
  caption: string;
  columns: { head: Part[]; label: string }[];
  /** `mark`: what a row did from its first to its last period. */
  rows: { head: Part[]; mark: MarkView | null; cells: CellView[] }[];
}

export interface DrawingView {
  head: Part[];
  told: Part[];
  description: string;
  small: Small;
}

export interface ComparePage {
  title: string;
  status: 200 | 400;
  headline: Part[];
  lead: Part[];
  problems: { text: string; href: string }[];
  rowsWord: string;
  blocks: { heading: Part[]; drawings: DrawingView[]; tables: TableView[] }[];
  /** What the marks of the figures mean, those that occur. */
  tags: TagKind[];
  notes: Part[][];
  /** Who is asked for what is missing. */
  asked: { agency: { name: string; href: string } | null; measures: Part[] }[];
  links: { csv: string; other: { words: string; href: string } | null; previous: string | null; next: string | null };
  more: { words: string; href: string }[];
  form: FormView;
}

/** `/banding`: reads what the address asks for, and shows it. What cannot be understood keeps the form as it was filled, with status 400. */
export async function comparePage(tell: Telling, params: URLSearchParams, read: Read): Promise<ComparePage> {
  const chosen = choose(tell.model, readCompareForm(params));
  if (chosen.problems.length > 0) return compareView(tell, chosen, nothingKnown);
  const known = await readKnown(tell.model, chosen.choice, read);
  if ('field' in known) return compareView(tell, { ...chosen, problems: [known], form: readCompareForm(params) }, nothingKnown);
  // Where there are too many periods for a page, no start is filled in: the same question, asked again, is answered the same way.
  return compareView(tell, known.cut ? { ...chosen, form: { ...chosen.form, dari: '' } } : chosen, known);
}

export function compareView(tell: Telling, chosen: Chosen, known: Known): ComparePage {
  const say = compareWords(tell.lang);
  const { form, choice, problems } = chosen;
  const grid = gridOf(tell, say, choice, known);
  if (problems.length === 0 && choice.page > grid.pages) return compareView(tell, { ...chosen, problems: [{ field: 'halaman', key: 'page', given: String(choice.page), expected: [String(grid.pages)] }] }, known);
  if (problems.length > 0) return refused(tell, say, chosen);
  const all = everyCell(tell, choice, known);
  const headline = findingOf(tell, say, choice, all);
  const other = choice.shape === 'gambar' ? 'tabel' : 'gambar';
  const page = (n: number): string => address(tell.base) + compareQuery(form, { halaman: String(n) });
  return {
    title: plain(headline), status: 200, headline, lead: leadOf(tell, say, choice, grid), problems: [], rowsWord: say(`word.${choice.rows}`),
    blocks: grid.blocks.length > 0 ? blocksOf(say, choice, grid) : [], tags: [...new Set(grid.blocks.flatMap((block) => block.lines.flatMap((line) => line.cells.flatMap((cell) => cell.tags))))],
    notes: notesOf(say, choice, known), asked: askedFor(tell, all),
    links: {
      csv: `${address(tell.base)}.csv${compareQuery(form)}`, other: grid.blocks.length > 0 ? { words: say(`as.${other}`), href: address(tell.base) + compareQuery(form, { bentuk: other }) } : null,
      previous: choice.page > 1 ? page(choice.page - 1) : null, next: choice.page < grid.pages ? page(choice.page + 1) : null,
    },
    more: moreOf(tell, say, choice), form: formView(tell, say, form, choice, []),
  };
}

/** How what was expected is put together, where it is no list. */
const joins: Partial<Record<Problem['key'], string>> = { year: '–', cells: ' × ' };

type Word = Dimension | Content | Shape;

function refused(tell: Telling, say: SayCompare, { form, choice, problems }: Chosen): ComparePage {
  const named = (code: string): string => [...dimensions, ...contents, ...shapes].some((one) => one === code) ? say(`word.${code as Word}`) : code;
  const said = (problem: Problem): string => say(`problem.${problem.key}`, { field: say(`field.${problem.field}`), given: named(problem.given), expected: problem.expected.map(named).join(joins[problem.key] ?? ', '), some: most.wilayah, most: formatNumber(most.cells, { lang: tell.lang }) });
  const headline = sentence(say, 'headline.refused');
  return {
    title: plain(headline), status: 400, headline, lead: sentence(say, 'lead.refused'), problems: problems.map((one) => ({ text: said(one), href: `#${fieldIds[one.field]}` })), rowsWord: '',
    blocks: [], tags: [], notes: [], asked: [], links: { csv: '', other: null, previous: null, next: null }, more: moreOf(tell, say, choice), form: formView(tell, say, form, choice, problems),
  };
}

/** Every chosen cell, for the finding and for who is asked; the page shows a part of them. */
function everyCell(tell: Telling, choice: Choice, known: Known): Shown[] {
  const plans = choice.content === 'angka' ? choice.plans.slice(0, 1) : choice.plans;
  return choice.indicators.flatMap((indicator) => choice.areas.flatMap((area) => known.periods.flatMap((period) =>
    (plans.length > 0 ? plans : [noPlan]).map((plan) => shownAt(tell, choice, known, { indicator, area, period, plan })))));
}

function leadOf(tell: Telling, say: SayCompare, choice: Choice, grid: Grid): Part[] {
  const fixed = grid.fixed.length > 0 ? sentence(say, 'lead.fixed', { fixed: joined(grid.fixed, ', ') }) : [];
  const whole = choice.areas.length === 1 && choice.areas[0] === tell.model.region.code && (choice.rows === 'wilayah' || choice.columns === 'wilayah');
  return [...sentence(say, `lead.${choice.content}`, { rows: say(`word.${choice.rows}`), columns: say(`word.${choice.columns}`) }), ...(whole ? [] : fixed)];
}

function blocksOf(say: SayCompare, choice: Choice, grid: Grid): ComparePage['blocks'] {
  const spans = splitColumns(grid);
  const bars = barsIn(choice);
  // Achievements are all percent of a target: one scale for all of them.
  const keyOf = (cell: Shown): string => (choice.content === 'capaian' ? '' : cell.spot.indicator.code);
  const byMeasure = Map.groupBy(grid.blocks.flatMap((block) => block.lines.flatMap((line) => line.cells)), keyOf);
  return grid.blocks.map((block) => ({
    heading: block.heading,
    drawings: choice.shape === 'gambar' ? block.lines.map((line) => drawn(say, choice, line, (cell) => byMeasure.get(keyOf(cell)) ?? [cell], bars)) : [],
    tables: spans.map(([from, to]) => ({
      caption: say('caption', { content: say(`word.${choice.content}`), rows: say(`word.${choice.rows}`), columns: say(`word.${choice.columns}`) }),
      columns: grid.columns.slice(from, to).map((head) => ({ head, label: plain(head) })),
      rows: block.lines.map((line) => ({ head: line.head, mark: choice.columns === 'periode' && choice.content === 'angka' ? movedMark(say, line.cells) : null, cells: line.cells.slice(from, to).map((cell) => cellView(say, cell)) })),
    })),
  }));
}

function drawn(say: SayCompare, choice: Choice, line: { head: Part[]; cells: Shown[] }, sharing: (cell: Shown) => Shown[], bars: boolean): DrawingView {
  // Rows may mix measures where a measure is a column: then nothing is to the same scale but the row itself.
  const mixed = new Set(line.cells.map((cell) => cell.spot.indicator.code)).size > 1;
  const [any] = line.cells;
  const scale = scaleOf(mixed && choice.content !== 'capaian' ? line.cells : any ? sharing(any) : [], bars);
  const found = line.cells.filter((cell) => cell.value !== null);
  const [first, last] = [found[0], found.at(-1)];
  const told = !first || !last ? sentence(say, 'small.none') : first === last ? first.parts : sentence(say, 'small.span', { first: first.parts, last: last.parts });
  return { head: line.head, told, description: say('small.title', { name: plain(line.head), content: say(`word.${choice.content}`), told: plain(told) }), small: smallOf(line.cells, scale, bars) };
}

export function gapWords(say: SayCompare, gap: Gap, shown: Shown['spot']): string {
  if (gap === 'level') return say(shown.indicator.level === 'district' ? 'gap.level.district' : 'gap.level.region');
  if (gap !== 'kind') return say(`gap.${gap}`);
  const kinds = ['year', 'quarter', 'month', 'day'] as const;
  return say(`gap.kind.${kinds.find((kind) => kind === shown.indicator.periodKind) ?? 'year'}`);
}

const cellView = (say: SayCompare, cell: Shown): CellView => ({
  parts: cell.parts, mark: cell.mark, gap: cell.gap === null ? null : { words: gapWords(say, cell.gap, cell.spot), href: cell.href },
});

/** Lines are for figures over time; whatever stands beside each other is bars. */
const barsIn = (choice: Choice): boolean => choice.columns !== 'periode' || choice.content === 'capaian';

function notesOf(say: SayCompare, choice: Choice, known: Known): Part[][] {
  const broken = choice.shape === 'gambar';
  return [
    ...(known.leftOut > 0 ? [sentence(say, 'note.cut')] : []),
    ...(broken ? [sentence(say, barsIn(choice) ? 'note.bars' : 'note.lines')] : []),
  ];
}

/** The measures that have a gap which somebody could fill, by the agency that keeps them. */
function askedFor(tell: Telling, all: Shown[]): ComparePage['asked'] {
  const open = new Map(all.filter((cell) => cell.gap === 'missing' || cell.gap === 'value').map((cell) => [cell.spot.indicator.code, cell.spot.indicator]));
  const byAgency = Map.groupBy(open.values(), (one) => tell.model.agencies.get(one.agencyCode ?? '') ?? null);
  return [...byAgency].map(([agency, of]) => ({
    agency: agency && { name: agency.name, href: agencyPage(tell.base, agency.code) }, measures: joined(of.map((one) => [nameOf(tell, one)]), ', '),
  }));
}

/** Other comparisons that have something to say here. */
function moreOf(tell: Telling, say: SayCompare, choice: Choice): ComparePage['more'] {
  const { model, base } = tell;
  const to = (changes: Partial<CompareForm>): string => address(base) + compareQuery({ ...blank, ...changes });
  const local = [...model.indicators.values()].find((one) => one.level === 'district');
  const districts = districtsIn(model);
  return [
    ...(local && districts ? [{ words: say('more.districts', { name: inLang(tell, local.short) }), href: to({ indikator: [local.code], wilayah: ['kecamatan'] }) }] : []),
    ...(model.targets.size > 0 && choice.content !== 'target' ? [{ words: say('more.target'), href: to({ isi: 'target' }) }] : []),
    ...(model.achievements.size > 0 && choice.content !== 'capaian' ? [{ words: say('more.capaian'), href: to({ isi: 'capaian' }) }] : []),
    { words: say('more.usual'), href: address(base) },
  ];
}

/** Whether all districts can be compared at once. */
const districtsIn = (model: RegionModel): boolean => districtsOf(model).length > 0 && districtsOf(model).length <= most.kecamatan;
const blank: CompareForm = { indikator: [], wilayah: [], rencana: [], dari: null, sampai: null, isi: null, baris: null, kolom: null, bentuk: null, halaman: null, saringIndikator: '', saringWilayah: '' };
