import { alignmentPage, indicatorPage, nodePage, pillarPage } from '../addresses.ts';
import { frontPlan } from '../lookups.ts';
import { planTree } from '../plan-tree.ts';
import { link, type Part, sentence, verbatim } from '../sentence.ts';
import { inLang, ofPlan, type Telling } from '../telling.ts';
import { alignmentOf } from './alignment-input.ts';
import { cellId } from './cell-budget.ts';
import { type Achieved, achievedCounts, achievedOf, allAchieved } from './achieved.ts';
import { inSyncWords } from './in-sync-words.ts';

export interface AchievedPage {
  title: string;
  headline: Part[];
  back: string;
  /** What each word means. */
  words: { name: string; means: string }[];
  /** A cell of the matrix, how many of its indicators stand where, and which. */
  cells: { id: string; mission: Part; pillar: Part; counts: Part[]; groups: { achieved: Achieved; name: string; indicators: Part[] }[] }[];
}

/** The achievement in each cell of missions × pillars, taken apart into its indicators: by what is reckoned of each, with no mean across them. */
export function achievedPage(tell: Telling): AchievedPage {
  const say = inSyncWords(tell.lang);
  const { model, base } = tell;
  const plan = frontPlan(model);
  const top = { title: say('achieved.title'), back: ofPlan(tell, alignmentPage(base)), words: allAchieved.map((achieved) => ({ name: say(`achieved.${achieved}`), means: say(`achieved.means.${achieved}`) })) };
  const cells = plan ? alignmentOf(model, plan).missions.flatMap((row) => row.crossings.filter((one) => one !== null && one.indicators.length > 0)) : [];
  if (!plan || cells.length === 0) return { ...top, headline: sentence(say, 'achieved.headline.none'), cells: [] };
  const { node } = planTree(model, plan);
  return {
    ...top, headline: sentence(say, 'achieved.headline', { plan: verbatim(inLang(tell, plan.shortName)) }),
    cells: cells.flatMap((one) => {
      if (!one) return [];
      const pillar = model.masterplan?.pillars.find(({ code }) => code === one.pillar);
      const mission = node(one.mission);
      const by = Map.groupBy(one.indicators, (code) => achievedOf(model, code));
      return [{
        id: cellId(one), mission: link(nodePage(base, plan.code, one.mission), mission ? inLang(tell, mission.short ?? mission.text) : one.mission, true), pillar: link(pillarPage(base, pillar?.slug ?? one.pillar), pillar ? inLang(tell, pillar.name) : one.pillar, true),
        counts: achievedCounts(tell, cellId(one), one.indicators),
        groups: allAchieved.flatMap((achieved) => { const codes = by.get(achieved); return codes ? [{ achieved, name: say(`achieved.${achieved}`), indicators: codes.map((code) => indicatorLink(tell, code)) }] : []; }),
      }];
    }),
  };
}

function indicatorLink(tell: Telling, code: string): Part {
  const found = tell.model.indicators.get(code);
  return link(indicatorPage(tell.base, code), found ? inLang(tell, found.short) : code, true);
}
