import { fail } from '@sveltejs/kit';
import { planPages } from '#editing/index.ts';
import { Fault } from '#kernel/faults.ts';
import type { KeptFile } from '#kernel/file-store.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { accounts, type Action, listAgencies, peopleWords, permit } from '#people/index.ts';
import type { EditNode, EditTree, PlanOperation, PlanVersion } from '#plan/index.ts';
import { versionReads } from '#plan/index.ts';
import { formatNumber, linkTo } from '#ui/index.ts';
import { fileOf } from '../file-of.ts';

export const plansAddress = (locals: App.Locals): string => linkTo(locals.site, '/kerja/rencana');
export const planAddress = (locals: App.Locals, code: string): string => `${plansAddress(locals)}/${encodeURIComponent(code)}`;

export const filesAddress = (locals: App.Locals): string => linkTo(locals.site, '/kerja/berkas');

/** The decree of a form, kept; null where none was chosen. Throws `plan.file` (422). */
export async function decreeOf(locals: App.Locals, form: FormData): Promise<KeptFile | null> {
  const file = await fileOf(locals, form);
  if (file !== null && 'why' in file) {
    const given = file.why === 'file.too_large' ? `${formatNumber(file.size / 1024 / 1024, { lang: locals.lang, decimals: 1 })} MB` : file.name.slice(0, 80);
    throw new Fault('plan.file', 422, { field: 'berkas', given, expected: 'a PDF, a JPEG or a PNG, not too large' });
  }
  return file;
}

/** From the root down to a node, itself last. */
export function pathTo(tree: EditTree, code: string | null): EditNode[] {
  const path: EditNode[] = [];
  for (let node = tree.nodes.get(code ?? ''); node; node = tree.nodes.get(node.parentCode ?? '')) path.unshift(node);
  return path;
}

/** Whether a post of who asks permits it. */
export async function mayI(locals: App.Locals, action: Action): Promise<boolean> {
  const { posts } = await locals.needAny();
  return permit(posts, action) !== null;
}

/** The version that the address names; without one the draft, else the one in force. Throws `plan.unknown` (404), and 400 for what is no version. */
export async function versionAt(tx: RegionTx, code: string, url: URL): Promise<PlanVersion> {
  const given = url.searchParams.get('versi');
  if (given !== null && !/^\d{1,3}$/.test(given)) throw new Fault('query.invalid', 400, { given: given.slice(0, 40), expected: 'a version, such as 2' });
  if (given !== null) return versionReads.version(tx, { planCode: code, planVersion: Number(given) });
  const versions = await versionReads.all(tx, code);
  const found = versions.find((one) => one.draft !== null && one.status !== 'adopted') ?? versions.find((one) => one.status === 'adopted') ?? versions[0];
  if (!found) throw new Fault('plan.unknown', 404, { given: code.slice(0, 80), expected: 'a plan of this region' });
  return found;
}

export function numberIn(url: URL, name: string): number {
  const given = url.searchParams.get(name) ?? '0';
  if (!/^\d{1,6}$/.test(given)) throw new Fault('query.invalid', 400, { given: given.slice(0, 40), expected: 'a number from 0' });
  return Number(given);
}

/** What agencies are called, by their codes. */
export const agencyNames = async (tx: RegionTx): Promise<Map<string, string>> => new Map((await listAgencies(tx)).map((agency) => [agency.code, agency.shortName]));

/** Who did something, by their post: never by a name. */
export async function postNames(tx: RegionTx, lang: App.Locals['lang']): Promise<(postId: string | null, actor: string) => string> {
  const agencies = await agencyNames(tx);
  const named = (await accounts.listPosts(tx)).map((post) => ({ id: post.id, name: [peopleWords(lang)(`role.${post.role}`), ...(post.agencyCode === null ? [] : [agencies.get(post.agencyCode) ?? post.agencyCode])].join(', ') }));
  const by = new Map([...Map.groupBy(named, ({ name }) => name).values()].flatMap((alike) => alike.map(({ id, name }, n): [string, string] => [id, alike.length > 1 ? `${name} (${n + 1})` : name]))); // two planners are two
  return (postId, actor) => by.get(postId ?? '') ?? actor;
}

/** What is too long is refused, and stays to be shortened; what no form takes at all is cut. */
const longestKept = 20_000;
/** So many fields of a form are kept; no page of ours has more. */
export function typedIn(form: FormData): Map<string, string[]> {
  return new Map([...new Set(form.keys())].slice(0, 2_000).map((name) => [name, form.getAll(name).map((value) => (typeof value === 'string' ? value.slice(0, longestKept) : ''))]));
}

export interface Refused {
  status: 409 | 422;
  errors: Record<string, string>;
  others: PlanOperation[];
  unready: { node: string | null; text: string }[];
}
/** An amount is quoted as it was typed, not as it was read. */
function asTyped(error: Fault, form: FormData): Fault {
  const typed = form.get(String(error.params.field));
  return error.code === 'plan.amount' && typeof typed === 'string' ? new Fault(error.code, error.status, { ...error.params, given: typed.trim().slice(0, 60) }) : error;
}

/** A refusal of a plan, to be shown where it was sent from; anything else goes on. */
export function refusedBy(error: unknown, op: string, lang: App.Locals['lang'], form?: FormData): Refused {
  const found = planPages.refusalOf(form && error instanceof Fault ? asTyped(error, form) : error, op, lang);
  if (!found) throw error;
  return { ...found, others: ((error as Fault).params.others ?? []) as PlanOperation[] };
}

export const again = fail;
