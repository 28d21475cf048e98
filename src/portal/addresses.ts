/** The addresses of explanations; `base` is the prefix for language and region, empty for the default. One place, so that no link is built elsewhere. */
const to = (base: string, ...steps: (string | null | undefined)[]): string =>
  `${base}/${steps.filter((step) => step !== null && step !== undefined).map((step) => encodeURIComponent(step as string)).join('/')}`;

export const homeAddress = (base: string): string => base || '/';
export const whyCell = (base: string, indicator: string, area: string, period: string): string => to(base, 'mengapa', 'indikator', indicator, area, period);
export const whyValue = (base: string, element: string, series: string, area: string, period: string): string => to(base, 'mengapa', 'data', element, series, area, period);
export const whyConstant = (base: string, code: string): string => to(base, 'mengapa', 'tetapan', code);
export const whyNode = (base: string, plan: string, node: string, period?: string | null): string => to(base, 'mengapa', 'rencana', plan, node, period);
export const whyPillar = (base: string, slug: string, period?: string | null): string => to(base, 'mengapa', 'pilar', slug, period);
export const whyChange = (base: string, plan: string, indicator: string): string => to(base, 'mengapa', 'perubahan', plan, indicator);
export const whyArea = (base: string, area: string, field: string): string => to(base, 'mengapa', 'wilayah', area, field);
export const whyFrozenValue = (base: string, frozen: string, indicator: string): string => to(base, 'mengapa', 'potret', frozen, 'indikator', indicator);
export const whyFrozenScore = (base: string, frozen: string, tree: string, treeCode: string, node: string): string => to(base, 'mengapa', 'potret', frozen, tree === 'plan' ? 'rencana' : 'pilar', treeCode, node);
/** An area's value among its neighbours and all districts. */
export const whyPlace = (base: string, area: string, indicator: string, period: string): string => to(base, 'mengapa', 'wilayah', area, 'ukuran', indicator, period);
export const indicatorPage = (base: string, indicator: string): string => to(base, 'indikator', indicator);
export const planPage = (base: string): string => to(base, 'rencana');
/** The page of one plan, where it is too large for the page of all. */
export const ownPlanPage = (base: string, plan: string): string => to(base, 'rencana', plan);
export const nodePage = (base: string, plan: string, node: string): string => to(base, 'rencana', plan, node);
/** What two versions of a plan differ in. */
export const planChanges = (base: string, plan: string): string => to(base, 'rencana', plan, 'perubahan');
export const indicatorList = (base: string): string => to(base, 'indikator');
export const pillarList = (base: string): string => to(base, 'pilar');
export const pillarPage = (base: string, slug: string): string => to(base, 'pilar', slug);
export const initiativeList = (base: string): string => to(base, 'inisiatif');
export const initiativePage = (base: string, code: string): string => to(base, 'inisiatif', code);
export const areaList = (base: string): string => to(base, 'wilayah');
export const areaPage = (base: string, code: string): string => to(base, 'wilayah', code);
export const agencyList = (base: string): string => to(base, 'perangkat-daerah');
export const agencyPage = (base: string, code: string): string => to(base, 'perangkat-daerah', code);
export const comparePage = (base: string): string => to(base, 'banding');
export const briefPage = (base: string): string => to(base, 'ringkas');
export const frozenList = (base: string): string => to(base, 'potret');
export const frozenPage = (base: string, code: string): string => to(base, 'potret', code);
export const changesPage = (base: string, from: string, until: string): string => to(base, 'potret', from, until);
export const searchPage = (base: string): string => to(base, 'cari');
export const aboutPage = (base: string): string => to(base, 'tentang');
export const helpPage = (base: string): string => to(base, 'bantuan');
export const formulaHelpPage = (base: string): string => to(base, 'bantuan', 'rumus');
export const alignmentPage = (base: string): string => to(base, 'selaras');
export const inSyncIndexPage = (base: string): string => to(base, 'selaras', 'indeks');
export const flowPage = (base: string): string => to(base, 'selaras', 'alur');
export const reasonsPage = (base: string): string => to(base, 'selaras', 'alasan');
export const achievedAddress = (base: string): string => to(base, 'selaras', 'capaian');
export const budgetAddress = (base: string): string => to(base, 'selaras', 'pagu');
export const treeAddress = (base: string): string => to(base, 'selaras', 'pohon');
export const findingsPage = (base: string): string => to(base, 'selaras', 'temuan');
