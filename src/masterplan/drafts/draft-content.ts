import type { PackRow } from '#kernel/pack-file.ts';
import type { PackTable, Tables } from '#kernel/pack-part.ts';
import { rowsOf, sortedByKey } from '#kernel/pack-parts.ts';

export type Data = PackRow['data'];
/** A masterplan as it stands or shall stand: its rows, by table. */
export type Content = Record<string, Data[]>;

/** One row of a draft: what it shall be (null takes it away), and what was in force when it was first changed. */
export interface DraftChange {
  subject: string;
  key: string;
  definition: Data | null;
  before: Data | null;
}
/** A row that was changed in force since the draft changed it. */
export interface Outdated extends DraftChange {
  now: Data | null;
}
/** A row that two contents have otherwise. */
export interface Changed {
  subject: string;
  key: string;
  before: Data | null;
  after: Data | null;
  /** Columns that differ; of what was added or taken away none. */
  fields: string[];
}

export const keyOf = ({ key }: PackTable, data: Data): string => key.map((name) => String(data[name] ?? '')).join(' / ');

const stable = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, inner) => (inner && typeof inner === 'object' && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner as object).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
/** An absent list is an empty one. */
const bare = (value: unknown): unknown => (Array.isArray(value) && value.length === 0 ? null : (value ?? null));
const differ = (a: Data | null, b: Data | null): string[] =>
  [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])].filter((name) => stable(bare(a?.[name])) !== stable(bare(b?.[name])));
export const isSame = (a: Data | null, b: Data | null): boolean => (a === null) === (b === null) && differ(a, b).length === 0;

/** All definitions with the draft in force; rows that somebody changed in force meanwhile are told, and the draft's stand. */
export function withDraft(tables: PackTable[], inForce: Tables, rows: DraftChange[]): { wanted: Tables; outdated: Outdated[] } {
  const wanted: Tables = new Map(inForce);
  const outdated: Outdated[] = [];
  for (const table of tables) {
    const changes = rows.filter(({ subject }) => subject === table.name);
    if (changes.length === 0) continue;
    const there = new Map(rowsOf(inForce, table.name).map((row) => [keyOf(table, row.data), row]));
    for (const change of changes) {
      const now = there.get(change.key)?.data ?? null;
      if (!isSame(now, change.before) && !isSame(now, change.definition)) outdated.push({ ...change, now });
      if (change.definition === null) there.delete(change.key);
      else there.set(change.key, { file: 'draft', line: 1, data: change.definition });
    }
    wanted.set(table.name, [...there.values()]);
  }
  return { wanted: withoutOrphans(wanted), outdated };
}

/** What an initiative that is gone leaves behind goes with it: its steps on the roadmap, and its links to the plans. */
function withoutOrphans(tables: Tables): Tables {
  const known = new Set(rowsOf(tables, 'masterplan.initiative').map(({ data }) => data.code));
  const kept = (name: string, stays: (data: Data) => boolean): void => {
    const rows = rowsOf(tables, name);
    const left = rows.filter(({ data }) => stays(data));
    if (left.length < rows.length) tables.set(name, left);
  };
  kept('masterplan.roadmap', (data) => known.has(data.initiative_code ?? ''));
  kept('plan.link', (data) => data.kind !== 'initiative' || known.has(data.code ?? ''));
  return tables;
}

export function contentOf(tables: PackTable[], from: Tables): Content {
  return Object.fromEntries(tables.map((table) => [table.name, sortedByKey(rowsOf(from, table.name), table.key).map(({ data }) => data)]));
}

/** The same content always as the same text, so that its digest can be compared. */
export const writeContent = (content: Content): string => stable(content);

/** What one content has otherwise than another, table by table in their order. */
export function differenceOf(tables: PackTable[], before: Content, after: Content): Changed[] {
  return tables.flatMap((table) => {
    const [was, is] = [before, after].map((content) => new Map((content[table.name] ?? []).map((data) => [keyOf(table, data), data]))) as [Map<string, Data>, Map<string, Data>];
    return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((key): Changed[] => {
      const [old, now] = [was.get(key) ?? null, is.get(key) ?? null];
      return isSame(old, now) ? [] : [{ subject: table.name, key, before: old, after: now, fields: old && now ? differ(old, now) : [] }];
    });
  });
}

/** A content with a difference put in force: of `before` it gives what `differenceOf(before, after)` was found with. */
export function applyDifference(tables: PackTable[], content: Content, changes: Changed[]): Content {
  return Object.fromEntries(tables.map((table) => {
    const rows = new Map((content[table.name] ?? []).map((data) => [keyOf(table, data), data]));
    for (const { key, after } of changes.filter(({ subject }) => subject === table.name)) {
      if (after === null) rows.delete(key);
      else rows.set(key, after);
    }
    return [table.name, sortedByKey([...rows.values()].map((data) => ({ file: '', line: 0, data })), table.key).map(({ data }) => data)];
  }));
}
