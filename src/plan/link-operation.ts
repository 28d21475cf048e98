import { type Changing, type EditLink, type EditNode, getNode, refuse } from './edit-tree.ts';
import { exactly, inText, sumOf } from './exact.ts';

/** A link of a node as it shall become; null takes it away. */
export interface LinkOperation {
  kind: 'link';
  node: string;
  of: 'indicator' | 'initiative';
  code: string;
  /** It is added: one that is there already is a duplicate. */
  fresh: boolean;
  link: Omit<EditLink, 'kind' | 'code'> | null;
  /** What the node's other links of the kind shall weigh, by their codes; those that are not named stay. */
  weights: Record<string, string | null>;
}

/** Weights are percents, or parts of one. */
export const isWhole = (sum: bigint): boolean => sum === 100n * 10n ** 6n || sum === 10n ** 6n;

/** Does it; `parts` are the weights of the node's parts, beside which its indicators count. Throws a Fault `plan.link_*` (422). */
export function link(work: Changing, operation: LinkOperation, parts: readonly (string | null)[]): void {
  const node = getNode(work.tree, operation.node);
  const links = linksAfter(node, operation);
  // What was wrong before is nobody's fault who changes a reason.
  const weighed = (all: readonly EditLink[]): string => all.filter((one) => one.kind === operation.of).map(({ code, weight }) => `${code} ${weight ?? ''}`).sort().join();
  if (weighed(node.links) !== weighed(links)) checkWeights(links.filter((one) => one.kind === operation.of), operation, parts);
  work.set(node.code, { links });
}

const isIt = ({ of, code }: LinkOperation) => (one: EditLink): boolean => one.kind === of && one.code === code;

function linksAfter({ links }: EditNode, operation: LinkOperation): EditLink[] {
  const { of, code, fresh, link: become, weights } = operation;
  const there = links.some(isIt(operation));
  if (fresh && there) throw refuse('link_twice', 'code', code, 'one that is not linked to this node yet');
  if (!fresh && !there) throw refuse('link_missing', 'code', code, 'a link of this node');
  if (become) checkContent(become);
  const stranger = Object.keys(weights).find((one) => one === code || !links.some((other) => other.kind === of && other.code === one));
  if (stranger !== undefined) throw refuse('link_missing', 'weights', stranger, links.filter((one) => one.kind === of).map((one) => one.code).join(', '));
  const rest = links.filter((one) => !isIt(operation)(one)).map((one) => (one.kind === of && one.code in weights ? { ...one, weight: plain(weights[one.code] ?? null, `weight~${one.code}`) } : one));
  const all = become === null ? rest : [...rest, { kind: of, code, ...become, weight: plain(become.weight, 'weight') }];
  return all.sort((a, b) => (a.kind === b.kind ? (a.code < b.code ? -1 : 1) : a.kind < b.kind ? -1 : 1));
}

function plain(weight: string | null, field: string): string | null {
  if (weight === null) return null;
  const exact = exactly(weight);
  if (exact === null || exact <= 0n) throw refuse('link_weight', field, weight, '> 0');
  return inText(exact);
}

function checkContent({ role, basis, reasonId, reasonEn }: NonNullable<LinkOperation['link']>): void {
  if (role !== 'primary' && role !== 'supporting') throw refuse('link_role', 'role', role, 'primary, supporting');
  if (basis !== 'document' && basis !== 'reading') throw refuse('link_basis', 'basis', basis, 'document, reading');
  // What the document says needs no reason of ours; what we read does.
  if (basis === 'reading' && !reasonId?.trim()) throw refuse('link_reason', 'reasonId', '', 'a reason');
  if (basis === 'reading' && !reasonEn?.trim()) throw refuse('link_reason', 'reasonEn', '', 'a reason');
}

/**
 * An initiative carries a share of its node: together at most 100. An indicator is scored beside the node's parts: none of them is weighed, or all are, and are 100 (or 1)
 * together. Throws where it is not so.
 */
function checkWeights(links: readonly EditLink[], { of }: LinkOperation, parts: readonly (string | null)[]): void {
  const weights = links.map(({ weight }) => weight);
  if (of === 'initiative') {
    const sum = sumOf(weights);
    if (sum > 100n * 10n ** 6n) throw refuse('link_share', 'weight', inText(sum), '100');
    return;
  }
  if ([...weights, ...parts].every((one) => one === null)) return;
  const without = links.find(({ weight }) => weight === null);
  if (without) throw refuse('link_weights', 'weight', without.code, 'a weight for every link of the node, or for none');
  const sum = sumOf([...weights, ...parts]);
  if (links.length > 0 && !isWhole(sum)) throw refuse('link_sum', 'weight', inText(sum), '100');
}
