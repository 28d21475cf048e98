import { isDeepStrictEqual } from 'node:util';
import { type Changing, type EditContribution, type EditFactor, type EditNode, getNode, refuse } from './edit-tree.ts';
import { atMost, longestText } from './texts.ts';

/** A critical success factor of a node as it shall become; null takes it away. */
export interface FactorOperation {
  kind: 'factor';
  node: string;
  code: string;
  /** It is added: a code that is there already is a duplicate. */
  fresh: boolean;
  factor: Omit<EditFactor, 'code'> | null;
}
/** What an agency does so that a node is reached, as it shall become; null takes it away. */
export interface ContributionOperation {
  kind: 'contribution';
  node: string;
  agency: string;
  fresh: boolean;
  contribution: Omit<EditContribution, 'agencyCode'> | null;
}

/** More of a node would be a list that nobody reads. */
export const mostResults = 40;

/** Does it. Throws a Fault `plan.factor_*` (422). What contributes to a factor that goes contributes to the node. */
export function changeFactor(work: Changing, { node: at, code, fresh, factor }: FactorOperation): void {
  const node = getNode(work.tree, at);
  const others = placeFor(node.factors, (one) => one.code === code, { field: 'code', given: code, fresh });
  if (factor) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(code)) throw refuse('code', 'code', code, 'letters, digits, . _ -, at most 64');
    checkWords(factor);
  }
  const contributions = factor ? node.contributions : node.contributions.map((one) => (one.factorCode === code ? { ...one, factorCode: null } : one));
  work.set(at, { factors: sorted([...others, ...(factor ? [{ code, textId: factor.textId, textEn: factor.textEn, basis: factor.basis, sourceCode: factor.sourceCode }] : [])], (one) => one.code), contributions });
}

/** Does it. Throws a Fault `plan.factor_*`, `plan.contribution_role` (422). */
export function changeContribution(work: Changing, { node: at, agency, fresh, contribution }: ContributionOperation): void {
  const node = getNode(work.tree, at);
  const others = placeFor(node.contributions, (one) => one.agencyCode === agency, { field: 'agency', given: agency, fresh });
  if (contribution) {
    if (contribution.role !== 'lead' && contribution.role !== 'contributor') throw refuse('contribution_role', 'role', contribution.role, 'lead, contributor');
    if (contribution.factorCode !== null && !node.factors.some(({ code }) => code === contribution.factorCode)) throw refuse('factor_missing', 'factor', contribution.factorCode, node.factors.map(({ code }) => code).join(', ') || '-');
    checkWords(contribution);
  }
  const made = contribution ? [{ agencyCode: agency, role: contribution.role, textId: contribution.textId, textEn: contribution.textEn, factorCode: contribution.factorCode, basis: contribution.basis, sourceCode: contribution.sourceCode }] : [];
  work.set(at, { contributions: sorted([...others, ...made], (one) => one.agencyCode) });
}

/**
 * What two nodes that become one are said to need. A factor whose code the other has for something else gets a free one, and what contributes to it
 * follows. Throws a Fault `plan.contribution_clash` (422) where an agency does another thing for each: which one stands is for somebody to say.
 */
export function mergedResults(node: EditNode, other: EditNode): Pick<EditNode, 'factors' | 'contributions'> {
  const factors = new Map(other.factors.map((one) => [one.code, one]));
  const codes = new Map<string, string>();
  for (const one of node.factors) {
    let [code, n] = [one.code, 1];
    while (factors.has(code) && !alike({ ...one, code }, factors.get(code))) {
      n += 1;
      code = `${one.code.slice(0, 58)}-${n}`;
    }
    codes.set(one.code, code);
    factors.set(code, { ...one, code });
  }
  const moved = node.contributions.map((one) => ({ ...one, factorCode: one.factorCode === null ? null : (codes.get(one.factorCode) ?? null) }));
  const clash = moved.find((one) => other.contributions.some((own) => own.agencyCode === one.agencyCode && !alike(own, one)));
  if (clash) throw refuse('contribution_clash', 'into', clash.agencyCode, 'one contribution of an agency');
  const fresh = moved.filter(({ agencyCode }) => !other.contributions.some((own) => own.agencyCode === agencyCode));
  return { factors: sorted([...factors.values()], (one) => one.code), contributions: sorted([...other.contributions, ...fresh], (one) => one.agencyCode) };
}

const alike = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other);

const sorted = <T>(all: T[], by: (one: T) => string): T[] => all.sort((a, b) => (by(a) < by(b) ? -1 : 1));

/** The others, if there is a place for it. */
function placeFor<T>(all: readonly T[], isIt: (one: T) => boolean, { field, given, fresh }: { field: string; given: string; fresh: boolean }): T[] {
  const there = all.some(isIt);
  if (fresh && there) throw refuse('factor_twice', field, given, 'one that the node has not');
  if (!fresh && !there) throw refuse('factor_missing', field, given, 'one of this node');
  if (fresh && all.length >= mostResults) throw refuse('factor_many', field, all.length + 1, String(mostResults));
  return all.filter((one) => !isIt(one));
}

function checkWords({ textId, textEn, basis }: Pick<EditFactor, 'textId' | 'textEn' | 'basis'>): void {
  for (const [field, text] of Object.entries({ textId, textEn })) {
    if (text.trim() === '') throw refuse('text', field, text, 'a text');
    atMost(longestText, field, text);
  }
  if (basis !== 'document' && basis !== 'reading') throw refuse('factor_basis', 'basis', basis, 'document, reading');
}
