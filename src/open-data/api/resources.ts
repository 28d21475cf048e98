import { z } from '@hono/zod-openapi';
import { cellsAfter, cellsText } from '#indicators/index.ts';
import { type DataValue, published } from '#data/index.ts';
import { Fault } from '#kernel/faults.ts';
import { isPeriod, parsePeriod } from '#kernel/periods.ts';
import { flags, type RegionModel } from '#portal/index.ts';
import { frozenRows } from './frozen-rows.ts';
import type { ApiContext } from './context.ts';
import { type Found, type Page, pageOf, type Row } from './keyset.ts';
import * as rows from './rows.ts';

export type Filters = Record<string, string | undefined>;

/** One list of the API. */
export interface Resource {
  /** The last part of its address. */
  name: string;
  summary: string;
  row: z.ZodObject;
  /** Parts of the key, in the order of the list; each row has them. */
  key: string[];
  filters: string[];
  /** A row has an address of its own, by its `code`. */
  single?: true;
  /** The rows as the text of a JSON list, for a list whose rows pass through as they are stored. */
  text?(context: ApiContext, filters: Filters, page: Page): Promise<{ text: string; on: string[] | null }>;
  /** Rows after a key, in order of the key: at most `limit`, and fewer where a filter finds little in a long time. */
  list(context: ApiContext, filters: Filters, page: Page): Promise<Found>;
}

const label = (what: string): z.ZodType => z.string('one value').min(1, 'a code').max(100, 'a code, at most 100 signs').regex(/^[^\0]*$/, 'a code').optional().openapi({ description: what });
const span = (what: string): z.ZodType => z.string('one period').max(20, 'a period').refine((text) => isPeriod(text), 'a period such as 2019, 2019Q3, 2019-07 or 2019-07-14').optional().openapi({ description: what, example: '2023' });
/** Every filter: an exact code, or the first and last period. */
export const filterSchemas: Record<string, z.ZodType> = {
  area: label('Code of an area'), indicator: label('Code of an indicator'), element: label('Code of a data element'), series: label('Code of a series'), plan: label('Code of a plan'), node: label('Code of a node of the plan'),
  pillar: label('Code of a pillar, as in /pillars'), agency: label('Code of an agency'), level: label('Level of an area: region, district, village'), kind: label('Kind'), tree: z.enum(['plan', 'pillar']).optional().openapi({ description: 'Which tree' }),
  category: label('Code of a category'), frozen: label('Code of a frozen snapshot'), from: span('Only periods that begin with this one or later'), to: span('Only periods that end with this one or before'),
};

type Tests = Record<string, (row: Row, wanted: string) => boolean>;
const same = (column: string) => (row: Row, wanted: string): boolean => row[column] === wanted;
const spans: Tests = {
  from: (row, wanted) => parsePeriod(String(row.period)).start >= parsePeriod(wanted).start,
  to: (row, wanted) => parsePeriod(String(row.period)).end <= parsePeriod(wanted).end,
};

type Small = Omit<Resource, 'filters' | 'list'> & { all: (model: RegionModel) => object[]; tests?: Tests };

/** A list that the region's model holds whole. */
const small = ({ all, tests = {}, ...rest }: Small): Resource => ({
  ...rest, filters: Object.keys(tests),
  async list(context, filters, { after, limit }) {
    const wanted = Object.entries(filters).filter((one): one is [string, string] => one[1] !== undefined);
    const found = (all(await context.model()) as Row[]).filter((row) => wanted.every(([name, value]) => tests[name]?.(row, value) ?? true));
    return pageOf(found, rest.key, { after, limit });
  },
});

/** A data value as it is told; who recorded it is told by the explanation of the page alone. */
export const toValueRow = (one: DataValue): Row => ({ ...one, note: one.noteId === null ? null : { id: one.noteId, en: one.noteEn }, recordedAt: (one.recordedAt ?? one.at).toISOString() });

const flat = <T>(map: Map<string, T[]>): T[] => [...map.values()].flat();

