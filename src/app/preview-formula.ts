import { formulas, listCells } from '#indicators/index.ts';
import type { Ctx, Touched } from '#kernel/context.ts';
import type { Text } from '#kernel/i18n.ts';
import { asIf, forRegionRead, type RegionTx } from '#kernel/regions.ts';
import { readScores } from '#scores/index.ts';
import { settleWhole } from './pipeline.ts';

/** A cell or a score that another formula would change; null is no value, said with its reason where a cell has one. */
export interface Change {
  what: string;
  before: string;
  after: string;
}
export interface Preview {
  before: string;
  told: Text;
  broken: string[];
  cells: Change[];
  scores: Change[];
  /** How many cells there are. */
  of: number;
}

/** What another formula would change in the published view: computed as if it were in force, and undone. */
export async function previewFormula(ctx: Ctx, region: string, code: string, expression: string): Promise<Preview> {
  let tried: Awaited<ReturnType<typeof formulas.try>> | undefined;
  const changed = await previewChange(ctx, region, { all: false, elements: [], indicators: [code] }, async (tx) => {
    tried = await formulas.try(tx, code, expression);
  });
  return { before: tried?.indicator.formula ?? '', told: tried?.told ?? { id: '', en: '' }, broken: tried?.broken ?? [], ...changed };
}

/** What a change of definitions would change in the published view, by what it touches: computed as if it were in force, and undone. */
export async function previewChange(ctx: Ctx, region: string, touched: Touched, change: (tx: RegionTx) => Promise<void>): Promise<Pick<Preview, 'cells' | 'scores' | 'of'>> {
  const before = await forRegionRead(ctx.db, region, shown);
  const after = await asIf(ctx.db, region, async (tx) => {
    await change(tx);
    await settleWhole(tx, touched, ctx.clock());
  }, shown);
  return { cells: changes(before.cells, after.cells), scores: changes(before.scores, after.scores), of: after.cells.size };
}

async function shown(tx: RegionTx): Promise<{ cells: Map<string, string>; scores: Map<string, string> }> {
  const cells = new Map((await listCells(tx, 'published')).map((cell) => [`${cell.indicatorCode} ${cell.areaCode} ${cell.period}`, cell.textValue ?? (cell.value === null ? `none (${cell.reason})` : String(cell.value))]));
  const found = await readScores(tx, 'published');
  const text = (value: number | null): string => (value === null ? 'none' : String(value));
  const scores = new Map([
    ...(found?.achievements ?? []).map((one): [string, string] => [`achievement ${one.indicatorCode} ${one.areaCode} ${one.period}${one.planCode ? ` ${one.planCode}` : ''}`, text(one.capped)]),
    ...(found?.nodeScores ?? []).map((one): [string, string] => [`score ${one.tree} ${one.treeCode} ${one.nodeCode} ${one.period}`, text(one.value)]),
  ]);
  return { cells, scores };
}

function changes(before: Map<string, string>, after: Map<string, string>): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().map((what) => ({ what, before: before.get(what) ?? 'no cell', after: after.get(what) ?? 'no cell' })).filter((one) => one.before !== one.after);
}
