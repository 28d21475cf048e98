/** What stands before the braces: a data element, an indicator, a constant, a target, how complete the reports are. `[` is a fact of the period itself. */
export type Sigil = '#' | 'N' | 'C' | 'T' | 'R' | '[';
export const aggregations = ['SUM', 'AVERAGE', 'LAST', 'FIRST', 'MIN', 'MAX', 'COUNT', 'STDDEV', 'VARIANCE', 'NONE'] as const;
export type Aggregation = (typeof aggregations)[number];

/** Where and when the references below it are read. Each is data; a back end turns it into places. */
export type Modifier =
  | { name: 'periodOffset'; by: number }
  | { name: 'yearToDate' }
  | { name: 'aggregationType'; type: Aggregation }
  | { name: 'minDate' | 'maxDate'; date: string }
  /** `parent`, `region`, or the code of an area. */
  | { name: 'area'; area: string };

export const groupings = ['sum', 'avg', 'median', 'percentile', 'stddev', 'subExpression'] as const;
export type Grouping = (typeof groupings)[number];
export const areaChoices = ['children', 'districts', 'villages'] as const;

/** Over what a group runs: periods counted from the one computed, areas below the one computed, or `parts`: each stored value before aggregation. */
export type Over = { of: 'periods'; from: number; to: number } | { of: 'areas'; which: (typeof areaChoices)[number] } | { of: 'parts' };

export type UnaryOp = '-' | '+' | '!';
export type BinaryOp = '+' | '-' | '*' | '/' | '%' | '^' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '&&' | '||';

/** The one syntax tree of the formula language: plain data. `at` is where it stands in the source (of an operator: the operator). */
export type Node =
  | { kind: 'number'; value: number; written: string; at: number }
  | { kind: 'text'; value: string; at: number }
  | { kind: 'boolean'; value: boolean; at: number }
  | { kind: 'null'; at: number }
  | Reference
  | { kind: 'unary'; op: UnaryOp; of: Node; at: number }
  | { kind: 'binary'; op: BinaryOp; left: Node; right: Node; at: number }
  | { kind: 'call'; name: string; args: Node[]; at: number }
  | { kind: 'group'; name: Grouping; of: Node; share: Node | null; over: Over; at: number }
  | { kind: 'modified'; by: Modifier; of: Node; at: number }
  /** Put in by the unit check alone, never written: the amount in another scale of its dimension. One of the two is 1. */
  | { kind: 'convert'; times: number; over: number; of: Node; at: number };

export interface Reference {
  kind: 'reference';
  sigil: Sigil;
  code: string;
  /** Categories of a disaggregated value, in the order written. */
  options: string[];
  at: number;
}

export type Call = Extract<Node, { kind: 'call' }>;
export type Binary = Extract<Node, { kind: 'binary' }>;
export type Group = Extract<Node, { kind: 'group' }>;

export function childrenOf(node: Node): Node[] {
  switch (node.kind) {
    case 'unary':
    case 'modified':
    case 'convert':
      return [node.of];
    case 'binary':
      return [node.left, node.right];
    case 'call':
      return node.args;
    case 'group':
      return node.share ? [node.of, node.share] : [node.of];
    default:
      return [];
  }
}

/** Every reference of a formula, in reading order. */
export function referencesOf(node: Node): Reference[] {
  return node.kind === 'reference' ? [node] : childrenOf(node).flatMap(referencesOf);
}

/** A reference as it is written. */
export function writtenAs({ sigil, code, options }: Pick<Reference, 'sigil' | 'code' | 'options'>): string {
  return sigil === '[' ? `[${code}]` : `${sigil}{${[code, ...options].join('.')}}`;
}

const codesOf = (node: Node, sigil: Sigil): string[] => [...new Set(referencesOf(node).filter((one) => one.sigil === sigil).map((one) => one.code))];

/** The data elements a formula refers to, in order of appearance, each once. */
export const elementsOf = (node: Node): string[] => codesOf(node, '#');
/** The constants it names. */
export const constantsOf = (node: Node): string[] => codesOf(node, 'C');
/** The indicators it stands on. */
export const indicatorsOf = (node: Node): string[] => codesOf(node, 'N');
/** Indicators that it may not stand on in a circle: those whose value or target it reads. */
export const standsOnOf = (node: Node): string[] => [...new Set([...indicatorsOf(node), ...targetsOf(node)])];
/** The elements and agencies whose reports it counts. */
export const reportedOf = (node: Node): string[] => codesOf(node, 'R');
/** The indicators whose targets it reads. */
export const targetsOf = (node: Node): string[] => codesOf(node, 'T');
