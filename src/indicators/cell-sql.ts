import { type RawBuilder, sql } from 'kysely';
import { type PeriodKind, yearsKnown } from '#kernel/periods.ts';
import { toDouble } from './formula/sql/guarded.ts';
import { compileSql, LeftToClosures, type SqlFormula } from './formula/sql/compile-sql.ts';
import type { Missing, Slot } from './formula/plan.ts';
import { elementsOf, indicatorsOf, type Node } from './formula/tree.ts';
import type { Indicator } from './indicators.store.ts';

/** An indicator whose cells the database can compute by itself: elements at the cell's own area, in its period or another, constants, facts of the period. */
export interface SetBased {
  indicator: Indicator;
  formula: SqlFormula;
  elements: string[];
  /** Whether it reads other periods than the cell's own. */
  shifted: boolean;
}

/** The indicator as one for the database; null where the closures must compute it. */
export function setBased(indicator: Indicator, tree: Node): SetBased | null {
  if (indicatorsOf(tree).length > 0 || elementsOf(tree).length === 0) return null;
  try {
    const formula = compileSql(tree, indicator.missing as Missing);
    const { slots, groups } = formula.plan;
    const plain = ({ sigil, options, shift }: Slot): boolean => '#C['.includes(sigil) && options.length === 0 && !shift.yearToDate && shift.aggregation === null && shift.minDate === null && shift.maxDate === null && shift.areas.length === 0;
    if (formula.kind !== 'number' || groups.length > 0 || !slots.every(plain)) return null;
    return { indicator, formula, elements: elementsOf(tree), shifted: slots.some(({ shift, sigil }) => sigil === '#' && shift.offset !== 0) };
  } catch (error) {
    if (error instanceof LeftToClosures) return null;
    throw error;
  }
}

const text = (given: string): string => `'${given.replaceAll("'", "''")}'`;

/** Periods of a kind, by how they are written. */
export const isKind: Record<PeriodKind, string> = { year: "length(period) = 4", quarter: "substr(period, 5, 1) = 'Q'", month: 'length(period) = 7', day: 'length(period) = 10' };
const month = (number: string): string => `(${number} / 12)::text || '-' || lpad((${number} % 12 + 1)::text, 2, '0')`;

/** The period so many steps away from `p.period`; null outside the years that are known. */
function periodAt(kind: PeriodKind, by: number): string {
  if (by === 0) return 'p.period';
  const year = 'substr(p.period, 1, 4)::int';
  const [number, written] = kind === 'year' ? [`${year} + ${by}`, '(at.n)::text'] : kind === 'quarter' ? [`${year} * 4 + substr(p.period, 6, 1)::int - 1 + ${by}`, `(at.n / 4)::text || 'Q' || (at.n % 4 + 1)::text`]
    : kind === 'month' ? [`${year} * 12 + substr(p.period, 6, 2)::int - 1 + ${by}`, month('at.n')] : [`p.period::date - date '2000-01-01' + ${by}`, `to_char(date '2000-01-01' + at.n, 'YYYY-MM-DD')`];
  const inYear = kind === 'year' ? 'at.n' : kind === 'quarter' ? 'at.n / 4' : kind === 'month' ? 'at.n / 12' : `extract(year from date '2000-01-01' + at.n)`;
  return `(select case when ${inYear} between ${yearsKnown[0]} and ${yearsKnown[1]} then ${written} end from (select ${number} as n offset 0) at)`;
}

/** `[days]` and `[periodInYear]` of a period. */
function factOf(code: string, kind: PeriodKind, period: string): string {
  const starts = { year: "|| '-01-01'", quarter: '', month: "|| '-01'", day: '' }[kind];
  const start = kind === 'quarter' ? `make_date(substr(${period}, 1, 4)::int, substr(${period}, 6, 1)::int * 3 - 2, 1)` : `(${period} ${starts})::date`;
  if (code === 'days') return kind === 'day' ? `case when ${period} is not null then 1 end` : `((${start} + interval '${{ year: 12, quarter: 3, month: 1 }[kind]} months')::date - ${start})`;
  return kind === 'year' ? `case when ${period} is not null then 1 end` : kind === 'quarter' ? `substr(${period}, 6, 1)::int` : kind === 'month' ? `substr(${period}, 6, 2)::int` : `extract(doy from ${start})`;
}

const inputsOf = ({ formula }: SetBased): number[] => formula.plan.slots.flatMap((slot, n) => (slot.sigil === '#' ? [n] : []));
const any = (parts: string[]): string => parts.join(' or ') || 'false';

const fields = ['value v', 'stated t', 'series_code e', 'quality q', 'origin o', 'assurance a', 'revision r', 'applicable l'].map((pair) => pair.split(' '));

