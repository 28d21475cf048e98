import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { published } from '#data/index.ts';
import { cellsAfter } from '#indicators/index.ts';
import { Fault } from '#kernel/faults.ts';
import { isPeriod } from '#kernel/periods.ts';
import type { RegionModel } from '#portal/index.ts';
import { aimOf, ruleOf } from '#scores/index.ts';
import { type C, refusals, regionParam, respond } from './answers.ts';
import type { ApiContext, ApiEnv } from './context.ts';
import { toValueRow } from './resources.ts';
import { achievementRow, cellRow, indicatorRow, inputRow, maybeText, meta, pick, scoreRow, sourceRow, targetRow, valueRow } from './rows.ts';

const part = (what: string) => z.string().min(1).max(200).regex(/^[^\0]*$/, 'a code').openapi({ description: what });
const linked = z.string().nullable().openapi({ description: 'The address that explains it further; null where nothing is known' });

const cellExplanation = z.object({
  indicator: indicatorRow.pick({ code: true, name: true, unitCode: true, direction: true, formula: true, missing: true, workedExamples: true }),
  cell: cellRow,
  inputs: z.array(inputRow.extend({ name: maybeText, dataValue: z.union([valueRow, z.null()]), from: z.union([sourceRow, z.null()]) })),
  achievements: z.array(achievementRow.extend({ target: z.union([targetRow, z.null()]), rule: z.string().nullable().openapi({ description: 'How achievement is reckoned from value and target' }) })),
}).openapi('CellExplanation');
const scoreExplanation = z.object({
  name: maybeText, score: scoreRow, formula: z.string(),
  parts: z.array(z.object({ kind: z.enum(['indicator', 'node']), code: z.string(), name: maybeText, weight: z.number(), value: z.number().nullable(), applicable: z.boolean(), explanation: linked })),
}).openapi('ScoreExplanation');

/** "Why this number?" as data: from a cell to its formula, inputs, values and sources; from a score to its parts. */
export function explainRoutes(api: OpenAPIHono<ApiEnv>): void {
  const cell = createRoute({
    method: 'get', path: '/regions/{region}/explanations/cells/{indicator}/{area}/{period}', operationId: 'explainCell', tags: ['explanations'], summary: 'Why this number: formula, inputs, data values, sources, target',
    request: { params: regionParam.extend({ indicator: part('Code of the indicator'), area: part('Code of the area'), period: part('The period, such as 2023') }), query: z.strictObject({}) },
    responses: { 200: { description: 'The explanation', content: { 'application/json': { schema: z.object({ data: cellExplanation, meta }) } } }, ...refusals },
  });
  api.openapi(cell, (async (c: C) => respond(c, async () => ({ data: await explainCell(c.env, { indicator: given(c, 'indicator'), area: given(c, 'area'), period: given(c, 'period') }) }))) as never);
  const score = createRoute({
    method: 'get', path: '/regions/{region}/explanations/scores/{tree}/{treeCode}/{node}/{period}', operationId: 'explainScore', tags: ['explanations'], summary: 'Why this score: weights and parts, coverage and bounds',
    request: { params: regionParam.extend({ tree: z.enum(['plan', 'pillar']), treeCode: part('Code of the plan or masterplan'), node: part('Code of the node or pillar'), period: part('The year') }), query: z.strictObject({}) },
    responses: { 200: { description: 'The explanation', content: { 'application/json': { schema: z.object({ data: scoreExplanation, meta }) } } }, ...refusals },
  });
  api.openapi(score, (async (c: C) => respond(c, async () => ({ data: explainScore(await c.env.model(), String(c.req.param('region')), { tree: given(c, 'tree') as 'plan' | 'pillar', treeCode: given(c, 'treeCode'), node: given(c, 'node'), period: given(c, 'period') }) }))) as never);
}

const given = (c: C, name: string): string => String(c.req.param(name as never));

interface Spot {
  indicator: string;
  area: string;
  period: string;
}

