import { sql } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import { typedRows } from '#kernel/typed-rows.ts';
import type { ItemKey } from '../cycles/cycle.ts';
import { elementsKnown } from '../cycles/cycles.store.ts';
import type { ValueState } from '../cycles/value-states.ts';
import { elementIn } from '../disaggregation.ts';
import type { KnownItem } from './compare-rows.ts';

/** What is known alike of several keys: their places among them, parted by spaces, and values of earlier periods, the newest first. */
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
const keyTypes = { cycleCode: 'text', elementCode: 'text', areaCode: 'text', seriesCode: 'text' } as const;

/**
 * What each key of a file is: an item with what its newest row says, and the newest counted values of at most so many earlier periods, oldest
 * first; null where it is no item. Asked as a set: on a server thousands of keys are joined at once (`hash`), the embedded database walks its keys.
 */
export async function knownItems(tx: RegionTx, keys: ItemKey[], { most, hash }: { most: number; hash: boolean }): Promise<(KnownItem | null)[]> {
  const found: (KnownItem | null)[] = keys.map(() => null);
  if (keys.length === 0) return found;
  const elements = await elementsKnown(tx);
  if (hash) await sql`set local enable_nestloop = off`.execute(tx);
  for (const known of await knownOf(tx, keys, most)) {
    const alike = new Map<string, KnownItem>(); // one for all of an element: many rows of a file are new alike
    for (const place of known.places.split(' ')) {
      const code = elementIn(keys[Number(place) - 1]?.elementCode ?? '');
      const item = alike.get(code) ?? itemOf(known, elements.get(code));
      if (!item) continue; // an element that is gone is asked of nobody
      alike.set(code, item);
      found[Number(place) - 1] = item;
    }
  }
  return found;
}

type OfElement = Pick<KnownItem, 'agencyCode' | 'valueType' | 'counts' | 'sourceCode'>;
function itemOf({ period, state, value, quality, source, note, revision, earlier }: Known, element: OfElement | undefined): KnownItem | null {
  if (!element) return null;
  const values = earlier ? earlier.split(' ').map(Number).reverse() : [];
  return { period, agencyCode: element.agencyCode, valueType: element.valueType, counts: element.counts, state: state ?? 'none', value, quality, sourceCode: source ?? element.sourceCode, noteId: note, revision, earlier: values };
}

/** Sorted once, by key, period and revision: the first row of each period is what it says, and that of the item's own period what the item says. */
async function knownOf(tx: RegionTx, keys: ItemKey[], most: number): Promise<Known[]> {
  const { from, column } = typedRows(keys, keyTypes);
  const elements = [...new Set(keys.map((key) => key.elementCode))];
  const { rows } = await sql<Known>`select string_agg(n::text, ' ') as places, period, state, value, quality, source, note, revision, earlier from (
      select n, min(period) as period, max(status) filter (where own) as state, max(value) filter (where own) as value, max(quality) filter (where own) as quality, max(source_code) filter (where own) as source,
        max(note_id) filter (where own) as note, max(revision) filter (where own) as revision, array_to_string((array_agg(case when not withdrawn then value end) filter (where not own))[1:${sql.lit(most)}], ' ') as earlier
      from (select distinct on (k.n, v.period) k.n, i.period, v.period = i.period as own, v.value, v.status, v.withdrawn, v.quality, v.source_code, v.note_id, v.revision
        from (select r.n, ${column('cycleCode')} as cycle_code, ${column('elementCode')} as element_code, ${column('areaCode')} as area_code, ${column('seriesCode')} as series_code from ${from}) k
        join data.cycle_item i on i.region_code = ${tx.region} and i.element_code = any(${elements}) and i.cycle_code = k.cycle_code and i.element_code = k.element_code and i.area_code = k.area_code and i.series_code = k.series_code
        left join (select v.*, e.revision from data.value v join data.entry e on e.region_code = v.region_code and e.id = v.entry_id and e.state = 'effective'
            where v.region_code = ${tx.region} and v.element_code = any(${elements})) v
          on v.element_code = i.element_code and v.area_code = i.area_code and v.series_code = i.series_code and v.period <= i.period and length(v.period) = length(i.period)
        order by k.n, v.period desc, v.revision desc) f group by n) g group by period, state, value, quality, source, note, revision, earlier`.execute(tx);
  return rows;
}
