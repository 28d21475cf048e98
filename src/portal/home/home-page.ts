import type { FrozenScores } from '#scores/index.ts';
import { alignmentPage, briefPage, indicatorList } from '../addresses.ts';
import { ui } from '#ui/index.ts';
import { attentionMost, type AttentionRowView, attentionViews } from '../attention/attention-view.ts';
import { frontPlan } from '../lookups.ts';
import { type MarkView, stateOrder } from '../marks.ts';
import { perModel, toldIn } from '../per-model.ts';
import type { Plan, Source } from '../region-model.ts';
import { alignmentOf } from '../selaras/alignment-input.ts';
import { capital, link, type Part, sentence, text, verbatim } from '../sentence.ts';
import { counted } from '../standing-sentence.ts';
import { stateCounts } from '../state-counts.ts';
import { inLang, type Telling } from '../telling.ts';
import { type HomeChanges, homeChanges } from './home-changes.ts';
import { overOf, resultOf } from './home-lead.ts';
import { type NextView, nextOf } from './home-next.ts';
import { pillarView, promiseView } from './home-promises.ts';
import { unknownOf, type UnknownView } from './home-unknown.ts';
import type { PillarView, PromiseView } from './home-views.ts';
import { homeWords } from './home-words.ts';

export interface AttentionView {
  rows: AttentionRowView[];
  /** The rest, behind a summary that says how many; null when all are shown. `cut` is said where even the rest is not all. */
  more: { summary: Part[]; rows: AttentionRowView[]; cut: Part[] | null } | null;
}
export interface HomePage {
  title: string;
  headline: Part[];
  lead: Part[];
  /** Said first, where the plan's years are over. */
  over: Part[] | null;
  vision: Part[];
  /** True when every promise has a letter, so that they spell a word. */
  spelled: boolean;
  promises: PromiseView[];
  legend: MarkView[];
  /** True when a mark stands for a score of which less than half is known. */
  thin: boolean;
  sources: Source[];
  note: string | null;
  read: boolean;
  attention: AttentionView;
  unknown: UnknownView;
  changes: HomeChanges;
  pillars: PillarView[];
  alignmentHref: string;
  briefHref: string;
  next: NextView | null;
}

const told = perModel<{ promises: PromiseView[]; pillars: PillarView[] }>();

/** The front page: what was promised, how it stands by promise and by pillar, what needs attention, what is not known, what changed. */
export function homePage(tell: Telling, pair: [FrozenScores, FrozenScores] | null = null): HomePage {
  const plan = frontPlan(tell.model);
  const around = { attention: attentionOf(tell, plan), alignmentHref: alignmentPage(tell.base), briefHref: briefPage(tell.base) };
  if (!plan) return { ...withoutPlan(tell), ...around, changes: homeChanges(tell, pair, { plan: '', codes: [] }) };
  const matrix = alignmentOf(tell.model, plan);
  const nodes = matrix.missions.map((mission) => plan.nodes.find((node) => node.code === mission.code)).filter((node) => node !== undefined);
  const { promises, pillars } = told(tell.model, `${toldIn(tell)} ${plan.code}`, () => ({
    promises: nodes.map((node, n) => promiseView(tell, plan, node, matrix.missions[n]?.crossings.flatMap((one) => (one ? [one.pillar] : [])) ?? [])),
    pillars: (tell.model.masterplan?.pillars ?? []).map((pillar) => pillarView(tell, plan, pillar)),
  }));
  const headline = headlineOf(tell, promises);
  const sources = [...new Set(nodes.map((node) => node.sourceCode))].map((code) => tell.model.sources.get(code ?? '')).filter((source) => source !== undefined);
  return {
    ...around, title: ui(tell.lang)('nav.home'), headline, lead: resultOf(tell, plan), over: overOf(tell, plan), vision: visionOf(tell, plan),
    spelled: promises.length > 0 && promises.every((one) => one.letter !== null), promises, legend: legendOf(promises), thin: promises.some((one) => one.mark.thin === true),
    sources, note: plan.note && inLang(tell, plan.note), read: tell.model.planLinks.some((one) => one.planCode === plan.code && one.basis === 'reading'),
    unknown: unknownOf(tell, plan, promises), changes: homeChanges(tell, pair, { plan: plan.code, codes: nodes.map((node) => node.code) }), pillars, next: nextOf(tell, plan, matrix.level),
  };
}

/** A region whose pack holds no plan yet: what needs attention and what changed can still be said. */
function withoutPlan(tell: Telling): Omit<HomePage, 'attention' | 'alignmentHref' | 'briefHref' | 'changes'> {
  const headline = sentence(tell.say, 'home.headline.none');
  return {
    title: ui(tell.lang)('nav.home'), headline, lead: [text(homeWords(tell.lang)('none.lead'))], over: null, vision: [], spelled: false, promises: [], legend: [], thin: false, sources: [], note: null, read: false,
    unknown: { rows: [], measures: [], cut: false }, pillars: [], next: null,
  };
}

const mostRows = 6;

function attentionOf(tell: Telling, plan: Plan | null): AttentionView {
  const say = homeWords(tell.lang);
  const all = attentionViews(tell, plan);
  const rows = all.slice(0, attentionMost);
  const rest = rows.slice(mostRows);
  const cut = all.length > rows.length ? sentence(say, 'attention.cut', { link: link(indicatorList(tell.base), say('attention.list')) }) : null;
  const summary = cut ? sentence(say, 'attention.some') : capital(sentence(tell.say, 'home.attention.more', { n: counted(tell, rest.length, '[data-more]'), c: rest.length }));
  return { rows: rows.slice(0, mostRows), more: rest.length > 0 ? { summary, rows: rest, cut } : null };
}

/** "Delapan janji: satu dapat dinilai, dua membaik, …"; where all can be assessed, by class. */
export function headlineOf(tell: Telling, promises: PromiseView[]): Part[] {
  const { scored, states } = stateCounts(tell, promises.map((one) => one.mark), '.promises');
  return capital(sentence(tell.say, scored ? 'home.headline.scored' : 'home.headline', { n: counted(tell, promises.length, '.promises > li'), states }));
}

function visionOf(tell: Telling, plan: Plan): Part[] {
  const root = plan.nodes.find((node) => node.depth === 0);
  return root ? sentence(tell.say, 'home.lead', { plan: verbatim(inLang(tell, plan.shortName)), vision: verbatim(inLang(tell, root.text)) }) : [];
}

/** The marks that are on the page, each once; a class speaks for all classes. */
function legendOf(promises: PromiseView[]): MarkView[] {
  return stateOrder.flatMap((state) => promises.find((one) => one.mark.state === state)?.mark ?? []).map((mark) => ({ ...mark, thin: false }));
}
