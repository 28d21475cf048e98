import type {
  Achievement, Agency, Area, Cell, DataValue, Element, Indicator, IndicatorLink, Initiative, Masterplan, NodeScore, NodeState, Plan, PlanLink,
  Region, Series, Source, Standing, Statement, Target, Tree, Unit,
} from './region-types.ts';

export type {
  Achievement, Agency, Area, Basis, Cell, CellInput, DataValue, Element, Indicator, IndicatorLink, Initiative, Masterplan, NodeScore, NodeState,
  NodeWord, Origin, Pillar, Plan, PlanLink, PlanNode, Quality, Region, ScorePart, Series, Source, Standing, Statement, SubDimension, Target, Tree,
  Unit, Verdict,
} from './region-types.ts';

/**
 * Everything the public pages need of one region, at region level, in the view `published`.
 * Read once per snapshot (`load-region-model.ts`), kept by `model-cache.ts`; page functions take it and give view models.
 */
export interface RegionModel {
  snapshot: { id: string; revision: number; madeAt: Date };
  region: Region;
  areas: Map<string, Area>;
  sources: Map<string, Source>;
  agencies: Map<string, Agency>;
  statements: Statement[];
  plans: Map<string, Plan>;
  masterplan: Masterplan | null;
  initiatives: Initiative[];
  planLinks: PlanLink[];
  pillarLinks: IndicatorLink[];
  units: Map<string, Unit>;
  elements: Map<string, Element>;
  /** Key `${element}/${code}`. */
  series: Map<string, Series>;
  indicators: Map<string, Indicator>;
  targets: Target[];
  /** By indicator; the region's own area only, earliest period first. */
  cells: Map<string, Cell[]>;
  /** By indicator; the region's own area only, earliest period first. */
  achievements: Map<string, Achievement[]>;
  /** By plan, then by indicator. */
  standings: Map<string, Map<string, Standing>>;
  /** Key `nodeKey(tree, treeCode, node)`; earliest period first. */
  nodeScores: Map<string, NodeScore[]>;
  nodeStates: Map<string, NodeState>;
  /** Values of the region's own area; key `valueSlot(element, series, period)`. */
  values: Map<string, DataValue>;
}

export const nodeKey = (tree: Tree, treeCode: string, node: string): string => `${tree}/${treeCode}/${node}`;
export const valueSlot = (element: string, series: string, period: string): string => `${element}|${series}|${period}`;
