import { createHash } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { changeDraft, type OpenDraft } from '#app/masterplan-drafts.ts';
import { errorsFrom, type FieldErrors, rowFrom, type Typed, typedFrom, typedIn } from '#editing/index.ts';
import { Fault } from '#kernel/faults.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { type Data, drafts } from '#masterplan/index.ts';
import { formColumns, isKind, type Kind, reviewWords, rowPage, tableOf } from '#review/index.ts';
import { textOf } from '#workspace/index.ts';
import { isKept, openForm } from '../../../asking.ts';
import { hrefIn, openHere, saidIn } from '../../opening.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

interface Chosen {
  key: string | null;
  data: Data | null;
}

function kindIn(word: string): Kind {
  if (!isKind(word)) throw new Fault('page.unknown', 404, { given: word.slice(0, 80), expected: 'a part of the masterplan' });
  return word;
}

/** Undefined is the list. Throws `definition.unknown` (404). */
function chosenIn(url: URL, kind: Kind, { wanted }: OpenDraft): Chosen | undefined {
  if (url.searchParams.has('baru')) return { key: null, data: null };
  const key = url.searchParams.get('kode');
  if (key === null) return undefined;
  const table = tableOf(kind);
  const row = rowsOf(wanted, table.name).find(({ data }) => drafts.keyOf(table, data) === key);
  if (!row) throw new Fault('definition.unknown', 404, { given: key.slice(0, 80), expected: 'a row of this draft' });
  return { key, data: row.data };
}

/** Of what the form shows: what another form keeps does not make it look changed. */
const digestOf = (kind: Kind, data: Data | null): string => createHash('sha256').update(JSON.stringify(typedFrom(formColumns(kind), data, 'id'))).digest('base64url').slice(0, 16);

function shown(locals: App.Locals, opened: OpenDraft, kind: Kind, row: Chosen | undefined, { said = null, answer = null }: { said?: string | null; answer?: { typed: Typed; errors: FieldErrors } | null }) {
  return rowPage({ lang: locals.lang, opened, kind, address: hrefIn(locals)(`/kerja/masterplan/${opened.draft.id}`), row, seen: digestOf(kind, row?.data ?? null), said, answer });
}

export const load: PageServerLoad = async ({ locals, params, url, request }) => {
  if (await isKept(locals, request)) return { view: null };
  await locals.need('masterplan.edit');
  const kind = kindIn(params.kind);
  const opened = await openHere(locals, params.draft);
  return { view: shown(locals, opened, kind, chosenIn(url, kind, opened), { said: saidIn(locals, url) }) };
};

async function send({ locals, params, url, request }: RequestEvent, removes: boolean) {
  const { form, kept } = await openForm({ locals, request });
  if (kept) return kept;
  const ctx = locals.ctx(await locals.need('masterplan.edit'));
  const kind = kindIn(params.kind);
  const opened = await openHere(locals, params.draft);
  const row = chosenIn(url, kind, opened);
  if (!row) throw new Fault('definition.unknown', 404, { given: '', expected: 'a row of this draft' });
  const [columns, table] = [formColumns(kind), tableOf(kind)];
  const typed = typedIn(columns, form);
  const again = (status: 409 | 422, errors: FieldErrors) => fail(status, { view: shown(locals, opened, kind, row, { answer: { typed, errors } }) });
  const say = reviewWords(locals.lang);
  if (opened.draft.state !== 'draft') return again(409, { '': say('row.closed') });
  if (textOf(form, 'seen') !== digestOf(kind, row.data)) return again(409, { '': say('row.moved') });
  const read = removes ? { data: null } : rowFrom(columns, typed, locals.lang, row.data);
  if ('errors' in read) return again(422, Object.fromEntries(Object.entries(read.errors).map(([name, told]) => [name, typed[name] === '' && columns.some((column) => column.required && name.split('.')[0] === column.name) ? say('row.wrong.empty') : told])));
  const fixed = Object.fromEntries(row.data ? table.key.map((name) => [name, row.data?.[name] ?? null]) : []);
  const data = read.data === null ? null : { ...(kind === 'umum' && row.data === null ? { status: 'draft' } : {}), ...read.data, ...fixed };
  const saved = await locals.write((tx) => changeDraft(ctx, tx, params.draft, { table, key: row.key, data, seen: row.data })).catch((error: unknown) => {
    if (error instanceof Fault && error.code === 'draft.moved') return null;
    throw error;
  });
  if (saved === null) return again(409, { '': say('row.moved') });
  const { problems, key } = saved;
  if (problems.length > 0) return again(422, errorsFrom(problems, typed, locals.lang));
  const here = hrefIn(locals)(`/kerja/masterplan/${params.draft}/${kind}`);
  redirect(303, removes ? `${here}?pesan=removed` : `${here}?kode=${encodeURIComponent(key)}&pesan=saved`);
}

export const actions: Actions = { simpan: (event) => send(event, false), hapus: (event) => send(event, true) };
