import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { acceptLink, saveLink } from '#app/link-things.ts';
import { suggestions } from '#alignment/index.ts';
import { linkPages } from '#editing/index.ts';
import { Fault } from '#kernel/faults.ts';
import type { Lang } from '#kernel/i18n.ts';
import { cleaned } from '#kernel/query.ts';
import { type PlanVersion, versionReads } from '#plan/index.ts';
import { textOf } from '#workspace/index.ts';
import { isKept, openForm, seenOf } from '../asking.ts';
import { numberIn, plansAddress, postNames } from '../rencana/plan-routes.ts';
import { actionFor, contentOf, digestOf, findSuggested, isLink, type Key, keyOf, type Known, type Link, linksAddress, mayLink, readForm, readKey, readKnown, readList } from './link-routes.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = Pick<RequestEvent, 'locals' | 'url'>;
type ListAnswer = Parameters<typeof linkPages.list>[0]['answer'];
type FormAnswer = Parameters<typeof linkPages.form>[0]['answer'];
const sayings = { tersimpan: 'saved', sama: 'same', diambil: 'removed', ditolak: 'rejected.said', ditarik: 'takenback.said' } as const;
const saidIn = (url: URL) => sayings[url.searchParams.get('kabar') as keyof typeof sayings] ?? null;

const knownIn = ({ locals, url }: Event): Promise<Known> => locals.read((tx) => readKnown(tx, url));

async function shownList(event: Event, known: Known, answer: ListAnswer) {
  const { locals, url } = event;
  const { plan } = known;
  if (!plan) return null;
  const asked = { q: cleaned(url.searchParams.get('q') ?? '').slice(0, 200), from: numberIn(url, 'mulai'), rejectedFrom: numberIn(url, 'ditolak'), wanted: url.searchParams.has('usulan') };
  const found = await locals.read(async (tx) => ({ ...(await readList(tx, { ...known, plan }, asked, locals.lang)), by: await postNames(tx, locals.lang) }));
  return linkPages.list({ lang: locals.lang, plans: known.plans, plan, ...asked, ...found, suggested: found.suggested && { open: found.suggested.reckon(), serving: found.suggested.serving }, may: await mayLink(locals, plan), address: linksAddress(locals), plansHref: plansAddress(locals), suggestedFrom: Math.max(0, numberIn(url, 'usulan') - (url.searchParams.get('usulan') === '1' ? 1 : 0)), said: answer ? null : saidIn(url), answer });
}

/** The link that the address names; null for a new one. Throws 404 for one that there is not. */
async function linkIn({ locals, url }: Event, plan: PlanVersion): Promise<Link | null> {
  const given = url.searchParams.get('tautan');
  if (given === null) return null;
  const key = readKey(given);
  const found = (await locals.read((tx) => versionReads.linksAt(tx, keyOf(plan), key.nodeCode))).find(isLink(key));
  if (!found) throw new Fault('plan.link_none', 404, { given: given.slice(0, 100), expected: 'a link of this plan' });
  return found;
}

async function shownForm(event: Event, known: Known, answer: FormAnswer) {
  const { locals, url } = event;
  const { plan } = known;
  if (!plan) throw new Fault('plan.unknown', 404, { given: 'none', expected: 'a plan of this region' });
  const link = await linkIn(event, plan);
  const usul = url.searchParams.get('usul');
  const key = usul === null ? null : readKey(usul);
  const node = link?.nodeCode ?? answer?.typed.get('node')?.trim() ?? key?.nodeCode ?? '';
  const { nodes, suggested, ...found } = await locals.read(async (tx) => ({
    ...(await readForm(tx, plan, { link, node, suggested: key })), by: await postNames(tx, locals.lang),
    versions: link ? await versionReads.linkVersions(tx, keyOf(plan), link.nodeCode, link) : [],
  }));
  const because = suggested?.();
  const suggestion = key && because ? { ...key, because: suggestions.because(because) } : null;
  return linkPages.form({ lang: locals.lang, ...found, plan, names: { ...known.names, nodes }, versions: found.versions as never, link, suggestion, may: await mayLink(locals, plan), seen: digestOf(link), address: linksAddress(locals), plansHref: plansAddress(locals), answer, said: answer ? null : saidIn(url) });
}

