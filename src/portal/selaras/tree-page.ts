import { type FlowShape, shapeFlow } from '#ui/index.ts';
import { agencyPage, alignmentPage, nodePage, treeAddress } from '../addresses.ts';
import { frontPlan } from '../lookups.ts';
import { planTree } from '../plan-tree.ts';
import { type MarkView, nodeMark } from '../marks.ts';
import type { Plan, PlanNode, Source } from '../region-model.ts';
import { link, type Part, sentence, verbatim } from '../sentence.ts';
import { inLang, ofPlan, type Telling } from '../telling.ts';
import { alignmentOf } from './alignment-input.ts';
import { type InSyncKey, inSyncWords } from './in-sync-words.ts';
import type { Promised } from './read-promised.ts';

export interface TreeContribution {
  agency: Part;
  role: string;
  words: string;
  /** The success factor that it is for. */
  factor: string | null;
  reading: boolean;
  source: Source | null;
}
export interface TreeNode {
  code: string;
  /** What it is in the chain of results: by the level of the plan, which is our reading. */
  kind: string;
  name: Part;
  mark: MarkView;
  factors: { code: string; text: string; reading: boolean; source: Source | null }[];
  contributions: TreeContribution[];
  children: TreeNode[];
}
export interface TreePage {
  title: string;
  headline: Part[];
  back: string;
  missions: { text: string; href: string; here: boolean }[];
  wide: FlowShape | null;
  narrow: FlowShape | null;
  description: string;
  roots: TreeNode[];
  /** Every contribution once more, as a table. */
  rows: (TreeContribution & { node: Part; kind: string })[];
  /** Lower levels that a large tree leaves to the pages of its nodes. */
  cut: boolean;
}

/** So many nodes are shown at once. */
const most = 300;
/** The chain of results by the levels of a plan (PermenPANRB 89/2021): what no level says is no part of it. */
const kinds: Record<string, InSyncKey> = { goal: 'tree.final', objective: 'tree.intermediate', programme: 'tree.immediate', activity: 'tree.output', 'sub-activity': 'tree.output' };

/** The performance tree of one mission: outcomes, outputs, what decides their success, and which agencies contribute; not a copy of the organisation. Null for a mission that there is not. */
export function treePage(tell: Telling, promised: Promised, mission: string | null): TreePage | null {
  const say = inSyncWords(tell.lang);
  const plan = frontPlan(tell.model);
  const codes = plan ? alignmentOf(tell.model, plan).missions.map((row) => row.code) : [];
  if (mission !== null && !codes.includes(mission)) return null;
  const chosen = mission ?? codes[0];
  const title = say('tree.title');
  const top = { title, back: ofPlan(tell, alignmentPage(tell.base)), description: title };
  if (!plan || chosen === undefined) return { ...top, headline: sentence(say, 'tree.headline.none'), missions: [], wide: null, narrow: null, roots: [], rows: [], cut: false };
  const { nodes, cut } = chainBelow(tell, plan, chosen);
  const roots = growing(tell, plan, promised, nodes)(chosen);
  const name = nodeName(tell, plan.nodes.find((one) => one.code === chosen));
  return {
    ...top, headline: sentence(say, roots.length === 0 ? 'tree.headline.bare' : 'tree.headline', { mission: verbatim(name) }), roots, cut, rows: rowsOf(roots), description: `${title}: ${name}`,
    missions: codes.map((code) => ({ text: nodeName(tell, plan.nodes.find((one) => one.code === code)), href: ofPlan(tell, `${treeAddress(tell.base)}?misi=${encodeURIComponent(code)}`), here: code === chosen })),
    ...drawn(tell, plan, promised, nodes),
  };
}

const nodeName = (tell: Telling, node: PlanNode | undefined): string => (node ? inLang(tell, node.short ?? node.text) : '');

/** Nodes below a mission that are part of the chain; of too many the lowest levels are left out. */
function chainBelow(tell: Telling, plan: Plan, mission: string): { nodes: PlanNode[]; cut: boolean } {
  const below = new Set(planTree(tell.model, plan).below(mission));
  const all = plan.nodes.filter((node) => below.has(node) && kinds[node.level] !== undefined);
  const levels = plan.levels.map((level) => level.code).filter((code) => kinds[code] !== undefined);
  for (let n = levels.length; n > 0; n -= 1) {
    const some = all.filter((node) => levels.slice(0, n).includes(node.level));
    if (some.length <= most) return { nodes: some, cut: some.length < all.length };
  }
  return { nodes: [], cut: all.length > 0 };
}

