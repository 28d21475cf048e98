import { cycles } from '#data/index.ts';
import { type CycleItem, itemKey, readItemKey } from '#data/ui.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { cleaned } from '#kernel/query.ts';
import { inTransaction, type RegionTx } from '#kernel/regions.ts';
import type { Post } from '#people/index.ts';
import { getRegion } from '#places/index.ts';
import type { Right } from './check-entry.ts';
import { type Names, readNames } from './names.ts';
import { permissionFor } from './read-work.ts';
import { isOwnHand, mayDo, postFor } from './scope.ts';

type Taken = Awaited<ReturnType<typeof cycles.enter>>;
interface Doer {
  posts: Post[];
  today: string;
  /** The context of a use case for the post that permits it. */
  ctx(post: Post): Ctx;
}

/** Records entries of one person, all or nothing, each for the post that may enter it; in a region that does not exist they say that they are simulated. */
export async function saveEntries(tx: RegionTx, { posts, today, ctx }: Doer, entries: (Right & { key: string; seen: number | null })[], submit: boolean): Promise<Taken> {
  const names = await readNames(tx);
  const { fictional } = await getRegion(tx);
  const values = entries.map((entry) => ({ ...keyOf(entry.key), seen: entry.seen, value: entry.value, applicable: entry.applicable, quality: entry.quality, note: entry.note }));
  return byPost(tx, posts, 'enter', values, names, (post, own, permit) => cycles.enter(ctx(post), tx, { today, permit, values: own, submit, origin: fictional ? 'simulated' : 'reported' }));
}

/** Takes one step with some items, all or nothing. Throws `step.own_hand` (403) where who verifies has entered or approved the value: two persons at least see each. */
export async function saveSteps(tx: RegionTx, { posts, today, ctx }: Doer, action: 'approve' | 'verify' | 'publish' | 'return', given: { key: string; seen: number | null }[], reason: string): Promise<Taken> {
  const names = await readNames(tx);
  const items = given.map(({ key, seen }) => ({ ...keyOf(key), seen }));
  if (action === 'verify') await otherHands(tx, posts, items);
  const why = cleaned(reason).slice(0, 500);
  return byPost(tx, posts, action, items, names, (post, own, permit) => cycles.take(ctx(post), tx, { today, permit, action, items: own, reason: why === '' ? null : why }));
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

type Key = ReturnType<typeof keyOf>;
type Work<Item> = (post: Post, items: Item[], permit: (all: CycleItem[]) => void) => Promise<Taken>;

/** Does the work for one post that may do it to every item; where none may, for each of the posts with what is its own. All of it, or nothing. */
async function byPost<Item extends Key>(tx: RegionTx, posts: Post[], action: keyof typeof permissionFor, items: Item[], names: Names, work: Work<Item>): Promise<Taken> {
  const known = new Map((await cycles.itemsAt(tx, items)).map((item) => [itemKey(item), item]));
  const all = posts.find((post) => [...known.values()].every((item) => mayDo([post], permissionFor[action], item, names)));
  const groups = Map.groupBy(items, (item) => {
    const one = known.get(itemKey(item));
    return all ?? postFor(posts, permissionFor[action], one ? [one] : [], names);
  });
  let [recorded, revision]: [number, number | null] = [0, null];
  try {
    return await inTransaction(tx, async () => {
      for (const [post, own] of groups) {
        const taken = await work(post, own, (found) => void postFor([post], permissionFor[action], found, names));
        if ('moved' in taken) throw new Moved(taken);
        [recorded, revision] = [recorded + taken.recorded, taken.revision ?? revision];
      }
      return { recorded, revision };
    });
  } catch (error) {
    if (error instanceof Moved) return error.taken;
    throw error;
  }
}

/** What one group has found undoes what the others did. */
class Moved extends Error {
  readonly taken: Taken;

  constructor(taken: Taken) {
    super('moved');
    this.taken = taken;
  }
}
