import type { Lang } from '#kernel/i18n.ts';
import type { PlanOperation, PlanVersion } from '#plan/index.ts';
import { becameOf, type OutlineGiven, type ToldOperation, toldOperation } from './plan-outline.ts';
import { planWords } from './plan-words.ts';

export interface PlanHistory {
  title: string;
  back: { text: string; href: string };
  rows: (ToldOperation & { changes: { before: string; after: string }[] })[];
  next: string | null;
}

/** Operations of a version, newest first, each with what it made of the nodes. */
export function planHistory({ lang, plan, operations, address, more, by }: { lang: Lang; plan: PlanVersion; operations: PlanOperation[]; address: string; more: boolean; by: OutlineGiven['by'] }): PlanHistory {
  const say = planWords(lang);
  const oldest = operations.at(-1)?.revision;
  const turned = ({ changes }: PlanOperation): PlanOperation['changes'] => changes.map(({ code, before, after }) => ({ code, before: after, after: before }));
  return {
    title: `${say('history')}: ${lang === 'id' ? plan.shortNameId : plan.shortNameEn}, ${say('version', { n: plan.version })}`, back: { text: say('title'), href: `${address}?versi=${plan.version}` },
    rows: operations.map((one) => {
      const [before, after] = [becameOf(lang, { changes: turned(one) }), becameOf(lang, one)];
      return { ...toldOperation(lang, one, by), changes: after.map((text, n) => ({ before: before[n] ?? '', after: text })) };
    }),
    next: more && oldest !== undefined ? `${address}/riwayat?versi=${plan.version}&sebelum=${oldest}` : null,
  };
}
