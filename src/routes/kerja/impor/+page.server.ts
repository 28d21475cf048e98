import { fail, redirect } from '@sveltejs/kit';
import { imports } from '#data/index.ts';
import { systemClock } from '#kernel/clock.ts';
import { linkTo } from '#ui/index.ts';
import { importing, pages, speak, workWords } from '#workspace/index.ts';
import { askingOf, needSomewhere } from '../asking.ts';
import type { Actions, PageServerLoad } from './$types';

async function listFor(locals: App.Locals, wrong: string | null) {
  const asking = await askingOf(locals);
  const { accountId } = await locals.signedIn();
  return locals.read(async (tx) => pages.imports(speak(locals.site, await importing.names(tx), asking.today), await importing.recent(tx, asking, accountId, systemClock()), wrong));
}

export const load: PageServerLoad = async ({ locals }) => ({ list: await listFor(locals, null) });

export const actions: Actions = {
  default: async ({ locals, request }) => {
    await needSomewhere(locals, 'value.import');
    const asking = await askingOf(locals);
    const say = workWords(locals.lang);
    const file = (await request.formData()).get('file');
    if (!(file instanceof File) || file.size === 0) return fail(422, { list: await listFor(locals, say('import.no_file')) });
    if (file.size > imports.file.largest) return fail(413, { list: await listFor(locals, say('import.too_large')) });
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { id, work } = await locals.write((tx) => importing.start(tx, asking, { name: file.name, bytes }));
    void work(); // it tells of itself on its page, also of what fails
    redirect(303, linkTo(locals.site, `/kerja/impor/${id}`));
  },
};
