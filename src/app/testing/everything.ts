import { listCells } from '#indicators/index.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { readScores } from '#scores/index.ts';

/** All that pages are drawn from in both views, without the numbers that only tell one write from another. */
export async function everything(tx: RegionTx): Promise<unknown> {
  const told: Record<string, unknown> = {};
  for (const view of ['current', 'published'] as const) {
    const cells = await listCells(tx, view);
    const scores = await readScores(tx, view);
    const plain = (rows: object[]): string[] => rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'batch' && key !== 'views').sort(([a], [b]) => (a < b ? -1 : 1))))).sort();
    told[view] = { cells: plain(cells), ...Object.fromEntries((['achievements', 'standings', 'nodeScores', 'nodeStates'] as const).map((kind) => [kind, plain(scores?.[kind] ?? [])])) };
  }
  return told;
}
