import type { Lang } from '#kernel/i18n.ts';
import type { versionReads } from '#plan/index.ts';
import { formatNumber, formatPeriod } from '#ui/index.ts';
import { type PlanKey, planWords } from './plan-words.ts';

type Remarks = Awaited<ReturnType<typeof versionReads.remarks>>;
type Remark = Remarks['open'][number];

export interface RemarkView {
  id: string;
  /** What it speaks of, with the way there while the version has it; the page says when it has it no more. */
  about: { text: string; href: string | null; gone: boolean };
  text: string;
  /** Who is to answer it, until when. */
  asks: string | null;
  by: string;
  at: Date;
  closed: { words: string; at: Date } | null;
}
export interface RemarksView {
  open: RemarkView[];
  closed: RemarkView[];
  /** Where not all that are closed are shown. */
  newest: string | null;
}
export interface RemarksGiven {
  lang: Lang;
  remarks: Remarks;
  /** Agencies by their codes. */
  agencies: Map<string, string>;
  by: (postId: string | null, actor: string) => string;
  hrefOf: (node: string) => string;
}

export function remarksView(given: RemarksGiven): RemarksView {
  const { remarks: { open, closed, closedCount }, lang } = given;
  const number = (n: number): string => formatNumber(n, { lang });
  return {
    open: open.map((one) => remarkView(given, one)), closed: closed.map((one) => remarkView(given, one)),
    newest: closedCount > closed.length ? planWords(lang)('remarks.newest', { shown: number(closed.length), n: number(closedCount) }) : null,
  };
}

function remarkView({ lang, agencies, by, hrefOf }: RemarksGiven, one: Remark): RemarkView {
  const say = planWords(lang);
  const asks = [...(one.ownerAgency === null ? [] : [say('remark.owner.is', { owner: agencies.get(one.ownerAgency) ?? one.ownerAgency })]), ...(one.dueOn === null ? [] : [say('remark.due', { day: formatPeriod(one.dueOn, lang) })])];
  return {
    id: one.id, about: aboutOf(lang, one, hrefOf), text: one.text, asks: asks.length === 0 ? null : asks.join(', '), by: by(one.postId, '–'), at: new Date(one.at),
    closed: one.closedAt === null ? null : { words: say('remark.closed.by', { by: by(one.closedBy, '–'), decided: say(`was.${one.decided}` as PlanKey) }), at: new Date(one.closedAt) },
  };
}

function aboutOf(lang: Lang, { nodeCode, node }: Remark, hrefOf: RemarksGiven['hrefOf']): RemarkView['about'] {
  const say = planWords(lang);
  if (nodeCode === null) return { text: say('remark.whole'), href: null, gone: false };
  if (!node) return { text: say('remark.gone', { code: nodeCode }), href: null, gone: true };
  return { text: `${nodeCode} ${lang === 'id' ? (node.shortId ?? node.textId) : (node.shortEn ?? node.textEn)}`, href: hrefOf(nodeCode), gone: false };
}
