import type { Movement } from '#scores/ui.ts';
import type { TagKind } from '#ui/index.ts';
import { homeAddress, pillarPage, whyPillar } from '../addresses.ts';
import { attentionCount, type AttentionRowView, attentionViews } from '../attention/attention-view.ts';
import { isAmount, movementOf, ratioFigure, stepWords } from '../indicator/indicator-movement.ts';
import { frontPlan, headlineScore, latestCell, stateOf } from '../lookups.ts';
import { indicatorMark, type MarkView, nodeMark } from '../marks.ts';
import type { Cell, Indicator, Pillar, Plan, RegionModel } from '../region-model.ts';
import { sourcesOf } from '../indicator/indicator-rows.ts';
import type { Source } from '../region-model.ts';
import { stateCounts } from '../state-counts.ts';
import { capital, type Fig, figure, type Part, plain, sentence, text } from '../sentence.ts';
import { counted, coverageSlots, nameOf, rowCount } from '../standing-sentence.ts';
import { cellFigure, cellMarks, inLang, scoreFigure, tagsOf, type Telling, when } from '../telling.ts';
import { briefWords } from './brief-words.ts';

export interface MovedRow {
  figure: Fig;
  mark: MarkView;
  sentence: Part[];
  sources: Source[];
  tags: TagKind[];
}
export interface BriefPillar {
  code: string;
  name: string;
  href: string;
  mark: MarkView;
  /** Null where there is no score: then the mark's word stands alone. */
  score: Part | null;
  coverage: Part[];
}
export interface BriefPage {
  title: string;
  headline: Part[];
  asOf: Part;
  simulated: boolean;
  moved: MovedRow[];
  /** How many measures with a value could not be ranked, and their names while they are few enough for a list. */
  unranked: { words: Part[]; names: Part[] } | null;
  attention: AttentionRowView[];
  /** How many more there are, on the front page. */
  more: { words: string; href: string } | null;
  pillars: BriefPillar[];
  pillarHeading: Part[];
}

/** As many rows on each side as one screen holds. */
const most = 5;

interface Ranked {
  indicator: Indicator;
  cell: Cell;
  found: Extract<Movement, { reason: null }>;
}

/** Every measure whose latest change can be held against its usual one, the largest first, and those that have a value but cannot be ranked. */
export function rankedMovements(model: RegionModel): { ranked: Ranked[]; unranked: Indicator[] } {
  const ranked: Ranked[] = [];
  const unranked: Indicator[] = [];
  for (const indicator of model.indicators.values()) {
    const cell = latestCell(model, indicator.code);
    if (!cell) continue;
    const found = isAmount(indicator) ? movementOf(model, indicator) : null;
    if (found?.reason === null) ranked.push({ indicator, cell, found });
    else unranked.push(indicator);
  }
  return { ranked: ranked.sort((a, b) => b.found.ratio - a.found.ratio), unranked };
}

/** The leader's screen: what moved more than usual, what needs attention, six pillars; one screen, one printed page. */
export function briefPage(tell: Telling): BriefPage {
  const plan = frontPlan(tell.model);
  const { ranked, unranked } = rankedMovements(tell.model);
  const moved = ranked.filter(({ found }) => found.ratio > 0);
  const attention = attentionViews(tell, plan);
  const headline = headlineOf(tell, { moved: moved.filter(({ found }) => found.ratio > 1).length, of: ranked.length }, attention.length);
  const pillars = (tell.model.masterplan?.pillars ?? []).map((pillar) => pillarOf(tell, pillar));
  const { states } = stateCounts(tell, pillars.map((one) => one.mark), '.pillars');
  return {
    title: plain(headline), headline, asOf: when(tell, tell.model.snapshot.asOf), simulated: tell.model.region.fictional,
    moved: moved.slice(0, most).map((row) => movedRow(tell, plan, row)), unranked: unrankedOf(tell, unranked),
    attention: attention.slice(0, most), more: attention.length > most ? { words: briefWords(tell.lang)('more'), href: `${homeAddress(tell.base)}#h-attention` } : null,
    pillars, pillarHeading: capital(sentence(briefWords(tell.lang), 'pillars', { n: counted(tell, pillars.length, '.pillars > li'), states })),
  };
}

