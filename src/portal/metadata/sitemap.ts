import { type PublicHome, publicHref } from '#ui/index.ts';
import type { Lang } from '#kernel/i18n.ts';
import * as to from '../addresses.ts';
import type { RegionModel } from '../region-model.ts';

/** As many addresses as one sitemap may hold. */
export const mostAddresses = 50_000;

/** The pages of a region that stand for themselves, by the route that draws them; explanations (`/mengapa`) and search are reached from these. */
const pages: Record<string, (model: RegionModel) => string[]> = {
  '/': () => ['/'],
  '/selaras': () => [to.alignmentPage('')],
  '/selaras/alur': () => [to.flowPage('')],
  '/selaras/indeks': () => [to.inSyncIndexPage('')],
  '/selaras/pagu': () => [to.budgetAddress('')],
  '/selaras/capaian': () => [to.achievedAddress('')],
  '/selaras/pohon': () => [to.treeAddress('')],
  '/selaras/temuan': () => [to.findingsPage('')],
  '/rencana': () => [to.planPage('')],
  '/rencana/[]/[]': ({ plans }) => [...plans.values()].flatMap((plan) => plan.nodes.map((node) => to.nodePage('', plan.code, node.code))),
  '/pilar': () => [to.pillarList('')],
  '/pilar/[]': ({ masterplan }) => (masterplan?.pillars ?? []).map((pillar) => to.pillarPage('', pillar.slug)),
  '/indikator': () => [to.indicatorList('')],
  '/indikator/[]': ({ indicators }) => [...indicators.keys()].map((code) => to.indicatorPage('', code)),
  '/inisiatif': () => [to.initiativeList('')],
  '/inisiatif/[]': ({ initiatives }) => initiatives.map((one) => to.initiativePage('', one.code)),
  '/wilayah': () => [to.areaList('')],
  '/wilayah/[]': ({ areas }) => [...areas.values()].filter((area) => area.level === 'district').map((area) => to.areaPage('', area.code)),
  '/perangkat-daerah': () => [to.agencyList('')],
  '/perangkat-daerah/[]': ({ agencies }) => [...agencies.keys()].map((code) => to.agencyPage('', code)),
  '/banding': () => [to.comparePage('')],
  '/ringkas': () => [to.briefPage('')],
  '/potret': () => [to.frozenList('')],
  '/potret/[]': ({ frozen }) => frozen.map((one) => to.frozenPage('', one.code)),
  '/data': () => ['/data'],
  '/data/api': () => ['/data/api'],
  '/tentang': () => [to.aboutPage('')],
  '/bantuan': () => [to.helpPage('')],
  '/bantuan/rumus': () => [to.formulaHelpPage('')],
};

/** Paths of all pages of a region, without prefix; only of routes that are there (`/indikator/[code]`). */
export function sitemapPaths(model: RegionModel, routes: string[]): string[] {
  const known = new Set(routes.map((route) => route.replace(/\[[^\]]*\]/g, '[]')));
  return Object.entries(pages).flatMap(([route, list]) => (known.has(route) ? list(model) : []));
}

interface Place {
  /** With an origin: a sitemap holds whole addresses. */
  home: PublicHome;
  lang: Lang;
}

/**
 * The sitemap of one region in one language, each address with its other language; above 50,000 addresses the list of its parts.
 * `part` counts from 1; null where there is no such part.
 */
export function sitemap(paths: string[], asOf: string, place: Place, part: number | null): string | null {
  const parts = Math.ceil(paths.length / mostAddresses);
  if (part === null && parts > 1) return index(parts, asOf, place);
  if (part !== null && (part < 1 || part > parts)) return null;
  const from = ((part ?? 1) - 1) * mostAddresses;
  const links = (path: string): string => (['id', 'en', 'x-default'] as const).map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${xml(publicHref(place, path, lang === 'en' ? 'en' : 'id'))}"/>`).join('');
  const rows = paths.slice(from, from + mostAddresses).map((path) => `<url><loc>${xml(publicHref(place, path, place.lang))}</loc><lastmod>${xml(asOf)}</lastmod>${links(path)}</url>\n`);
  return `${declared}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${rows.join('')}</urlset>\n`;
}

const declared = '<?xml version="1.0" encoding="UTF-8"?>\n';

function index(parts: number, asOf: string, place: Place): string {
  const rows = Array.from({ length: parts }, (_, n) => `<sitemap><loc>${xml(`${publicHref(place, '/sitemap.xml', place.lang)}?bagian=${n + 1}`)}</loc><lastmod>${xml(asOf)}</lastmod></sitemap>\n`);
  return `${declared}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('')}</sitemapindex>\n`;
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const xml = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** What crawlers are told: everything but the design page, and where the sitemaps of the regions stand. */
export function robots(homes: PublicHome[]): string {
  const maps = homes.flatMap((home) => (['id', 'en'] as const).map((lang) => `Sitemap: ${publicHref({ home }, '/sitemap.xml', lang)}\n`));
  return `User-agent: *\nDisallow: /_ui\nDisallow: /*/_ui\n\n${maps.join('')}`;
}
