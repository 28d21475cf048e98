import { agencyList as listAddress, agencyPage as address, indicatorPage, initiativePage, nodePage, planPage } from '../addresses.ts';
import { frontPlan } from '../lookups.ts';
import { type MarkView, nodeMark } from '../marks.ts';
import { type MeasureRow, measureRow, weightWords } from '../measure-rows.ts';
import { idOf } from '../plan/plan-words.ts';
import type { Agency, Indicator, Source } from '../region-model.ts';
import { capital, joined, link, type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { counted } from '../standing-sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';
import { unknownCode } from '../unknown-code.ts';
import { agencyWords, type SayAgency } from './agency-words.ts';
import { type Carried, carriedBy, missingOf } from './carried.ts';

export interface AgencyRow {
  code: string;
  name: string;
  href: string;
  about: Part[];
  /** Carries no indicator. */
  bare: boolean;
  /** Carries neither indicator nor initiative: its name says all that is known. */
  empty: boolean;
}
export interface AgencyList {
  title: string;
  headline: Part[];
  rows: AgencyRow[];
}
export interface AgencyPage {
  name: string;
  title: string;
  headline: Part[];
  lead: string;
  note: string | null;
  source: Source | undefined;
  measures: (MeasureRow & { beside: Part[]; note: Part[] })[];
  initiatives: { name: string; href: string; about: Part[] }[];
  serves: { name: string; href: string; plan: string; mark: MarkView }[];
  plans: { name: string; href: string }[];
  missing: Part[][];
}

/** Every agency, with what it carries. */
export function agencyList(tell: Telling): AgencyList {
  const say = agencyWords(tell.lang);
  const all = [...tell.model.agencies.values()].sort((a, b) => a.name.localeCompare(b.name, 'id'));
  const rows = all.map((agency): AgencyRow => {
    const own = carriedBy(tell.model, agency.code);
    const href = address(tell.base, agency.code);
    return { code: agency.code, name: agency.name, href, about: amounts(tell, say, own, href), bare: own.indicators.length === 0, empty: own.indicators.length + own.initiatives.length === 0 };
  });
  const bare = rows.filter((row) => row.bare).length;
  const headline = all.length === 0 ? sentence(say, 'list.none') : sentence(say, bare === 0 ? 'list.headline' : bare === all.length ? 'list.headline.allBare' : 'list.headline.bare', { n: counted(tell, all.length, 'li[data-agency]'), bare: counted(tell, bare, 'li[data-agency="bare"]'), c: bare });
  return { title: plain(capital(headline)), headline: capital(headline), rows };
}

/** "tiga ukuran, dua program" with the rows that prove it, on the agency's own page. */
function amounts(tell: Telling, say: SayAgency, { indicators, initiatives }: Carried, at: string | null): Part[] {
  const part = (kind: 'measures' | 'initiatives', n: number, rows: string): Part[] => (n === 0 ? sentence(say, `no.${kind}`) : sentence(say, kind, { n: counted(tell, n, rows, at), c: n }));
  return joined([part('measures', indicators.length, '[data-measure]'), part('initiatives', initiatives.length, '[data-initiative]')], ', ');
}

/** What an agency carries and what is missing in its hands. Throws `agency.unknown` (404). */
export function agencyPage(tell: Telling, code: string): AgencyPage {
  const agency = tell.model.agencies.get(code);
  if (!agency) throw unknownCode('agency', code, [...tell.model.agencies.keys()], listAddress(tell.base));
  const say = agencyWords(tell.lang);
  const carried = carriedBy(tell.model, code);
  const headline = sentence(say, 'headline', { name: verbatim(agency.name), carries: amounts(tell, say, carried, null) });
  return {
    name: agency.name, title: plain(headline), headline, lead: leadOf(tell, say, carried), note: agency.note && inLang(tell, agency.note), source: tell.model.sources.get(agency.sourceCode ?? ''),
    measures: carried.indicators.map((one) => carriedRow(tell, say, agency, one)), initiatives: carried.initiatives.map((one) => initiativeRow(tell, say, one)),
    serves: carried.serves.map(({ plan, node }) => ({ name: inLang(tell, node.text), href: nodePage(tell.base, plan.code, node.code), plan: inLang(tell, plan.shortName), mark: nodeMark(tell, 'plan', plan.code, node.code) })),
    plans: carried.plans.map((plan) => ({ name: inLang(tell, plan.name), href: `${planPage(tell.base)}#${idOf(plan.code)}` })), missing: missingWords(tell, say, carried),
  };
}

function leadOf(tell: Telling, say: SayAgency, { indicators }: Carried): string {
  if (indicators.length === 0) return say('lead.none', { region: inLang(tell, tell.model.region.name) });
  return say(indicators.some((one) => one.share) ? 'lead.shared' : 'lead.owned');
}

function carriedRow(tell: Telling, say: SayAgency, agency: Agency, { indicator, share }: Carried['indicators'][number]): AgencyPage['measures'][number] {
  const others = (tell.model.shares.get(indicator.code) ?? []).filter((one) => one.agencyCode !== agency.code);
  const beside = share ? weightWords(tell, share.weight, sentence(say, share.role === 'lead' ? 'role.lead' : 'role.contributor')) : sentence(say, 'role.owner');
  const account = share?.account ? [verbatim(inLang(tell, share.account))] : share ? sentence(say, 'account.none') : [];
  const names = others.map((one) => [link(address(tell.base, one.agencyCode), tell.model.agencies.get(one.agencyCode)?.shortName ?? one.agencyCode, true)]);
  const together = names.length > 0 ? [...(account.length > 0 ? [text(plain(account).endsWith('.') ? ' ' : '. ')] : []), ...sentence(say, 'with', { names: joined(names, tell.say('list.comma'), tell.say('list.and')) })] : [];
  return { ...measureRow(tell, frontPlan(tell.model), indicator), beside, note: [...account, ...together] };
}

function initiativeRow(tell: Telling, say: SayAgency, one: Carried['initiatives'][number]): AgencyPage['initiatives'][number] {
  const states = ['running', 'stopped', 'planned', 'unknown'] as const;
  const about = [sentence(say, `state.${states.find((known) => known === one.state) ?? 'unknown'}`), ...(one.started ? [sentence(say, 'since', { period: when(tell, one.started) })] : [])];
  return { name: inLang(tell, one.name), href: initiativePage(tell.base, one.code), about: joined(about, ', ') };
}

/** "Tanpa angka: …" — each kind of lack with the indicators it concerns; nothing is counted as zero. */
function missingWords(tell: Telling, say: SayAgency, carried: Carried): Part[][] {
  const missing = missingOf(tell.model, carried);
  const names = (rows: Indicator[]): Part[] => joined(rows.map((one) => [link(indicatorPage(tell.base, one.code), inLang(tell, one.short), true)]), tell.say('list.comma'), tell.say('list.and'));
  return (['values', 'targets', 'accounts', 'weights'] as const).flatMap((kind) => {
    const rows = missing[kind];
    if (rows.length === 0) return [];
    return [sentence(say, `missing.${kind}`, { names: names(rows) })];
  });
}
