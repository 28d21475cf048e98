import { newContext } from '#app/context.ts';
import { consequenceOf } from '#app/plan-consequence.ts';
import { readConfig } from '#kernel/config.ts';
import type { Work } from '#kernel/context.ts';
import { openDatabase } from '#kernel/database.ts';
import { forRegion, forRegionRead } from '#kernel/regions.ts';
import { authoring, versionReads } from '#plan/index.ts';

export const heldSteps = ['amend', 'consequence', 'propose', 'adopt', 'read whole'] as const;
/** The longest transaction of each step, and how long all of it took, in milliseconds. */
export type Held = Record<(typeof heldSteps)[number], { longest: number; whole: number }>;

/** How long writing a new version of a plan, and telling what a change of it would do, holds the embedded database at once. */
export async function held(folder: string, region: string, planCode: string): Promise<Held> {
  const db = await openDatabase(readConfig({ SERASAN_DATA: folder }), () => undefined, 'command');
  const ctx = newContext(db, 'post:bench', () => undefined);
  let longest = 0;
  const timed = (run: typeof forRegion): Work => async (work) => {
    const began = performance.now();
    try {
      return await run(db, region, work);
    } finally {
      longest = Math.max(longest, performance.now() - began);
    }
  };
  const [read, write] = [timed(forRegionRead), timed(forRegion)];
  const found: Partial<Held> = {};
  const step = async <T>(name: keyof Held, work: () => Promise<T>): Promise<T> => {
    longest = 0;
    const began = performance.now();
    const made = await work();
    found[name] = { longest, whole: performance.now() - began };
    return made;
  };
  try {
    const key = await step('amend', () => authoring.amend(ctx, write, planCode));
    const seen = (await read((tx) => versionReads.version(tx, key))).draft?.revision ?? 0;
    const [node] = await read((tx) => versionReads.below(tx, key, null, 0, 1));
    await step('consequence', () => consequenceOf({ read, write }, { ...key, seen, operation: { kind: 'add', parent: node?.code ?? null, code: 'BENCH', level: 'mission', basis: 'document', textId: 'Baru', textEn: 'New', shortId: null, shortEn: null, noteId: null, noteEn: null } }));
    await step('propose', () => authoring.propose(ctx, { read, write }, { ...key, seen }));
    await step('adopt', () => authoring.adopt(ctx, { read, write }, { ...key, legal: { number: 'Perda 1/2026', day: '2026-11-28', file: null } }));
    await step('read whole', () => versionReads.tree(read, key));
    return found as Held;
  } finally {
    await db.close();
  }
}
