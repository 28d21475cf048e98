import { type Selectable, sql } from 'kysely';
import { insertRows } from '#kernel/insert-rows.ts';
import type { Work } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { type EditLink, type EditNode, type EditTree, type NodeChange, nodesOf, treeOf } from './edit-tree.ts';
import type { VersionKey } from './plan-drafts.store.ts';
import { mostAtOnce } from './plan-operations.ts';
import { resultsOf, writeResults } from './results.store.ts';
import type { FundingRow, LinkRow, NodeRow, PlanTables } from './tables.ts';

type Node = Selectable<NodeRow>;
/** A tree as it was read, or what an operation needs of it, with the positions that are stored. */
export interface ReadTree {
  tree: EditTree;
  positions: Map<string, number>;
}

const own = (tx: RegionTx) => tx.withTables<PlanTables>();
const here = (tx: RegionTx, { planCode, planVersion }: VersionKey, table: string) => sql`${sql.ref(`${table}.region_code`)} = ${tx.region} and ${sql.ref(`${table}.plan_code`)} = ${planCode} and ${sql.ref(`${table}.plan_version`)} = ${planVersion}`;

/** Nodes read in one transaction, with their links and funding. */
const part = 1_000;

/** A whole version: for a difference, for proposing and adopting, never for an operation. Read part after part; throws `plan.changed_meanwhile` (409) where somebody changes it again and again. */
export async function readTree(read: Work, key: VersionKey): Promise<ReadTree> {
  for (let tries = 0; tries < 3; tries += 1) {
    const nodes: { made: EditNode; position: number }[] = [];
    const revisions = new Set<number | null>();
    for (let after: string | null = ''; after !== null; ) {
      const behind: string = after;
      const found = await read(async (tx) => ({ revision: await revisionOf(tx, key), some: await partOf(tx, key, behind) }));
      nodes.push(...found.some);
      revisions.add(found.revision);
      after = found.some.length === part ? (found.some.at(-1)?.made.code ?? null) : null;
    }
    if (revisions.size > 1) continue;
    nodes.sort((a, b) => a.position - b.position || (a.made.code < b.made.code ? -1 : 1));
    return { tree: treeOf(nodes.map(({ made }) => made)), positions: new Map(nodes.map(({ made, position }) => [made.code, position])) };
  }
  throw new Fault('plan.changed_meanwhile', 409, { given: `${key.planCode} ${key.planVersion}`, expected: 'a version that nobody changes just now', others: [] });
}

const revisionOf = async (tx: RegionTx, key: VersionKey): Promise<number | null> =>
  (await own(tx).selectFrom('plan.draft').select('revision').where((eb) => eb.and({ regionCode: tx.region, ...key })).executeTakeFirst())?.revision ?? null;

async function partOf(tx: RegionTx, key: VersionKey, after: string): Promise<{ made: EditNode; position: number }[]> {
  const { rows } = await sql<Node>`select n.* from plan.node n where ${here(tx, key, 'n')} and n.code > ${after} order by n.code limit ${part}`.execute(tx);
  const { tree } = await hung(tx, key, rows, rows.map(({ code }) => code));
  return rows.flatMap(({ code, position }) => { const made = tree.nodes.get(code); return made ? [{ made, position }] : []; });
}

/**
 * The nodes named, all above them, and their sisters and children: what an operation on them may need. Links and funding come with the named ones and with
 * what lies below `wholeBelow`. More than that is not read, however large the plan is.
 */
export async function readAround(tx: RegionTx, key: VersionKey, codes: string[], wholeBelow: string | null = null): Promise<ReadTree> {
  const found = await aroundOf(tx, key, codes);
  const below = wholeBelow === null ? [] : await belowWhole(tx, key, wholeBelow);
  const all = new Map([...found, ...below].map((node) => [node.code, node]));
  return hung(tx, key, [...all.values()].sort((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1)), [...codes, ...below.map(({ code }) => code)]);
}