export const resources: Resource[] = [
  small({ name: 'areas', summary: 'The region, its districts and villages', row: rows.areaRow, key: ['code'], single: true, all: (model) => [...model.areas.values()], tests: { level: same('level'), area: same('parentCode') } }),
  small({ name: 'agencies', summary: 'Agencies of the regional government', row: rows.agencyRow, key: ['code'], single: true, all: (model) => [...model.agencies.values()] }),
  small({ name: 'sources', summary: 'Who published what, when and where', row: rows.sourceRow, key: ['code'], single: true, all: (model) => [...model.sources.values()] }),
  small({ name: 'statements', summary: 'Sourced facts that cannot be a value', row: rows.statementRow, key: ['code'], single: true, all: (model) => model.statements }),
  small({ name: 'plans', summary: 'Planning documents with their levels and rules of scoring', row: rows.planRow, key: ['code'], single: true, all: (model) => [...model.plans.values()], tests: { kind: same('kind'), agency: same('agencyCode') } }),
  small({ name: 'nodes', summary: 'Nodes of the plans: vision, missions, goals, objectives, programmes', row: rows.nodeRow, key: ['planCode', 'code'], all: (model) => [...model.plans.values()].flatMap((plan) => plan.nodes), tests: { plan: same('planCode'), level: same('level') } }),
  small({ name: 'plan-links', summary: 'Which indicator or initiative serves which node of a plan', row: rows.planLinkRow, key: ['planCode', 'nodeCode', 'kind', 'code'], all: (model) => model.planLinks, tests: { plan: same('planCode'), node: same('nodeCode'), kind: same('kind') } }),
  small({ name: 'pillars', summary: 'The six pillars of the masterplan with their sub-dimensions', row: rows.pillarRow, key: ['code'], single: true, all: (model) => model.masterplan?.pillars ?? [] }),
  small({ name: 'pillar-links', summary: 'Which indicator stands under which pillar', row: rows.pillarLinkRow, key: ['pillarCode', 'subDimensionCode', 'indicatorCode'], all: (model) => model.pillarLinks, tests: { pillar: same('pillarCode'), indicator: same('indicatorCode') } }),
  small({ name: 'initiatives', summary: 'Initiatives, quick wins and priority programmes', row: rows.initiativeRow, key: ['code'], single: true, all: (model) => model.initiatives, tests: { pillar: same('pillarCode'), kind: same('kind'), agency: same('agencyCode') } }),
  small({
    name: 'indicators', summary: 'Indicators with formula, metadata, worked examples and the agencies that share them', row: rows.indicatorRow, key: ['code'], single: true,
    all: (model) => [...model.indicators.values()].map((one) => ({ ...one, agencies: model.shares.get(one.code) ?? [], pillars: model.pillarLinks.filter((link) => link.indicatorCode === one.code).map((link) => link.pillarCode) })),
    tests: { pillar: (row, wanted) => (row.pillars as string[]).includes(wanted), agency: (row, wanted) => row.agencyCode === wanted || (row.agencies as { agencyCode: string }[]).some((one) => one.agencyCode === wanted) },
  }),
  small({ name: 'units', summary: 'Units of measurement', row: rows.unitRow, key: ['code'], single: true, all: (model) => [...model.units.values()] }),
  small({ name: 'elements', summary: 'Data elements: what is counted', row: rows.elementRow, key: ['code'], single: true, all: (model) => [...model.elements.values()].map((one) => ({ ...one, options: one.code.split('.').slice(1) })), tests: { agency: same('agencyCode') } }),
  small({ name: 'categories', summary: 'Categories that elements are told by, such as sex', row: rows.categoryRow, key: ['code'], single: true, all: (model) => model.categories }),
  small({ name: 'category-options', summary: 'Options of each category', row: rows.categoryOptionRow, key: ['categoryCode', 'code'], all: (model) => model.categoryOptions, tests: { category: same('categoryCode') } }),
  small({ name: 'constants', summary: 'Numbers of the region that formulas name', row: rows.constantRow, key: ['code'], single: true, all: (model) => [...model.constants.values()] }),
  small({ name: 'series', summary: 'Ways of counting an element; values of two series are never compared', row: rows.seriesRow, key: ['elementCode', 'code'], all: (model) => [...model.series.values()], tests: { element: same('elementCode') } }),
  small({ name: 'targets', summary: 'Targets of indicators', row: rows.targetRow, key: ['indicatorCode', 'areaCode', 'period', 'planCode'], all: (model) => flat(model.targets), tests: { indicator: same('indicatorCode'), area: same('areaCode'), plan: same('planCode'), ...spans } }),
  {
    name: 'values', summary: 'Data values with source, series and revision, as published', row: rows.valueRow, key: ['elementCode', 'areaCode', 'period', 'seriesCode'], filters: ['element', 'area', 'series', 'from', 'to'],
    async list(context, filters, { after, limit }) {
      const found = await context.read((tx) => published.after(tx, filters, after, limit));
      return { ...found, rows: found.rows.map(toValueRow) };
    },
  },
  {
    name: 'cells', summary: 'Values of indicators: what the formula gives for an area and a period, with its inputs', row: rows.cellRow, key: ['indicatorCode', 'areaCode', 'period'], filters: ['indicator', 'area', 'from', 'to'],
    async list(context, filters, { after, limit }) {
      return (await context.read((tx) => cellsAfter(tx, filters, after, limit))) as unknown as Found;
    },
    text: (context, filters, { after, limit }) => context.read((tx) => cellsText(tx, filters, after, limit)),
  },
  small({ name: 'flags', summary: 'Rules that ask for a second look at an indicator; the rules stand on the page about the site', row: rows.flagRow, key: ['indicatorCode', 'rule', 'period', 'changedOn'], all: flags.rows, tests: { indicator: same('indicatorCode') } }),
  small({ name: 'achievements', summary: 'Achievement of each target, and its class', row: rows.achievementRow, key: ['indicatorCode', 'areaCode', 'period', 'planCode'], all: (model) => flat(model.achievements), tests: { indicator: same('indicatorCode'), area: same('areaCode'), plan: same('planCode'), ...spans } }),
  small({ name: 'scores', summary: 'Scores along both trees, with coverage and bounds', row: rows.scoreRow, key: ['tree', 'treeCode', 'nodeCode', 'period'], all: (model) => flat(model.nodeScores), tests: { tree: same('tree'), plan: same('treeCode'), node: same('nodeCode'), ...spans } }),
  small({ name: 'frozen', summary: 'Days on which the scores were kept for ever', row: rows.frozenRow, key: ['code'], single: true, all: (model) => model.frozen }),
  { name: 'frozen-scores', summary: 'Scores as they stood on a frozen day', row: rows.frozenScoreRow, key: ['frozenCode', 'tree', 'treeCode', 'nodeCode', 'period'], filters: ['frozen', 'tree'], list: (context, filters, page) => frozenRows(context, 'nodes', filters, page) },
  { name: 'frozen-indicators', summary: 'Latest values of indicators as they stood on a frozen day', row: rows.frozenIndicatorRow, key: ['frozenCode', 'indicatorCode', 'areaCode'], filters: ['frozen', 'indicator'], list: (context, filters, page) => frozenRows(context, 'indicators', filters, page) },
];

