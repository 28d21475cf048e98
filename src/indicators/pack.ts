import { z } from 'zod';
import { code, columns, day, decimal, json, list, oneOf, pair, period, ref, text, wholeFrom } from '#kernel/pack-columns.ts';
import type { PackPart } from '#kernel/pack-part.ts';
import { csvPart, listPart } from '#kernel/pack-parts.ts';

const examples = json(
  z.array(z.strictObject({ values: z.record(z.string(), z.union([z.number(), z.string().max(200), z.boolean(), z.null(), z.array(z.number().nullable()).min(1).max(1000)])), result: z.union([z.number(), z.string().max(200), z.boolean()]).nullable(), reason: z.string().optional() })).min(1),
  'at least one worked example: { values: { ELEMENT: number }, result }',
);

const milestones = json(
  z.array(z.strictObject({ name: z.strictObject({ id: z.string().min(1), en: z.string().min(1) }), share: z.number().gt(0).max(100) })).min(1).max(30),
  'stages in order: { name: { id, en }, share: percent of the whole done by then }',
);

const operators = ['=', '!=', '<', '<=', '>', '>=', 'compulsory_pair', 'exclusive_pair'] as const;
const missing = ['skip_if_any', 'skip_if_all', 'never_skip'] as const;

export const packParts: PackPart[] = [
  listPart('indicators.yaml', {
    name: 'indicators.indicator',
    key: ['code'],
    gives: [{ kind: 'indicator', by: ['code'] }],
    columns: columns({
      code, name: pair, short: pair, definition: [pair], unit_code: ref('unit'), direction: oneOf('higher', 'lower', 'none'), lower_formula: oneOf('ratio', 'reflected'),
      period_kind: oneOf('year', 'quarter', 'month'), decimals: wholeFrom(0, 9), formula: text, missing: oneOf(...missing), series: [list],
      level: oneOf('region', 'district', 'village'), family: [oneOf('iku', 'ikd', 'ikk', 'other')], agency_code: [ref('agency')], source_code: [ref('source')],
      note: [pair], worked_examples: examples,
      target_kind: [oneOf('amount', 'range', 'milestone', 'yes_no')], milestones: [milestones], period_mode: [oneOf('periodic', 'cumulative', 'latest', 'annual_only')],
    }),
  }),
  csvPart('targets.csv', {
    name: 'indicators.target',
    key: ['indicator_code', 'area_code', 'period', 'plan_code'],
    gives: [{ kind: 'target', by: ['indicator_code', 'area_code', 'period', 'plan_code'] }],
    columns: columns({
      indicator_code: ref('indicator'), area_code: ref('area'), period, plan_code: [ref('plan')], comparison: oneOf('=', '<', '<=', '>', '>='), value: decimal, value_to: [decimal],
      status: oneOf('published', 'draft'), origin: oneOf('reported', 'simulated'), source_code: [ref('source')], note_id: [text], note_en: [text],
    }),
  }),
  csvPart('target-changes.csv', {
    name: 'indicators.target_change',
    key: ['indicator_code', 'area_code', 'period', 'plan_code', 'changed_on'],
    grows: true,
    refs: [{ kind: 'target', by: ['indicator_code', 'area_code', 'period', 'plan_code'] }],
    columns: columns({
      indicator_code: ref('indicator'), area_code: ref('area'), period, plan_code: [ref('plan')], changed_on: day, comparison: oneOf('=', '<', '<=', '>', '>='), value: decimal, value_to: [decimal],
      source_code: [ref('source')], note_id: [text], note_en: [text],
    }),
  }),
  csvPart('unit-changes.csv', {
    name: 'indicators.unit_change',
    key: ['about_kind', 'about_code', 'changed_on'],
    grows: true,
    refs: [{ kind: 'indicator', by: ['about_code'], only: ['about_kind', 'indicator'] }, { kind: 'element', by: ['about_code'], only: ['about_kind', 'element'] }],
    columns: columns({ about_kind: oneOf('indicator', 'element'), about_code: code, changed_on: day, unit_code: code, unit_id: text, unit_en: text, source_code: [ref('source')], note_id: [text], note_en: [text] }),
  }),
  csvPart('validation-rules.csv', {
    name: 'indicators.validation_rule',
    key: ['code'],
    columns: columns({
      code, name_id: text, name_en: text, instruction_id: [text], instruction_en: [text], left_side: text, operator: oneOf(...operators), right_side: text, left_missing: oneOf(...missing), right_missing: oneOf(...missing),
      tolerance: [decimal], period_kind: oneOf('year', 'quarter', 'month'), level: [oneOf('region', 'district', 'village')], basis: oneOf('document', 'reading'), source_code: [ref('source')], note_id: [text], note_en: [text],
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
