import { numberWord, type SparkSpan } from '#ui/index.ts';
import { agencyPage, initiativePage, nodePage, pillarList, pillarPage as address, whyPillar } from '../addresses.ts';
import { carriedBy } from '../agency/carried.ts';
import { initiativeTold } from '../initiative/initiative-words.ts';
import { frontPlan, headlineScore, stateOf } from '../lookups.ts';
import { type MarkView, nodeMark } from '../marks.ts';
import { neighbours, pageOf } from '../paging.ts';
import { type NodePage, scoreOf } from '../plan/node-page.ts';
import { planWords } from '../plan/plan-words.ts';
import type { Initiative, NodeScore, Pillar, Plan, Source } from '../region-model.ts';
import { capital, joined, type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { counted } from '../standing-sentence.ts';
import { inLang, scoreFigure, type Telling, when } from '../telling.ts';
import { unknownCode } from '../unknown-code.ts';
import { type MeasureGroup, measureGroups, measuresOf, spanOf, withinSpan } from './pillar-measures.ts';
import { pillarWords, type SayPillar } from './pillar-words.ts';

export interface PillarPage {
  code: string;
  name: string;
  title: string;
  description: string;
  listHref: string;
  headline: Part[];
  purpose: string | null;
  mark: MarkView;
  /** The mark's word as it opens a line. */
  told: string;
  score: NodePage['score'];
  /** Said in place of a score. */
  unscored: string;
  /** Null where no explanation can be reckoned. */
  whyHref: string | null;
  simulated: boolean;
  counts: Part[];
  groups: MeasureGroup[];
  span: SparkSpan | null;
  spanWords: Part[];
  page: number;
  of: number;
  before: string | null;
  after: string | null;
  initiatives: { name: string; href: string; about: Part[]; sub: string | null; agency: { name: string; href: string } | null; reading: boolean; reason: string | null }[];
  serves: { plan: string; rows: ServedNode[] }[];
  agencies: { name: string; href: string; about: Part[] }[];
  source: Source | undefined;
}
export interface ServedNode {
  name: string;
  href: string;
  mark: MarkView;
  through: Part[];
  /** True where every link to it is our reading. */
  reading: boolean;
}

/** One pillar: how it stands, its measures by sub-dimension, its initiatives, what they serve and who carries them. Throws `pillar.unknown` (404). */
export function pillarPage(tell: Telling, slug: string, number = 1): PillarPage {
  const { model } = tell;
  const pillar = model.masterplan?.pillars.find((one) => one.slug === slug);
  if (!pillar) throw unknownCode('pillar', slug, (model.masterplan?.pillars ?? []).map((one) => one.slug), pillarList(tell.base));
  const say = pillarWords(tell.lang);
  const tree = model.masterplan?.code ?? '';
  const plan = frontPlan(model);
  const mark = nodeMark(tell, 'pillar', tree, pillar.code);
  const score = plan && mark.state === 'scored' ? headlineScore(model, 'pillar', tree, pillar.code) : null;
  const headline = headlineOf(tell, say, pillar, mark, score);
  const placed = measureGroups(tell, pillar);
  const span = spanOf(placed);
  const all = withinSpan(placed, span);
  const { groups, page, of } = pagedGroups(all, number);
  const initiatives = model.initiatives.filter((one) => one.pillarCode === pillar.code);
  return {
    code: pillar.code, name: inLang(tell, pillar.name), title: plain(headline), description: pillar.purpose ? inLang(tell, pillar.purpose) : plain(headline), listHref: pillarList(tell.base),
    headline, purpose: pillar.purpose && inLang(tell, pillar.purpose), mark, told: mark.word.charAt(0).toUpperCase() + mark.word.slice(1), score: score && scoreOf(tell, planWords(tell.lang), score, slug), unscored: unscoredOf(tell, say, tree, pillar),
    whyHref: plan ? whyPillar(tell.base, slug) : null, simulated: model.region.fictional, counts: countsOf(tell, say, pillar, all, of === 1), groups, span,
    spanWords: span ? [when(tell, String(span.from)), ...(span.to > span.from ? [text('–'), when(tell, String(span.to))] : [])] : [],
    page, of, ...neighbours(address(tell.base, slug), {}, { page, of }), initiatives: initiatives.map((one) => initiativeRow(tell, pillar, one)),
    serves: servesOf(tell, say, pillar, initiatives), agencies: agenciesOf(tell, say, pillar, initiatives), source: model.sources.get(pillar.sourceCode ?? ''),
  };
}

/** "Smart Economy: tinggi, dari satu di antara tujuh ukurannya" */
function headlineOf(tell: Telling, say: SayPillar, pillar: Pillar, mark: MarkView, score: NodeScore | null): Part[] {
  const slots = { name: verbatim(inLang(tell, pillar.name)), word: mark.word };
  if (!score || score.known === score.declared) return sentence(say, 'headline', slots);
  const { href } = scoreFigure(tell, score, pillar.slug);
  return sentence(say, 'headline.part', { ...slots, known: counted(tell, score.known, '[data-measure="known"]', href), declared: counted(tell, score.declared, '[data-measure]', href) });
}

/** At most a hundred measures a page; what has no measure stands on the first. */
function pagedGroups(all: MeasureGroup[], number: number): { groups: MeasureGroup[]; page: number; of: number } {
  const rows = all.flatMap((group) => group.rows);
  const { rows: own, page, of } = pageOf(rows, number);
  const shown = new Set(own);
  const groups = all.map((group) => ({ ...group, rows: group.rows.filter((row) => shown.has(row)), empty: group.rows.length === 0 }));
  return { groups: groups.filter((group) => group.rows.length > 0 || (group.empty && page === 1)), page, of };
}

function unscoredOf(tell: Telling, say: SayPillar, tree: string, pillar: Pillar): string {
  const state = stateOf(tell.model, 'pillar', tree, pillar.code);
  if (!state || state.indicators === 0) return say('unscored.measures');
  return say(state.withTarget === 0 ? 'unscored.targets' : 'unscored.values');
}

/** "Tujuh ukuran: semuanya punya angka, satu punya target bersumber, lima membaik, satu memburuk." */
function countsOf(tell: Telling, say: SayPillar, pillar: Pillar, groups: MeasureGroup[], whole: boolean): Part[] {
  const rows = groups.flatMap((group) => group.rows).filter((row) => row.once);
  const n = measuresOf(tell.model, pillar).length;
  if (n === 0) return sentence(say, 'counts.0');
  const number = (count: number, at: string): Part => (whole ? counted(tell, count, at) : verbatim(numberWord(count, tell.lang)));
  const part = (what: 'valued' | 'targeted', count: number, at: string): Part[] =>
    sentence(say, `counts.${what}.${count === n ? 'all' : count === 0 ? 'none' : 'some'}`, { n: number(count, at), c: n });
  const moved = (['improved', 'worsened'] as const).flatMap((verdict) => {
    const count = rows.filter((row) => row.verdict === verdict).length;
    return count === 0 ? [] : [sentence(say, `counts.${verdict}`, { n: number(count, `[data-once][data-change="${verdict}"]`), c: count })];
  });
  const parts = [part('valued', rows.filter((row) => row.value).length, '[data-once][data-value]'), part('targeted', rows.filter((row) => row.hasTarget).length, '[data-once][data-target]'), ...moved];
  return capital(sentence(say, 'counts', { n: number(n, '[data-once]'), c: n, parts: joined(parts, tell.say('list.comma')) }));
}

function initiativeRow(tell: Telling, pillar: Pillar, one: Initiative): PillarPage['initiatives'][number] {
  const sub = pillar.subDimensions.find((known) => known.code === one.subDimensionCode);
  const agency = tell.model.agencies.get(one.agencyCode ?? '');
  return {
    name: inLang(tell, one.name), href: initiativePage(tell.base, one.code), about: initiativeTold(tell, one), sub: sub ? inLang(tell, sub.name) : null,
    agency: agency ? { name: agency.shortName, href: agencyPage(tell.base, agency.code) } : null, reading: one.pillarBasis === 'reading', reason: one.pillarReason && inLang(tell, one.pillarReason),
  };
}

/** "dua ukuran, satu inisiatif"; what there is none of is left out. */
function amounts(tell: Telling, say: SayPillar, measures: number, initiatives: number): Part[] {
  const part = (what: 'measures' | 'initiatives', n: number): Part[][] => (n === 0 ? [] : [sentence(say, what, { n: verbatim(numberWord(n, tell.lang)), c: n })]);
  return joined([...part('measures', measures), ...part('initiatives', initiatives)], tell.say('list.comma'));
}

/** The plan nodes that the pillar's measures and initiatives are linked to, by plan, the one in front first. */
function servesOf(tell: Telling, say: SayPillar, pillar: Pillar, initiatives: Initiative[]): PillarPage['serves'] {
  const codes = { indicator: new Set(measuresOf(tell.model, pillar).map((one) => one.code)), initiative: new Set(initiatives.map((one) => one.code)) };
  const links = tell.model.planLinks.filter((one) => codes[one.kind].has(one.code));
  const front = frontPlan(tell.model);
  const plans = [...tell.model.plans.values()].sort((a, b) => Number(b === front) - Number(a === front));
  return plans.map((plan) => ({ plan: inLang(tell, plan.shortName), rows: servedNodes(tell, say, plan, links.filter((one) => one.planCode === plan.code)) })).filter((group) => group.rows.length > 0);
}

function servedNodes(tell: Telling, say: SayPillar, plan: Plan, links: Telling['model']['planLinks']): ServedNode[] {
  return plan.nodes.flatMap((node) => {
    const own = links.filter((one) => one.nodeCode === node.code);
    if (own.length === 0) return [];
    const n = (kind: 'indicator' | 'initiative'): number => own.filter((one) => one.kind === kind).length;
    return [{
      name: inLang(tell, node.text), href: nodePage(tell.base, plan.code, node.code), mark: nodeMark(tell, 'plan', plan.code, node.code),
      through: sentence(say, 'serves.through', { with: amounts(tell, say, n('indicator'), n('initiative')) }), reading: own.every((one) => one.basis === 'reading'),
    }];
  });
}

function agenciesOf(tell: Telling, say: SayPillar, pillar: Pillar, initiatives: Initiative[]): PillarPage['agencies'] {
  const measures = new Set(measuresOf(tell.model, pillar).map((one) => one.code));
  return [...tell.model.agencies.values()].flatMap((agency) => {
    const own = carriedBy(tell.model, agency.code).indicators.filter((one) => measures.has(one.indicator.code)).length;
    const works = initiatives.filter((one) => one.agencyCode === agency.code).length;
    return own + works === 0 ? [] : [{ name: agency.name, href: agencyPage(tell.base, agency.code), about: amounts(tell, say, own, works) }];
  });
}
