import { z } from '@hono/zod-openapi';

/** Rows of the API, one schema each; the OpenAPI document and every answer's check are made of them. Names are those of the region pack, in camelCase. */

const code = z.string();
export const text = z.object({ id: z.string(), en: z.string() }).openapi('Text', { description: 'The same words in Bahasa Indonesia and in English' });
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable();
/** A named schema that may be null is written as either: the document would lose the null. */
export const maybeText = z.union([text, z.null()]);
const words = z.string();
export const decimal = z.string().regex(/^-?\d+(\.\d+)?$/).openapi({ description: 'A decimal number as text: every digit as the source gave it, where a double would lose some' });
const double = z.number();
const period = z.string().openapi({ description: 'A year `2019`, a quarter `2019Q3`, a month `2019-07` or a day `2019-07-14`', example: '2023' });
const day = z.string().openapi({ example: '2026-06-30' });
const basis = z.enum(['document', 'reading']).openapi({ description: '`document`: a document says so; `reading`: our reading of it' });
const origin = z.enum(['reported', 'derived', 'simulated']);
const quality = z.enum(['final', 'provisional']);
const count = z.number().int();

export const regionRow = z.object({
  code, name: text, shortName: words, kind: words, timeZone: words, fictional: z.boolean(), notice: text, about: text, frontPlan: maybe(code), compiledOn: day, compiledBy: text,
}).openapi('Region');
export const areaRow = z.object({
  code, parentCode: maybe(code), level: words, kind: words, name: words, capital: maybe(words), lat: maybe(double), lon: maybe(double), areaKm2: maybe(decimal),
  validFrom: maybe(day), validTo: maybe(day), sourceCode: maybe(code),
}).openapi('Area');
export const agencyRow = z.object({ code, name: words, shortName: words, sourceCode: maybe(code), note: maybeText }).openapi('Agency');
export const sourceRow = z.object({ code, publisher: words, title: maybe(words), published: maybe(words), url: maybe(words), note: maybeText }).openapi('Source');
export const statementRow = z.object({ code, aboutKind: words, aboutCode: code, areaCode: maybe(code), period: maybe(period), text, sourceCode: code }).openapi('Statement');
export const planRow = z.object({
  code, version: count, kind: words, name: text, shortName: text, visionWord: maybe(words), periodFrom: period, periodTo: period, baseline: period, parentCode: maybe(code), agencyCode: maybe(code),
  status: words, legalBasis: maybe(words), legalDay: maybe(day), sourceCode: maybe(code), note: maybeText,
  levels: z.array(z.object({ code, name: text, plural: text, component: z.boolean().optional() })),
  scoring: z.object({ floor: double, cap: double, bands: z.array(double).length(4) }),
}).openapi('Plan');
export const nodeRow = z.object({
  planCode: code, code, parentCode: maybe(code), position: count, depth: count, level: words, text, short: maybeText, letter: maybe(words), weight: maybe(double), basis, sourceCode: maybe(code), note: maybeText, servesCode: maybe(code),
}).openapi('PlanNode');
export const planLinkRow = z.object({
  kind: z.enum(['indicator', 'initiative']), code, planCode: code, nodeCode: code, role: z.enum(['primary', 'supporting']), weight: maybe(double), basis, reason: maybeText, sourceCode: maybe(code), evidence: maybe(words),
}).openapi('PlanLink');
const subDimension = z.object({ code, pillarCode: code, position: count, name: text, sourceCode: maybe(code) }).openapi('SubDimension');
export const pillarRow = z.object({ code, slug: words, position: count, name: text, purpose: maybeText, weight: maybe(double), sourceCode: maybe(code), subDimensions: z.array(subDimension) }).openapi('Pillar');
export const pillarLinkRow = z.object({ indicatorCode: code, pillarCode: code, subDimensionCode: words, weight: maybe(double), basis, reason: maybeText, sourceCode: maybe(code) }).openapi('PillarLink');
export const initiativeRow = z.object({
  code, position: count, name: text, kind: words, pillarCode: maybe(code), subDimensionCode: maybe(code), pillarBasis: maybe(basis), pillarReason: maybeText, agencyCode: maybe(code), started: maybe(words),
  summary: maybeText, state: words, sourceCode: code, statements: z.array(z.object({ text, period: period.optional(), source: code })),
}).openapi('Initiative');
export const elementRow = z.object({
  code, name: text, unitCode: code, valueType: words, sumArea: words, sumTime: words, weightCode: maybe(code).openapi({ description: 'The element that a weighted average weighs by' }),
  periodKind: maybe(z.enum(['year', 'quarter', 'month', 'day'])).openapi({ description: 'How often it is counted; null where nobody said, and then it is not put together over time' }),
  categories: z.array(code).openapi({ description: 'Categories that the element is told by, as in /categories' }),
  options: z.array(code).openapi({ description: 'Of a part of an element (code `ELEMENT.OPTION`): the options it is limited to, as in /category-options; empty for the whole' }),
  agencyCode: maybe(code), definition: maybeText, sourceCode: maybe(code),
}).openapi('Element');
export const categoryRow = z.object({ code, name: text }).openapi('Category');
export const categoryOptionRow = z.object({ categoryCode: code, code, name: text }).openapi('CategoryOption');
export const constantRow = z.object({ code, name: text, value: decimal, unitCode: code, sourceCode: maybe(code), note: maybeText }).openapi('Constant');
export const seriesRow = z.object({ elementCode: code, code, name: text, kind: words, note: maybeText }).openapi('Series');
export const unitRow = z.object({ code, name: text, shown: text, dimension: words }).openapi('Unit');
const plainInput = z.union([double, words, z.boolean(), z.null()]);
const exampleInput = z.union([plainInput, z.array(plainInput)]).openapi({ description: 'What a reference gives; null is missing, a list is what a group runs over' });
export const indicatorRow = z.object({
  code, version: count, name: text, short: text, definition: maybeText, unitCode: code, direction: z.enum(['higher', 'lower', 'none']), lowerFormula: words, periodKind: words, decimals: count, formula: words, missing: words,
  series: z.array(code), level: words, family: maybe(words), agencyCode: maybe(code), sourceCode: maybe(code), note: maybeText, targetKind: maybe(words), milestones: z.array(z.object({ name: text, share: double })), periodMode: maybe(words),
  workedExamples: z.array(z.object({ values: z.record(code, exampleInput), result: z.union([double, words, z.boolean(), z.null()]), reason: words.optional() })).openapi({ description: 'Inputs and the result they must give; checked whenever the formula or the engine changes' }),
  agencies: z.array(z.object({ agencyCode: code, role: z.enum(['lead', 'contributor']), weight: maybe(double), account: maybeText, basis, sourceCode: maybe(code) })),
}).openapi('Indicator');
export const flagRow = z.object({
  indicatorCode: code, rule: z.enum(['outlier', 'jump', 'soft_target', 'target_changed', 'unit_changed']), period: words.openapi({ description: 'The period it speaks of; of a change of unit the day' }),
  changedOn: words.openapi({ description: 'The day of the change; empty for what is no change' }),
}).openapi('Flag', { description: 'Asks for a second look at an indicator of the region\'s own area: our reading, no accusation' });
export const targetRow = z.object({
  indicatorCode: code, areaCode: code, period, planCode: words, comparison: z.enum(['=', '<', '<=', '>', '>=']), value: decimal, valueTo: maybe(decimal), origin, sourceCode: maybe(code), note: maybeText,
}).openapi('Target');
export const valueRow = z.object({
  elementCode: code, areaCode: code, period, seriesCode: code, value: maybe(decimal), textValue: maybe(words), applicable: z.boolean(), status: words, quality, origin, assurance: maybe(z.enum(['stated', 'verified'])),
  sourceCode: maybe(code), note: maybeText, revision: count, recordedAt: z.string().openapi({ format: 'date-time' }),
}).openapi('DataValue');
export const inputRow = z.object({ element: code, area: code, period, series: maybe(code), value: maybe(words).openapi({ description: 'A decimal number as text; of an indicator that gives words its word' }), revision: maybe(count) }).openapi('CellInput');
export const cellRow = z.object({
  indicatorCode: code, areaCode: code, period, value: maybe(double), text: maybe(words).openapi({ description: 'The word that the formula gives, where it gives no number' }), reason: maybe(words).openapi({ description: 'Why there is neither; null where there is one' }), seriesCode: maybe(code), applicable: z.boolean(),
  quality, origin, otherSeries: z.array(code), inputs: z.array(inputRow), version: count, revision: count, assurance: maybe(z.enum(['stated', 'verified'])), statedValue: maybe(double),
  assumedZero: z.array(code).openapi({ description: 'Inputs that were missing and counted as 0, because the formula says so' }),
}).openapi('Cell');
export const achievementRow = z.object({
  indicatorCode: code, areaCode: code, period, planCode: words, raw: maybe(double), capped: maybe(double), class: maybe(count), met: maybe(z.boolean()), reason: maybe(words), valuePeriod: maybe(period), stated: maybe(double),
}).openapi('Achievement');
const part = z.object({ kind: z.enum(['indicator', 'node']), code, weight: double, value: maybe(double), applicable: z.boolean() }).openapi('ScorePart');
export const scoreRow = z.object({
  tree: z.enum(['plan', 'pillar']), treeCode: code, nodeCode: code, period, value: maybe(double), class: maybe(count), known: count, declared: count, knownWeight: double, declaredWeight: double,
  low: maybe(double).openapi({ description: 'The score if everything unknown were 0' }), high: maybe(double).openapi({ description: 'The score if everything unknown met its target' }), parts: z.array(part), stated: maybe(double),
}).openapi('Score');
export const frozenRow = z.object({ code, frozenOn: day, name: text, note: maybeText, revision: count }).openapi('Frozen');
export const frozenScoreRow = scoreRow.omit({ knownWeight: true, declaredWeight: true, stated: true }).extend({ frozenCode: code }).openapi('FrozenScore');
export const frozenIndicatorRow = z.object({
  frozenCode: code, indicatorCode: code, areaCode: code, period, value: maybe(double), seriesCode: maybe(code), quality, origin, formula: words,
  inputs: z.array(z.object({ element: code, series: maybe(code), period, value: maybe(decimal), source: maybe(code) })), planCode: maybe(code), targetPeriod: maybe(period), target: maybe(words),
  raw: maybe(double), capped: maybe(double), class: maybe(count), met: maybe(z.boolean()),
}).openapi('FrozenIndicator');

export const meta = z.object({
  region: code, name: text, fictional: z.boolean().openapi({ description: 'True for a region that does not exist: nothing in it may be quoted as a fact' }), view: z.literal('published'),
  snapshot: z.string(), revision: count, asOf: day, madeAt: z.string(), licence: words,
}).openapi('Meta', { description: 'What the rows were read from. The same snapshot gives the same rows.' });
export const problem = z.object({ type: z.string(), title: z.string(), status: z.number().int(), detail: z.string() }).catchall(z.unknown()).openapi('Problem', { description: 'RFC 9457' });

/** A row as it leaves: columns that its schema does not name stay inside. */
export const pick = (schema: z.ZodObject, row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.keys(schema.shape).flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));
