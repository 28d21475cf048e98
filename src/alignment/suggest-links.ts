import { likenessOf, stemsOf, trigramsOf } from './text-likeness.ts';

/** What may be linked to a node: an initiative of the masterplan, or an indicator. */
export interface LinkedThing {
  kind: 'initiative' | 'indicator';
  code: string;
  /** Its name, and what is said of it, in Indonesian: the language of the documents. */
  name: string;
  about: string;
  agencies: string[];
  /** By which it is measured; of an indicator, itself. */
  indicators: string[];
}
export interface LinkedNode {
  code: string;
  parentCode: string | null;
  text: string;
  /** Of its plan, and of the indicators at it. */
  agencies: string[];
  indicators: string[];
}
export interface SuggestInput {
  things: LinkedThing[];
  /** Of one version of one plan. */
  nodes: LinkedNode[];
  /** What is linked already. */
  links: { kind: string; code: string; nodeCode: string }[];
}

/** A link that the texts suggest, with all that speaks for it; a person says yes or no. */
export interface Suggestion {
  kind: LinkedThing['kind'];
  code: string;
  nodeCode: string;
  /** 0 to 1; it orders suggestions and says nothing else. */
  strength: number;
  /** Words of the node whose stems stand in both texts, the rarest first. */
  words: string[];
  /** Likeness of name and text by trigrams, 0 to 1. */
  likeness: number;
  indicators: string[];
  agencies: string[];
}

/** So many for each thing; more would be a list that nobody reads. */
const mostOfThing = 3;
const least = 0.3;

interface Read {
  stems: Map<string, string>;
  trigrams(): Set<string>;
}
/** Few nodes come so far that their trigrams are asked for. */
function readOf(stemmed: string, spelled: string): Read {
  let found: Set<string> | undefined;
  return { stems: stemsOf(stemmed), trigrams: () => (found ??= trigramsOf(spelled)) };
}

/**
 * Links that are not there and that the texts speak for: shared stems, weighed by how rare they are, likeness by trigrams, shared indicators, a shared agency (which is
 * never enough alone). A thing that serves a node, or one below it, is not suggested there again. Pure; the strongest first.
 */
export function suggestLinks({ things, nodes, links }: SuggestInput): Suggestion[] {
  const read = new Map(nodes.map((node) => [node.code, readOf(node.text, node.text)]));
  const byStem = new Map<string, LinkedNode[]>();
  for (const node of nodes) for (const stem of read.get(node.code)?.stems.keys() ?? []) append(byStem, stem, node);
  const byIndicator = new Map<string, LinkedNode[]>();
  for (const node of nodes) for (const code of node.indicators) append(byIndicator, code, node);
  const weigh = (stem: string): number => Math.log(1 + nodes.length / (byStem.get(stem)?.length ?? 1));
  const taken = servedBy(nodes, links);
  return things.flatMap((thing) => {
    const own = readOf(`${thing.name} ${thing.about}`, thing.name);
    // Only nodes that share something: with many nodes nearly all share nothing.
    const near = new Set([...own.stems.keys()].flatMap((stem) => byStem.get(stem) ?? []));
    if (thing.kind === 'initiative') for (const node of thing.indicators.flatMap((code) => byIndicator.get(code) ?? [])) near.add(node);
    const found = [...near].flatMap((node) => (taken.get(`${thing.kind} ${thing.code}`)?.has(node.code) ? [] : compare(thing, own, node, read.get(node.code) as Read, weigh)));
    return found.sort(byStrength).slice(0, mostOfThing);
  }).sort(byStrength);
}

const byStrength = (a: Suggestion, b: Suggestion): number => b.strength - a.strength || (`${a.kind} ${a.code} ${a.nodeCode}` < `${b.kind} ${b.code} ${b.nodeCode}` ? -1 : 1);

function append<T>(map: Map<string, T[]>, key: string, one: T): void {
  const there = map.get(key);
  if (there) there.push(one);
  else map.set(key, [one]);
}

function compare(thing: LinkedThing, own: Read, node: LinkedNode, there: Read, weigh: (stem: string) => number): Suggestion[] {
  const shared = [...there.stems.keys()].filter((stem) => own.stems.has(stem)).sort((a, b) => weigh(b) - weigh(a) || (a < b ? -1 : 1));
  const whole = [...there.stems.keys()].reduce((sum, stem) => sum + weigh(stem), 0);
  const covered = whole === 0 ? 0 : shared.reduce((sum, stem) => sum + weigh(stem), 0) / whole;
  const indicators = thing.kind === 'indicator' ? [] : thing.indicators.filter((code) => node.indicators.includes(code));
  const agencies = thing.agencies.filter((code) => node.agencies.includes(code));
  // One shared word in a long sentence is chance; in a short one it may be all that the sentence says.
  const speaks = shared.length >= 2 || covered >= 0.4 || indicators.length > 0;
  if (!speaks) return [];
  const likeness = likenessOf(own.trigrams(), there.trigrams());
  const strength = Math.min(1, 0.55 * covered + 0.25 * likeness + (indicators.length > 0 ? 0.3 : 0) + (agencies.length > 0 ? 0.1 : 0));
  if (strength < least) return [];
  return [{ kind: thing.kind, code: thing.code, nodeCode: node.code, strength, words: shared.map((stem) => there.stems.get(stem) ?? stem), likeness, indicators, agencies }];
}

/** For each linked thing the nodes that it serves: those it is linked to, and all above them. */
function servedBy(nodes: LinkedNode[], links: SuggestInput['links']): Map<string, Set<string>> {
  const parents = new Map(nodes.map((node) => [node.code, node.parentCode]));
  const served = new Map<string, Set<string>>();
  for (const { kind, code, nodeCode } of links) {
    const own = served.get(`${kind} ${code}`) ?? new Set<string>();
    for (let at: string | null | undefined = nodeCode; typeof at === 'string' && !own.has(at); at = parents.get(at)) own.add(at);
    served.set(`${kind} ${code}`, own);
  }
  return served;
}
