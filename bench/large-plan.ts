import type { PackRow, PackValue } from '#kernel/pack-file.ts';
import { makeContoh, seed } from '../scripts/contoh/make.ts';

const levels = ['vision', 'mission', 'goal', 'objective', 'programme', 'activity', 'sub-activity'];

/** The example with one more plan of leaders, a tree that widens by five from level to level and then grows at its foot; initiatives are linked all over it. */
export function largePlan(nodes: number, links: number): ReturnType<typeof makeContoh> {
  const tables = makeContoh(seed);
  const rows = (table: string): PackRow[] => tables.get(table) ?? [];
  const like = (table: string, fits: (data: PackRow['data']) => boolean): PackRow['data'] => rows(table).find((one) => fits(one.data))?.data ?? {};
  const add = (table: string, data: Record<string, PackValue>[]): void => {
    tables.set(table, [...rows(table), ...data.map((one, n) => ({ file: '', line: n + 1, data: one }))]);
  };
  const front = like('plan.plan', (data) => data.kind === 'rpjmd');
  add('plan.plan', [{ ...front, code: 'besar' }]);
  const node = like('plan.node', (data) => data.level === 'activity');
  const depths = [0];
  const tree = Array.from({ length: nodes }, (_, n) => {
    const parent = n === 0 ? null : Math.floor((n - 1) / 5);
    const depth = parent === null ? 0 : Math.min((depths[parent] ?? 0) + 1, levels.length - 1);
    depths[n] = depth;
    return { ...node, plan_code: 'besar', plan_version: 1, code: `N${n}`, parent_code: parent === null ? null : `N${parent}`, level: levels[depth] ?? 'activity', text: { id: `Simpul ${n}`, en: `Node ${n}` }, short: null, weight: null, serves_code: null, position: n };
  });
  add('plan.node', tree);
  const works = rows('masterplan.initiative').map((one) => String(one.data.code));
  const link = like('plan.link', (data) => data.kind === 'initiative');
  add('plan.link', Array.from({ length: links }, (_, n) => ({ ...link, code: works[n % works.length] ?? '', plan_code: 'besar', plan_version: 1, node_code: `N${1 + ((n * 7) % (nodes - 1))}`, role: 'primary', weight: null })));
  for (const one of rows('places.region')) one.data = { ...one.data, front_plan: 'besar' };
  return tables;
}
