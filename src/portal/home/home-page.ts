import { alignmentMatrix } from '#alignment/index.ts';
import { Fault } from '#kernel/faults.ts';
import { numberWord, type TagKind } from '#ui/index.ts';
import { alignmentPage, pillarPage, planPage } from '../addresses.ts';
import { alignmentInput } from '../selaras/alignment-input.ts';
import { attentionOf, type AttentionView } from './home-attention.ts';
import { unknownOf, type UnknownView } from './home-unknown.ts';
import type { PromiseView } from './home-views.ts';
import { type MarkView, nodeMark, stateOrder } from '../marks.ts';
import { frontPlan, headlineIndicator, headlineScore, latestCell, linksBelow, nextPlan, } from '../lookups.ts';
import type { Pillar, Plan, PlanNode, Source } from '../region-model.ts';
import { capital, joined, type Part, plain, sentence, text, verbatim } from '../sentence.ts';
import { counted, scoreSentence, standingSentence, targetSentence } from '../standing-sentence.ts';
import { afterPlan, cellMarks, inLang, tagsOf, type Telling, when } from '../telling.ts';

export interface PillarView {
  code: string;
  name: string;
  href: string;
  mark: MarkView;
  sentences: Part[][];
  tags: TagKind[];
}
export interface HomePage {
  title: string;
  headline: Part[];
  lead: Part[];
  /** True when every promise has a letter, so that they spell a word. */
  spelled: boolean;
  promises: PromiseView[];
  legend: MarkView[];
  sources: Source[];
  note: string | null;
  read: boolean;
  attention: AttentionView;
  unknown: UnknownView;
  pillars: PillarView[];
  alignmentHref: string;
  next: { heading: Part[]; body: Part[]; href: string } | null;
}

/** The front page: what was promised, how it stands by promise and by pillar, what needs attention, what is not known. */
export function homePage(tell: Telling): HomePage {
  const plan = frontPlan(tell.model);
  if (!plan) throw new Fault('plan.none', 404, { given: tell.model.region.code, expected: 'a region with a plan' });
  const matrix = alignmentMatrix(alignmentInput(tell.model, plan));
  const nodes = matrix.missions.map((mission) => plan.nodes.find((node) => node.code === mission.code)).filter((node) => node !== undefined);
  const promises = nodes.map((node, n) => promiseView(tell, plan, node, matrix.missions[n]?.crossings.flatMap((one) => (one ? [one.pillar] : [])) ?? []));
  const headline = headlineOf(tell, promises);
  const sources = [...new Set(nodes.map((node) => node.sourceCode))].map((code) => tell.model.sources.get(code ?? '')).filter((source) => source !== undefined);
  return {
    title: plain(headline),
    headline, lead: leadOf(tell, plan), spelled: promises.length > 0 && promises.every((one) => one.letter !== null), promises, legend: legendOf(promises),
    sources, note: plan.note && inLang(tell, plan.note), read: tell.model.planLinks.some((one) => one.planCode === plan.code && one.basis === 'reading'),
    attention: attentionOf(tell, plan), unknown: unknownOf(tell, plan, promises),
    pillars: (tell.model.masterplan?.pillars ?? []).map((pillar) => pillarView(tell, plan, pillar)),
    alignmentHref: alignmentPage(tell.base), next: nextOf(tell, plan, matrix.level),
  };
}

/** "Delapan janji: satu dapat dinilai, dua membaik, …"; where all can be assessed, by class. */
export function headlineOf(tell: Telling, promises: PromiseView[]): Part[] {
  const scored = promises.length > 0 && promises.every((one) => one.mark.state === 'scored');
  const groups = scored
    ? ([5, 4, 3, 2, 1] as const).map((level) => ({ key: `home.class.${level}` as const, rows: `[data-level="${level}"]`, n: promises.filter((one) => one.mark.level === level).length }))
    : stateOrder.map((state) => ({ key: `home.state.${state}` as const, rows: `[data-state="${state}"]`, n: promises.filter((one) => one.mark.state === state).length }));
  const states = groups.filter(({ n }) => n > 0).map(({ key, rows, n }) => sentence(tell.say, key, { n: counted(tell, n, `.promises > ${rows}`), c: n }));
  const slots = { n: counted(tell, promises.length, '.promises > li'), states: joined(states, tell.say('list.comma')) };
  return capital(sentence(tell.say, scored ? 'home.headline.scored' : 'home.headline', slots));
}

