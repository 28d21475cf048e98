import { createHash } from 'node:crypto';
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { changeDefinition, readDefinitions, type TriedDefinition, tryDefinition, type WantedDefinition } from '#app/change-definition.ts';
import { codeOf, type Editable, editables, toldFormula } from '#app/editable.ts';
import { previewChange } from '#app/preview-formula.ts';
import { targetDoubts } from '#app/doubt-target.ts';
import { editPages, editWords, errorsFrom, type FieldErrors, type Found, type Kind, rowFrom, type Typed, typedIn } from '#editing/index.ts';
import { systemClock } from '#kernel/clock.ts';
import { listVersions } from '#kernel/definition-versions.ts';
import { Fault } from '#kernel/faults.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { currentPeriod } from '#kernel/periods.ts';
import { changeRows } from '#kernel/sync-rows.ts';
import { accounts, type Action, peopleWords, permissions, permit, type Post, type Thing } from '#people/index.ts';
import { formatList, linkTo } from '#ui/index.ts';
import { textOf } from '#workspace/index.ts';
import { isKept, openForm } from '../asking.ts';
import { areasOf, codesIn, namedChange, nameOf, nameOfCode } from './names.ts';

type Data = PackRow['data'];
type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'>;
interface Editor {
  kind: Kind;
  editable: Editable;
}
/** What is asked for: one by its code, or a new one. */
interface Chosen {
  code: string | null;
  data: Data | null;
}
interface Answer {
  typed: Typed;
  errors: FieldErrors;
  reason: string;
  found: Found | null;
  moved: boolean;
  doubted?: string;
}

/** The page and the form of one kind of definition. */
export function editorOf(kind: Kind) {
  const editable = editables[kind];
  if (!editable) throw new Error(`no editor of ${kind}`);
  const editor: Editor = { kind, editable };
  return { load: (event: Event) => load(editor, event), actions: { default: (event: Event) => send(editor, event) } };
}

/** Who sees the list: where an agency changes its own alone, others see that they have none. */
const seen = ({ kind, editable }: Editor): Action => (kind === 'data' ? 'work.see' : editable.action);
const digestOf = (data: Data | null): string => createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 16);
const address = (locals: App.Locals, { kind }: Editor): string => linkTo(locals.site, `/kerja/ubah/${kind}`);
const thingOf = ({ kind, editable }: Editor, data: Data, all: Tables): Thing => ({ agencyCode: editable.agency(data), areas: areasOf(String((kind === 'wilayah' ? (data.code ?? data.parent_code) : data.area_code) ?? ''), all) });

/** A new thing is of the agency and the area of whoever adds it; who serves the whole region needs none. */
function anyThing(posts: Post[], all: Tables): Thing {
  const area = posts.find((post) => post.areaCode !== null)?.areaCode;
  return { agencyCode: posts.find((post) => post.agencyCode !== null)?.agencyCode ?? null, areas: area ? areasOf(area, all) : [] };
}

/** Null is the list of all. Throws `definition.unknown` (404). */
function chosenIn({ editable }: Editor, url: URL, all: Tables): Chosen | null {
  if (url.searchParams.has('baru')) return { code: null, data: null };
  const code = url.searchParams.get('kode');
  if (code === null) return null;
  const row = (all.get(editable.table.name) ?? []).find((one) => codeOf(editable, one.data) === code);
  if (!row) throw new Fault('definition.unknown', 404, { given: code.slice(0, 80), expected: 'a code of this region' });
  return { code, data: row.data };
}

async function shown(editor: Editor, { locals, url }: Event, all: Tables, { code, data }: Chosen, answer: Answer | null) {
  const { kind, editable: { table, fixed } } = editor;
  const mine = data === null && table.columns.some(({ name }) => name === 'agency_code') ? ((await locals.signedIn()).posts.find((one) => one.agencyCode !== null && one.role in permissions[editor.editable.action])?.agencyCode ?? null) : null;
  const { versions, posts } = await locals.read(async (tx) => (code === null ? { versions: [], posts: [] } : { versions: await listVersions(tx, table.name, code), posts: await accounts.listPosts(tx) }));
  const by = new Map(posts.map((post) => [post.id, `${peopleWords(locals.lang)(`role.${post.role}`)}${post.agencyCode ? `, ${nameOfCode(all, 'people.agency', post.agencyCode, locals.lang)}` : ''}`]));
  return editPages.page({
    lang: locals.lang, kind, code, name: data ? nameOf(data, locals.lang, all) : '', form: { columns: table.columns, fixed, codes: codesIn(all, locals.lang) }, data, start: mine === null ? null : { agency_code: mine }, seen: digestOf(data), answer, href: address(locals, editor),
    versions: versions.map((one) => ({ version: one.version, at: one.at?.toISOString() ?? null, by: by.get(one.postId ?? '') ?? one.actor, reason: one.reason, definition: one.definition })),
    done: answer ? null : url.searchParams.has('tersimpan') ? 'saved' : url.searchParams.has('sama') ? 'same' : null,
  });
}