const isForm = ({ url }: Event): boolean => url.searchParams.has('baru') || url.searchParams.has('tautan');

export const load: PageServerLoad = async (event) => {
  const { locals, request } = event;
  if (await isKept(locals, request)) return { list: null, edit: null, empty: false };
  await locals.need('work.see');
  const known = await knownIn(event);
  if (isForm(event)) {
    if (event.url.searchParams.has('baru') && known.plan) await locals.need(actionFor(known.plan));
    return { list: null, edit: await shownForm(event, known, null), empty: false };
  }
  return { list: await shownList(event, known, null), edit: null, empty: known.plan === null };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, request } = event;
    const { form, kept } = await openForm({ locals, request });
    if (kept) return kept;
    await locals.need('link.edit'); // before it is told what there is
    const known = await knownIn(event);
    if (!known.plan) throw new Fault('plan.unknown', 404, { given: 'none', expected: 'a plan of this region' });
    await locals.need(actionFor(known.plan));
    const op = textOf(form, 'op');
    if (op === 'simpan' || op === 'hapus') return changed(event, known, form, op);
    if (op === 'tolak' || op === 'ambil') return answered(event, known, form, op);
    throw new Fault('form.invalid', 400, { given: op.slice(0, 40), expected: 'simpan, hapus, tolak, ambil' });
  },
};

const typedIn = (form: FormData): Map<string, string> => new Map([...form].slice(0, 500).flatMap(([name, value]) => (typeof value === 'string' ? [[name.slice(0, 200), value.slice(0, 4_000)] as const] : [])));
const orNull = (text: string | undefined): string | null => (text ?? '').trim() || null;

async function changed(event: Event, known: Known, form: FormData, op: 'simpan' | 'hapus') {
  const { locals, url } = event;
  const { plan } = known;
  if (!plan) return;
  const typed = typedIn(form);
  const again = async (status: 409 | 422, errors: Record<string, string>) => fail(status, { list: null, edit: await shownForm(event, await knownIn(event), { typed, errors }), empty: false });
  const link = await linkIn(event, plan);
  if (op === 'hapus' && !link) throw new Fault('query.invalid', 400, { given: 'hapus', expected: 'a link' });
  let done: { key: Key; changed: boolean };
  try {
    done = await saved(event, plan, { typed, link, op, seen: textOf(form, 'seen'), revision: seenOf(form, 'revision') });
  } catch (error) {
    const refused = linkPages.refusalOf(error, locals.lang);
    if (!refused) throw error;
    return again(refused.status, refused.errors);
  }
  const at = op === 'hapus' || url.searchParams.has('usul') ? '' : `&tautan=${encodeURIComponent(linkPages.keyOf(done.key))}`;
  redirect(303, `${linksAddress(locals)}?rencana=${encodeURIComponent(plan.code)}&versi=${plan.version}${at}&kabar=${op === 'hapus' ? 'diambil' : done.changed ? 'tersimpan' : 'sama'}`);
}

interface Sent {
  typed: Map<string, string>;
  link: Link | null;
  op: 'simpan' | 'hapus';
  seen: string;
  revision: number | null;
}
async function saved(event: Event, plan: PlanVersion, { seen, ...sent }: Sent): Promise<{ key: Key; changed: boolean }> {
  const { locals, url } = event;
  const { link, typed } = sent;
  const ctx = locals.ctx(await locals.need(actionFor(plan)));
  const key = link ? linkedBy(link) : keyFrom(typed);
  if (!key) throw new Fault('plan.link_unknown', 422, { field: 'code', given: (typed.get('thing') ?? '').slice(0, 80), expected: 'one of the list' });
  if (link && seen !== digestOf(link)) throw new Fault('plan.link_moved', 409, { field: '', given: link.code, expected: 'a link that nobody changed meanwhile' });
  const links = await locals.read((tx) => versionReads.linksAt(tx, keyOf(plan), key.nodeCode));
  const wanted = wantedFrom(locals.lang, plan, links, { key, ...sent });
  // Who accepts a suggestion and then chooses another node has made a link of their own.
  const because = url.searchParams.get('usul') === linkPages.keyOf(key) ? await becauseIn(event, plan) : null;
  if (!because) return { key, changed: await locals.write((tx) => saveLink(ctx, tx, wanted)) };
  await locals.write((tx) => acceptLink(ctx, tx, wanted, because));
  return { key, changed: true };
}

