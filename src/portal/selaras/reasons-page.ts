import { alignmentPage, reasonsPage as address } from '../addresses.ts';
import { frontPlan } from '../lookups.ts';
import { neighbours, pageOf } from '../paging.ts';
import { perModel, toldIn } from '../per-model.ts';
import { ofPlan, type Telling } from '../telling.ts';
import { alignmentOf } from './alignment-input.ts';
import { inSyncWords } from './in-sync-words.ts';
import { type ReasonGroup, reasonsOf } from './selaras-reasons.ts';

export interface ReasonsPage {
  title: string;
  lead: string;
  back: string;
  groups: ReasonGroup[];
  pages: { page: number; of: number; before: string | null; after: string | null };
}

/** Reasons on one page, and on the page of missions and pillars. */
const most = 200;

const kept = perModel<ReasonGroup[]>();
const groupsOf = (tell: Telling): ReasonGroup[] => {
  const plan = frontPlan(tell.model);
  return plan ? kept(tell.model, toldIn(tell), () => reasonsOf(tell, plan, alignmentOf(tell.model, plan))) : [];
};
const countOf = (groups: ReasonGroup[]): number => groups.reduce((sum, group) => sum + group.items.reduce((own, item) => own + item.reasons.length, 0), 0);

/** The reasons as they stand below missions and pillars; where they are too many for that, the page that lists them. */
export function reasonsBelow(tell: Telling): { reasons: ReasonGroup[]; reasonsHref: string | null } {
  const groups = groupsOf(tell);
  return countOf(groups) > most ? { reasons: [], reasonsHref: ofPlan(tell, address(tell.base)) } : { reasons: groups, reasonsHref: null };
}

/** Why each thing is linked to a promise and to a pillar, some hundred reasons a page. A page after the last throws `page.unknown` (404). */
export function reasonsPage(tell: Telling, page: number): ReasonsPage {
  const say = inSyncWords(tell.lang);
  const rows = groupsOf(tell).flatMap((group) => group.items.flatMap((item) => item.reasons.map((reason) => ({ group, item, reason }))));
  const paged = pageOf(rows, page, most);
  const groups = [...Map.groupBy(paged.rows, (row) => row.group)].map(([group, own]) => ({ ...group, items: [...Map.groupBy(own, (row) => row.item)].map(([item, some]) => ({ ...item, reasons: some.map((row) => row.reason) })) }));
  return { title: say('reasons.title'), lead: say('reasons.lead'), back: ofPlan(tell, alignmentPage(tell.base)), groups, pages: { page: paged.page, of: paged.of, ...neighbours(address(tell.base), tell.plan === null ? {} : { rencana: tell.plan }, paged) } };
}
