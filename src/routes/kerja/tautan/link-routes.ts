import { createHash } from 'node:crypto';
import { suggestions } from '#alignment/index.ts';
import { linkPages } from '#editing/index.ts';
import { listIndicators } from '#indicators/index.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { listInitiatives } from '#masterplan/index.ts';
import { permit } from '#people/index.ts';
import { getRegion, listSources } from '#places/index.ts';
import { type PlanVersion, treeRules, type VersionKey, versionReads } from '#plan/index.ts';
import { linkTo } from '#ui/index.ts';
import { agencyNames } from '../rencana/plan-routes.ts';

export type Link = Awaited<ReturnType<typeof versionReads.links>>[number];
type Names = Parameters<typeof linkPages.list>[0]['names'];
/** What every page of links knows: the plans, and what has a name. A plan's nodes and links are read as a page shows them. */
export interface Known {
  plans: PlanVersion[];
  /** Null where the region has none. */
  plan: PlanVersion | null;
  names: Pick<Names, 'things' | 'agencies'>;
}

export const linksAddress = (locals: App.Locals): string => linkTo(locals.site, '/kerja/tautan');
/** Of a larger plan suggestions are reckoned when asked for. */
const largePlan = 3_000;
export const keyOf = (plan: PlanVersion): VersionKey => ({ planCode: plan.code, planVersion: plan.version });

/** The version that the address names, the front plan's else; and what has a name. Throws 404 for a plan or version that is not there. */
export async function readKnown(tx: RegionTx, url: URL): Promise<Known> {
  const plans = offered(await versionReads.all(tx));
  const plan = chosenIn(plans, url, (await getRegion(tx)).frontPlan);
  const things = new Map([
    ...(await listInitiatives(tx)).map((one) => [`initiative/${one.code}`, { id: one.nameId, en: one.nameEn }] as const),
    ...(await listIndicators(tx)).map((one) => [`indicator/${one.code}`, { id: one.nameId, en: one.nameEn }] as const),
  ]);
  return { plans, plan, names: { things, agencies: await agencyNames(tx) } };
}

type NamedNode = Pick<Awaited<ReturnType<typeof versionReads.named>>[number], 'code' | 'textId' | 'textEn'>;
const namesOf = (nodes: NamedNode[]): Names['nodes'] => new Map(nodes.map((one) => [one.code, { id: one.textId, en: one.textEn }]));

/** Where each list of the page begins, and what is looked for. */
export interface Asked {
  q: string;
  from: number;
  rejectedFrom: number;
  /** Whether suggestions are wanted, whatever the size of the plan. */
  wanted: boolean;
}

/** What the page of links shows of a plan: pages of its links and of what was rejected, and what is suggested. */
export async function readList(tx: RegionTx, { plan, names }: Known & { plan: PlanVersion }, { q, from, rejectedFrom, wanted }: Asked, lang: App.Locals['lang']) {
  const key = keyOf(plan);
  const text = q.trim().toLowerCase();
  const question = text === '' ? null : { text, lang, things: [...names.things].filter(([, name]) => name[lang].toLowerCase().includes(text)).map(([code]) => code) };
  const links = await versionReads.links(tx, key, { from, limit: linkPages.linksOfPage, question });
  const rejected = await suggestions.rejected(tx, plan.code, { from: rejectedFrom, limit: linkPages.rejectedOfPage });
  const whole = wanted || !(await versionReads.exceeds(tx, key, largePlan)) ? await versionReads.forSuggestions(tx, key) : null;
  const nodes = whole?.nodes ?? (await versionReads.named(tx, key, [...new Set([...links, ...rejected].map(({ nodeCode }) => nodeCode))]));
  const serving = new Set(whole?.links.filter((link) => link.kind === 'initiative').map((link) => link.code));
  return { links, rejected, names: { ...names, nodes: namesOf(nodes) }, suggested: whole ? { reckon: await suggestedOf(tx, plan, whole), serving } : null };
}

/** What the form of a link shows: its node with its links, or, of a new one, the nodes to choose from where they are few. */
export async function readForm(tx: RegionTx, plan: PlanVersion, { link, node, suggested }: { link: Link | null; node: string; suggested: Key | null }) {
  const key = keyOf(plan);
  const many = link === null && (await versionReads.exceeds(tx, key, linkPages.mostChosen));
  const all = link || many ? await versionReads.named(tx, key, [node]) : treeRules.nodes((await versionReads.tree((work) => work(tx), key)).tree);
  return { many, nodes: namesOf(all), links: await versionReads.linksAt(tx, key, node), suggested: suggested ? await findSuggested(tx, plan, suggested) : undefined, sources: await sourcesIn(tx) };
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
  if (!found || given.includes('\0')) throw new Fault('query.invalid', 400, { given: given.replaceAll('\0', '').slice(0, 100), expected: 'node~initiative~code' });
  return { nodeCode: found[1] ?? '', kind: found[2] as Key['kind'], code: found[3] ?? '' };
}
export const isLink = (key: Key) => (link: Pick<Link, 'nodeCode' | 'kind' | 'code'>): boolean => link.nodeCode === key.nodeCode && link.kind === key.kind && link.code === key.code;

/** What of a link is compared: who saves over something else is told. */
export const contentOf = ({ kind, code, role, weight, basis, reasonId, reasonEn, sourceCode, evidence }: Link) => ({ kind, code, role, weight, basis, reasonId, reasonEn, sourceCode, evidence });
export const digestOf = (link: Link | null): string => (link === null ? '' : createHash('sha256').update(JSON.stringify(contentOf(link))).digest('base64url').slice(0, 16));

type Whole = Awaited<ReturnType<typeof versionReads.forSuggestions>>;
function suggestedOf(tx: RegionTx, plan: PlanVersion, { nodes, links }: Whole) {
  const divided = [...nodes.flatMap((node) => (node.weight !== null && node.parentCode !== null ? [node.parentCode] : [])), ...links.flatMap((link) => (link.kind === 'indicator' && link.weight !== null ? [link.nodeCode] : []))];
  return suggestions.of(tx, { code: plan.code, agencyCode: plan.agencyCode, nodes, links, ...(plan.status === 'adopted' ? { weighed: new Set(divided) } : {}) });
}
/** One suggestion, while it is open, reckoned when the transaction is over; how rare its words are, the whole plan says. */
export async function findSuggested(tx: RegionTx, plan: PlanVersion, key: Key) {
  const reckon = await suggestedOf(tx, plan, await versionReads.forSuggestions(tx, keyOf(plan)));
  return () => reckon().find(isLink(key));
}
const sourcesIn = async (tx: RegionTx) => (await listSources(tx)).map((one) => ({ value: one.code, text: [one.publisher, one.title].filter((part) => part).join(': ').slice(0, 120) || one.code }));
