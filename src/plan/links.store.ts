import { type Selectable, sql } from 'kysely';
import type { RegionTx } from '#kernel/regions.ts';
import type { VersionKey } from './plan-drafts.store.ts';
import type { LinkRow, PlanTables } from './tables.ts';

type Link = Selectable<LinkRow>;
const own = (tx: RegionTx) => tx.withTables<PlanTables>();
const here = (tx: RegionTx, { planCode, planVersion }: VersionKey, table: string) => sql`${sql.ref(`${table}.region_code`)} = ${tx.region} and ${sql.ref(`${table}.plan_code`)} = ${planCode} and ${sql.ref(`${table}.plan_version`)} = ${planVersion}`;

/** What is looked for among the links of a version: in the words of their nodes, in their reasons, or by the things (`initiative/code`) whose names have it. */
export interface LinkQuestion {
  text: string;
  lang: 'id' | 'en';
  things: string[];
}

/** One page of a version's links, one more than wanted where there are more. */
export async function listLinksOf(tx: RegionTx, key: VersionKey, { from, limit, question }: { from: number; limit: number; question: LinkQuestion | null }): Promise<Link[]> {
  const { rows } = await sql<Link>`select l.* from plan.link l where ${here(tx, key, 'l')} and ${question ? fits(tx, key, question) : sql`true`}
    order by l.region_code, l.plan_code, l.plan_version, l.node_code, l.kind, l.code offset ${from} limit ${limit + 1}`.execute(tx);
  return rows;
}

const has = (column: string, text: string) => sql`position(${text} in lower(${sql.ref(column)})) > 0`;
const fits = (tx: RegionTx, key: VersionKey, { text, lang, things }: LinkQuestion) =>
  sql`(${has('l.node_code', text)} or ${lang === 'id' ? has('l.reason_id', text) : sql`position(${text} in lower(coalesce(l.reason_en, l.reason_id))) > 0`} or l.kind || '/' || l.code = any(${things}::text[]) or l.node_code in (select n.code from plan.node n where ${here(tx, key, 'n')} and ${has(lang === 'id' ? 'n.text_id' : 'n.text_en', text)}))`;

/** All links of one node. */
export const listLinksAt = (tx: RegionTx, key: VersionKey, nodeCode: string): Promise<Link[]> =>
  own(tx).selectFrom('plan.link').selectAll().where((eb) => eb.and({ regionCode: tx.region, ...key, nodeCode })).orderBy('kind').orderBy('code').execute();

/** Whether a version has more nodes than that; it looks no further. */
export async function hasMoreNodes(tx: RegionTx, key: VersionKey, than: number): Promise<boolean> {
  const { rows } = await sql`select 1 from plan.node n where ${here(tx, key, 'n')} offset ${than} limit 1`.execute(tx);
  return rows.length > 0;
}

/** The whole version as far as suggestions look at it. */
export async function readForSuggestions(tx: RegionTx, key: VersionKey): Promise<{ nodes: SuggestedNode[]; links: Pick<Link, 'kind' | 'code' | 'nodeCode' | 'weight'>[] }> {
  const nodes = await own(tx).selectFrom('plan.node').select(['code', 'parentCode', 'textId', 'textEn', 'weight']).where((eb) => eb.and({ regionCode: tx.region, ...key })).orderBy('position').orderBy('code').execute();
  const links = await own(tx).selectFrom('plan.link').select(['kind', 'code', 'nodeCode', 'weight']).where((eb) => eb.and({ regionCode: tx.region, ...key })).orderBy('nodeCode').orderBy('kind').orderBy('code').execute();
  return { nodes, links };
}
export interface SuggestedNode {
  code: string;
  parentCode: string | null;
  textId: string;
  textEn: string;
  weight: string | null;
}
