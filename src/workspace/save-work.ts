import { cycles } from '#data/index.ts';
import { type CycleItem, readItemKey } from '#data/ui.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { cleaned } from '#kernel/query.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { Post } from '#people/index.ts';
import { getRegion } from '#places/index.ts';
import type { Right } from './check-entry.ts';
import { readNames } from './names.ts';
import { permissionFor } from './read-work.ts';
import { isOwnHand, postFor } from './scope.ts';

type Taken = Awaited<ReturnType<typeof cycles.enter>>;
interface Doer {
  posts: Post[];
  today: string;
  /** The context of a use case for the post that permits it. */
  ctx(post: Post): Ctx;
}

/** Records entries of one person, all or nothing, for the one post that may enter them all; in a region that does not exist they say that they are simulated. */
export async function saveEntries(tx: RegionTx, { posts, today, ctx }: Doer, entries: (Right & { key: string; seen: number | null })[], submit: boolean): Promise<Taken> {
  const names = await readNames(tx);
  const { fictional } = await getRegion(tx);
  const values = entries.map((entry) => ({ ...keyOf(entry.key), seen: entry.seen, value: entry.value, applicable: entry.applicable, quality: entry.quality, note: entry.note }));
  const post = await doer(tx, posts, 'enter', values);
  const permit = (items: CycleItem[]): void => void postFor([post], permissionFor.enter, items, names);
  return cycles.enter(ctx(post), tx, { today, permit, values, submit, origin: fictional ? 'simulated' : 'reported' });
}

/** Takes one step with some items, all or nothing. Throws `step.own_hand` (403) where who verifies has entered or approved the value: two persons at least see each. */
export async function saveSteps(tx: RegionTx, { posts, today, ctx }: Doer, action: 'approve' | 'verify' | 'publish' | 'return', given: { key: string; seen: number | null }[], reason: string): Promise<Taken> {
  const names = await readNames(tx);
  const items = given.map(({ key, seen }) => ({ ...keyOf(key), seen }));
  const post = await doer(tx, posts, action, items);
  if (action === 'verify') await otherHands(tx, posts, items);
  const permit = (all: CycleItem[]): void => void postFor([post], permissionFor[action], all, names);
  const why = cleaned(reason).slice(0, 500);
  return cycles.take(ctx(post), tx, { today, permit, action, items, reason: why === '' ? null : why });
}

function keyOf(given: string) {
  const key = readItemKey(given);
  if (!key) throw new Fault('item.unknown', 404, { given: given.slice(0, 100), expected: 'an item of a cycle' });
  return key;
}

async function otherHands(tx: RegionTx, posts: Post[], keys: ReturnType<typeof keyOf>[]): Promise<void> {
  const hands = await cycles.hands(tx, await cycles.itemsAt(tx, keys));
  const own = [...hands].find(([, actors]) => isOwnHand(posts, actors));
  if (own) throw new Fault('step.own_hand', 403, { given: own[0], expected: 'somebody other than who entered or approved it' });
}

/** The post for which this is done. */
async function doer(tx: RegionTx, posts: Post[], action: keyof typeof permissionFor, keys: ReturnType<typeof keyOf>[]): Promise<Post> {
  const items = await cycles.itemsAt(tx, keys);
  return postFor(posts, permissionFor[action], items, await readNames(tx));
}
