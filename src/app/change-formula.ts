import { formulas } from '#indicators/index.ts';
import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { Text } from '#kernel/i18n.ts';
import { forRegion } from '#kernel/regions.ts';

/**
 * Puts another formula of an indicator in force, as a new version. Its cells and those that stand on them wait for the job, and say so until then. Throws
 * `indicator.unknown` (404), `formula.refused` or `formula.broken_example` (422); then nothing was changed.
 */
export async function changeFormula(ctx: Ctx, region: string, code: string, expression: string): Promise<{ before: string; told: Text }> {
  return forRegion(ctx.db, region, async (tx) => {
    const { indicator, told, broken } = await formulas.try(tx, code, expression);
    if (broken.length > 0) throw new Fault('formula.broken_example', 422, { given: broken.join('; '), expected: 'the result that each worked example of the indicator says' });
    await audit(tx, [{ at: ctx.clock(), actor: ctx.actor, who: ctx.who, action: 'change', subject: `indicators.indicator ${code}`, before: { formula: indicator.formula, version: indicator.version }, after: { formula: expression, version: indicator.version + 1 } }]);
    await ctx.settle(tx, { all: false, elements: [], indicators: [code] });
    return { before: indicator.formula, told };
  });
}
