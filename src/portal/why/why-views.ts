import type { TagKind, WeightPart } from '#ui/index.ts';
import type { MarkView } from '../marks.ts';
import type { DataValue, Source } from '../region-model.ts';
import type { Fig, Part } from '../sentence.ts';

/** One explanation: what is shown large, then a thread with a knot for each step down to the source. */
export interface WhyPage {
  title: string;
  crumbs: { text: string; href?: string }[];
  heading: Part[];
  lead: Part[];
  /** That what stands here is still the old. */
  waits?: Part[] | null;
  hero: {
    /** Null where there is no number: then `words` say what there is. */
    figure: Fig | null;
    words: string;
    mark: MarkView | null;
    caption: Part[];
    tags: TagKind[];
    side: Part[];
    facts: Fact[];
  };
  knots: Knot[];
  aside: { heading: string; rows: AsideRow[] }[];
}

export interface Knot {
  /** Anchor of the knot; figures on this page lead to it. */
  id: string;
  heading: Part[];
  lead: Part[];
  blocks: Block[];
}

export interface Fact {
  label: string;
  /** Null is told as not known. */
  value: Part[] | null;
  source?: Source | null;
  tags?: TagKind[];
}

export interface Term {
  /** What stands before the figure: `÷`, `×`, `=`, or a piece of the formula. */
  op: string;
  figure: Part | null;
  label: Part[];
}

export interface TableRow {
  head: Part[];
  sub: Part[];
  cells: { parts: Part[] | null; mark?: MarkView | null; tags?: TagKind[]; source?: Source | null }[];
  /** Set where the row is a measure that coverage counts. */
  measure?: 'known' | 'unknown';
}

export interface AsideRow {
  words: string;
  href: string;
  pillar?: string;
  note?: Part[];
}

export type Block =
  | { kind: 'sum'; terms: Term[] }
  | { kind: 'formula'; text: string }
  | { kind: 'facts'; heading: Part[]; facts: Fact[] }
  | { kind: 'table'; caption: string; heading?: Part[]; columns: { label: string; right: boolean }[]; rows: TableRow[]; foot: TableRow | null; folded?: boolean }
  | { kind: 'columns'; description: string; parts: WeightPart[] }
  | { kind: 'note'; parts: Part[] };

/** What the data door says of a cell's elements in the cell's own area: the values in view, and every revision. */
export interface Evidence {
  values: DataValue[];
  history: DataValue[];
}
