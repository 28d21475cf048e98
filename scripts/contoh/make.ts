import { resolve } from 'node:path';
import type { Tables } from '#kernel/pack-part.ts';
import { writePack } from '../../src/app/write-pack.ts';
import { placesOf } from './areas.ts';
import { elementsPart } from './elements.ts';
import { indicatorsPart } from './indicators.ts';
import { linksPart } from './links.ts';
import { masterplanPart } from './masterplan.ts';
import { plansPart } from './plans.ts';
import { regionPart } from './region.ts';
import { asRows, type Part } from './rows.ts';
import { valuesOf } from './values.ts';

export const seed = 9901;

/** The example regency that does not exist, as pack rows; the same seed gives the same rows. */
export function makeContoh(from: number): Tables {
  const places = placesOf(from);
  const parts: Part[] = [
    regionPart(from), { 'places.area': places.areas, 'places.neighbour': places.neighbours, 'places.boundary': places.boundaries }, plansPart(), masterplanPart(), linksPart(), elementsPart(), indicatorsPart(),
    { 'data.value': valuesOf(from, places) },
  ];
  return new Map(parts.flatMap((part) => Object.entries(part).map(([table, data]) => [table, asRows(data)])));
}

if (import.meta.main ?? process.argv[1]?.endsWith('contoh/make.ts')) {
  const folder = resolve(process.argv[2] ?? 'regions/99.01-contoh');
  process.stdout.write(`${writePack(folder, makeContoh(seed))} files in ${folder}\n`);
}
