import { indicatorMark, type MarkView } from '../marks.ts';
import { indicatorWords } from './indicator-words.ts';
import { frontPlan, latestCell, targetsOf } from '../lookups.ts';
import type { Indicator } from '../region-model.ts';
import { capital, figure, type Part, plain, sentence } from '../sentence.ts';
import { counted, nameOf } from '../standing-sentence.ts';
import { cellFigure, cellMarks, inLang, tagsOf, type Telling, when } from '../telling.ts';
import type { TagKind } from '#ui/index.ts';

export interface IndicatorRow {
  code: string;
  mark: MarkView;
  name: Part;
  figure: Part | null;
  period: Part | null;
  tags: TagKind[];
  hasTarget: boolean;
  /** True for the first row of this indicator: one that serves two pillars stands in both. */
  first: boolean;
}
export interface IndicatorList {
  title: string;
  headline: Part[];
  groups: { code: string; name: string; id: string; rows: IndicatorRow[] }[];
}

/** Every indicator, by pillar; those without a pillar last. */
export function indicatorList(tell: Telling): IndicatorList {
  const say = indicatorWords(tell.lang);
  const seen = new Set<string>();
  const all = [...tell.model.indicators.values()].sort((a, b) => inLang(tell, a.short).localeCompare(inLang(tell, b.short), tell.lang));
  const linked = (pillar: string): Indicator[] => all.filter((one) => tell.model.pillarLinks.some((link) => link.pillarCode === pillar && link.indicatorCode === one.code));
  const groups = (tell.model.masterplan?.pillars ?? []).map((pillar) => ({ code: pillar.code, name: inLang(tell, pillar.name), id: `pilar-${pillar.code}`, rows: linked(pillar.code).map((one) => rowOf(tell, one, seen)) }));
  const rest = all.filter((one) => !tell.model.pillarLinks.some((link) => link.indicatorCode === one.code));
  groups.push({ code: '', name: say('list.nopillar'), id: 'pilar-none', rows: rest.map((one) => rowOf(tell, one, seen)) });
  const valued = all.filter((one) => latestCell(tell.model, one.code)).length;
  const targeted = all.filter((one) => targetsOf(tell.model, one.code).length > 0).length;
  const headline = all.length === 0 ? sentence(say, 'list.none') : sentence(say, 'list.headline', {
    n: counted(tell, all.length, 'li[data-first]'), valued: counted(tell, valued, 'li[data-first][data-value="yes"]'), targeted: counted(tell, targeted, 'li[data-first][data-target="yes"]'),
  });
  return { title: plain(headline), headline: capital(headline), groups: groups.filter((group) => group.rows.length > 0) };
}

function rowOf(tell: Telling, indicator: Indicator, seen: Set<string>): IndicatorRow {
  const cell = latestCell(tell.model, indicator.code);
  const plan = frontPlan(tell.model);
  const first = !seen.has(indicator.code);
  seen.add(indicator.code);
  return {
    code: indicator.code, name: nameOf(tell, indicator), first, hasTarget: targetsOf(tell.model, indicator.code).length > 0,
    mark: indicatorMark(tell, plan, indicator.code),
    figure: cell && figure(cellFigure(tell, indicator, cell)), period: cell && when(tell, cell.period), tags: cell ? tagsOf(cell, cellMarks(tell, cell)) : [],
  };
}
