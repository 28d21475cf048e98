import { z } from 'zod';
import { code, columns, decimal, json, list, oneOf, pair, period, ref, text, wholeFrom } from '#kernel/pack-columns.ts';
import type { PackPart } from '#kernel/pack-part.ts';
import { csvPart, listPart } from '#kernel/pack-parts.ts';

const examples = json(
  z.array(z.strictObject({ values: z.record(z.string(), z.union([z.number().nullable(), z.array(z.number().nullable()).min(1).max(1000)])), result: z.number().nullable(), reason: z.string().optional() })).min(1),
  'at least one worked example: { values: { ELEMENT: number }, result }',
);

const milestones = json(
  z.array(z.strictObject({ name: z.strictObject({ id: z.string().min(1), en: z.string().min(1) }), share: z.number().gt(0).max(100) })).min(1).max(30),
  'stages in order: { name: { id, en }, share: percent of the whole done by then }',
);

export const packParts: PackPart[] = [
  listPart('indicators.yaml', {
    name: 'indicators.indicator',
    key: ['code'],
    gives: [{ kind: 'indicator', by: ['code'] }],
    columns: columns({
      code, name: pair, short: pair, definition: [pair], unit_code: ref('unit'), direction: oneOf('higher', 'lower', 'none'), lower_formula: oneOf('ratio', 'reflected'),
      period_kind: oneOf('year', 'quarter', 'month'), decimals: wholeFrom(0, 9), formula: text, missing: oneOf('skip_if_any', 'skip_if_all', 'never_skip'), series: [list],
      level: oneOf('region', 'district', 'village'), family: [oneOf('iku', 'ikd', 'ikk', 'other')], agency_code: [ref('agency')], source_code: [ref('source')],
      note: [pair], worked_examples: examples,
      target_kind: [oneOf('amount', 'range', 'milestone', 'yes_no')], milestones: [milestones], period_mode: [oneOf('periodic', 'cumulative', 'latest', 'annual_only')],
    }),
  }),
  csvPart('targets.csv', {
    name: 'indicators.target',
    key: ['indicator_code', 'area_code', 'period', 'plan_code'],
    columns: columns({
      indicator_code: ref('indicator'), area_code: ref('area'), period, plan_code: [ref('plan')], comparison: oneOf('=', '<', '<=', '>', '>='), value: decimal, value_to: [decimal],
      status: oneOf('published', 'draft'), origin: oneOf('reported', 'simulated'), source_code: [ref('source')], note_id: [text], note_en: [text],
    }),
  }),
  csvPart('indicator-agencies.csv', {
    name: 'indicators.indicator_agency',
    key: ['indicator_code', 'agency_code'],
    columns: columns({
      indicator_code: ref('indicator'), agency_code: ref('agency'), role: oneOf('lead', 'contributor'), weight: [decimal], account_id: [text], account_en: [text],
      basis: oneOf('document', 'reading'), source_code: [ref('source')],
    }),
  }),
];
