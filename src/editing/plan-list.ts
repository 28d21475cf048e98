import type { Lang } from '#kernel/i18n.ts';
import type { PlanVersion } from '#plan/index.ts';
import { legalOf } from './plan-difference.ts';
import { type PlanKey, planWords } from './plan-words.ts';

export interface PlanListGiven {
  lang: Lang;
  plans: PlanVersion[];
  address: string;
  mayEdit: boolean;
  agencies: { value: string; text: string }[];
  answer: { values: Map<string, string[]>; errors: Record<string, string> } | null;
  /** A draft was just thrown away. */
  thrown?: boolean;
}
export interface PlanListView {
  title: string;
  said: string | null;
  plans: { code: string; name: string; versions: { text: string; status: string; legal: string | null; href: string }[]; amend: string | null }[];
  form: { name: string; label: string; value: string; error: string | null; optional: boolean; choices: { value: string; text: string }[] | null }[] | null;
  errors: Record<string, string>;
}

export const newPlanFields = ['code', 'kind', 'nameId', 'nameEn', 'shortNameId', 'shortNameEn', 'periodFrom', 'periodTo', 'baseline', 'parentCode', 'agencyCode'] as const;
const kinds = ['rpjpd', 'rpjmd', 'renstra', 'rkpd', 'renja'];

export function planList({ lang, plans, address, mayEdit, agencies, answer, thrown = false }: PlanListGiven): PlanListView {
  const say = planWords(lang);
  const byCode = [...Map.groupBy(plans, ({ code }) => code)];
  const choices: Record<string, { value: string; text: string }[]> = {
    kind: kinds.map((kind) => ({ value: kind, text: kind.toUpperCase() })), agencyCode: [{ value: '', text: '–' }, ...agencies],
    parentCode: [{ value: '', text: '–' }, ...byCode.map(([code, [first]]) => ({ value: code, text: (lang === 'id' ? first?.shortNameId : first?.shortNameEn) ?? code }))],
  };
  return {
    title: say('title'), said: thrown ? say('thrown') : null, errors: answer?.errors ?? {},
    plans: byCode.map(([code, versions]) => ({
      code, name: (lang === 'id' ? versions[0]?.nameId : versions[0]?.nameEn) ?? code,
      versions: versions.map((one) => ({ text: say('version', { n: one.version }), status: say(`status.${one.status}` as PlanKey), legal: legalOf(lang, one), href: `${address}/${encodeURIComponent(code)}?versi=${one.version}` })),
      amend: mayEdit && versions.some((one) => one.status === 'adopted') && !versions.some((one) => one.draft !== null && one.status !== 'adopted') ? say('amend.of', { name: (lang === 'id' ? versions[0]?.shortNameId : versions[0]?.shortNameEn) ?? code }) : null,
    })),
    form: mayEdit ? newPlanFields.map((name) => ({ name, label: say(`f.${name}`), value: answer?.values.get(name)?.[0] ?? '', error: answer?.errors[`baru-${name}`] ?? null, optional: name === 'parentCode' || name === 'agencyCode', choices: choices[name] ?? null })) : null,
  };
}
