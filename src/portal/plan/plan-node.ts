import type { TagKind } from '#ui/index.ts';
import { initiativePage, nodePage, pillarPage } from '../addresses.ts';
import { indicatorMark, type MarkView, nodeMark } from '../marks.ts';
import { headlineScore, latestCell, targetsOf } from '../lookups.ts';
import type { Extent } from './plan-extent.ts';
import { idOf, type SayPlan } from './plan-words.ts';
import type { Plan, PlanLink, PlanNode, Source } from '../region-model.ts';
import { figure, joined, type Part, sentence, text } from '../sentence.ts';
import { amountAt, counted, nameOf, scoreSentence } from '../standing-sentence.ts';
import { cellFigure, cellMarks, inLang, tagsOf, type Telling, when } from '../telling.ts';

export interface MeasureView {
  mark: MarkView;
  told: Part[];
  pillars: { code: string; name: string; href: string }[];
  tags: TagKind[];
  supporting: boolean;
  hasTarget: boolean;
  /** True for the first row of this measure in the plan. */
  first: boolean;
}
export interface InitiativeView {
  name: string;
  href: string;
  about: Part[];
  source: Source | undefined;
}
export interface NodeView {
  code: string;
  id: string;
  href: string;
  letter: string | null;
  level: string;
  levelName: string;
  text: string;
  reading: boolean;
  mark: MarkView;
  summary: Part[];
  score: Part[] | null;
  note: string | null;
  measures: MeasureView[];
  /** Said in place of measures when there are none. */
  noMeasures: string;
  initiatives: InitiativeView[];
  /** The links that are our reading, each with its reason. */
  readings: { name: string; reason: string }[];
  children: NodeView[];
  /** True where children stand on the node's own page alone. */
  folded: boolean;
  childHeading: string;
  open: boolean;
}

interface Walk {
  tell: Telling;
  say: SayPlan;
  plan: Plan;
  extent: Extent;
  seen: Set<string>;
}

/** The items of a plan's tree with what is drawn below them; in the front plan the first one with a measure stands open. */
export function nodeViews(tell: Telling, say: SayPlan, plan: Plan, extent: Extent, front: boolean): NodeView[] {
  const walk = { tell, say, plan, extent, seen: new Set<string>() };
  const views = extent.tops.rows.map((node) => nodeView(walk, node, 1));
  const opened = front ? views.find((view) => view.mark.state === 'scored') ?? views.find((view) => view.measures.length > 0) : undefined;
  return views.map((view) => (view === opened ? { ...view, open: true } : view));
}

function nodeView(walk: Walk, node: PlanNode, depth: number): NodeView {
  const { tell, say, plan, extent } = walk;
  const links = extent.tree.linksAt(node.code);
  const below = extent.tree.linksBelow(node.code);
  const children = extent.tree.children(node.code);
  const folded = depth >= extent.depth && children.length > 0;
  const mark = nodeMark(tell, 'plan', plan.code, node.code);
  const score = mark.state === 'scored' ? headlineScore(tell.model, 'plan', plan.code, node.code) : null;
  const level = plan.levels.find((one) => one.code === node.level);
  const childLevel = plan.levels.find((one) => one.code === children[0]?.level);
  const measures = links.filter((one) => one.kind === 'indicator').flatMap((one) => measureView(walk, one));
  return {
    code: node.code, id: idOf(plan.code, node.code), href: nodePage(tell.base, plan.code, node.code), letter: node.letter, level: node.level, levelName: level ? inLang(tell, level.name) : node.level,
    text: inLang(tell, node.text), reading: node.basis === 'reading', mark, summary: summaryOf(walk, node, below, children), score: score && scoreSentence(tell, score),
    note: node.note && inLang(tell, node.note), measures, noMeasures: say(below.some((one) => one.kind === 'indicator') ? 'none.below' : 'none.measures'),
    initiatives: links.filter((one) => one.kind === 'initiative').flatMap((one) => initiativeView(walk, one)),
    readings: links.filter((one) => one.basis === 'reading').map((one) => readingOf(tell, one)),
    children: folded ? [] : children.map((child) => nodeView(walk, child, depth + 1)), folded, childHeading: childLevel ? inLang(tell, childLevel.plural) : '', open: false,
  };
}