function leadOf(tell: Telling, plan: Plan): Part[] {
  const root = plan.nodes.find((node) => node.depth === 0);
  return root ? sentence(tell.say, 'home.lead', { plan: verbatim(inLang(tell, plan.shortName)), vision: verbatim(inLang(tell, root.text)) }) : [];
}

function promiseView(tell: Telling, plan: Plan, node: PlanNode, met: string[]): PromiseView {
  const links = linksBelow(tell.model, plan, node.code).filter((one) => one.kind === 'indicator');
  const primary = new Set(links.filter((one) => one.role === 'primary').map((one) => one.code));
  const mark = nodeMark(tell, 'plan', plan.code, node.code);
  const told = tellBy(tell, plan, [...new Set(links.map((one) => one.code))], primary, mark.state === 'no_measure' ? 'say.no_measure' : null);
  const score = mark.state === 'scored' ? headlineScore(tell.model, 'plan', plan.code, node.code) : null;
  const pillars = (tell.model.masterplan?.pillars ?? []).filter((pillar) => met.includes(pillar.code));
  return {
    code: node.code, letter: node.letter, short: inLang(tell, node.short ?? node.text), text: inLang(tell, node.text), mark,
    sentences: score ? [...told.sentences, scoreSentence(tell, score)] : told.sentences, tags: told.tags, after: told.after,
    pillars: pillars.map((pillar) => ({ code: pillar.code, name: inLang(tell, pillar.name).replace(/^Smart /, ''), href: pillarPage(tell.base, pillar.slug) })),
  };
}

interface Told {
  sentences: Part[][];
  tags: TagKind[];
  after: boolean;
}

/** One sentence on the indicator that speaks for the node, one on its target. */
function tellBy(tell: Telling, plan: Plan, codes: string[], primary: Set<string>, instead: 'say.no_measure' | 'say.no_measure.pillar' | null): Told {
  const speaker = headlineIndicator(tell.model, plan, codes, primary);
  if (!speaker || instead) return { sentences: [sentence(tell.say, instead ?? 'say.no_measure.pillar')], tags: [], after: false };
  const cell = latestCell(tell.model, speaker.code);
  const sentences = [standingSentence(tell, plan, speaker), ...(cell ? [targetSentence(tell, speaker, cell)] : [])];
  return { sentences, tags: cell ? tagsOf(cell, cellMarks(tell, cell)) : [], after: cell !== null && afterPlan(plan, cell.period) };
}

function pillarView(tell: Telling, plan: Plan, pillar: Pillar): PillarView {
  const tree = tell.model.masterplan?.code ?? '';
  const codes = tell.model.pillarLinks.filter((one) => one.pillarCode === pillar.code).map((one) => one.indicatorCode);
  const mark = nodeMark(tell, 'pillar', tree, pillar.code);
  const promised = new Set(tell.model.planLinks.filter((one) => one.planCode === plan.code).map((one) => one.code));
  const told = tellBy(tell, plan, [...new Set(codes)], promised, mark.state === 'no_measure' ? 'say.no_measure.pillar' : null);
  const score = mark.state === 'scored' ? headlineScore(tell.model, 'pillar', tree, pillar.code) : null;
  const sentences = score ? [scoreSentence(tell, score, pillar.slug), ...told.sentences.slice(0, 1)] : told.sentences.slice(0, 1);
  return { code: pillar.code, name: inLang(tell, pillar.name), href: pillarPage(tell.base, pillar.slug), mark, sentences, tags: told.tags };
}

/** The marks that are on the page, each once; a class speaks for all classes. */
function legendOf(promises: PromiseView[]): MarkView[] {
  return stateOrder.flatMap((state) => promises.find((one) => one.mark.state === state)?.mark ?? []);
}

function nextOf(tell: Telling, plan: Plan, level: string | null): HomePage['next'] {
  const next = nextPlan(tell.model, plan);
  if (!next) return null;
  const named = next.levels.find((one) => one.code === level) ?? next.levels[1];
  const n = next.nodes.filter((node) => node.level === named?.code).length;
  const body = sentence(tell.say, 'home.next.text', {
    from: when(tell, next.periodFrom), plan: verbatim(inLang(tell, next.shortName)), n: numberWord(n, tell.lang), level: named ? inLang(tell, n === 1 ? named.name : named.plural).toLowerCase() : '',
    word: next.visionWord ? sentence(tell.say, 'home.next.word', { word: verbatim(next.visionWord) }) : [text('')],
  });
  return { heading: sentence(tell.say, 'home.next', { year: when(tell, plan.periodTo) }), body, href: planPage(tell.base) };
}
