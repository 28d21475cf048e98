import { fieldValue } from '#data/ui.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { Funding, PlanNode, PlanOperation, PlanVersion } from '#plan/index.ts';
import { formatNumber } from '#ui/index.ts';
import { toldOperation } from './plan-outline.ts';
import { planWords } from './plan-words.ts';

export interface FundingGiven {
  lang: Lang;
  plan: PlanVersion;
  nodes: (Pick<PlanNode, 'code' | 'textId' | 'textEn' | 'shortId' | 'shortEn'> & { below: number })[];
  /** What stands above them, the root first. */
  path: Pick<PlanNode, 'code'>[];
  funding: Funding[];
  address: string;
  node: string | null;
  next: string | null;
  editable: boolean;
  by: (postId: string | null, actor: string) => string;
  answer: { values: Map<string, string[]>; errors: Record<string, string>; others: PlanOperation[] } | null;
  said: 'saved' | 'same' | null;
}
export interface FundingView {
  title: string;
  crumbs: { text: string; href?: string }[];
  seen: number;
  years: string[];
  rows: { name: string; below: { text: string; href: string } | null; cells: { id: string; label: string; value: string; was: string; error: string | null }[] }[];
  sums: string[];
  editable: boolean;
  next: string | null;
  errors: Record<string, string>;
  others: string[];
  said: string | null;
}

const mostYears = 25;
const asTyped = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount);
/** Rupiah as whole sen, so that a sum is exact. */
const inSen = (amount: string): bigint => BigInt(amount.split('.')[0] ?? '0') * 100n + BigInt((amount.split('.')[1] ?? '').padEnd(2, '0').slice(0, 2));

export function fundingPage({ lang, plan, nodes, path, funding, address, node, next, editable, by, answer, said }: FundingGiven): FundingView {
  const say = planWords(lang);
  const at = (code: string): string => `${address}/pagu?versi=${plan.version}&simpul=${encodeURIComponent(code)}`;
  const years = Array.from({ length: Math.min(Number(plan.periodTo) - Number(plan.periodFrom) + 1, mostYears) }, (_, n) => String(Number(plan.periodFrom) + n));
  const known = new Map(funding.map((row) => [`${row.nodeCode}~${row.period}`, asTyped(row.amount)]));
  const rows = nodes.map((one) => {
    const name = `${one.code} ${lang === 'id' ? (one.shortId ?? one.textId) : (one.shortEn ?? one.textEn)}`;
    return { name, below: one.below > 0 ? { text: say('below.n', { n: one.below }), href: at(one.code) } : null, cells: years.map((year) => {
      const key = `${one.code}~${year}`;
      const was = known.get(key) ?? '';
      return { id: `amount~${key}`, label: say('fund.label', { name, year }), value: answer?.values.get(`amount~${key}`)?.[0] ?? (editable ? fieldValue(was, lang) : was === '' ? '' : formatNumber(was, { lang })), was: answer?.values.get(`was~${key}`)?.[0] ?? was, error: answer?.errors[`amount~${key}`] ?? null };
    }) };
  });
  const sums = years.map((year) => {
    const amounts = nodes.flatMap(({ code }) => known.get(`${code}~${year}`) ?? []);
    const sum = amounts.reduce((all, one) => all + inSen(one), 0n);
    return amounts.length === 0 ? '–' : formatNumber(`${sum / 100n}${sum % 100n === 0n ? '' : `.${String(sum % 100n).padStart(2, '0')}`}`, { lang });
  });
  return {
    title: `${say('funding')}: ${lang === 'id' ? plan.shortNameId : plan.shortNameEn}, ${say('version', { n: plan.version })}`, crumbs: [{ text: `${lang === 'id' ? plan.shortNameId : plan.shortNameEn}, ${say('version', { n: plan.version })}`, href: `${address}?versi=${plan.version}${node === null ? '' : `&simpul=${encodeURIComponent(node)}`}` }, ...path.map(({ code }) => ({ text: code, href: at(code) })), { text: say('funding') }],
    seen: plan.draft?.revision ?? 0, years, rows, sums, editable, next, errors: answer?.errors ?? {}, others: (answer?.others ?? []).map((one) => toldOperation(lang, one, by)).map((one) => `${one.what}, ${say('by', { by: one.by })}`), said: said ? say(said) : null,
  };
}
