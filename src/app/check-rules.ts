import { disaggregation } from '#data/index.ts';
import { FormulaError, formulas } from '#indicators/index.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import type { Doubts } from './check-doubts.ts';
import { expectedOf, knownIn } from './check-formulas.ts';
import { historiesOf } from './check-history.ts';
import type { Say } from './check-meaning.ts';

type Asked = Parameters<typeof formulas.askRule>[0];
type Values = Parameters<typeof formulas.askRule>[2];

/** Validation rules whose sides do not parse, name what is not there, or do not meet in their units. */
export function ruleProblems(found: Tables, doubts: Doubts, say: Say): void {
  const known = knownIn(found, doubts);
  for (const row of rowsOf(found, 'indicators.validation_rule')) {
    const alone = (['left_side', 'right_side'] as const).filter((field) => refused(row, field, () => formulas.side(String(row.data[field]), known), found, say));
    // A fault of one side was said of that side already.
    if (alone.length === 0) refused(row, 'left_side, right_side', () => formulas.sides(asked(row), known), found, say);
    if (Number(row.data.tolerance ?? 0) < 0) say(row, 'tolerance', row.data.tolerance, 'percent of the right side, 0 or more');
    if (row.data.basis === 'document' && !row.data.source_code) say(row, 'source_code', 'nothing', 'the document that says so, or `basis: reading`');
  }
}

/** Whether the formula, or both sides joined, was refused; that is said. */
function refused(row: PackRow, field: string, work: () => unknown, found: Tables, say: Say): boolean {
  try {
    work();
    return false;
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    const both = field.includes(',');
    const source = both ? `(${String(row.data.left_side)}) ${String(row.data.operator)} (${String(row.data.right_side)})` : String(row.data[field]);
    const { en, id } = expectedOf(error, source, found);
    say(row, field, `${source.slice(0, 120)}${both ? '' : ` (at character ${error.position + 1})`}`, en, id);
    return true;
  }
}

const asked = ({ data }: PackRow): Asked => ({
  leftSide: String(data.left_side), operator: String(data.operator), rightSide: String(data.right_side), leftMissing: String(data.left_missing), rightMissing: String(data.right_missing),
  tolerance: data.tolerance === null || data.tolerance === undefined ? null : String(data.tolerance), periodKind: String(data.period_kind), level: (data.level as string | null | undefined) ?? null,
});

export interface Violation {
  rule: string;
  name: string;
  area: string;
  period: string;
  left: number | null;
  right: number | null;
  operator: string;
}

/** Where the published values of a pack without problems break its validation rules. */
export function violationsIn(found: Tables): Violation[] {
  const rules = rowsOf(found, 'indicators.validation_rule');
  if (rules.length === 0) return [];
  const known = knownIn(found, new Map());
  const values = publishedValues(found);
  const elements = rowsOf(found, 'data.element').map(({ data }) => ({ code: String(data.code), sumTime: String(data.sum_time), sumArea: String(data.sum_area), weightCode: (data.weight_code as string | null) ?? null, periodKind: (data.period_kind as string | null) ?? null }));
  const sources = formulas.ruleSources({
    constants: new Map(rowsOf(found, 'data.constant').map(({ data }) => [String(data.code), String(data.value)])), elements, categories: disaggregation.inPack(found),
    areas: rowsOf(found, 'places.area').map(({ data }) => ({ code: String(data.code), parentCode: (data.parent_code as string | null) ?? null, level: String(data.level) })),
  });
  return rules.flatMap((row) => {
    const rule = asked(row);
    return formulas.askRule(rule, formulas.sides(rule, known), values, sources).filter(({ holds }) => holds === false)
      .map(({ area, period, left, right }) => ({ rule: String(row.data.code), name: String(row.data.name_en), area, period, left: left.value, right: right.value, operator: rule.operator }));
  });
}

/** The newest published row of each key, unless a newer one withdrew it. */
function publishedValues(found: Tables): Values {
  return [...historiesOf(found)].flatMap((history): Values => {
    const newest = history.findLast(({ data }) => (data.status ?? 'published') === 'published' || data.status === 'withdrawn')?.data;
    if (!newest || newest.status === 'withdrawn') return [];
    return [{
      elementCode: String(newest.element_code), areaCode: String(newest.area_code), period: String(newest.period), seriesCode: String(newest.series_code), value: (newest.value as string | null) ?? null,
      applicable: newest.applicable !== false, status: 'published', withdrawn: false, quality: String(newest.quality ?? 'final'), origin: String(newest.origin), assurance: (newest.assurance as string | null) ?? null, revision: Number(newest.revision ?? 1),
    }];
  });
}
