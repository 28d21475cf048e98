import { areaList, areaPage } from '../addresses.ts';
import type { RegionModel } from '../region-model.ts';
import { link, type Part, verbatim } from '../sentence.ts';
import type { Telling } from '../telling.ts';
import { villagesOf } from './area-rules.ts';

export const villageAnchor = (code: string): string => `desa-${code}`;

/** Where an area is shown: a district on its page, a village in its district's list, the region itself at the head of all. Null where there is none. */
export function addressOfArea(model: RegionModel, base: string, code: string): string | null {
  const area = model.areas.get(code);
  if (!area) return null;
  if (area.level === 'district') return areaPage(base, code);
  if (area.level !== 'village') return areaList(base);
  const district = area.parentCode === null ? undefined : model.areas.get(area.parentCode);
  if (district?.level !== 'district') return areaList(base);
  const page = 1 + Math.floor(villagesOf(model, district.code).findIndex((one) => one.code === code) / 100);
  return `${areaPage(base, district.code)}${page > 1 ? `?desa=${page}` : ''}#${villageAnchor(code)}`;
}

/** An area's name, leading to where it is shown; the region itself and what is not known stand as words. */
export function areaLink(tell: Telling, code: string, name: string): Part {
  const address = code === tell.model.region.code ? null : addressOfArea(tell.model, tell.base, code);
  return address === null ? verbatim(name) : link(address, name, true);
}
