import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { keepVersion } from '#kernel/definition-versions.ts';
import { Fault } from '#kernel/faults.ts';
import { isPeriod } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { scoreStage } from '#scores/index.ts';
import { inSyncOf } from './lint-region.ts';
import { lintRules, type LintRule } from './lint-rules.ts';
import type { About } from './lint.ts';
import { findLintException, putLintException, removeLintException } from './lint.store.ts';

export interface FindingKey {
  rule: LintRule;
  about: About;
}
const kinds: readonly string[] = ['node', 'indicator', 'initiative', 'pillar', 'masterplan', 'plan', 'region'] satisfies About['kind'][];
/** An exception is looked at again: it stands for this many years at most. */
const mostYears = 5;

/** `rule~kind~code`: how a form names a finding. Throws `query.invalid` (400). */
export function readFindingKey(given: string): FindingKey {
  const [rule = '', kind = '', ...code] = given.split('~');
  if (!Object.hasOwn(lintRules, rule) || !kinds.includes(kind) || code.length === 0) throw new Fault('query.invalid', 400, { given: given.slice(0, 100), expected: 'rule~kind~code of a finding' });
  return { rule: rule as LintRule, about: { kind: kind as About['kind'], code: code.join('~') } };
}
export const findingKey = ({ rule, about }: FindingKey): string => [rule, about.kind, about.code].join('~');

/** Lets a finding stand until a day, with the reason. Throws `exception.reason`, `exception.day` (422), and `exception.no_finding` (409) for what is not found, or let stand already. */
export async function exceptFinding(ctx: Ctx, tx: RegionTx, { today, reason, untilDay, ...key }: FindingKey & { today: string; reason: string; untilDay: string }): Promise<void> {
  if (reason.trim() === '') throw new Fault('exception.reason', 422, { field: 'reason', given: '', expected: 'a reason' });
  const last = `${Number(today.slice(0, 4)) + mostYears}${today.slice(4)}`;
  if (!/^\d{4}-\d\d-\d\d$/.test(untilDay) || !isPeriod(untilDay) || untilDay < today || untilDay > last) throw new Fault('exception.day', 422, { field: 'until', given: untilDay.slice(0, 40), expected: `${today} … ${last}` });
  const { report } = await inSyncOf(tx, today);
  if (!report.findings.some((one) => findingKey(one) === findingKey(key))) throw new Fault('exception.no_finding', 409, { field: '', given: findingKey(key).slice(0, 100), expected: 'a finding of today' });
  await write(ctx, tx, key, { reason: reason.trim().slice(0, 1_000), untilDay });
}

/** Ends an exception before its day. Throws `exception.none` (409) where there is none. */
export async function endException(ctx: Ctx, tx: RegionTx, key: FindingKey): Promise<void> {
  await write(ctx, tx, key, null);
}

async function write(ctx: Ctx, tx: RegionTx, { rule, about }: FindingKey, after: { reason: string; untilDay: string } | null): Promise<void> {
  const row = { rule, aboutKind: about.kind, aboutCode: about.code };
  const before = (await findLintException(tx, row)) ?? null;
  if (!after && !before) throw new Fault('exception.none', 409, { field: '', given: about.code.slice(0, 100), expected: 'an exception' });
  if (after) await putLintException(tx, { ...row, ...after });
  else await removeLintException(tx, row);
  const [at, key] = [ctx.clock(), [rule, about.kind, about.code].join(' / ')];
  await keepVersion(tx, { subject: 'alignment.lint_exception', key, before, after, at, actor: ctx.actor, postId: ctx.who?.postId ?? null, reason: after?.reason ?? null });
  await audit(tx, [{ at, actor: ctx.actor, who: ctx.who, action: after ? (before ? 'change' : 'add') : 'remove', subject: `alignment.lint_exception ${key}`, before, after, reason: after?.reason }]);
  await scoreStage.renew(tx, at); // pages tell it
}

/** Findings that somebody lets stand until a day. */
export const exceptions = { put: exceptFinding, end: endException, read: readFindingKey, keyOf: findingKey };
