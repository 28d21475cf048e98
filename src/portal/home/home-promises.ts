import type { TagKind } from '#ui/index.ts';
import { nodePage, pillarPage } from '../addresses.ts';
import { headlineIndicator, headlineScore, latestCell, linksBelow, standingOf } from '../lookups.ts';
import { type MarkView, nodeMark } from '../marks.ts';
import type { Pillar, Plan, PlanNode, Verdict } from '../region-model.ts';
import { type Part, sentence } from '../sentence.ts';
import { scoreSentence, standingSentence, targetSentence } from '../standing-sentence.ts';
import { afterPlan, cellMarks, inLang, tagsOf, type Telling } from '../telling.ts';
import type { PillarView, PromiseView } from './home-views.ts';
import { homeWords } from './home-words.ts';

export function promiseView(tell: Telling, plan: Plan, node: PlanNode, met: string[]): PromiseView {
  const links = linksBelow(tell.model, plan, node.code).filter((one) => one.kind === 'indicator');
  const primary = new Set(links.filter((one) => one.role === 'primary').map((one) => one.code));
  const mark = nodeMark(tell, 'plan', plan.code, node.code);
  const told = tellBy(tell, plan, { codes: [...new Set(links.map((one) => one.code))], primary, mark, bare: 'say.no_measure' });
  const score = mark.state === 'scored' ? headlineScore(tell.model, 'plan', plan.code, node.code) : null;
  const pillars = (tell.model.masterplan?.pillars ?? []).filter((pillar) => met.includes(pillar.code));
  return {
    code: node.code, letter: node.letter, short: inLang(tell, node.short ?? node.text), text: inLang(tell, node.text), href: nodePage(tell.base, plan.code, node.code), mark,
    sentences: score ? [...told.sentences, scoreSentence(tell, score)] : told.sentences, tags: told.tags, after: told.after,
    pillars: pillars.map((pillar) => ({ code: pillar.code, name: inLang(tell, pillar.name).replace(/^Smart /, ''), href: pillarPage(tell.base, pillar.slug) })),
  };
}

interface Told {
  sentences: Part[][];
  tags: TagKind[];
  after: boolean;
}
interface Spoken {
  codes: string[];
  primary: Set<string>;
  mark: MarkView;
  /** What is said where there is no measure. */
  bare: 'say.no_measure' | 'say.no_measure.pillar';
}

/** One sentence on the indicator that speaks for the node and one on its target; of a mixed node one that improved and one that worsened. */
function tellBy(tell: Telling, plan: Plan, { codes, primary, mark, bare }: Spoken): Told {
  const speaker = headlineIndicator(tell.model, plan, codes, primary);
  if (!speaker || mark.state === 'no_measure') return { sentences: [sentence(tell.say, bare)], tags: [], after: false };
  const cell = latestCell(tell.model, speaker.code);
  const tags = cell ? tagsOf(cell, cellMarks(tell, cell)) : [];
  const after = cell !== null && afterPlan(plan, cell.period);
  if (mark.state !== 'mixed') return { sentences: [standingSentence(tell, plan, speaker), ...(cell ? [targetSentence(tell, speaker, cell)] : [])], tags, after };
  const side = (verdict: Verdict, key: 'mixed.improved' | 'mixed.worsened'): Part[][] => {
    const found = headlineIndicator(tell.model, plan, codes.filter((code) => standingOf(tell.model, plan, code)?.verdict === verdict), primary);
    return found ? [sentence(homeWords(tell.lang), key, { sentence: standingSentence(tell, plan, found) })] : [];
  };
  return { sentences: [...side('improved', 'mixed.improved'), ...side('worsened', 'mixed.worsened')], tags: [], after: false };
}

export function pillarView(tell: Telling, plan: Plan, pillar: Pillar): PillarView {
  const tree = tell.model.masterplan?.code ?? '';
  const codes = tell.model.pillarLinks.filter((one) => one.pillarCode === pillar.code).map((one) => one.indicatorCode);
  const mark = nodeMark(tell, 'pillar', tree, pillar.code);
  const primary = new Set(tell.model.planLinks.filter((one) => one.planCode === plan.code).map((one) => one.code));
  const told = tellBy(tell, plan, { codes: [...new Set(codes)], primary, mark, bare: 'say.no_measure.pillar' });
  const score = mark.state === 'scored' ? headlineScore(tell.model, 'pillar', tree, pillar.code) : null;
  const first = mark.state === 'mixed' ? told.sentences : told.sentences.slice(0, 1);
  return {
    code: pillar.code, name: inLang(tell, pillar.name), href: pillarPage(tell.base, pillar.slug), mark,
    sentences: score ? [scoreSentence(tell, score, pillar.slug), ...first] : first,
  };
}
