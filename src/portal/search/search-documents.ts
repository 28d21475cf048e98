import type { Text } from '#kernel/i18n.ts';
import { agencyPage, areaPage, indicatorPage, initiativePage, nodePage, pillarPage, planPage } from '../addresses.ts';
import type { Area, Plan, RegionModel } from '../region-model.ts';

/** In the order in which kinds stand on the page among equals. */
export const foundKinds = ['indicator', 'plan', 'initiative', 'pillar', 'area', 'agency'] as const;
export type FoundKind = (typeof foundKinds)[number];

/** One thing that a search can find. Texts are those of the model, not copies. */
export interface Found {
  kind: FoundKind;
  code: string;
  title: Text;
  /** What else is said of it, and searched. */
  more: Text | null;
  /** Where it belongs: a plan, a district. */
  under: Text | null;
  href: (base: string) => string;
}

const same = (words: string): Text => ({ id: words, en: words });

/** Everything of a region that can be searched. */
export function foundIn(model: RegionModel): Found[] {
  return [
    ...[...model.indicators.values()].map((one): Found => ({ kind: 'indicator', code: one.code, title: one.name, more: one.definition, under: null, href: (base) => indicatorPage(base, one.code) })),
    ...[...model.plans.values()].flatMap(planned),
    ...model.initiatives.map((one): Found => ({ kind: 'initiative', code: one.code, title: one.name, more: one.summary, under: null, href: (base) => initiativePage(base, one.code) })),
    ...(model.masterplan?.pillars ?? []).map((one): Found => ({
      kind: 'pillar', code: one.slug, title: one.name, more: joined([one.purpose, ...one.subDimensions.map((sub) => sub.name)]), under: null, href: (base) => pillarPage(base, one.slug),
    })),
    ...[...model.areas.values()].filter((area) => area.parentCode !== null).map((area) => placed(model, area)),
    ...[...model.agencies.values()].map((one): Found => ({ kind: 'agency', code: one.code, title: same(one.name), more: same(one.shortName), under: null, href: (base) => agencyPage(base, one.code) })),
  ];
}

function planned(plan: Plan): Found[] {
  const levels = new Map(plan.levels.map((level) => [level.code, level.name]));
  const nodes = plan.nodes.map((node): Found => {
    const level = levels.get(node.level) ?? same(node.level);
    return {
      kind: 'plan', code: node.code, title: node.text, more: node.short,
      under: { id: `${level.id}, ${plan.shortName.id}`, en: `${level.en}, ${plan.shortName.en}` }, href: (base) => nodePage(base, plan.code, node.code),
    };
  });
  return [{ kind: 'plan', code: plan.code, title: plan.name, more: null, under: null, href: planPage }, ...nodes];
}

/** The official kind of an area, and how we say it in English; another kind stands as it is. */
const kinds: Record<string, string> = { kabupaten: 'regency', kota: 'city', kecamatan: 'district', desa: 'village', kelurahan: 'urban village' };
const kindOf = (area: Area): Text => ({ id: area.kind, en: kinds[area.kind] ?? area.kind });

/** A village has no page of its own: it stands on that of its district. */
function placed(model: RegionModel, area: Area): Found {
  const parent = model.areas.get(area.parentCode ?? '');
  const village = area.level === 'village' && parent;
  const kind = kindOf(area);
  return {
    kind: 'area', code: area.code, title: same(area.name), more: kind,
    under: village ? { id: `${kind.id}, ${parent.kind} ${parent.name}`, en: `${kind.en}, ${parent.name} ${kindOf(parent).en}` } : kind,
    href: (base) => (village ? `${areaPage(base, parent.code)}#desa-${encodeURIComponent(area.code)}` : areaPage(base, area.code)),
  };
}

function joined(texts: (Text | null)[]): Text | null {
  const known = texts.filter((one) => one !== null);
  return known.length === 0 ? null : { id: known.map((one) => one.id).join('; '), en: known.map((one) => one.en).join('; ') };
}