/** A row for each place with what each slot reads (`v` value, `t` stated, `e` series, `q` quality, `o` origin, `a` assurance, `r` revision, `l` applicable, `h` period), and `s` for the formula. */
export function slotRows(of: SetBased, constants: Map<string, string>): string {
  const { formula, elements, indicator, shifted } = of;
  const kind = indicator.periodKind as PeriodKind;
  const inputs = inputsOf(of);
  const chosenOf = (n: number): string => `chosen${elements.indexOf(formula.plan.slots[n]?.code ?? '')} c${n}`;
  const read = inputs.flatMap((n) => fields.map(([field, name]) => `c${n}.${field} as ${name}${n}`)).join(', ');
  const periods = formula.plan.slots.map(({ shift }, n) => `${periodAt(kind, shift.offset)} as h${n}`).join(', ');
  // Where all is read at the cell's own place, every place has a value that counts or another series: joined in full they are the places.
  const rows = shifted
    ? `select p.*, x.other, ${read} from (select p.*, ${periods} from places p offset 0) p left join others x on x.area_code = p.area_code and x.period = p.period ${inputs.map((n) => `left join ${chosenOf(n)} on c${n}.area_code = p.area_code and c${n}.period = p.h${n}`).join(' ')}`
    : `select p.*, ${periods} from (select area_code, period, x.other, ${read} from ${inputs.map((n, at) => (at === 0 ? chosenOf(n) : `full join ${chosenOf(n)} using (area_code, period)`)).join(' ')} full join others x using (area_code, period) where ${isKind[kind]}) p`;
  const numbers = formula.plan.slots.map(({ sigil, code }, n) => {
    if (sigil === '#') return `${toDouble(`p.v${n}`)} as s${n}`;
    const constant = Number(constants.get(code) ?? Number.NaN);
    return sigil === 'C' ? `${Number.isFinite(constant) ? `float8 '${constant}'` : 'null::float8'} as s${n}` : `(${factOf(code, kind, `p.h${n}`)})::float8 as s${n}`;
  });
  return `select p.*, ${numbers.join(', ')} from (${rows} offset 0) p`;
}

/** What `computeCells` keeps of a cell beside its area and period, from a row of slots with `value`, `reason` and `assumed_zero`: in the order of `cellColumns`. */
export function cellValues(of: SetBased, stated: boolean): string {
  const { formula, indicator } = of;
  const inputs = inputsOf(of);
  const each = (what: (n: number) => string): string[] => inputs.map(what);
  const applicable = each((n) => `z.l${n} is not false`).join(' and ');
  const count = each((n) => `(z.h${n} is not null)::int`).join(' + ');
  const verified = each((n) => `(z.h${n} is null or (z.a${n} = 'verified') is true)`).join(' and ');
  const isNumber = formula.kind === 'number';
  const replaced = any(each((n) => `(z.t${n} is not null and z.v${n} is not null and z.t${n}::text <> z.v${n}::text)`));
  const again = formula.over(`select ${formula.plan.slots.map(({ sigil }, n) => (sigil === '#' ? `${toDouble(`case when z.v${n} is not null then coalesce(z.t${n}, z.v${n}) end`)} as s${n}` : `z.s${n}`)).join(', ')}`);
  const input = (n: number): string => {
    const at = JSON.stringify(formula.plan.slots[n]?.code);
    return `case when z.h${n} is not null then ${text(`{"element":${at},"area":`)} || to_json(z.area_code)::text || ',"period":"' || z.h${n} || '","series":' || coalesce(to_json(z.e${n})::text, 'null') || ',"value":' || coalesce('"' || z.v${n}::text || '"', 'null') || ',"revision":' || coalesce(z.r${n}::text, 'null') || '}' end`;
  };
  return [
    isNumber ? `case when ${applicable} then z.value end` : 'null::float8', `case when not (${applicable}) then 'not_applicable' else ${isNumber ? 'z.reason' : "coalesce(z.reason, 'not_a_number')"} end`,
    `coalesce(${each((n) => `z.e${n}`).join(', ')})`, applicable, `case when ${any(each((n) => `z.q${n} = 'provisional'`))} then 'provisional' else 'final' end`,
    `case when ${any(each((n) => `z.o${n} = 'simulated'`))} then 'simulated' when ${any(each((n) => `z.o${n} = 'derived'`))} or ${count} > 1 then 'derived' else 'reported' end`,
    "coalesce(z.other, '{}')", `('[' || concat_ws(',', ${each(input).join(', ')}) || ']')::json`, String(indicator.version), `greatest(0, ${each((n) => `z.r${n}`).join(', ')})`,
    `case when ${verified} then 'verified' when ${any(each((n) => `z.a${n} = 'stated'`))} then 'stated' end`,
    isNumber && stated ? `case when (${replaced}) and ${applicable} then (select value from (${again}) again) end` : 'null::float8', `case when ${applicable} then z.assumed_zero else '{}'::text[] end`,
  ].join(',\n      ');
}
export const cellColumns = 'value, reason, series_code, applicable, quality, origin, other_series, inputs, version, revision, assurance, stated_value, assumed_zero';

/** The row of an element that counts at each place: the first series of the indicator's list with a value, or without one; of none of them `utama`, else the first. */
export function chosen(n: number, series: string[], declared: Set<string>): RawBuilder<unknown> {
  const from = sql.raw(`select distinct on (area_code, period) * from counted${n}`);
  if (!series.some((code) => declared.has(code))) return sql`${from} order by area_code, period, value is null, series_code <> 'utama', series_code collate "C"`;
  if (series.length === 1) return sql`select * from ${sql.raw(`counted${n}`)} where series_code = ${series[0]}`;
  return sql`${from} where series_code = any(${series}) order by area_code, period, value is null, array_position(${series}::text[], series_code)`;
}

/** Series that have a value at a place and do not count there. */
export function otherSeries({ elements, formula, indicator }: SetBased, declared: Map<string, Set<string>>): string {
  const own = new Set(formula.plan.slots.flatMap(({ sigil, code, shift }) => (sigil === '#' && shift.offset === 0 ? [code] : [])));
  const [only, ...more] = indicator.series;
  const rows = elements.map((code, n) => {
    const single = only !== undefined && more.length === 0 && declared.get(code)?.has(only);
    const not = single ? `series_code <> ${text(only)}` : `not exists (select from chosen${n} c where c.area_code = v.area_code and c.period = v.period and c.series_code = v.series_code)`;
    return `select area_code, period, series_code from counted${n} v${own.has(code) ? ` where ${not}` : ''}`;
  });
  return `select area_code, period, array_agg(distinct series_code collate "C" order by series_code collate "C") as other from (${rows.join(' union all ')}) v group by area_code, period`;
}