async function explainCell(context: ApiContext, { indicator, area, period }: Spot): Promise<Record<string, unknown>> {
  const model = await context.model();
  const known = model.indicators.get(indicator);
  if (!isPeriod(period)) throw new Fault('query.invalid', 400, { given: period.slice(0, 60), expected: 'a period such as 2023' });
  if (!known) throw new Fault('indicators.unknown', 404, { given: indicator.slice(0, 60), expected: 'a code of /indicators' });
  const found = await context.read(async (tx) => {
    const [cell] = (await cellsAfter(tx, { indicator, area, from: period, to: period }, null, 10)).rows.filter((one) => one.period === period);
    if (!cell) return null;
    const values = await Promise.all(cell.inputs.map(async (input) => (input.series === null ? null : ((await published.after(tx, { element: input.element, area: input.area, series: input.series, from: input.period, to: input.period }, null, 10)).rows.find((one) => one.period === input.period) ?? null))));
    return { cell, values };
  });
  if (!found) throw new Fault('cell.unknown', 404, { given: `${indicator} ${area} ${period}`.slice(0, 120), expected: 'a cell of /cells' });
  const { cell, values } = found;
  const targets = model.targets.get(`${indicator}|${area}`) ?? [];
  const achievements = (model.achievements.get(`${indicator}|${area}`) ?? []).filter((one) => one.period === period || one.valuePeriod === period);
  return {
    indicator: pick(cellExplanation.shape.indicator, known as never), cell: pick(cellRow, cell as never),
    inputs: cell.inputs.map((input, n) => {
      const value = values[n];
      return { ...pick(inputRow, input as never), name: model.elements.get(input.element)?.name ?? null, dataValue: value ? pick(valueRow, toValueRow(value)) : null, from: pickOr(sourceRow, model.sources.get(value?.sourceCode ?? '')) };
    }),
    achievements: achievements.map((one) => {
      const target = targets.find((other) => other.period === one.period && other.planCode === one.planCode);
      return { ...pick(achievementRow, one as never), target: pickOr(targetRow, target), rule: target ? ruleOf(aimOf(known as never, target)) : null };
    }),
  };
}

const pickOr = (schema: z.ZodObject, row: object | undefined): Record<string, unknown> | null => (row ? pick(schema, row as never) : null);

function explainScore(model: RegionModel, region: string, { tree, treeCode, node, period }: { tree: 'plan' | 'pillar'; treeCode: string; node: string; period: string }): Record<string, unknown> {
  const score = model.nodeScores.get(`${tree}/${treeCode}/${node}`)?.find((one) => one.period === period);
  if (!score) throw new Fault('score.unknown', 404, { given: `${tree} ${treeCode} ${node} ${period}`.slice(0, 120), expected: 'a score of /scores' });
  const nameOf = (kind: 'indicator' | 'node', code: string) => {
    if (kind === 'indicator') return model.indicators.get(code)?.name ?? null;
    if (tree === 'plan') return model.plans.get(treeCode)?.nodes.find((one) => one.code === code)?.text ?? null;
    const pillars = model.masterplan?.pillars ?? [];
    return (pillars.find((one) => one.code === code) ?? pillars.flatMap((one) => one.subDimensions).find((one) => one.code === code))?.name ?? null;
  };
  const below = (kind: 'indicator' | 'node', code: string): string => {
    const way = kind === 'node' ? ['scores', tree, treeCode, code, period] : ['cells', code, model.region.code, period];
    return `/api/v1/regions/${region}/explanations/${way.map(encodeURIComponent).join('/')}`;
  };
  const known = (kind: 'indicator' | 'node', code: string): boolean =>
    kind === 'node' ? (model.nodeScores.get(`${tree}/${treeCode}/${code}`)?.some((one) => one.period === period) ?? false) : (model.cells.get(code)?.some((one) => one.period === period) ?? false);
  return {
    name: nameOf('node', node), score: pick(scoreRow, score as never), formula: 'sum(weight × value) ÷ sum(weight), over the parts that are applicable and known',
    parts: score.parts.map((one) => ({ kind: one.kind, code: one.code, name: nameOf(one.kind, one.code), weight: one.weight, value: one.value, applicable: one.applicable, explanation: known(one.kind, one.code) ? below(one.kind, one.code) : null })),
  };
}
