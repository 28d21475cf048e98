import { sql } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import { typedRows } from '#kernel/typed-rows.ts';
import type { ItemKey } from '../cycles/cycle.ts';
import { elementsKnown } from '../cycles/cycles.store.ts';
import type { ValueState } from '../cycles/value-states.ts';
import { elementIn } from '../disaggregation.ts';
import type { KnownItem } from './compare-rows.ts';

/** What is known alike of several keys, with their places among them, parted by spaces; or, of one, what its earlier values are. */
interface Known {
  places: string;
  period: string;
  state: ValueState | null;
  value: string | null;
  quality: string | null;
  source: string | null;
  note: string | null;
  revision: number | null;
  earlier: string | null;
}
const keyTypes = { elementCode: 'text', areaCode: 'text', seriesCode: 'text', cycleCode: 'text' } as const;
/** So many earlier periods tell where a value usually lies; fewer than so many tell nothing. */
const [mostEarlier, leastEarlier] = [8, 4];

/**
 * What each key of a file is: an item with what its newest row says, and its newest counted values of the last periods, oldest first; null where it is
 * no item. Asked as a set: on a server thousands of keys are joined at once (`hash`), the embedded database walks its keys.
 */
export async function knownItems(tx: RegionTx, keys: ItemKey[], hash: boolean): Promise<(KnownItem | null)[]> {
  const found: (KnownItem | null)[] = keys.map(() => null);
  if (keys.length === 0) return found;
  const elements = await elementsKnown(tx);
  if (hash) await sql`select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('max_parallel_workers_per_gather', '0', true)`.execute(tx);
  const told = await knownOf(tx, keys, hash);
  for (const known of told.filter(({ earlier }) => earlier === null)) {
    const alike = new Map<string, KnownItem>(); // one for all of an element: many rows of a file are new alike
    for (const place of known.places.split(' ')) {
      const code = elementIn(keys[Number(place) - 1]?.elementCode ?? '');
      const item = alike.get(code) ?? itemFrom(known, elements.get(code));
      if (!item) continue; // an element that is gone is asked of nobody
      alike.set(code, item);
      found[Number(place) - 1] = item;
    }
  }
  for (const { places, earlier } of told) {
    const item = found[Number(places) - 1];
    if (item && earlier !== null) found[Number(places) - 1] = { ...item, earlier: earlier.split(' ').map(Number).reverse() };
  }
  return found;
}

type OfElement = Pick<KnownItem, 'agencyCode' | 'valueType' | 'counts' | 'sourceCode'>;
const itemFrom = ({ period, state, value, quality, source, note, revision }: Known, element: OfElement | undefined): KnownItem | null =>
  (element ? { period, agencyCode: element.agencyCode, valueType: element.valueType, counts: element.counts, state: state ?? 'none', value, quality, sourceCode: source ?? element.sourceCode, noteId: note, revision, earlier: [] } : null);

const codes = Object.keys(keyTypes) as (keyof typeof keyTypes)[];
const elementsIn = (keys: ItemKey[]): string[] => [...new Set(keys.map((key) => key.elementCode))];

/** Rows of items' own periods and of those before them, as their kinds of period go. */
const upToOwn = sql`v.element_code = k.element_code and v.area_code = k.area_code and v.series_code = k.series_code and v.period <= k.period and length(v.period) = length(k.period)`;

/** Effective rows `v` of items `k` with their revision, to be joined: of all elements at once, or item by item (`offset 0` keeps the planner from anything else). */
const effective = (tx: RegionTx, elements: string[], hash: boolean) => (hash
  ? sql`(select v.*, e.revision from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id and e.state = 'effective'
      where v.region_code = ${tx.region} and v.element_code = any(${elements})) v on ${upToOwn}`
  : sql`lateral (select v.*, e.revision from data.value v cross join lateral (select revision from data.entry where region_code = v.region_code and id = v.entry_id and state = 'effective' offset 0) e
      where v.region_code = ${tx.region} and ${upToOwn} offset 0) v on true`);

/** The newest row of each item, and what the newest rows of the last periods before say, the newest first, where they are enough to tell anything: what `current` shows. */
async function knownOf(tx: RegionTx, keys: ItemKey[], hash: boolean): Promise<Known[]> {
  const { from, column } = typedRows(keys, keyTypes);
  const elements = elementsIn(keys);
  const own = (name: string) => sql`case when period = own then ${sql.ref(name)} end`;
  const { rows } = await sql<Known>`with newest as materialized (
      select distinct on (k.n, v.period) k.n, k.period as own, v.period, v.status, v.value, v.quality, v.source_code, v.note_id, v.revision, v.withdrawn
      from (select r.n, i.element_code, i.area_code, i.series_code, i.period from ${from}
        join data.cycle_item i on i.region_code = ${tx.region} and i.element_code = any(${elements}) and ${sql.join(codes.map((name) => sql`i.${sql.ref(name)} = ${column(name)}`), sql` and `)}) k
      left join ${effective(tx, elements, hash)}
      order by k.n, v.period desc, v.revision desc)
    select string_agg(n::text, ' ') as places, period, state, value, quality, source, note, revision, null as earlier from (
      select distinct on (n) n, own as period, ${own('status')} as state, ${own('value')} as value, ${own('quality')} as quality, ${own('source_code')} as source, ${own('note_id')} as note, ${own('revision')} as revision
      from newest order by n, newest.period desc) f group by 2, 3, 4, 5, 6, 7, 8
    union all
    select n::text, null, null, null, null, null, null, null, array_to_string((array_agg(case when not withdrawn then value end order by period desc))[1:${sql.lit(mostEarlier)}], ' ')
      from newest where period < own group by n having count(*) >= ${sql.lit(leastEarlier)}`.execute(tx);
  return rows;
}
