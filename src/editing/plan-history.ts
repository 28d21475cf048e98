import type { Lang } from '#kernel/i18n.ts';
import type { PlanOperation, PlanVersion } from '#plan/index.ts';
import { type OutlineGiven, type ToldOperation, toldOperation } from './plan-outline.ts';
import { fieldsBetween, type Telling, type ToldField, wholesBetween } from './plan-told.ts';
import { planWords } from './plan-words.ts';

export interface PlanHistory {
  title: string;
  back: { text: string; href: string };
  rows: (ToldOperation & { changes: { code: string; fields: ToldField[] }[]; more: string | null })[];
  next: string | null;
}

/** So many nodes of an operation are told; the rest is counted. */
const mostTold = 6;
type Change = PlanOperation['changes'][number];

/** Operations of a version, newest first, each with what it made of the nodes. */
export function planHistory({ lang, plan, operations, address, more, by }: { lang: Lang; plan: PlanVersion; operations: PlanOperation[]; address: string; more: boolean; by: OutlineGiven['by'] }): PlanHistory {
  const say = planWords(lang);
  const oldest = operations.at(-1)?.revision;
  const planName = `${lang === 'id' ? plan.shortNameId : plan.shortNameEn}, ${say('version', { n: plan.version })}`;
  return {
    title: `${say('history')}: ${planName}`, back: { text: planName, href: `${address}?versi=${plan.version}` },
    rows: operations.map((one) => {
      const changed = wholeChanges(one);
      return { ...toldOperation(lang, one, by), changes: changed.slice(0, mostTold).map((change) => ({ code: change.code, fields: fieldsOfChange({ lang, levels: plan.levels }, change) })), more: changed.length > mostTold ? say('and.more', { n: changed.length - mostTold }) : null };
    }),
    next: more && oldest !== undefined ? `${address}/riwayat?versi=${plan.version}&sebelum=${oldest}` : null,
  };
}

/** Each node as it was before the operation and after it, those first that the operation names. */
function wholeChanges({ changes, nodeCodes }: PlanOperation): Change[] {
  const whole = new Map<string, Change>();
  for (const { code, before, after } of changes) whole.set(code, { code, before: whole.get(code) ? (whole.get(code)?.before ?? null) : before, after });
  const place = new Map(nodeCodes.map((code, n) => [code, n]));
  return [...whole.values()].sort((a, b) => (place.get(a.code) ?? 0) - (place.get(b.code) ?? 0));
}

function fieldsOfChange(telling: Telling, { before, after }: Change): ToldField[] {
  const say = planWords(telling.lang);
  const place = (one: Change['before']): string => (one ? say('history.place', { parent: one.parentCode ?? say('history.top'), at: one.at + 1 }) : '');
  const text = (one: Change['before']): string => (one ? (telling.lang === 'id' ? one.textId : one.textEn) : '');
  const moved = place(before) === place(after) ? [] : [{ field: say('history.where'), lines: [wholesBetween(place(before), place(after))] }];
  const came = before && after ? [] : [{ field: say('history.text'), lines: [wholesBetween(text(before), text(after))] }];
  return [...moved, ...came, ...fieldsBetween(telling, before, after)];
}
