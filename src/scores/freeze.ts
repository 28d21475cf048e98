import { type DataValue, valuesInView } from '#data/index.ts';
import type { Cell, Indicator, Target } from '#indicators/index.ts';
import { listTargets } from '#indicators/index.ts';
import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { comparePeriods } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { Known } from './score-region.ts';
import { knownOf, renewSnapshot } from './prepare-scores.ts';
import { type AchievementOf, findFrozen, findSnapshot, type FrozenIndicator, type FrozenNode, listAchievements, listNodeScores, type NodeScore, putFrozen } from './scores.store.ts';

export interface NewFrozen {
  code: string;
  /** The day whose scores these are, `2026-06-30`. */
  frozenOn: string;
  name: { id: string; en: string };
}

/**
 * Keeps the published scores as they stand now, under a code and a day, for ever: a later correction changes what is shown today, not this.
 * Throws `frozen.exists` (409). Audited; the caller's transaction.
 */
export async function freezeScores(ctx: Ctx, tx: RegionTx, given: NewFrozen): Promise<{ nodes: number; indicators: number }> {
  if (await findFrozen(tx, given.code)) throw new Fault('frozen.exists', 409, { given: given.code, expected: 'a code that no frozen snapshot has yet' });
  const snapshot = await findSnapshot(tx, 'published');
  if (!snapshot) throw new Fault('region.not_computed', 404, { given: tx.region, expected: 'a region with a published snapshot' });
  const known = await knownOf(tx, 'published');
  const values = await valuesInView(tx, 'published', { areas: [tx.region] });
  const rows = frozenRows({ ...known, values, targets: await listTargets(tx, 'published'), nodeScores: await listNodeScores(tx, 'published'), achievements: await listAchievements(tx, 'published') }, given.code);
  await putFrozen(tx, { code: given.code, frozenOn: given.frozenOn, nameId: given.name.id, nameEn: given.name.en, noteId: null, noteEn: null, revision: snapshot.revision }, rows);
  await audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action: 'freeze', subject: `scores.frozen ${given.code}`, after: { ...given, revision: snapshot.revision } }]);
  await renewSnapshot(tx, ctx.clock());
  return { nodes: rows.nodes.length, indicators: rows.indicators.length };
}

export interface FrozenRows {
  nodes: Omit<FrozenNode, 'regionCode'>[];
  indicators: Omit<FrozenIndicator, 'regionCode'>[];
}
type Scored = Known & { values: DataValue[]; targets: Target[]; nodeScores: NodeScore[]; achievements: AchievementOf[] };

/** What a frozen snapshot keeps: every node's score with its parts, every indicator's latest value with its formula, inputs and target. */
export function frozenRows(scored: Scored, code: string): FrozenRows {
  const nodes = scored.nodeScores.map(({ tree, treeCode, nodeCode, period, value, class: level, known, declared, low, high, parts }) =>
    ({ frozenCode: code, tree, treeCode, nodeCode, period, value, class: level, known, declared, low, high, parts }));
  return { nodes, indicators: scored.indicators.flatMap((indicator) => frozenIndicator(scored, indicator, code)) };
}

function frozenIndicator({ region, cells, achievements, targets, frontPlan, values }: Scored, { code: indicatorCode, formula }: Indicator, code: string): FrozenRows['indicators'] {
  const latest = cells.filter((cell) => cell.indicatorCode === indicatorCode && cell.areaCode === region && cell.value !== null).sort((a, b) => comparePeriods(a.period, b.period)).at(-1);
  if (!latest) return [];
  const judged = achievements.filter((one) => one.indicatorCode === indicatorCode && one.areaCode === region && one.met !== null);
  const last = judged.sort((a, b) => comparePeriods(a.period, b.period) || Number(a.planCode === frontPlan) - Number(b.planCode === frontPlan)).at(-1);
  const target = last && targets.find((one) => one.indicatorCode === indicatorCode && one.areaCode === region && one.period === last.period && one.planCode === last.planCode);
  return [{
    frozenCode: code, indicatorCode, areaCode: region, period: latest.period, value: latest.value, seriesCode: latest.seriesCode, quality: latest.quality, origin: latest.origin, formula,
    inputs: inputsOf(latest, values), planCode: last?.planCode ?? null, targetPeriod: last?.period ?? null, target: target ? writtenTarget(target) : null,
    raw: last?.raw ?? null, capped: last?.capped ?? null, class: last?.class ?? null, met: last?.met ?? null,
  }];
}

const inputsOf = (cell: Cell, values: DataValue[]): FrozenIndicator['inputs'] =>
  cell.inputs.map(({ element, series, period, value }) => {
    const found = values.find((one) => one.elementCode === element && one.areaCode === cell.areaCode && one.period === period && one.seriesCode === series);
    return { element, series, period, value, source: found?.sourceCode ?? null };
  });

/** A target as people write it: `<=18`, `76`, `10..20`. */
export const writtenTarget = ({ comparison, value, valueTo }: Pick<Target, 'comparison' | 'value' | 'valueTo'>): string =>
  valueTo === null ? `${comparison === '=' ? '' : comparison}${value}` : `${value}..${valueTo}`;
