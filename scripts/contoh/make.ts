import { resolve } from 'node:path';
import type { Tables } from '#kernel/pack-part.ts';
import { writePack } from '../../src/app/write-pack.ts';
import { agenciesPart } from './agencies.ts';
import { placesOf } from './areas.ts';
import { booksPart } from './books.ts';
import { cyclesPart } from './cycles.ts';
import { elementsPart } from './elements.ts';
import { frozenPart } from './frozen.ts';
import { historyPart } from './history.ts';
import { inSyncPart } from './in-sync.ts';
import { indicatorsPart } from './indicators.ts';
import { linksPart } from './links.ts';
import { masterplanPart } from './masterplan.ts';
import { performanceTreePart } from './performance-tree.ts';
import { plansPart } from './plans.ts';
import { regionPart } from './region.ts';
import { rulesPart } from './rules.ts';
import { asRows, type Data, type Part } from './rows.ts';
import { valuesOf } from './values.ts';

export const seed = 9901;

/** The example regency that does not exist, as pack rows; the same seed gives the same rows. */
export function makeContoh(from: number): Tables {
  const places = placesOf(from);
  const parts: Part[] = [
    regionPart(from), agenciesPart(), { 'places.area': places.areas, 'places.neighbour': places.neighbours, 'places.boundary': places.boundaries }, plansPart(), performanceTreePart(), masterplanPart(), booksPart(), linksPart(), inSyncPart(), elementsPart(),
    indicatorsPart(places.districts), historyPart(), rulesPart(), cyclesPart(), { 'data.value': valuesOf(from, places) },
  ];
  const tables = tablesOf(parts);
  return new Map([...tables, ...tablesOf([frozenPart(tables)])]);
}

function tablesOf(parts: Part[]): Tables {
  const rows = new Map<string, Data[]>();
  for (const [table, data] of parts.flatMap((part) => Object.entries(part))) rows.set(table, [...(rows.get(table) ?? []), ...data]);
  return new Map([...rows].map(([table, data]) => [table, asRows(data)]));
}

if (import.meta.main ?? process.argv[1]?.endsWith('contoh/make.ts')) {
  const folder = resolve(process.argv[2] ?? 'regions/99.01-contoh');
  process.stdout.write(`${writePack(folder, makeContoh(seed))} files in ${folder}\n`);
}
