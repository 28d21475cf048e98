import { logarithmTo, type Reason, roundHalfAway, type Trouble } from '../arithmetic.ts';
import { compileFormula, type Formula } from '../compile.ts';
import type { Missing, Plan, Value } from '../plan.ts';
import type { Node } from '../tree.ts';
import type { TypeOf } from '../types.ts';
import { type Written, writeLoop } from './write-loop.ts';

/** Reasons by the number that stands for them in a column; 0 is none. */
export const reasons: (Reason | null)[] = [null, 'missing', 'zero_denominator', 'overflow', 'domain'];

/** A result for each row: NaN and the number of a reason where there is none. */
export interface Results {
  values: Float64Array;
  why: Uint8Array;
}
export interface ColumnFormula {
  plan: Plan;
  /** One column for each slot of the plan, NaN where the value is missing. Which zeros were assumed the closures tell, row by row. */
  compute(columns: Float64Array[], count: number): Results;
}

type Loop = (columns: Float64Array[], count: number, values: Float64Array, why: Uint8Array, explain: (row: number) => number, round: typeof round2, log: typeof log2) => void;
const plain = (found: number | Trouble): number => (typeof found === 'number' ? found : Number.NaN);
const round2 = (x: number, places: number): number => (Number.isNaN(x + places) ? Number.NaN : plain(roundHalfAway(x, places)));
const log2 = (x: number, base: number): number => (Number.isNaN(x + base) ? Number.NaN : plain(logarithmTo(x, base)));

/**
 * A formula as one loop over columns, for many cells at once; null where it has groups or texts, which are computed row by row. The loop computes
 * numbers alone: why a row has none the closures say, but for what is missing under `skip_if_any`.
 */
export function compileColumns(tree: Node, missing: Missing, typeOf: TypeOf = () => 'number'): ColumnFormula | null {
  const formula = compileFormula(tree, missing, typeOf);
  const { plan } = formula;
  if (plan.groups.length > 0) return null;
  const written: Written | null = writeLoop(tree, plan, missing, typeOf);
  if (!written) return null;
  // Decision 0015: the text is made of operators and numbers of our own; nothing that anybody wrote is in it.
  const loop = new Function('columns', 'count', 'values', 'why', 'explain', 'round', 'log', written.text) as Loop;
  const booleans = plan.slots.map((slot) => typeOf({ kind: 'reference', at: 0, ...slot }, false) === 'boolean');
  return {
    plan,
    compute(columns, count) {
      const [values, why] = [new Float64Array(count), new Uint8Array(count)];
      loop(columns, count, values, why, explainer(formula, columns, booleans), round2, log2);
      return { values, why };
    },
  };
}

/** Why a row has no number, by the closures; one frame serves all rows. */
function explainer(formula: Formula, columns: Float64Array[], booleans: boolean[]): (row: number) => number {
  const values: Value[] = columns.map(() => null);
  const frame = { values, groups: [] };
  return (row) => {
    for (let n = 0; n < columns.length; n += 1) {
      const value = columns[n]?.[row] as number;
      values[n] = Number.isNaN(value) ? null : booleans[n] ? value === 1 : value;
    }
    return reasons.indexOf(formula.compute(frame).reason);
  };
}
