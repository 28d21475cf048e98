import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { authoring, type Operation, versionReads } from '#plan/index.ts';
import { regionOf } from './testing/region-of.ts';
import { writeSample } from './testing/sample-pack.ts';

const region = '99.77';
const key = { planCode: 'rpjmd', planVersion: 3 };
const one = regionOf(region, writeSample);
const { ctx, write, read } = one;
const took: Record<string, number> = {};
async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const found = await work();
  took[name] = Math.min(took[name] ?? Infinity, Math.round(performance.now() - start));
  return found;
}

/** Twenty below each, four deep and more: 20,000 missions, as far as the levels of the sample matter. */
beforeAll(async () => {
  await one.db.pool.query(`update plan.plan set levels = '[{"code":"vision","name":{"id":"V","en":"V"},"plural":{"id":"V","en":"V"}},{"code":"mission","name":{"id":"M","en":"M"},"plural":{"id":"M","en":"M"},"component":true},{"code":"goal","name":{"id":"G","en":"G"},"plural":{"id":"G","en":"G"},"component":true},{"code":"objective","name":{"id":"O","en":"O"},"plural":{"id":"O","en":"O"},"component":true},{"code":"programme","name":{"id":"P","en":"P"},"plural":{"id":"P","en":"P"},"component":true},{"code":"activity","name":{"id":"A","en":"A"},"plural":{"id":"A","en":"A"},"component":true}]'`);
  await write((tx) => sql`insert into plan.node (region_code, plan_code, plan_version, code, parent_code, position, level, text_id, text_en, basis)
    select ${region}, 'rpjmd', 1, 'x' || n, case when n <= 20 then 'v' else 'x' || ((n - 1) / 20) end, n, case when n <= 20 then 'goal' when n <= 420 then 'objective' when n <= 8420 then 'programme' else 'activity' end, 'teks ' || n, 'text ' || n, 'document' from generate_series(1, 20000) n`.execute(tx));
}, 60_000);

it('a plan of 20,000 nodes: a page and an operation read what they show and name, and no more', async () => {
  await timed('amend', () => authoring.amend(ctx(), write, 'rpjmd'));
  const pages = async (): Promise<number> => timed('page', () => read(async (tx) => {
    const plan = await versionReads.version(tx, key);
    const path = await versionReads.path(tx, key, 'x421');
    const rows = await versionReads.below(tx, key, 'x421', 0, 51);
    await versionReads.last(tx, { planCode: plan.code, planVersion: plan.version });
    return path.nodes.size + rows.length;
  }));
  for (let n = 0; n < 5; n += 1) expect(await pages()).toBe(4 + 20); // the node, all above it, and the twenty below
  const edit = (operation: Operation) => timed(operation.kind, () => write(async (tx) => authoring.edit(ctx(), tx, { ...key, seen: (await versionReads.version(tx, key)).draft?.revision ?? 0, operation })));
  const texts = { textId: 'a', textEn: 'b', shortId: null, shortEn: null, noteId: null, noteEn: null };
  for (let n = 0; n < 3; n += 1) {
    await edit({ kind: 'move', node: 'x421', parent: 'x21', at: n + 1 });
    await edit({ kind: 'text', node: `x${500 + n}`, basis: 'document', servesCode: null, ...texts });
    await edit({ kind: 'add', parent: 'x421', code: `new${n}`, level: 'activity', basis: 'document', ...texts });
    await edit({ kind: 'remove', node: `x${900 + n}` });
  }
  await timed('undo', () => write(async (tx) => authoring.undo(ctx(), tx, { ...key, seen: 12 })));
  const [before, after] = [(await timed('tree', () => versionReads.tree(read, { ...key, planVersion: 1 }))).tree, (await versionReads.tree(read, key)).tree];
  expect(before.nodes.size).toBe(20_003);
  expect(after.nodes.size).toBe(20_003 + 3 - 2 * 21);
  if (process.env.SERASAN_TIMES) process.stdout.write(`${JSON.stringify(took)}\n`);
}, 120_000);