/** "tinggi · enam ukuran · tanpa program": what is below, in words. */
function summaryOf({ tell, say, plan, extent }: Walk, node: PlanNode, below: PlanLink[], children: PlanNode[]): Part[] {
  const own = `#${idOf(plan.code, node.code)}`;
  const number = (n: number, rows: string): Part => (extent.whole ? counted(tell, n, `${own} ${rows}`) : amountAt(tell, n, `${nodePage(tell.base, plan.code, node.code)}#isi`));
  const unique = (kind: PlanLink['kind']): number => new Set(below.filter((one) => one.kind === kind).map((one) => one.code)).size;
  const [measures, initiatives] = [unique('indicator'), unique('initiative')];
  const level = plan.levels.find((one) => one.code === children[0]?.level);
  const parts: Part[][] = [];
  if (children.length > 0) parts.push(sentence(say, 'children', { n: number(children.length, '> details > .in > ul > li'), level: text(level ? inLang(tell, children.length === 1 ? level.name : level.plural).toLowerCase() : '') }));
  parts.push(measures === 0 ? sentence(say, 'measures.0') : sentence(say, 'measures', { n: number(measures, '[data-measure]'), c: measures }));
  parts.push(initiatives === 0 ? sentence(say, 'initiatives.0') : sentence(say, 'initiatives', { n: number(initiatives, '[data-initiative]'), c: initiatives }));
  return joined(parts, ' · ');
}

function measureView({ tell, say, plan, seen }: Walk, one: PlanLink): MeasureView[] {
  const indicator = tell.model.indicators.get(one.code);
  if (!indicator) return [];
  const cell = latestCell(tell.model, one.code);
  const name = nameOf(tell, indicator);
  const told = cell ? sentence(say, 'measure', { name, figure: figure(cellFigure(tell, indicator, cell)), period: when(tell, cell.period) }) : sentence(say, 'measure.none', { name });
  const codes = [...new Set(tell.model.pillarLinks.filter((other) => other.indicatorCode === one.code).map((other) => other.pillarCode))];
  const pillars = (tell.model.masterplan?.pillars ?? []).filter((pillar) => codes.includes(pillar.code)).map((pillar) => ({ code: pillar.code, name: inLang(tell, pillar.name), href: pillarPage(tell.base, pillar.slug) }));
  const first = !seen.has(one.code);
  seen.add(one.code);
  return [{ mark: indicatorMark(tell, plan, one.code), told, pillars, tags: cell ? tagsOf(cell, cellMarks(tell, cell)) : [], supporting: one.role === 'supporting', hasTarget: targetsOf(tell.model, one.code).length > 0, first }];
}

function readingOf(tell: Telling, one: PlanLink): { name: string; reason: string } {
  const linked = one.kind === 'indicator' ? tell.model.indicators.get(one.code)?.short : tell.model.initiatives.find((other) => other.code === one.code)?.name;
  return { name: linked ? inLang(tell, linked) : one.code, reason: one.reason ? inLang(tell, one.reason) : '' };
}

function initiativeView({ tell, say }: Walk, one: PlanLink): InitiativeView[] {
  const initiative = tell.model.initiatives.find((other) => other.code === one.code);
  if (!initiative) return [];
  const kinds = ['quick_win', 'initiative', 'priority_programme'] as const;
  const kind = kinds.find((known) => known === initiative.kind);
  const states = ['running', 'stopped', 'planned', 'unknown'] as const;
  const state = states.find((known) => known === initiative.state) ?? 'unknown';
  const about = [sentence(say, kind ? `initiative.${kind}` : 'initiative.programme'), ...(initiative.started ? [sentence(say, 'started', { period: when(tell, initiative.started) })] : []), sentence(say, `state.${state}`)];
  return [{ name: inLang(tell, initiative.name), href: initiativePage(tell.base, initiative.code), about: joined(about, ', '), source: tell.model.sources.get(initiative.sourceCode) }];
}
