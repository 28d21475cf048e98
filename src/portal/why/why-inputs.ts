import { formulas } from '#indicators/index.ts';
import { formatMoment } from '#ui/index.ts';
import { whyCell } from '../addresses.ts';
import { hasResult } from '../lookups.ts';
import type { Cell, CellInput, DataValue, Indicator } from '../region-model.ts';
import { figure, type Part, sentence, text, verbatim } from '../sentence.ts';
import { cellFigure, dataFigure, inLang, tagsOf, type Telling, when } from '../telling.ts';
import { constantRows, moreNote, most, namedIndicator, referenceFigure, reportFigure, reportIn, reportText, toldFormula } from './why-references.ts';
import type { Evidence, Fact, Knot, TableRow, Term } from './why-views.ts';

const signs: Record<string, string> = { '*': '×', '/': '÷', '-': '−' };

/** The formula twice: with names and values, or told where it reaches beyond its own place; and as it is stored. */
export function formulaKnot(tell: Telling, indicator: Indicator, cell: Cell, evidence: Evidence): Knot {
  if (!formulas.isPlain(indicator.formula)) return toldKnot(tell, indicator, cell);
  const direct = /^#\{[^}]+\}$/.test(indicator.formula.trim());
  const own = { ...cellFigure(tell, indicator, cell), href: `${whyCell(tell.base, indicator.code, cell.areaCode, cell.period)}#data` };
  const terms: Term[] = [];
  let op = '';
  for (const piece of indicator.formula.split(/(#\{[^}]+\})/)) {
    const code = /^#\{(.+)\}$/.exec(piece)?.[1];
    if (code === undefined) op += piece.replace(/[*/]|-(?=\s)/g, (sign) => signs[sign] ?? sign).trim();
    else {
      terms.push(termOf(tell, op, code, cell, evidence));
      op = '';
    }
  }
  const result = hasResult(cell) ? figure(own) : null;
  const last: Term = { op: `${op} =`.trim(), figure: result, label: [verbatim(inLang(tell, indicator.short))] };
  const heading = hasResult(cell) ? sentence(tell.say, 'why.formula', { value: figure(own) }) : sentence(tell.say, 'why.formula.missing');
  return {
    id: 'rumus', heading, lead: sentence(tell.say, direct ? 'why.formula.direct' : 'why.formula.lead'),
    blocks: [...(direct ? [] : [{ kind: 'sum' as const, terms: [...terms, last] }, { kind: 'note' as const, parts: [verbatim(`${inLang(tell, indicator.short)} = ${toldFormula(tell, indicator)}`)] }]), { kind: 'formula', text: indicator.formula }],
  };
}

/** A formula that reads other periods, areas or indicators: its terms have no one value to stand beside them. */
function toldKnot(tell: Telling, indicator: Indicator, cell: Cell): Knot {
  const own = { ...cellFigure(tell, indicator, cell), href: `${whyCell(tell.base, indicator.code, cell.areaCode, cell.period)}#data` };
  const heading = hasResult(cell) ? sentence(tell.say, 'why.formula', { value: figure(own) }) : sentence(tell.say, 'why.formula.missing');
  return { id: 'rumus', heading, lead: [verbatim(`${inLang(tell, indicator.short)} = ${toldFormula(tell, indicator)}`)], blocks: [{ kind: 'formula', text: indicator.formula }] };
}

function termOf(tell: Telling, op: string, code: string, cell: Cell, evidence: Evidence): Term {
  const value = inputValue(cell.inputs.find((input) => input.element === code), evidence);
  const name = tell.model.elements.get(code)?.name;
  return { op, figure: value ? figure(dataFigure(tell, value)) : null, label: [verbatim(name ? inLang(tell, name) : code)] };
}

const inputValue = (input: CellInput | undefined, { values }: Evidence): DataValue | null =>
  (input && values.find((value) => value.elementCode === input.element && value.areaCode === input.area && value.period === input.period && value.seriesCode === input.series && value.value !== null)) ?? null;

/** What went in, one row each, also what is missing: data values, other indicators and targets, constants. */
export function dataKnot(tell: Telling, indicator: Indicator, cell: Cell, evidence: Evidence): Knot {
  const rows = [...cell.inputs.slice(0, most).map((input) => inputRow(tell, cell, input, evidence)), ...constantRows(tell, indicator)];
  const columns = [{ label: tell.say('fact.element'), right: false }, { label: tell.say('fact.value'), right: true }, { label: tell.say('fact.period'), right: false }];
  return { id: 'data', heading: sentence(tell.say, 'why.data'), lead: sentence(tell.say, 'why.data.lead'), blocks: [{ kind: 'table', caption: tell.say('why.data'), columns, rows, foot: null }, ...moreNote(tell, cell.inputs.length)] };
}

function inputRow(tell: Telling, cell: Cell, input: CellInput, evidence: Evidence): TableRow {
  const value = inputValue(input, evidence);
  const named = namedIndicator(tell, input);
  const name = named ? named.indicator?.name : tell.model.elements.get(input.element)?.name;
  const series = named ? undefined : tell.model.series.get(`${input.element}/${input.series}`);
  const elsewhere = input.area === cell.areaCode ? [] : [verbatim(tell.model.areas.get(input.area)?.name ?? input.area)];
  const what = named ? sentence(tell.say, named.sigil === 'N' ? 'why.data.indicator' : 'why.data.target') : series ? [verbatim(inLang(tell, series.name))] : [];
  const parts = value ? [figure(dataFigure(tell, value))] : [referenceFigure(tell, input) ?? reportFigure(tell, input)].filter((part) => part !== null);
  return {
    head: [verbatim(name ? inLang(tell, name) : reportIn(input.element) ? reportText(tell, input.element) : input.element)], sub: [...elsewhere, ...(elsewhere.length > 0 && what.length > 0 ? [text(', ')] : []), ...what],
    cells: [{ parts: parts.length > 0 ? parts : null, tags: value ? tagsOf(value, dataFigure(tell, value).marks) : [] }, { parts: [when(tell, input.period)] }],
  };
}

/** Source, series, note, who recorded it and when, and what it was before. */
export function sourceKnot(tell: Telling, cell: Cell, evidence: Evidence): Knot | null {
  const values = cell.inputs.map((input) => inputValue(input, evidence)).filter((value) => value !== null).slice(0, 12); // of more, each value opens its own
  if (values.length === 0) return null;
  const blocks = values.map((value) => ({ kind: 'facts' as const, heading: values.length > 1 ? headOf(tell, value) : [], facts: factsOf(tell, value, revisionsOf(value, evidence), evidence.history) }));
  return { id: 'sumber', heading: sentence(tell.say, 'why.source'), lead: [], blocks };
}

function headOf(tell: Telling, value: DataValue): Part[] {
  const name = tell.model.elements.get(value.elementCode)?.name;
  return [verbatim(name ? inLang(tell, name) : value.elementCode), text(': '), figure(dataFigure(tell, value))];
}

/** Every published revision of one value, oldest first; drafts are nobody's business here. */
export const revisionsOf = (value: DataValue, { history }: Evidence): DataValue[] =>
  history.filter((row) => row.elementCode === value.elementCode && row.areaCode === value.areaCode && row.period === value.period && row.seriesCode === value.seriesCode && (row.status === 'published' || row.withdrawn));

/** The steps of a value from its entry to its publication, oldest first: the latest of each kind since it was published last. What is returned is told as a step; why, stays between those who work on it. */
function stepsOf(value: DataValue, history: DataValue[]): DataValue[] {
  const own = history.filter((row) => row.elementCode === value.elementCode && row.areaCode === value.areaCode && row.period === value.period && row.seriesCode === value.seriesCode && row.revision <= value.revision && row.entryKind !== 'pack');
  const since = own.findLast((row) => row.revision < value.revision && row.status === 'published')?.revision ?? 0;
  return own.filter((row, n) => row.revision > since && own[n + 1]?.status !== row.status);
}

/** `revisions` are the published ones; `history` is all of them. */
export function factsOf(tell: Telling, value: DataValue, revisions: DataValue[], history: DataValue[]): Fact[] {
  const series = tell.model.series.get(`${value.elementCode}/${value.seriesCode}`);
  const facts: Fact[] = [
    { label: tell.say('fact.source'), value: null, source: tell.model.sources.get(value.sourceCode ?? '') ?? null, tags: tagsOf(value, dataFigure(tell, value).marks) },
    { label: tell.say('fact.series'), value: series ? [verbatim(inLang(tell, series.name)), ...(series.note ? [text('. '), verbatim(inLang(tell, series.note))] : [])] : null },
  ];
  if (value.note) facts.push({ label: tell.say('fact.note'), value: [verbatim(inLang(tell, value.note))] });
  const steps = stepsOf(value, history);
  if (steps.length > 1) facts.push(...steps.map((row) => ({ label: tell.say(`why.step.${row.status}` as 'why.step.entered'), value: recordedBy(tell, row) })));
  else facts.push({ label: tell.say('fact.recorded'), value: recordedBy(tell, value) });
  const before = revisions.filter((row) => row.revision < value.revision && row.value !== null);
  const last = before.at(-1);
  if (last) facts.push({ label: tell.say('fact.corrected'), value: sentence(tell.say, 'why.corrected', { before: figure({ ...dataFigure(tell, last), href: `${dataFigure(tell, value).href}#riwayat` }) }) });
  return facts;
}

/** A value of the pack was put there by whoever compiled it, unless the pack names someone. */
export function recordedBy(tell: Telling, value: DataValue): Part[] {
  const { region } = tell.model;
  const at = value.recordedAt ?? value.at;
  if (value.entryKind === 'pack' && !value.recordedBy) {
    return sentence(tell.say, 'why.recorded.pack', { by: verbatim(inLang(tell, region.compiledBy)), day: when(tell, region.compiledOn) });
  }
  const day = { kind: 'time' as const, period: at.toISOString(), shown: formatMoment(at, tell.lang, region.timeZone), strong: false };
  return sentence(tell.say, 'why.recorded.person', { by: verbatim(value.recordedBy ?? value.actor), day });
}

/** Other series of the same elements in the same period: shown, never counted. */
export function othersKnot(tell: Telling, _indicator: Indicator, cell: Cell, { values }: Evidence): Knot | null {
  const rows = cell.inputs.flatMap((input) => values.filter((value) => value.elementCode === input.element && value.areaCode === input.area && value.period === input.period && value.seriesCode !== input.series && value.value !== null)).map((value) => otherRow(tell, value));
  if (rows.length === 0) return null;
  return { id: 'deret', heading: sentence(tell.say, 'why.others'), lead: sentence(tell.say, 'why.others.lead'), blocks: [{ kind: 'table', caption: tell.say('why.others'), columns: otherColumns(tell), rows, foot: null }] };
}

export const otherColumns = (tell: Telling): { label: string; right: boolean }[] => [{ label: tell.say('fact.series'), right: false }, { label: tell.say('fact.value'), right: true }, { label: tell.say('fact.source'), right: false }];

export function otherRow(tell: Telling, value: DataValue): TableRow {
  const series = tell.model.series.get(`${value.elementCode}/${value.seriesCode}`);
  const shown = dataFigure(tell, value);
  return {
    head: [verbatim(series ? inLang(tell, series.name) : value.seriesCode)], sub: value.note ? [verbatim(inLang(tell, value.note))] : [],
    cells: [{ parts: [figure(shown)], tags: tagsOf(value, shown.marks) }, { parts: [], source: tell.model.sources.get(value.sourceCode ?? '') ?? null }],
  };
}