function growing(tell: Telling, plan: Plan, { factors, contributions }: Promised, nodes: PlanNode[]): (parent: string) => TreeNode[] {
  const say = inSyncWords(tell.lang);
  const children = Map.groupBy(nodes, (node) => node.parentCode);
  const source = (code: string | null): Source | null => tell.model.sources.get(code ?? '') ?? null;
  const of = (row: { textId: string; textEn: string }): string => (tell.lang === 'id' ? row.textId : row.textEn);
  const ownFactors = Map.groupBy(factors.filter((row) => row.planCode === plan.code), (row) => row.nodeCode);
  const ownContributions = Map.groupBy(contributions.filter((row) => row.planCode === plan.code), (row) => row.nodeCode);
  const grow = (parent: string): TreeNode[] => (children.get(parent) ?? []).map((node): TreeNode => {
    const known = ownFactors.get(node.code) ?? [];
    return {
      code: node.code, kind: say(kinds[node.level] ?? 'tree.output'), name: link(nodePage(tell.base, plan.code, node.code), inLang(tell, node.text), true), mark: nodeMark(tell, 'plan', plan.code, node.code),
      factors: known.map((row) => ({ code: row.code, text: of(row), reading: row.basis === 'reading', source: source(row.sourceCode) })),
      contributions: (ownContributions.get(node.code) ?? []).map((row) => {
        const factor = known.find((one) => one.code === row.factorCode);
        return { agency: agencyLink(tell, row.agencyCode), role: say(row.role === 'lead' ? 'tree.role.lead' : 'tree.contributor'), words: of(row), factor: factor ? of(factor) : null, reading: row.basis === 'reading', source: source(row.sourceCode) };
      }),
      children: grow(node.code),
    };
  });
  return grow;
}

const agencyName = (tell: Telling, code: string): string => tell.model.agencies.get(code)?.shortName ?? code;
const agencyLink = (tell: Telling, code: string): Part => link(agencyPage(tell.base, code), agencyName(tell, code), true);

const rowsOf = (nodes: TreeNode[]): TreePage['rows'] => nodes.flatMap((node) => [...node.contributions.map((one) => ({ ...one, node: node.name, kind: node.kind })), ...rowsOf(node.children)]);

/** Outcomes from left to right, and at the end the agencies that contribute to one of them or to what leads there. */
function drawn(tell: Telling, plan: Plan, { contributions }: Promised, nodes: PlanNode[]): Pick<TreePage, 'wide' | 'narrow'> {
  const upper = nodes.filter((node) => ['goal', 'objective', 'programme'].includes(node.level));
  const codes = new Set(upper.map((node) => node.code));
  if (upper.length === 0 || upper.length > 90) return { wide: null, narrow: null };
  const own = contributions.filter((row) => row.planCode === plan.code && codes.has(row.nodeCode));
  const label = (node: PlanNode) => ({ key: node.code, label: nodeName(tell, node) });
  const columnsOf = (levels: string[]) => levels.map((level) => upper.filter((node) => node.level === level).map(label)).filter((column) => column.length > 0);
  const agencies = [...new Set(own.map((row) => row.agencyCode))].map((code) => ({ key: `a/${code}`, label: agencyName(tell, code) }));
  const lineage = upper.flatMap((node) => (node.parentCode !== null && codes.has(node.parentCode) ? [{ from: node.parentCode, to: node.code }] : []));
  const given = own.map((row) => ({ from: row.nodeCode, to: `a/${row.agencyCode}` }));
  const withAgencies = (columns: ReturnType<typeof columnsOf>) => [...columns, ...(agencies.length > 0 ? [agencies] : [])];
  const shape = (levels: string[], width: number, room: number, withThem: boolean): FlowShape => {
    const columns = withThem ? withAgencies(columnsOf(levels)) : columnsOf(levels);
    const shown = new Set(columns.flat().map((one) => one.key));
    return shapeFlow({ columns, links: [...lineage, ...(withThem ? given : [])].filter((one) => shown.has(one.from) && shown.has(one.to)) }, width, { room, unit: 6 });
  };
  return { wide: shape(['goal', 'objective', 'programme'], 896, 170, true), narrow: shape(['goal', 'objective'], 328, 150, false) };
}
