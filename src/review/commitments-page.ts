import type { Lang } from '#kernel/i18n.ts';
import type { drafts } from '#masterplan/index.ts';
import { committed } from './papers/paper-data.ts';
import type { Opened } from './told.ts';
import { reviewWords } from './words.ts';

export interface CommitmentsPage {
  draft: { name: string; href: string };
  said: string | null;
  errors: Record<string, string>;
  agencies: { code: string; name: string; count: string; sheetHref: string; scans: { href: string; text: string }[]; mayKeep: boolean }[];
}

interface Given {
  lang: Lang;
  opened: Opened;
  kept: Awaited<ReturnType<typeof drafts.commitments>>;
  href(path: string): string;
  timeOf(at: Date): string;
  mayKeep(agencyCode: string): boolean;
  said: string | null;
  errors: Record<string, string>;
}

/** A sheet for each agency that the draft gives work to, and the signed ones that were kept. */
export function commitmentsPage({ lang, opened, kept, href, timeOf, mayKeep, said, errors }: Given): CommitmentsPage {
  const address = href(`/kerja/tinjauan/${opened.draft.id}`);
  return {
    draft: { name: opened.draft.name, href: address }, said, errors,
    agencies: committed({ lang, opened }).map(({ code, name, initiatives }) => ({
      code, name, count: reviewWords(lang)('commitment.rows', { n: initiatives }), sheetHref: `${address}/berkas/komitmen-${encodeURIComponent(code)}.pdf`, mayKeep: mayKeep(code),
      scans: kept.filter((one) => one.agencyCode === code).map((one, n) => ({ href: href(`/kerja/berkas/${one.file}`), text: reviewWords(lang)('commitment.kept', { n: n + 1, agency: name, at: timeOf(one.keptAt) }) })),
    })),
  };
}
