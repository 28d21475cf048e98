import { definitions, disaggregation } from '#data/index.ts';
import type { CycleItem } from '#data/ui.ts';
import { keptWhileDefined } from '#kernel/definitions.ts';
import type { Lang, Text } from '#kernel/i18n.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { listAgencies } from '#people/index.ts';
import { listAreas } from '#places/index.ts';
import { formatPeriod, formatValue, type UnitOf } from '#ui/index.ts';

/** What things are called, for pages of the workspace. */
export interface Names {
  element(key: string): Text & { definition: Text | null };
  unit(code: string): UnitOf | null;
  area(code: string): string;
  agency(code: string | null): string;
  /** An area and all that it lies in, nearest first. */
  lineage(area: string): string[];
  region: string;
}

/** Read again when a definition has changed. */
export const readNames: (tx: RegionTx) => Promise<Names> = keptWhileDefined(async (tx) => {
  const elements = new Map(disaggregation.withParts(await definitions.elements(tx), await definitions.options(tx)).map((one) => [one.code, one]));
  const units = new Map((await definitions.units(tx)).map((one) => [one.code, { shown: { id: one.shownId, en: one.shownEn }, dimension: one.dimension }]));
  const areas = new Map((await listAreas(tx)).map((one) => [one.code, one]));
  const agencies = new Map((await listAgencies(tx)).map((one) => [one.code, one.name]));
  const lineage = (code: string): string[] => {
    const way: string[] = [];
    for (let at: string | null | undefined = code; at && !way.includes(at); at = areas.get(at)?.parentCode) way.push(at);
    return way;
  };
  return {
    element: (key) => {
      const one = elements.get(key);
      return { id: one?.nameId ?? key, en: one?.nameEn ?? key, definition: one?.definitionId ? { id: one.definitionId, en: one.definitionEn ?? one.definitionId } : null };
    },
    unit: (code) => units.get(code) ?? null,
    area: (code) => areas.get(code)?.name ?? code,
    agency: (code) => (code === null ? '' : (agencies.get(code) ?? code)),
    lineage,
    region: tx.region,
  };
});

/** A name amid a sentence: `Layanan selesai` begins small, `UMKM` does not. */
export const amid = (name: string): string => (/^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name);

/** `Keluhan masuk, Hulu Contoh, triwulan IV 2026`; the region itself is not named. */
export function titleOf(item: Pick<CycleItem, 'elementCode' | 'areaCode' | 'period'>, names: Names, lang: Lang): string {
  const area = item.areaCode === names.region ? [] : [names.area(item.areaCode)];
  return [names.element(item.elementCode)[lang], ...area, formatPeriod(item.period, lang)].join(', ');
}

export const shownValue = (value: string | number, item: Pick<CycleItem, 'unitCode'>, names: Names, lang: Lang): string => formatValue(value, names.unit(item.unitCode), lang);
