import type { AlignmentFlow, Thread } from '#alignment/index.ts';
import { type FlowShape, shapeFlow } from '#ui/index.ts';
import { alignmentPage, findingsPage, initiativePage, nodePage, pillarPage } from '../addresses.ts';
import { frontPlan } from '../lookups.ts';
import { neighbours, pageOf } from '../paging.ts';
import { perModel, toldIn } from '../per-model.ts';
import { planTree } from '../plan-tree.ts';
import type { Plan, PlanLink } from '../region-model.ts';
import { link, type Part, plain, sentence, verbatim } from '../sentence.ts';
import { rowCount } from '../standing-sentence.ts';
import { inLang, ofPlan, type Telling } from '../telling.ts';
import { flowOf } from './alignment-input.ts';
import { ruleId } from './finding-views.ts';
import { inSyncWords } from './in-sync-words.ts';
import { sharedWords } from './shared-words.ts';

export interface FlowRow {
  mission: Part;
  programme: Part | null;
  initiative: Part;
  pillar: Part | null;
  reading: boolean;
  reason: string | null;
}
export interface FlowPage {
  title: string;
  headline: Part[];
  lead: Part[];
  back: string;
  /** Null where there is nothing to draw, or too much. */
  wide: FlowShape | null;
  narrow: FlowShape | null;
  description: string;
  rows: FlowRow[];
  unserved: Part[];
  /** Where the others are named, when there are more promises that nothing serves than are named here. */
  more: string | null;
  visions: { leaders: string | null; smart: string | null; shared: { leaders: string; smart: string }[] };
  pages: { page: number; of: number; before: string | null; after: string | null };
}

/** Initiatives, and programmes, drawn one by one; with more of either the drawing leads from missions to pillars alone, and with more missions there is none. */
const mostDrawn = 60;
const most = 200;
const mostUnserved = 100;

/** From the vision by way of mission, programme and initiative to the pillar: drawn, and as a table in which each link says whose reading it is. */
export function flowPage(tell: Telling, address: string, page = 1): FlowPage {
  const say = inSyncWords(tell.lang);
  const plan = frontPlan(tell.model);
  const flow: AlignmentFlow = plan ? flowOf(tell.model, plan) : { threads: [], unserved: [] };
  const paged = pageOf(flow.threads, page, most);
  const n = flow.threads.length;
  const headline = n === 0 || !plan ? sentence(say, 'flow.headline.none') : paged.of === 1 ? sentence(say, 'flow.headline', { n: rowCount(tell, n, '[data-thread]'), c: n }) : sentence(say, 'flow.headline.paged');
  return {
    title: say('flow.title'), headline, lead: sentence(say, 'flow.lead', { plan: verbatim(plan ? inLang(tell, plan.shortName) : '') }), back: ofPlan(tell, alignmentPage(tell.base)), description: plain(headline),
    ...(plan && n > 0 ? drawings(tell.model, `${plan.code} ${toldIn(tell)}`, () => drawn(tell, plan, flow)) : { wide: null, narrow: null }),
    rows: plan ? paged.rows.map((one) => rowOf(tell, plan, one)) : [], unserved: plan ? flow.unserved.slice(0, mostUnserved).map((code) => nodeLink(tell, plan, code)) : [],
    more: flow.unserved.length > mostUnserved ? `${findingsPage(tell.base)}#${ruleId('mission_unserved')}` : null,
    visions: visionsOf(tell, plan), pages: { page: paged.page, of: paged.of, ...neighbours(address, tell.plan === null ? {} : { rencana: tell.plan }, paged) },
  };
}

type Drawings = Pick<FlowPage, 'wide' | 'narrow'>;
const drawings = perModel<Drawings>();

function drawn(tell: Telling, plan: Plan, flow: AlignmentFlow): Drawings {
  if (missionsOf(plan, flow).length > mostDrawn) return { wide: null, narrow: null };
  const unit = unitFor(flow.threads.length);
  const few = (['initiative', 'programme'] as const).every((step) => new Set(flow.threads.map((one) => one[step])).size <= mostDrawn);
  const two = twoColumns(tell, plan, flow);
  return { wide: few ? shapeFlow(columnsOf(tell, plan, flow), 896, { room: 150 }) : shapeFlow(two, 896, { room: 300, unit }), narrow: shapeFlow(two, 328, { room: 150, unit }) };
}

/** Many threads are drawn thinner. */
const unitFor = (n: number): number => Math.max(0.5, Math.min(12, 600 / Math.max(n, 1)));

