import { reads } from '#portal/index.ts';
import type { ApiContext } from './context.ts';
import { type Found, type Page, pageOf } from './keyset.ts';
import type { Filters } from './resources.ts';

const keys = { nodes: ['frozenCode', 'tree', 'treeCode', 'nodeCode', 'period'], indicators: ['frozenCode', 'indicatorCode', 'areaCode'] };

/** What frozen days hold; of one of them, or of all. */
export async function frozenRows(context: ApiContext, what: 'nodes' | 'indicators', { frozen, tree, indicator }: Filters, page: Page): Promise<Found> {
  const days = (await context.model()).frozen.filter((day) => frozen === undefined || day.code === frozen);
  const found = await Promise.all(days.map(async (day) => (await context.read((tx) => reads.frozen(tx, day.code)))[what]));
  const rows = found.flat() as unknown as Record<string, unknown>[];
  return pageOf(rows.filter((row) => (tree === undefined || row.tree === tree) && (indicator === undefined || row.indicatorCode === indicator)), keys[what], page);
}
