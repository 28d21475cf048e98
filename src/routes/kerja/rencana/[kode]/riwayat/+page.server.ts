import { planPages } from '#editing/index.ts';
import { versionReads } from '#plan/index.ts';
import { numberIn, planAddress, postNames, versionAt } from '../../plan-routes.ts';
import type { PageServerLoad } from './$types';

const rows = 50;

export const load: PageServerLoad = async ({ locals, url, params }) => {
  await locals.need('work.see');
  const before = numberIn(url, 'sebelum');
  const found = await locals.read(async (tx) => {
    const plan = await versionAt(tx, params.kode, url);
    return { plan, operations: await versionReads.operations(tx, { planCode: plan.code, planVersion: plan.version }, before || null, rows + 1), by: await postNames(tx, locals.lang) };
  });
  return { view: planPages.history({ ...found, operations: found.operations.slice(0, rows), more: found.operations.length > rows, lang: locals.lang, address: planAddress(locals, params.kode) }) };
};