const known: Record<string, (model: RegionModel) => Iterable<string>> = {
  area: (model) => model.areas.keys(), indicator: (model) => model.indicators.keys(), element: (model) => model.elements.keys(), agency: (model) => model.agencies.keys(),
  pillar: (model) => (model.masterplan?.pillars ?? []).map((one) => one.code), frozen: (model) => model.frozen.map((one) => one.code), category: (model) => model.categories.map((one) => one.code),
};
const lists: Record<string, string> = { area: 'areas', indicator: 'indicators', element: 'elements', agency: 'agencies', pillar: 'pillars', frozen: 'frozen', category: 'categories' };

const kinds = (all: Iterable<{ kind: string }>): string[] => [...new Set([...all].map((one) => one.kind))];
/** Words that a list's own rows have: what none of them has is a slip of the pen too. */
const words: Record<string, (model: RegionModel) => string[]> = {
  'areas level': (model) => [...new Set([...model.areas.values()].map((one) => one.level))], 'nodes level': (model) => [...new Set([...model.plans.values()].flatMap((plan) => plan.nodes.map((one) => one.level)))],
  'plans kind': (model) => kinds(model.plans.values()), 'initiatives kind': (model) => kinds(model.initiatives), 'plan-links kind': () => ['indicator', 'initiative'],
};

/** A code that no list has is a slip of the pen, and no empty answer; nor is a span that ends before it begins. Throws `query.invalid` (400). */
export function refuseUnknown(model: RegionModel, list: string, filters: Filters): void {
  const { from, to } = filters;
  if (from !== undefined && to !== undefined && parsePeriod(from).start > parsePeriod(to).end) throw new Fault('query.invalid', 400, { given: `from=${from}, to=${to}`, expected: 'a span that begins before it ends' });
  for (const [name, value] of Object.entries(filters)) {
    const own = words[`${list} ${name}`]?.(model);
    if (value !== undefined && own && !own.includes(value)) throw new Fault('query.invalid', 400, { given: `${name}=${value}`.slice(0, 100), expected: own.slice(0, 20).join(', ') });
    const codes = known[name];
    if (value !== undefined && codes && ![...codes(model)].includes(value)) throw new Fault('query.invalid', 400, { given: `${name}=${value}`.slice(0, 100), expected: `a code of /regions/${model.region.code}/${lists[name]}` });
  }
}