/** A node with its links and funding, and all above it: what the page of one node shows beside those below. */
export async function readPath(tx: RegionTx, key: VersionKey, code: string): Promise<EditTree> {
  const found = await withAbove(tx, key, await byCodes(tx, key, [code]));
  return (await hung(tx, key, [...found.values()], [code])).tree;
}

/** A few short questions by key, and no join: without statistics of a version that was just made, the database would read all of it for one. */
export async function byCodes(tx: RegionTx, key: VersionKey, codes: string[]): Promise<Node[]> {
  const { rows } = await sql<Node>`select n.* from plan.node n where ${here(tx, key, 'n')} and n.code = any(${codes}::text[])`.execute(tx);
  return rows;
}
/** In the order of their index, so that it is the one that is used; null asks for the roots. */
async function byParents(tx: RegionTx, key: VersionKey, parents: string[] | null): Promise<Node[]> {
  const which = parents === null ? sql`n.parent_code is null` : sql`n.parent_code = any(${parents}::text[])`;
  const { rows } = await sql<Node>`select n.* from plan.node n where ${here(tx, key, 'n')} and ${which} order by n.parent_code, n.position, n.code`.execute(tx);
  return rows;
}

async function withAbove(tx: RegionTx, key: VersionKey, nodes: Node[]): Promise<Map<string, Node>> {
  const found = new Map(nodes.map((node) => [node.code, node]));
  for (let open = nodes; open.length > 0; ) {
    const wanted = [...new Set(open.flatMap(({ parentCode }) => (parentCode === null || found.has(parentCode) ? [] : [parentCode])))];
    open = wanted.length === 0 ? [] : await byCodes(tx, key, wanted);
    for (const node of open) found.set(node.code, node);
  }
  return found;
}

async function aroundOf(tx: RegionTx, key: VersionKey, codes: string[]): Promise<Node[]> {
  const named = await byCodes(tx, key, codes);
  const groups = [...new Set([...codes, ...named.flatMap(({ parentCode }) => parentCode ?? [])])];
  const all = [...(await withAbove(tx, key, named)).values(), ...(await byParents(tx, key, groups)), ...(await byParents(tx, key, null))];
  return [...new Map(all.map((node) => [node.code, node])).values()];
}

/** All that lies below, level by level; one more than may be changed at once is enough to refuse it. */
async function belowWhole(tx: RegionTx, key: VersionKey, code: string): Promise<Node[]> {
  const found: Node[] = [];
  for (let open = [code]; open.length > 0 && found.length <= mostAtOnce; ) {
    const next = await byParents(tx, key, open);
    found.push(...next);
    open = next.map((node) => node.code);
  }
  return found;
}

/** Nodes with their links and funding; these of `codes` alone. */
async function hung(tx: RegionTx, key: VersionKey, nodes: Node[], codes: string[]): Promise<ReadTree> {
  const base = <T extends 'plan.link' | 'plan.funding'>(table: T) => own(tx).selectFrom(table as 'plan.link').selectAll().where((eb) => eb.and({ regionCode: tx.region, ...key })).where('nodeCode', 'in', codes.length > 0 ? codes : ['']);
  const links = Map.groupBy((await base('plan.link').orderBy('kind').orderBy('code').execute()) as Selectable<LinkRow>[], (link) => link.nodeCode);
  const funding = Map.groupBy((await base('plan.funding').execute()) as unknown as Selectable<FundingRow>[], (row) => row.nodeCode);
  const results = await resultsOf(tx, key, codes);
  const made = nodes.map((node) => ({ ...nodeWith(node, links.get(node.code) ?? [], funding.get(node.code) ?? []), factors: results.factors.get(node.code) ?? [], contributions: results.contributions.get(node.code) ?? [] }));
  return { tree: treeOf(made), positions: new Map(nodes.map(({ code, position }) => [code, position])) };
}

/** `100.00` and `100` are one number: what was read must equal what was written. */
const bare = (number: string): string => (number.includes('.') ? number.replace(/\.?0+$/, '') : number);