async function load(editor: Editor, event: Event) {
  const { locals, url, request } = event;
  const { kind, editable } = editor;
  if (await isKept(locals, request)) return { list: null, edit: null };
  const { posts } = await locals.needAny();
  const all = await locals.read(readDefinitions);
  const mayAdd = permit(posts, editable.action, anyThing(posts, all)) !== null;
  const rows = (all.get(editable.table.name) ?? []).filter(({ data }) => permit(posts, editable.action, thingOf(editor, data, all)) !== null);
  if (rows.length === 0) await locals.need(seen(editor)); // before it is told what there is
  const one = chosenIn(editor, url, all);
  if (one) {
    await locals.need(editable.action, one.data ? thingOf(editor, one.data, all) : anyThing(posts, all));
    return { list: null, edit: await shown(editor, event, all, one, null) };
  }
  const named = rows.map(({ data }) => ({ value: codeOf(editable, data), text: nameOf(data, locals.lang, all) }));
  return { edit: null, list: editPages.list(locals.lang, kind, { all: named, q: (url.searchParams.get('q') ?? '').slice(0, 200), address: address(locals, editor), mayAdd }) };
}

async function send(editor: Editor, event: Event) {
  const { locals, url, request } = event;
  const { editable } = editor;
  const { table, action, fixed } = editable;
  const { form, kept } = await openForm({ locals, request });
  if (kept) return kept;
  const { posts } = await locals.needAny();
  const all = await locals.read(readDefinitions);
  const one = chosenIn(editor, url, all);
  if (!one) throw new Fault('definition.unknown', 404, { given: '', expected: 'a code of this region' });
  await locals.need(action, one.data ? thingOf(editor, one.data, all) : anyThing(posts, all));
  const [typed, reason] = [typedIn(table.columns, form), textOf(form, 'alasan').trim().slice(0, 500)];
  const again = async (status: 409 | 422, errors: FieldErrors, moved = false) => fail(status, { list: null, edit: await shown(editor, event, all, one, { typed, errors, reason, found: null, moved }) });
  if (textOf(form, 'seen') !== digestOf(one.data)) return again(409, {}, true);
  const row = rowFrom(table.columns, typed, locals.lang, one.data);
  if ('errors' in row) return again(422, row.errors);
  const stays = Object.fromEntries(one.data ? fixed.map((name) => [name, one.data?.[name] ?? null]) : []); // what a thing is does not change
  const wanted: WantedDefinition = { editable, code: one.code, data: { ...row.data, ...stays }, day: currentPeriod(systemClock(), 'day', locals.site.region?.timeZone ?? 'UTC').text };
  // Nobody gives away, or takes, what is another agency's: who left the choice as it was, or chose wrongly, learns so at the field.
  const own = [...new Set(posts.flatMap((one) => one.agencyCode ?? []))].map((code) => nameOfCode(all, 'people.agency', code, locals.lang));
  if ('agency_code' in typed && own.length > 0 && permit(posts, action, thingOf(editor, wanted.data, all)) === null) return again(422, { agency_code: editWords(locals.lang)('wrong.agency', { own: formatList(own, locals.lang) }) });
  const post = await locals.need(action, thingOf(editor, wanted.data, all));
  const tried = await locals.read((tx) => tryDefinition(tx, wanted));
  if (tried.problems.length > 0) return again(422, errorsFrom(tried.problems, typed, locals.lang, (data) => nameOf(data, locals.lang, all)));
  const before = one.data;
  const recounted = editor.kind === 'indikator' && before !== null && ['formula', 'missing', 'series'].some((name) => JSON.stringify(before[name] ?? null) !== JSON.stringify(wanted.data[name] ?? null));
  if (recounted && reason === '' && form.get('go') !== 'check') return again(422, { alasan: editWords(locals.lang)('formula.say') });
  const doubts = editor.kind === 'target' ? targetDoubts(all, wanted.data) : [];
  const answered = reason !== '' && textOf(form, 'ragu') === editPages.doubtKey(doubts);
  const told: Pick<Answer, 'errors' | 'doubted'> = doubts.length > 0 && !answered ? { errors: { alasan: editPages.doubt(doubts, locals.lang) }, doubted: editPages.doubtKey(doubts) } : { errors: {} };
  if (doubts.length > 0 && !answered && form.get('go') !== 'check') return fail(422, { list: null, edit: await shown(editor, event, all, one, { typed, reason, found: null, moved: false, ...told }) });
  if (form.get('go') === 'check') return { list: null, edit: await shown(editor, event, all, one, { typed, reason, found: await foundBy(locals, post, wanted, tried, all), moved: false, ...told }) };
  let changed: boolean;
  try {
    changed = await locals.write((tx) => changeDefinition(locals.ctx(post), tx, { ...wanted, seen: one.data }, reason === '' ? null : reason));
  } catch (error) {
    if (error instanceof Fault && error.code === 'definition.moved') return again(409, {}, true);
    throw error;
  }
  redirect(303, `${address(locals, editor)}?kode=${encodeURIComponent(codeOf(editable, wanted.data))}&${changed ? 'tersimpan' : 'sama'}`);
}

async function foundBy(locals: App.Locals, post: Post, wanted: WantedDefinition, { touched, changes }: TriedDefinition, all: Tables): Promise<Found> {
  const told = toldFormula(wanted.data, all, locals.lang);
  if (!touched.all && touched.elements.length + touched.indicators.length === 0) return { told, cells: [], scores: [] };
  const { cells, scores } = await previewChange(locals.ctx(post), locals.region ?? '', touched, (tx) => changeRows(tx, changes, { actor: 'check', at: systemClock() }));
  const named = ({ what, ...values }: Found['cells'][number]) => ({ what: namedChange(what, all, locals.lang), ...values });
  return { told, cells: cells.map(named), scores: scores.map(named) };
}
