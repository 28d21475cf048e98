import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { upkeep } from '#kernel/upkeep.ts';
import { listRegions } from '#places/index.ts';
import { codeOf } from './check-pack.ts';
import { loadPack } from './load-pack.ts';
import { failLoads, regionsLoading, unfinishedLoads } from './loads.store.ts';
import { tellFault } from './tell-fault.ts';

const isPack = (folder: string): boolean => existsSync(join(folder, 'region.yaml'));

/** Packs that stand in a folder, by the name of their own folder. */
const packsIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort().map((name) => join(folder, name)).filter(isPack) : []);

/** At the start of a server: goes on with what a killed load left, then loads the packs of `folder` whose region is not there yet. */
export async function loadWhatIsMissing(ctx: Ctx, folder: string): Promise<void> {
  const known = new Set((await listRegions(ctx.db)).map((region) => region.code));
  const packs = packsIn(folder).map((path) => ({ path: resolve(path), code: codeOf(path) }));
  const done = new Set<string>();
  for (const code of await regionsLoading(ctx.db)) {
    for (const open of await forRegionRead(ctx.db, code, unfinishedLoads)) {
      done.add(code);
      ctx.progress(`${code}: an earlier load of ${open.folder} did not finish`);
      if (isPack(open.folder)) await tryLoad(ctx, open.folder, code);
      else ctx.progress(`${code}: ${open.folder} is no longer there; what it had kept stays out of sight, load a pack of the region again`);
    }
  }
  for (const { path, code } of packs) {
    if (code !== null && (known.has(code) || done.has(code))) continue;
    ctx.progress(`${code ?? 'a new region'}: loading ${path}`);
    await tryLoad(ctx, path, code);
    if (code !== null) done.add(code);
  }
}

/** A pack that cannot be loaded, for whatever reason, is told and left out; the regions that are there are served all the same. */
async function tryLoad(ctx: Ctx, folder: string, code: string | null): Promise<void> {
  try {
    await loadPack(ctx, folder);
    await upkeep(ctx.db);
  } catch (error) {
    if (error instanceof Fault && error.code === 'pack.refused') {
      const count = (error.params.problems as unknown[]).length;
      ctx.progress(`${folder} is refused, ${count} ${count === 1 ? 'problem' : 'problems'}; see: npm run -s serasan -- check ${folder}`);
    } else {
      ctx.progress(`${folder} could not be loaded, and the region is as it was: ${tellFault(error)}`);
      if (code !== null) await forRegion(ctx.db, code, (tx) => failLoads(tx, ctx.clock()));
    }
  }
}