function nodeWith({ regionCode: _r, planCode: _p, planVersion: _v, position: _o, weight, ...node }: Node, links: Selectable<LinkRow>[], funding: Selectable<FundingRow>[]): Omit<EditNode, 'factors' | 'contributions'> {
  return {
    code: node.code, parentCode: node.parentCode, level: node.level, textId: node.textId, textEn: node.textEn, shortId: node.shortId, shortEn: node.shortEn, letter: node.letter, weight: weight === null ? null : bare(weight),
    basis: node.basis, servesCode: node.servesCode, sourceCode: node.sourceCode, noteId: node.noteId, noteEn: node.noteEn,
    links: links.map((link) => ({ kind: link.kind, code: link.code, role: link.role, weight: link.weight, basis: link.basis, reasonId: link.reasonId, reasonEn: link.reasonEn, sourceCode: link.sourceCode, evidence: link.evidence })),
    funding: funding.map((row) => ({ period: row.period, amount: bare(row.amount), basis: row.basis, sourceCode: row.sourceCode, noteId: row.noteId, noteEn: row.noteEn })).sort((a, b) => (a.period < b.period ? -1 : 1)),
  };
}

/** Writes what changes made of a tree: the nodes that differ, and the order of those whose sisters came or went. */
export async function writeChanges(tx: RegionTx, key: VersionKey, { positions }: ReadTree, after: EditTree, changes: readonly NodeChange[]): Promise<void> {
  const first = new Map<string, NodeChange['before']>();
  for (const { code, before } of changes) if (!first.has(code)) first.set(code, before);
  const codes = [...first.keys()];
  const left = codes.flatMap((code) => after.nodes.get(code) ?? []);
  const parents = new Set(changes.flatMap(({ before, after: then }) => [before, then].flatMap((one) => (one ? [one.parentCode ?? ''] : []))));
  const order = [...parents].flatMap((parent) => (after.below.get(parent) ?? []).map((code, position) => ({ code, position })));
  const placeOf = new Map(order.map(({ code, position }) => [code, position]));
  await removeRows(tx, key, 'plan.node', 'code', codes);
  await insertRows(tx, 'plan.node', left.map(({ links: _l, funding: _f, factors: _s, contributions: _c, ...node }) => ({ ...key, ...node, position: placeOf.get(node.code) ?? 0 })));
  await writeFunding(tx, key, codes, first, after);
  await writeLinks(tx, key, codes, first, after);
  await writeResults(tx, key, codes, first, after.nodes);
  await putPositions(tx, key, order.filter(({ code, position }) => !first.has(code) && positions.get(code) !== position));
}

type Befores = Map<string, NodeChange['before']>;

async function writeFunding(tx: RegionTx, key: VersionKey, codes: string[], first: Befores, after: EditTree): Promise<void> {
  const differ = codes.filter((code) => JSON.stringify(first.get(code)?.funding ?? []) !== JSON.stringify(after.nodes.get(code)?.funding ?? []));
  await removeRows(tx, key, 'plan.funding', 'node_code', differ);
  await insertRows(tx, 'plan.funding', differ.flatMap((nodeCode) => (after.nodes.get(nodeCode)?.funding ?? []).map((row) => ({ ...key, nodeCode, ...row }))));
}

/** Link by link: one that was read into the node meanwhile, beside the draft, stays when an older operation is undone. A node that goes takes all of them along. */
async function writeLinks(tx: RegionTx, key: VersionKey, codes: string[], first: Befores, after: EditTree): Promise<void> {
  await removeRows(tx, key, 'plan.link', 'node_code', codes.filter((code) => first.get(code) && !after.nodes.has(code)));
  const steps = codes.filter((code) => after.nodes.has(code)).map((nodeCode) => ({ nodeCode, ...linkSteps(first.get(nodeCode)?.links ?? [], after.nodes.get(nodeCode)?.links ?? []) }));
  await putLinks(tx, key, steps.flatMap(({ nodeCode, gone }) => gone.map((link) => ({ nodeCode, ...link }))), steps.flatMap(({ nodeCode, come }) => come.map((link) => ({ nodeCode, ...link }))));
}

