import { mediaType, readFile } from '#kernel/file-store.ts';
import type { RequestHandler } from './$types';

/** A kept file: always to be saved, never drawn by the browser as a page of ours. */
export const GET: RequestHandler = async ({ locals, params }) => {
  await locals.need('masterplan.read');
  const { kind, bytes, digest } = await locals.read((tx) => readFile(tx, locals.dataDir(), params.digest));
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': mediaType[kind], 'content-disposition': `attachment; filename="${digest.slice(0, 12)}.${kind}"`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" } });
};
