import { type Selectable, sql } from 'kysely';
import { insertRows } from '#kernel/insert-rows.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { type EditNode, type EditTree, type NodeChange, nodesOf, treeOf } from './edit-tree.ts';
import type { VersionKey } from './plan-drafts.store.ts';
import type { FundingRow, LinkRow, NodeRow, PlanTables } from './tables.ts';

type Node = Selectable<NodeRow>;
/** A tree as it was read, or what an operation needs of it, with the positions that are stored. */
export interface ReadTree {
  tree: EditTree;
  positions: Map<string, number>;
}

const own = (tx: RegionTx) => tx.withTables<PlanTables>();
const here = (tx: RegionTx, { planCode, planVersion }: VersionKey, table: string) => sql`${sql.ref(`${table}.region_code`)} = ${tx.region} and ${sql.ref(`${table}.plan_code`)} = ${planCode} and ${sql.ref(`${table}.plan_version`)} = ${planVersion}`;

/** A whole version: for a difference, for proposing and adopting, never for an operation. */
export async function readTree(tx: RegionTx, key: VersionKey): Promise<ReadTree> {
  const nodes = await own(tx).selectFrom('plan.node').selectAll().where((eb) => eb.and({ regionCode: tx.region, ...key })).orderBy('position').orderBy('code').execute();
  return hung(tx, key, nodes, null);
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
  const { rows } = await sql<Node>`with recursive up as (
      select n.* from plan.node n where ${here(tx, key, 'n')} and n.code = ${code}
      union select p.* from up join plan.node p on p.code = up.parent_code and ${here(tx, key, 'p')})
    select * from up`.execute(tx);
  return (await hung(tx, key, rows, [code])).tree;
}

async function aroundOf(tx: RegionTx, key: VersionKey, codes: string[]): Promise<Node[]> {
  const { rows } = await sql<Node>`with recursive up as (
      select n.code, n.parent_code from plan.node n where ${here(tx, key, 'n')} and n.code = any(${codes}::text[])
      union select p.code, p.parent_code from up join plan.node p on p.code = up.parent_code and ${here(tx, key, 'p')}),
    groups as (select unnest(${codes}::text[]) as code union select parent_code from up where code = any(${codes}::text[]) and parent_code is not null),
    wanted as (select code from up union select c.code from groups g join plan.node c on c.parent_code = g.code and ${here(tx, key, 'c')}
      union select r.code from plan.node r where ${here(tx, key, 'r')} and r.parent_code is null)
    select n.* from wanted w join plan.node n on n.code = w.code and ${here(tx, key, 'n')}`.execute(tx);
  return rows;
}

async function belowWhole(tx: RegionTx, key: VersionKey, code: string): Promise<Node[]> {
  const { rows } = await sql<Node>`with recursive down as (
      select n.code from plan.node n where ${here(tx, key, 'n')} and n.parent_code = ${code}
      union select c.code from down join plan.node c on c.parent_code = down.code and ${here(tx, key, 'c')}),
    wanted as (select code from down limit 2001)
    select n.* from wanted w join plan.node n on n.code = w.code and ${here(tx, key, 'n')}`.execute(tx);
  return rows;
}

/** Nodes with their links and funding; of `codes` alone, or of all. */
async function hung(tx: RegionTx, key: VersionKey, nodes: Node[], codes: string[] | null): Promise<ReadTree> {
  const base = <T extends 'plan.link' | 'plan.funding'>(table: T) => own(tx).selectFrom(table as 'plan.link').selectAll().where((eb) => eb.and({ regionCode: tx.region, ...key })).$if(codes !== null, (query) => query.where('nodeCode', 'in', codes?.length ? codes : ['']));
  const links = Map.groupBy((await base('plan.link').orderBy('kind').orderBy('code').execute()) as Selectable<LinkRow>[], (link) => link.nodeCode);
  const funding = Map.groupBy((await base('plan.funding').execute()) as unknown as Selectable<FundingRow>[], (row) => row.nodeCode);
  const made = nodes.map((node) => nodeWith(node, links.get(node.code) ?? [], funding.get(node.code) ?? []));
  return { tree: treeOf(made), positions: new Map(nodes.map(({ code, position }) => [code, position])) };
}