/** Up to a dozen in words; how many more is not said, since this page lists only the largest. */
function headlineOf(tell: Telling, count: { moved: number; of: number }, attention: number): Part[] {
  const say = briefWords(tell.lang);
  const first = movedOf(tell, count);
  const second = attention === 0 ? sentence(say, 'headline.calm') : sentence(say, 'headline.attention', { n: attentionCount(tell, attention), c: attention });
  return capital([...first, text('; '), ...second]);
}

/** Few that can be compared are told beside those that moved: "none" of two is not "none" of a hundred. */
function movedOf(tell: Telling, { moved, of }: { moved: number; of: number }): Part[] {
  const say = briefWords(tell.lang);
  if (of === 0) return sentence(say, 'headline.none');
  const n = moved > 12 ? text(say('many')) : counted(tell, moved, '');
  if (of > 12) return moved === 0 ? sentence(say, 'headline.still') : sentence(say, 'headline.moved', { n, c: moved });
  return sentence(say, moved === 0 ? 'headline.still.of' : 'headline.moved.of', { n, of: counted(tell, of, ''), c: of });
}

/** "Penduduk miskin (2025) turun 1,1 poin sejak 2024, 3,2 kali gerak biasanya." */
function movedRow(tell: Telling, plan: Plan | null, { indicator, cell, found }: Ranked): MovedRow {
  const { verb, amount } = stepWords(tell, indicator, found.latest);
  const slots = {
    name: nameOf(tell, indicator), period: when(tell, cell.period), verb: text(verb), amount: amount ? [text(' '), figure(amount)] : [], since: when(tell, found.latest.from),
    ratio: figure(ratioFigure(tell, indicator.code, found.ratio)),
  };
  return {
    figure: cellFigure(tell, indicator, cell), mark: indicatorMark(tell, plan, indicator.code), sentence: sentence(briefWords(tell.lang), 'moved', slots),
    sources: sourcesOf(tell, cell).slice(0, 1), tags: tagsOf(cell, cellMarks(tell, cell)),
  };
}

/** A list of more than a hundred is no list on one screen: then only that there are more. */
function unrankedOf(tell: Telling, unranked: Indicator[]): BriefPage['unranked'] {
  const say = briefWords(tell.lang);
  const n = unranked.length;
  if (n === 0) return null;
  if (n > 100) return { words: capital(sentence(say, 'unranked', { n: text(say('hundred')), c: n })), names: [] };
  return { words: capital(sentence(say, 'unranked', { n: n > 12 ? rowCount(tell, n, '[data-unranked]') : counted(tell, n, ''), c: n })), names: unranked.map((one) => nameOf(tell, one)) };
}

function pillarOf(tell: Telling, pillar: Pillar): BriefPillar {
  const tree = tell.model.masterplan?.code ?? '';
  const mark = nodeMark(tell, 'pillar', tree, pillar.code);
  const score = mark.state === 'scored' ? headlineScore(tell.model, 'pillar', tree, pillar.code) : null;
  const state = stateOf(tell.model, 'pillar', tree, pillar.code);
  const say = briefWords(tell.lang);
  const measures = state && state.indicators > 0 ? sentence(say, 'measures', { n: counted(tell, state.indicators, '[data-measure]', whyPillar(tell.base, pillar.slug)), c: state.indicators }) : [];
  return {
    code: pillar.code, name: inLang(tell, pillar.name).replace(/^Smart /, ''), href: pillarPage(tell.base, pillar.slug), mark, score: score && figure(scoreFigure(tell, score, pillar.slug)),
    coverage: score ? sentence(say, score.known === score.declared ? 'coverage.all' : 'coverage', coverageSlots(tell, score, pillar.slug)) : measures,
  };
}