const linkedBy = ({ nodeCode, kind, code }: Link): Key => ({ nodeCode, kind: kind as Key['kind'], code });
function keyFrom(typed: Map<string, string>): Key | null {
  const [kind, ...code] = (typed.get('thing') ?? '').split('/');
  const nodeCode = (typed.get('node') ?? '').trim();
  if (kind !== 'initiative' && kind !== 'indicator') return null;
  if (nodeCode === '') throw new Fault('plan.node_missing', 422, { field: 'node', given: '–', expected: 'a node of this version' });
  return { nodeCode: nodeCode.slice(0, 100), kind, code: code.join('/').slice(0, 100) };
}

/** Why it was suggested, where a suggestion is being accepted. */
async function becauseIn({ locals, url }: Event, plan: PlanVersion): Promise<Record<string, unknown> | null> {
  const usul = url.searchParams.get('usul');
  if (usul === null) return null;
  const key = readKey(usul);
  const found = (await locals.read((tx) => findSuggested(tx, plan, key)))();
  return found ? suggestions.because(found) : null;
}

function wantedFrom(lang: Lang, plan: PlanVersion, links: Link[], { key, link, op, revision, typed }: Omit<Sent, 'seen'> & { key: Key }): Parameters<typeof saveLink>[2] {
  const prefix = op === 'hapus' ? 'ambil-' : '';
  const weightIn = (text: string | undefined): string | null => linkPages.weightIn(text ?? '', lang);
  const sisters = links.filter((one) => one.kind === key.kind && one.code !== key.code);
  const weights = Object.fromEntries(sisters.flatMap((one) => (typed.has(`${prefix}weight~${one.code}`) ? [[one.code, weightIn(typed.get(`${prefix}weight~${one.code}`))]] : [])));
  const become = {
    role: typed.get('role') ?? '', basis: typed.get('basis') ?? '', weight: weightIn(typed.get('weight')), reasonId: orNull(typed.get('reasonId')), reasonEn: orNull(typed.get('reasonEn')),
    sourceCode: orNull(typed.get('sourceCode')), evidence: orNull(typed.get('evidence')),
  };
  return {
    ...keyOf(plan), seen: link ? contentOf(link) : null, revision, reason: orNull(typed.get(`${prefix}why`))?.slice(0, 500) ?? null,
    operation: { kind: 'link', node: key.nodeCode, of: key.kind, code: key.code, fresh: link === null, link: op === 'hapus' ? null : become, weights },
  };
}

async function answered(event: Event, known: Known, form: FormData, op: 'tolak' | 'ambil') {
  const { locals } = event;
  const { plan } = known;
  if (!plan) return;
  const key = readKey(textOf(form, 'key'));
  const reason = textOf(form, 'alasan').trim().slice(0, 1_000);
  const ctx = locals.ctx(await locals.need(actionFor(plan)));
  try {
    const found = op === 'tolak' ? (await locals.read((tx) => findSuggested(tx, plan, key)))() : undefined;
    if (op === 'tolak' && !found) throw new Fault('suggestion.answered', 409, { field: '', given: textOf(form, 'key').slice(0, 100), expected: 'a suggestion that is open' });
    await locals.write((tx) => suggestions.answer(ctx, tx, { ...key, planCode: plan.code, answer: op === 'tolak' ? 'rejected' : 'taken_back', reason: reason || null, because: found ? suggestions.because(found) : {} }));
  } catch (error) {
    const refused = linkPages.refusalOf(error, locals.lang);
    if (!refused) throw error;
    const errors = Object.fromEntries(Object.entries(refused.errors).map(([name, words]) => [name === 'reason' ? `alasan-${linkPages.keyOf(key)}` : name, words]));
    return fail(refused.status, { list: await shownList(event, await knownIn(event), { key: linkPages.keyOf(key), reason, errors }), edit: null, empty: false });
  }
  redirect(303, `${linksAddress(locals)}?rencana=${encodeURIComponent(plan.code)}&versi=${plan.version}&kabar=${op === 'tolak' ? 'ditolak' : 'ditarik'}`);
}
