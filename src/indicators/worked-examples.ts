import { computeTree } from './formula/compute-line.ts';
import type { Missing } from './formula/plan.ts';
import type { Node } from './formula/tree.ts';
import type { WorkedExample } from './tables.ts';

/** What a worked example gives when computed; null when it agrees. Equal within 1e-9, because people write rounded results. */
export function exampleFault(tree: Node, missing: string, example: WorkedExample): string | null {
  const { value, reason } = computeTree(tree, example.values, missing as Missing);
  if (typeof value === 'string' || typeof value === 'boolean') return value === example.result ? null : String(value);
  if (value === null) return example.result === null && (example.reason ?? reason) === reason ? null : `${value} (${reason})`;
  return typeof example.result === 'number' && Math.abs(value - example.result) <= 1e-9 * Math.max(1, Math.abs(value)) ? null : String(value);
}
