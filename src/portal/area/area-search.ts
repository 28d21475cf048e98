import SearchableMap from 'minisearch/SearchableMap';
import { perModel } from '../per-model.ts';
import type { Area, RegionModel } from '../region-model.ts';
import { slips } from '../search/search-terms.ts';
import { districtsOf, plainName } from './area-rules.ts';

export interface FoundAreas {
  districts: Area[];
  villages: Area[];
  /** No name contains the words; these are spelt nearly like them. */
  near: boolean;
}

/** Areas whose name contains the words; where none does, those spelt nearly like them, the nearest alone. */
export function findAreas(model: RegionModel, wanted: string): FoundAreas {
  const villages = [...model.areas.values()].filter((area) => area.level === 'village');
  if (wanted === '') return { districts: districtsOf(model), villages: [], near: false };
  const holds = (area: Area): boolean => plainName(area.name).includes(wanted);
  const found = { districts: districtsOf(model).filter(holds), villages: villages.filter(holds), near: false };
  if (found.districts.length + found.villages.length > 0) return found;
  const close = nearest(model, wanted);
  return { districts: districtsOf(model).filter((area) => close.has(area.code)), villages: villages.filter((area) => close.has(area.code)), near: close.size > 0 };
}

const names = perModel<SearchableMap<string[]>>();

/** Every name, and every word of one, with the areas that bear it. */
function namesOf(model: RegionModel): SearchableMap<string[]> {
  const made = new SearchableMap<string[]>();
  for (const area of model.areas.values()) {
    if (area.level !== 'district' && area.level !== 'village') continue;
    const name = plainName(area.name);
    for (const written of new Set([name, ...name.split(' ').filter((word) => word.length > 3)])) made.fetch(written, () => []).push(area.code);
  }
  return made;
}

function nearest(model: RegionModel, wanted: string): Set<string> {
  const wrong = slips(wanted);
  if (wrong === 0 || wanted.length > longest) return new Set();
  const close = [...names(model, '', () => namesOf(model)).fuzzyGet(wanted, wrong)].map(([, [codes, distance]]) => ({ codes, distance }));
  const least = Math.min(...close.map((one) => one.distance));
  return new Set(close.filter((one) => one.distance === least).flatMap((one) => one.codes));
}

/** No name is longer; looking for one that is would cost time for nothing. */
const longest = 60;
