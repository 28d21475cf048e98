import type { Lang } from '#kernel/i18n.ts';
import type { versionReads } from '#plan/index.ts';
import { legalOf } from './plan-difference.ts';
import { planWords } from './plan-words.ts';

export interface GoneView {
  title: string;
  back: { text: string; href: string };
  text: string;
  told: string;
  into: { text: string; href: string } | null;
  difference: string;
}

/** What stands at the address of a node that a newer version has no more. */
export function goneNode(lang: Lang, gone: NonNullable<Awaited<ReturnType<typeof versionReads.gone>>>, address: string): GoneView {
  const say = planWords(lang);
  const { had, without, into, code } = gone;
  const text = (one: { textId: string; textEn: string }): string => (lang === 'id' ? one.textId : one.textEn);
  const legal = legalOf(lang, without);
  return {
    title: say('gone.title', { code }), back: { text: lang === 'id' ? without.shortNameId : without.shortNameEn, href: address }, text: text(gone),
    told: [say(into ? 'gone.merged' : 'gone.removed', { n: without.version }), ...(legal === null ? [] : [say('diff.legal', { legal })])].join(' '),
    into: into ? { text: `${into.code}: ${text(into)}`, href: `${address}/${encodeURIComponent(into.code)}` } : null,
    difference: `${address}/perubahan?dari=${had.version}&ke=${without.version}#d-${encodeURIComponent(code)}`,
  };
}
