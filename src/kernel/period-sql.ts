import { type RawBuilder, sql } from 'kysely';
import { parsePeriod } from './periods.ts';

/**
 * Whether a column of periods lies in a span, by first and last day, as `parsePeriod` counts them. Days are compared as text, byte by
 * byte; of a month the last day is written 31, so that both sides agree without a calendar.
 */
export function periodWithin(column: string, { from, to }: { from?: string | undefined; to?: string | undefined }): RawBuilder<boolean> {
  const p = sql.ref(column);
  const year = sql`substr(${p}, 1, 4)`;
  const quarter = (offset: number) => sql`${year} || '-' || lpad((substr(${p}, 6, 1)::int * 3 - ${sql.lit(offset)})::text, 2, '0')`;
  const of = (whole: RawBuilder<unknown>, ofQuarter: RawBuilder<unknown>, ofMonth: RawBuilder<unknown>) =>
    sql`(case when length(${p}) = 4 then ${whole} when substr(${p}, 5, 1) = 'Q' then ${ofQuarter} when length(${p}) = 7 then ${ofMonth} else ${p} end) collate "C"`;
  const start = of(sql`${p} || '-01-01'`, sql`${quarter(2)} || '-01'`, sql`${p} || '-01'`);
  const end = of(sql`${p} || '-12-31'`, sql`${quarter(0)} || '-31'`, sql`${p} || '-31'`);
  const begins = from ? sql<boolean>`${start} >= ${parsePeriod(from).start}` : sql<boolean>`true`;
  return to ? sql<boolean>`(${begins} and ${end} <= ${lastAs31(parsePeriod(to).end)})` : begins;
}

function lastAs31(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString();
  return next.slice(8, 10) === '01' ? `${day.slice(0, 8)}31` : day;
}
