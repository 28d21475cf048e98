import type {
  Agency, Area, Books, Boundary, Category, CategoryOption, Constant, Element, Indicator, IndicatorLink, Initiative, Masterplan, Neighbour,
  Plan, PlanLink, Region, Series, Source, Statement, Target, TargetChange, Tree, Unit, UnitChange, ValidationRule,
} from './region-types.ts';
import type { Achievement, Cell, DataValue, Frozen, IndicatorAgency, NodeScore, NodeState, Standing, Waiting } from './result-types.ts';

export type {
  Agency, Area, Basis, Books, Boundary, Category, CategoryOption, Constant, Element, Indicator, IndicatorLink, Initiative, Masterplan, Neighbour, NodeWord, Origin, Pillar,
  Plan, PlanLink, PlanNode, Quality, Region, Series, Source, Statement, SubDimension, Target, TargetChange, Tree, Unit, UnitChange, ValidationRule, Verdict,
} from './region-types.ts';
export type { Achievement, Assurance, Cell, CellInput, DataValue, Frozen, IndicatorAgency, NodeScore, NodeState, ScorePart, Standing, Waiting } from './result-types.ts';

/**
 * Everything the public pages need of one region, at region level, in the view `published`.
 * Read once per snapshot (`load-region-model.ts`), kept by `model-cache.ts`; page functions take it and give view models.
 */
export interface RegionModel {
  /** `asOf`: the day up to which things are known; rules that ask for age count from it. */
  snapshot: { id: string; revision: number; madeAt: Date; asOf: string };
  region: Region;
  areas: Map<string, Area>;
  sources: Map<string, Source>;
  neighbours: Neighbour[];
  /** Boundaries that the region brought, by area; else maps are schematic. */
  boundaries: Map<string, Boundary>;
  agencies: Map<string, Agency>;
  /** By indicator, the lead first. */
  shares: Map<string, IndicatorAgency[]>;
  statements: Statement[];
  plans: Map<string, Plan>;
  masterplan: Masterplan | null;
  /** What the masterplan says beside its pillars and initiatives. */
  books: Books;
  initiatives: Initiative[];
  planLinks: PlanLink[];
  pillarLinks: IndicatorLink[];
  units: Map<string, Unit>;
  elements: Map<string, Element>;
  constants: Map<string, Constant>;
  categories: Category[];
  categoryOptions: CategoryOption[];
  /** Key `${element}/${code}`. */
  series: Map<string, Series>;
  indicators: Map<string, Indicator>;
  /** Key `slotOf(indicator, area)`; earliest period first. */
  targets: Map<string, Target[]>;
  /** What targets of the region's own area were before, by indicator; the earliest change first. */
  targetChanges: Map<string, TargetChange[]>;
  unitChanges: UnitChange[];
  rules: ValidationRule[];
  /** By indicator; the region's own area only, earliest period first. */
  cells: Map<string, Cell[]>;
  /** Key `slotOf(indicator, area)`; earliest period first. */
  achievements: Map<string, Achievement[]>;
  /** By plan, then by indicator. */
  standings: Map<string, Map<string, Standing>>;
  /** Key `nodeKey(tree, treeCode, node)`; earliest period first. */
  nodeScores: Map<string, NodeScore[]>;
  nodeStates: Map<string, NodeState>;
  /** Earliest day first. */
  frozen: Frozen[];
  /** Their figures are still the old ones. */
  waiting: Waiting;
  /** Values of the region's own area; key `valueSlot(element, series, period)`. */
  values: Map<string, DataValue>;
}

export const nodeKey = (tree: Tree, treeCode: string, node: string): string => `${tree}/${treeCode}/${node}`;
export const slotOf = (indicator: string, area: string): string => `${indicator}|${area}`;
export const valueSlot = (element: string, series: string, period: string): string => `${element}|${series}|${period}`;
