import { cycles, definitions, imports } from '#data/index.ts';
import { type CycleItem, deadlineOf, type ItemKey } from '#data/ui.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { Lang } from '#kernel/i18n.ts';
import { isId } from '#kernel/ids.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { type Post, permissions } from '#people/index.ts';
import { getRegion } from '#places/index.ts';
import type { ImportFound } from './import-page.ts';
import { readNames } from './names.ts';
import type { Read } from './read-work.ts';
import { agenciesFor, mayDo } from './scope.ts';

interface Asked {
  posts: Post[];
  today: string;
}

/** Rows of the template that are read from the database in one transaction. */
const some = 1_000;

/** What is due of the posts as a file: what is read back, and beside it what people need to know. In pieces, so that a large one keeps nobody waiting. */
export async function templateText(read: Read, { posts, today }: Asked, lang: Lang): Promise<string> {
  const agencies = agenciesFor(posts, 'value.import');
  if (agencies?.length === 0) throw importFault();
  const open = (await read(cycles.list)).filter((cycle) => cycle.state !== 'closed' && cycle.opensOn <= today);
  const names = await read(readNames);
  const pieces = [imports.file.write([imports.file.columns], lang)];
  for (const cycle of open) {
    for (let after: ItemKey | null | undefined; after !== null; ) {
      const { items, next } = await read((tx) => cycles.items(tx, { cycle: cycle.code, agencies, limit: some, after: after ?? undefined }));
      const rows = items.filter((one) => mayDo(posts, 'value.import', one, names)).map((item) => {
        const note = item.state === 'returned' ? '' : (item.noteId ?? '');
        return [
          item.cycleCode, item.elementCode, item.areaCode, item.seriesCode, item.period, imports.file.number(item.value, lang), note,
          names.element(item.elementCode)[lang], names.area(item.areaCode), (names.unit(item.unitCode)?.shown[lang] ?? '').replace('#', '').trim(), names.agency(item.agencyCode), deadlineOf(cycle, 'enter') ?? '',
        ];
      });
      pieces.push(imports.file.write(rows, lang));
      after = next;
    }
  }
  return pieces.join('');
}

const importFault = (): Fault => new Fault('permission.missing', 403, { given: 'value.import', expected: Object.keys(permissions['value.import']).join(', ') });

/** Begins to read a file; the request need not wait for the work, which the import's page tells of. */
export async function startImport(tx: RegionTx, { posts, today, ctx }: Asked & { ctx(post: Post): Ctx }, file: { name: string; bytes: Uint8Array }): Promise<{ id: string; work(): Promise<void> }> {
  const names = await readNames(tx);
  const { fictional } = await getRegion(tx);
  const post = importPost(posts);
  // Of several posts each records what is its own.
  const known = new Map<string, string | null>(); // by agency and area, which are all that a post is bound to
  const by = (item: Pick<CycleItem, 'agencyCode' | 'areaCode'>): string | null => {
    const place = `${item.agencyCode}~${item.areaCode}`;
    const found = known.get(place);
    if (found !== undefined) return found;
    const one = posts.find((held) => mayDo([held], 'value.import', item, names));
    const actor = one ? ctx(one).actor : null;
    known.set(place, actor);
    return actor;
  };
  return imports.start(ctx(post), tx, { file: file.name.replace(/\p{C}/gu, '').slice(0, 120) || 'csv', bytes: file.bytes, today, origin: fictional ? 'simulated' : 'reported', by });
}

const kinds = ['refused', 'unusual', 'changed', 'added', 'file', 'overtaken'] as const;

/** An import with what it found; another account's is as one that is not there, for everybody but the programme office. */
export async function findImport(tx: RegionTx, { posts }: Asked, accountId: string, id: string, now: Date): Promise<ImportFound> {
  if (!isId(id)) throw unknown(id);
  const one = await imports.find(tx, id);
  if (one.accountId !== accountId && !seesAll(posts)) throw unknown(id);
  const lines = Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await imports.lines(tx, id, kind, 300)]))) as ImportFound['lines'];
  const units = new Map((await definitions.elements(tx)).map((element) => [element.code, element.unitCode]));
  return { one, broken: imports.isBroken(one, now), lines, units };
}

const unknown = (id: string): Fault => new Fault('import.unknown', 404, { given: id.slice(0, 60), expected: 'an import of this region' });

/** Who imports for the whole region, and is bound to no part of it. */
const seesAll = (posts: Post[]): boolean => posts.some((post) => agenciesFor([post], 'value.import') === null && post.areaCode === null);

/** Whether a person acts for a post: holds it, or imports for the whole region. */
export const holdsPost = (posts: Post[]) => (actor: string): boolean => seesAll(posts) || posts.some((post) => actor === `post:${post.id}`);

/** The latest imports of the account; of the region for the programme office. */
export async function recentImports(tx: RegionTx, { posts }: Asked, accountId: string, now: Date) {
  const all = await imports.list(tx, seesAll(posts) ? null : accountId, 20);
  return all.map((one) => ({ ...one, broken: imports.isBroken(one, now) }));
}

/** The post for which an import is confirmed or taken back. */
export function importPost(posts: Post[]): Post {
  const post = posts.find((one) => agenciesFor([one], 'value.import')?.length !== 0);
  if (!post) throw importFault();
  return post;
}
