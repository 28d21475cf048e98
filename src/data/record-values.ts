import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { valueKey } from './data.ts';
import { addValues, type NewValue, openEffective } from './values.store.ts';

/**
 * Records values that a person or a program gives, as one entry; nothing is overwritten, and `current` shows them at once.
 * Audited and settled in the same transaction. Returns the entry's revision.
 */
export async function recordValues(ctx: Ctx, tx: RegionTx, given: { kind: 'form' | 'api' | 'import'; values: NewValue[]; reason?: string }): Promise<number> {
  const at = ctx.clock();
  const id = newId();
  const revision = await openEffective(tx, { id, kind: given.kind, actor: ctx.actor, at, reason: given.reason ?? null, accountId: ctx.who?.accountId ?? null });
  await addValues(tx, id, given.values);
  const told = given.values.map((value) => ({ at, actor: ctx.actor, who: ctx.who, action: 'record', subject: `data.value ${valueKey(value)}`, after: { ...value, revision }, reason: given.reason }));
  await audit(tx, told);
  const places = given.values.map(({ elementCode, areaCode, period }) => ({ element: elementCode, area: areaCode, period }));
  await ctx.settle(tx, { all: false, elements: [...new Set(places.map(({ element }) => element))], indicators: [], places });
  return revision;
}
