import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Ctx } from '#kernel/context.ts';
import { forRegionRead } from '#kernel/regions.ts';
import { listRegions } from '#places/index.ts';
import { checkPack } from './check-pack.ts';
import { loadPack } from './load-pack.ts';
import { unfinishedLoads } from './loads.store.ts';

/** Packs that stand in a folder, by the name of their own folder. */
const packsIn = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).sort().map((name) => join(folder, name)).filter((path) => existsSync(join(path, 'region.yaml'))) : [];

/** At the start of a server: loads what is not there yet, and goes on with what a killed load left. */
export async function loadWhatIsMissing(ctx: Ctx, folder: string): Promise<void> {
  const known = new Set((await listRegions(ctx.db)).map((region) => region.code));
  for (const path of packsIn(folder)) {
    const { code } = checkPack(path);
    const open = code ? await forRegionRead(ctx.db, code, unfinishedLoads) : [];
    if (known.has(code) && open.length === 0) continue;
    ctx.progress(open.length > 0 ? `${code}: an earlier load did not finish` : `${code}: loading ${path}`);
    await loadPack(ctx, path);
  }
}