const nameOf = (tell: Telling, plan: Plan, code: string): string => {
  const node = planTree(tell.model, plan).node(code);
  return node ? inLang(tell, node.short ?? node.text) : code;
};
const nodeLink = (tell: Telling, plan: Plan, code: string): Part => link(nodePage(tell.base, plan.code, code), nameOf(tell, plan, code), true);

function pillarOf(tell: Telling, code: string | null): { name: string; href: string; tone?: string } {
  const found = tell.model.masterplan?.pillars.find((one) => one.code === code);
  return found ? { name: inLang(tell, found.name), href: pillarPage(tell.base, found.slug), tone: found.code } : { name: inSyncWords(tell.lang)('flow.nopillar'), href: '' };
}

function missionsOf(plan: Plan, { threads, unserved }: AlignmentFlow): string[] {
  const known = new Set([...unserved, ...threads.map((one) => one.mission)]);
  return plan.nodes.map((one) => one.code).filter((code) => known.has(code));
}

const unique = (codes: (string | null)[]): string[] => [...new Set(codes.flatMap((code) => code ?? []))];
const keyOf = (kind: string, code: string | null): string => `${kind}/${code ?? ''}`;

function columnsOf(tell: Telling, plan: Plan, flow: AlignmentFlow) {
  const { threads } = flow;
  const works = new Map(tell.model.initiatives.map((one) => [one.code, inLang(tell, one.name)]));
  const columns = [
    unique(threads.map((one) => one.vision)).map((code) => ({ key: keyOf('v', code), label: inSyncWords(tell.lang)('flow.vision') })),
    missionsOf(plan, flow).map((code) => ({ key: keyOf('m', code), label: nameOf(tell, plan, code) })),
    unique(threads.map((one) => one.programme)).map((code) => ({ key: keyOf('p', code), label: nameOf(tell, plan, code) })),
    unique(threads.map((one) => one.initiative)).map((code) => ({ key: keyOf('i', code), label: works.get(code) ?? code })),
    pillarsIn(tell, threads),
  ].filter((column) => column.length > 0);
  const links = threads.flatMap(({ vision, mission, programme, initiative, pillar }) => {
    const way = [...(vision === null ? [] : [keyOf('v', vision)]), keyOf('m', mission), ...(programme === null ? [] : [keyOf('p', programme)]), keyOf('i', initiative), keyOf('d', pillar)];
    return way.slice(1).map((to, n) => ({ from: way[n] ?? '', to, tone: pillarOf(tell, pillar).tone }));
  });
  return { columns, links };
}

const pillarsIn = (tell: Telling, threads: Thread[]) => [...new Set(threads.map((one) => one.pillar))].map((code) => ({ key: keyOf('d', code), label: pillarOf(tell, code).name, tone: pillarOf(tell, code).tone }));

function twoColumns(tell: Telling, plan: Plan, flow: AlignmentFlow) {
  return {
    columns: [missionsOf(plan, flow).map((code) => ({ key: keyOf('m', code), label: nameOf(tell, plan, code) })), pillarsIn(tell, flow.threads)],
    links: flow.threads.map((one) => ({ from: keyOf('m', one.mission), to: keyOf('d', one.pillar), tone: pillarOf(tell, one.pillar).tone })),
  };
}

function rowOf(tell: Telling, plan: Plan, thread: Thread): FlowRow {
  const known = tell.model.initiatives.find((one) => one.code === thread.initiative);
  const { name, href } = pillarOf(tell, thread.pillar);
  const said: PlanLink | undefined = planTree(tell.model, plan).linksAt(thread.node).find((one) => one.kind === 'initiative' && one.code === thread.initiative);
  return {
    mission: nodeLink(tell, plan, thread.mission), programme: thread.programme === null ? null : nodeLink(tell, plan, thread.programme),
    initiative: link(initiativePage(tell.base, thread.initiative), known ? inLang(tell, known.name) : thread.initiative, true), pillar: href === '' ? null : link(href, name, true),
    reading: said?.basis === 'reading', reason: said?.reason ? inLang(tell, said.reason) : null,
  };
}

/** The leaders' vision beside the masterplan's, with the words that both have: that they mean the same there is our reading. */
function visionsOf(tell: Telling, plan: Plan | null): FlowPage['visions'] {
  const root = plan ? planTree(tell.model, plan).children(null) : [];
  const leaders = root.length === 1 && root[0] ? root[0].text : null;
  const smart = tell.model.masterplan?.vision ?? null;
  return { leaders: leaders && inLang(tell, leaders), smart: smart && inLang(tell, smart), shared: leaders && smart ? sharedWords(leaders[tell.lang], smart[tell.lang], tell.lang, tell.model.region.name[tell.lang]) : [] };
}

