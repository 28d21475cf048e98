import { createHash } from 'node:crypto';
import { suggestions } from '#alignment/index.ts';
import { linkPages } from '#editing/index.ts';
import { listIndicators } from '#indicators/index.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { listInitiatives } from '#masterplan/index.ts';
import { listAgencies, permit } from '#people/index.ts';
import { getRegion, listSources } from '#places/index.ts';
import { listPlanLinks, type PlanVersion, treeRules, versionReads } from '#plan/index.ts';
import { linkTo } from '#ui/index.ts';

export type Link = Awaited<ReturnType<typeof listPlanLinks>>[number];
export interface Known {
  plans: PlanVersion[];
  /** Null where the region has none. */
  plan: PlanVersion | null;
  nodes: { code: string; parentCode: string | null; textId: string; textEn: string; weight: string | null }[];
  links: Link[];
  names: { things: Map<string, { id: string; en: string }>; nodes: Map<string, { id: string; en: string }>; agencies: Map<string, string> };
}

export const linksAddress = (locals: App.Locals): string => linkTo(locals.site, '/kerja/tautan');
/** Of a larger plan suggestions are reckoned when asked for. */
export const largePlan = 3_000;

/** The version that the address names, the front plan's else; with its nodes and links, and what has a name. Throws 404 for a plan or version that is not there. */
export async function readKnown(tx: RegionTx, url: URL): Promise<Known> {
  const plans = offered(await versionReads.all(tx));
  const plan = chosenIn(plans, url, (await getRegion(tx)).frontPlan);
  const nodes = plan ? treeRules.nodes((await versionReads.tree((work) => work(tx), { planCode: plan.code, planVersion: plan.version })).tree) : [];
  const links = plan ? (await listPlanLinks(tx)).filter((link) => link.planCode === plan.code && link.planVersion === plan.version) : [];
  const things = new Map([
    ...(await listInitiatives(tx)).map((one) => [`initiative/${one.code}`, { id: one.nameId, en: one.nameEn }] as const),
    ...(await listIndicators(tx)).map((one) => [`indicator/${one.code}`, { id: one.nameId, en: one.nameEn }] as const),
  ]);
  const agencies = new Map((await listAgencies(tx)).map((agency) => [agency.code, agency.shortName]));
  return { plans, plan, nodes, links, names: { things, nodes: new Map(nodes.map((one) => [one.code, { id: one.textId, en: one.textEn }])), agencies } };
}

/** Of each plan the version in force, and the draft that is open. */
function offered(all: PlanVersion[]): PlanVersion[] {
  return [...Map.groupBy(all, (one) => one.code).values()].flatMap((some) => {
    const settled = some.filter((one) => !linkPages.isDraft(one));
    return [settled.find((one) => one.status === 'adopted') ?? settled[0], some.find((one) => linkPages.isDraft(one))].filter((one) => one !== undefined);
  });
}

function chosenIn(plans: PlanVersion[], url: URL, frontPlan: string | null): PlanVersion | null {
  const [code, version] = [url.searchParams.get('rencana'), url.searchParams.get('versi')];
  if (code === null) return plans.find((one) => one.code === frontPlan) ?? plans[0] ?? null;
  if (version !== null && !/^\d{1,3}$/.test(version)) throw new Fault('query.invalid', 400, { given: version.slice(0, 40), expected: 'a version, such as 2' });
  const found = plans.find((one) => one.code === code && (version === null || one.version === Number(version)));
  if (!found) throw new Fault('plan.unknown', 404, { given: `${code.slice(0, 80)} ${version ?? ''}`, expected: 'a plan of this region, in force or a draft' });
  return found;
}

/** Links of a draft are its writers'; a reading beside a version in force is also the programme's. */
export const actionFor = (plan: PlanVersion): 'plan.edit' | 'link.edit' => (linkPages.isDraft(plan) ? 'plan.edit' : 'link.edit');
export async function mayLink(locals: App.Locals, plan: PlanVersion): Promise<boolean> {
  const { posts } = await locals.needAny();
  return !(linkPages.isDraft(plan) && plan.status !== 'draft') && permit(posts, actionFor(plan)) !== null; // what is proposed stays as it is
}

export interface Key {
  nodeCode: string;
  kind: 'initiative' | 'indicator';
  code: string;
}
/** `node~kind~code`. Throws `query.invalid` (400). */
export function readKey(given: string): Key {
  const found = /^([^~]{1,100})~(initiative|indicator)~([^~]{1,100})$/.exec(given);
  if (!found) throw new Fault('query.invalid', 400, { given: given.slice(0, 100), expected: 'node~initiative~code' });
  return { nodeCode: found[1] ?? '', kind: found[2] as Key['kind'], code: found[3] ?? '' };
}
export const isLink = (key: Key) => (link: Pick<Link, 'nodeCode' | 'kind' | 'code'>): boolean => link.nodeCode === key.nodeCode && link.kind === key.kind && link.code === key.code;

/** What of a link is compared: who saves over something else is told. */
export const contentOf = ({ kind, code, role, weight, basis, reasonId, reasonEn, sourceCode, evidence }: Link) => ({ kind, code, role, weight, basis, reasonId, reasonEn, sourceCode, evidence });
export const digestOf = (link: Link | null): string => (link === null ? '' : createHash('sha256').update(JSON.stringify(contentOf(link))).digest('base64url').slice(0, 16));

export function suggestedIn(tx: RegionTx, { plan, nodes, links }: Known) {
  const divided = [...nodes.flatMap((node) => (node.weight !== null && node.parentCode !== null ? [node.parentCode] : [])), ...links.flatMap((link) => (link.kind === 'indicator' && link.weight !== null ? [link.nodeCode] : []))];
  return suggestions.of(tx, { code: plan?.code ?? '', agencyCode: plan?.agencyCode ?? null, nodes, links, ...(plan?.status === 'adopted' ? { weighed: new Set(divided) } : {}) });
}
export const sourcesIn = async (tx: RegionTx) => (await listSources(tx)).map((one) => ({ value: one.code, text: [one.publisher, one.title].filter((part) => part).join(': ').slice(0, 120) || one.code }));