/** `100.00` and `100` are one number: what was read must equal what was written. */
const bare = (number: string): string => (number.includes('.') ? number.replace(/\.?0+$/, '') : number);

function nodeWith({ regionCode: _r, planCode: _p, planVersion: _v, position: _o, weight, ...node }: Node, links: Selectable<LinkRow>[], funding: Selectable<FundingRow>[]): EditNode {
  return {
    code: node.code, parentCode: node.parentCode, level: node.level, textId: node.textId, textEn: node.textEn, shortId: node.shortId, shortEn: node.shortEn, letter: node.letter, weight: weight === null ? null : bare(weight),
    basis: node.basis, servesCode: node.servesCode, sourceCode: node.sourceCode, noteId: node.noteId, noteEn: node.noteEn,
    links: links.map((link) => ({ kind: link.kind, code: link.code, role: link.role, weight: link.weight, basis: link.basis, reasonId: link.reasonId, reasonEn: link.reasonEn, sourceCode: link.sourceCode })),
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
  await insertRows(tx, 'plan.node', left.map(({ links: _l, funding: _f, ...node }) => ({ ...key, ...node, position: placeOf.get(node.code) ?? 0 })));
  for (const [table, of] of [['plan.link', 'links'], ['plan.funding', 'funding']] as const) {
    const differ = codes.filter((code) => JSON.stringify(first.get(code)?.[of] ?? []) !== JSON.stringify(after.nodes.get(code)?.[of] ?? []));
    await removeRows(tx, key, table, 'node_code', differ);
    await insertRows(tx, table, differ.flatMap((nodeCode) => (after.nodes.get(nodeCode)?.[of] ?? []).map((row) => ({ ...key, nodeCode, ...row }))));
  }
  await putPositions(tx, key, order.filter(({ code, position }) => !first.has(code) && positions.get(code) !== position));
}

async function removeRows(tx: RegionTx, key: VersionKey, table: string, column: string, codes: string[]): Promise<void> {
  if (codes.length > 0) await sql`delete from ${sql.table(table)} n where ${here(tx, key, 'n')} and ${sql.ref(`n.${column}`)} = any(${codes}::text[])`.execute(tx);
}

async function putPositions(tx: RegionTx, key: VersionKey, order: { code: string; position: number }[]): Promise<void> {
  const some = 2_000;
  for (let from = 0; from < order.length; from += some) await sql`update plan.node n set position = k.position from json_to_recordset(${JSON.stringify(order.slice(from, from + some))}::json) as k(code text, position int) where ${here(tx, key, 'n')} and n.code = k.code`.execute(tx);
}

/** Positions as a pack has them: through the whole tree, each node followed by those below it. */
export async function renumber(tx: RegionTx, key: VersionKey, { tree, positions }: ReadTree): Promise<void> {
  await putPositions(tx, key, nodesOf(tree).map(({ code }, position) => ({ code, position })).filter(({ code, position }) => positions.get(code) !== position));
}

/** One page of the nodes below another (null: the roots), with how many lie below each; `behind` is the place of the last one seen. */
export async function listNodesBelow(tx: RegionTx, key: VersionKey, parent: string | null, from: number, limit: number): Promise<(Node & { below: number })[]> {
  const which = parent === null ? sql`n.parent_code is null` : sql`n.parent_code = ${parent}`;
  const { rows } = await sql<Node & { below: number }>`select n.*, (select count(*)::int from plan.node c where ${here(tx, key, 'c')} and c.parent_code = n.code) as below
    from plan.node n where ${here(tx, key, 'n')} and ${which} order by n.position, n.code offset ${from} limit ${limit}`.execute(tx);
  return rows;
}

/** Funding of a few nodes, by node and year. */
export const listFundingOf = (tx: RegionTx, key: VersionKey, codes: string[]): Promise<Selectable<FundingRow>[]> =>
  own(tx).selectFrom('plan.funding').selectAll().where((eb) => eb.and({ regionCode: tx.region, ...key })).where('nodeCode', 'in', codes.length > 0 ? codes : ['']).orderBy('period').execute();
