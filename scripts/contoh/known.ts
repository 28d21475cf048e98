import { tables as packTables } from '#app/pack-files.ts';
import { type DataValue, disaggregation, type Element, valueKey } from '#data/index.ts';
import type { Indicator, Target } from '#indicators/index.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf, sortedByKey } from '#kernel/pack-parts.ts';
import { parsePeriod } from '#kernel/periods.ts';
import { flatten } from '#kernel/sync-rows.ts';
import type { IndicatorLink, Initiative, Masterplan, Pillar, SubDimension } from '#masterplan/index.ts';
import type { Plan, PlanLink, PlanNode } from '#plan/index.ts';
import type { Known } from '#scores/index.ts';
import { computeCells } from '../../src/indicators/compute-cells.ts';
import { noSources, type Sources, waysOf } from '../../src/indicators/sources.ts';

/** The running year's figures run to September, and were reported on this day. */
const runningReported = '2026-10-05';

const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A pack's rows as its slice's store reads them back: pairs in two, absent lists empty, an absent part of a key as ''. */
function stored<T>(tables: Tables, name: string, region: string, key?: string[]): T[] {
  const table = packTables.find((one) => one.name === name);
  if (!table) return [];
  return sortedByKey(rowsOf(tables, name), key ?? table.key).map(({ data }) => {
    const flat = flatten(data, table);
    const filled = Object.entries(flat).map(([column, value]) => [camel(column), value === null && table.key.includes(column) ? '' : value]);
    return { regionCode: region, ...Object.fromEntries(filled) } as T;
  });
}

/** The first day on which a value was known: when it was recorded, else when its period was over; the running year's when they were reported. */
function knownFrom({ data }: PackRow, compiledOn: string): string {
  if (data.recorded_at !== null) return String(data.recorded_at).slice(0, 10);
  const { end } = parsePeriod(String(data.period));
  return end < compiledOn ? end : runningReported;
}

/** The view `published` of the values as it was on a day: of each key the newest published row, unless a newer one withdrew it. */
function publishedOn(tables: Tables, region: string, day: string): DataValue[] {
  const compiledOn = String(rowsOf(tables, 'places.region')[0]?.data.compiled_on);
  const known = rowsOf(tables, 'data.value').filter((row) => knownFrom(row, compiledOn) <= day);
  const rows = sortedByKey(known, ['element_code', 'area_code', 'period', 'series_code', 'revision']).map((row) => asValue(row, region));
  return [...Map.groupBy(rows, valueKey).values()].flatMap((history) => {
    const newest = history.findLast((row) => row.withdrawn || row.status === 'published');
    if (!newest || newest.withdrawn) return [];
    const stated = history.findLast((row) => row.assurance === 'stated' && row.status === 'published');
    return [newest.assurance === 'verified' && stated ? { ...newest, stated: stated.value } : newest];
  });
}

function asValue({ data }: PackRow, region: string): DataValue {
  const text = (name: string): string | null => (data[name] as string | null) ?? null;
  const status = text('status') ?? 'published';
  return {
    regionCode: region, entryId: '', elementCode: String(data.element_code), areaCode: String(data.area_code), period: String(data.period), seriesCode: String(data.series_code),
    value: text('value'), textValue: null, applicable: data.applicable !== false, status, withdrawn: status === 'withdrawn', quality: text('quality') ?? 'final', origin: String(data.origin),
    assurance: text('assurance'), sourceCode: text('source_code'), noteId: text('note_id'), noteEn: text('note_en'), recordedBy: text('recorded_by'), recordedAt: null,
    revision: Number(data.revision ?? 1), actor: '', at: new Date(0), entryKind: 'pack',
  };
}

/** All that the scores of a region were computed from on a day, out of its pack alone. */
export function knownOn(tables: Tables, day: string): Known & { values: DataValue[] } {
  const own = rowsOf(tables, 'places.region')[0]?.data ?? {};
  const region = String(own.code);
  const nodes = stored<PlanNode>(tables, 'plan.node', region, ['plan_code', 'position']);
  const plans = stored<Plan>(tables, 'plan.plan', region).map((plan) => ({ ...plan, nodes: nodes.filter((node) => node.planCode === plan.code) }));
  const subDimensions = stored<SubDimension>(tables, 'masterplan.sub_dimension', region, ['position']);
  const pillars = stored<Pillar>(tables, 'masterplan.pillar', region, ['position']).map((pillar) => ({ ...pillar, subDimensions: subDimensions.filter((sub) => sub.pillarCode === pillar.code) }));
  const masterplan = stored<Masterplan>(tables, 'masterplan.masterplan', region)[0];
  const indicators = stored<Indicator>(tables, 'indicators.indicator', region).map((indicator) => ({ ...indicator, version: 1, withdrawn: false }));
  const targets = stored<Target>(tables, 'indicators.target', region).filter((target) => target.status === 'published');
  const values = publishedOn(tables, region, day);
  const scored = new Set(['', ...targets.filter((target) => target.areaCode !== region).map((target) => `${target.indicatorCode} ${target.areaCode}`)]);
  const sources = { ...noSources, areas: stored<Sources['areas'][number]>(tables, 'places.area', region), ways: waysOf(stored<Element>(tables, 'data.element', region), disaggregation.inPack(tables)) };
  const cells = indicators.flatMap((indicator) => computeCells(indicator, values, sources).map((cell) => ({ ...cell, regionCode: region, view: 'published', indicatorCode: indicator.code }))).filter((cell) => cell.areaCode === region || scored.has(`${cell.indicatorCode} ${cell.areaCode}`));
  return {
    region, frontPlan: own.front_plan as string | null, plans, planLinks: stored<PlanLink>(tables, 'plan.link', region), masterplan: masterplan ? { ...masterplan, pillars } : null,
    pillarLinks: stored<IndicatorLink>(tables, 'masterplan.indicator_link', region), initiatives: stored<Initiative>(tables, 'masterplan.initiative', region, ['position']), indicators, targets, cells,
    values: values.filter((value) => value.areaCode === region),
  };
}
