import { FormulaError } from './errors.ts';
import { childrenOf, type Modifier, type Node } from './tree.ts';

/**
 * `yearToDate` and `aggregationType` say how stored data are put together: of what is computed for one period (another indicator, a target, a group) they
 * would say nothing, so they are refused there. `subExpression` is put together as `aggregationType` says.
 */
export function refuseModifiers(node: Node, around: Modifier['name'] | null = null): void {
  if (around !== null && keepsNot(node, around)) {
    throw new FormulaError('not_supported', node.at, { id: `\`${around}\` hanya untuk data \`#{…}\`, bukan untuk yang sudah dihitung`, en: `expected data \`#{…}\` below \`${around}\`, not what is computed already` });
  }
  const name = node.kind === 'modified' && (node.by.name === 'yearToDate' || node.by.name === 'aggregationType') ? node.by.name : node.kind === 'group' ? null : around;
  for (const child of childrenOf(node)) refuseModifiers(child, name);
}

const keepsNot = (node: Node, around: Modifier['name']): boolean =>
  (node.kind === 'reference' && 'NTR'.includes(node.sigil)) || (node.kind === 'group' && !(node.over.of === 'parts' && around === 'aggregationType'));