const sameLink = (a: EditLink, b: EditLink): boolean => a.kind === b.kind && a.code === b.code;
/** What goes and what comes; one that changes does both. */
export function linkSteps(before: readonly EditLink[], after: readonly EditLink[]): { gone: EditLink[]; come: EditLink[] } {
  const stays = (link: EditLink, others: readonly EditLink[]): boolean => others.some((other) => sameLink(link, other) && JSON.stringify(link) === JSON.stringify(other));
  return { gone: before.filter((link) => !stays(link, after)), come: after.filter((link) => !stays(link, before)) };
}

type LinkOf = EditLink & { nodeCode: string };
/** Takes links away and puts others; in an adopted version those alone that are a reading. */
export async function putLinks(tx: RegionTx, key: VersionKey, gone: LinkOf[], come: LinkOf[]): Promise<void> {
  const keys = [...gone, ...come].map(({ nodeCode, kind, code }) => ({ node_code: nodeCode, kind, code }));
  if (keys.length > 0) await sql`delete from plan.link n using json_to_recordset(${JSON.stringify(keys)}::json) as k(node_code text, kind text, code text) where ${here(tx, key, 'n')} and n.node_code = k.node_code and n.kind = k.kind and n.code = k.code`.execute(tx);
  await insertRows(tx, 'plan.link', come.map((link) => ({ ...key, ...link })));
}

async function removeRows(tx: RegionTx, key: VersionKey, table: string, column: string, codes: string[]): Promise<void> {
  if (codes.length > 0) await sql`delete from ${sql.table(table)} n where ${here(tx, key, 'n')} and ${sql.ref(`n.${column}`)} = any(${codes}::text[])`.execute(tx);
}

/** Places written by one statement. */
export const placesAtOnce = 2_000;
export async function putPositions(tx: RegionTx, key: VersionKey, order: { code: string; position: number }[]): Promise<void> {
  for (let from = 0; from < order.length; from += placesAtOnce) await sql`update plan.node n set position = k.position from json_to_recordset(${JSON.stringify(order.slice(from, from + placesAtOnce))}::json) as k(code text, position int) where ${here(tx, key, 'n')} and n.code = k.code`.execute(tx);
}

/** Positions as a pack has them, of nodes that stand otherwise: through the whole tree, each node followed by those below it. */
export const placesOf = ({ tree, positions }: ReadTree): { code: string; position: number }[] =>
  nodesOf(tree).map(({ code }, position) => ({ code, position })).filter(({ code, position }) => positions.get(code) !== position);

/** One page of the nodes below another (null: the roots), with how many lie below each; `from` is how many come before. */
export async function listNodesBelow(tx: RegionTx, key: VersionKey, parent: string | null, from: number, limit: number): Promise<(Node & { below: number })[]> {
  const which = parent === null ? sql`n.parent_code is null` : sql`n.parent_code = ${parent}`;
  const { rows } = await sql<Node>`select n.* from plan.node n where ${here(tx, key, 'n')} and ${which} order by n.parent_code, n.position, n.code offset ${from} limit ${limit}`.execute(tx);
  const counts = await sql<{ parentCode: string; below: number }>`select n.parent_code, count(*)::int as below from plan.node n where ${here(tx, key, 'n')} and n.parent_code = any(${rows.map(({ code }) => code)}::text[]) group by n.parent_code order by n.parent_code`.execute(tx);
  const countOf = new Map(counts.rows.map(({ parentCode, below }) => [parentCode, below]));
  return rows.map((row) => ({ ...row, below: countOf.get(row.code) ?? 0 }));
}

/** Funding of a few nodes, by node and year. */
export const listFundingOf = (tx: RegionTx, key: VersionKey, codes: string[]): Promise<Selectable<FundingRow>[]> =>
  own(tx).selectFrom('plan.funding').selectAll().where((eb) => eb.and({ regionCode: tx.region, ...key })).where('nodeCode', 'in', codes.length > 0 ? codes : ['']).orderBy('period').execute();
