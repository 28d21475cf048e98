import type { ColumnType, Generated } from 'kysely';

export interface AuditRow {
  regionCode: string;
  id: string;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  before: ColumnType<unknown | null, string | null, string | null>;
  after: ColumnType<unknown | null, string | null, string | null>;
  reason: string | null;
  accountId: string | null;
  postId: string | null;
  /** Of the network address, a keyed digest. */
  address: string | null;
  /** The seal that was made over it; null until then. */
  seal: number | null;
}

/** A digest over the log's rows that name it, and over the seal before. */
export interface AuditSealRow {
  regionCode: string;
  number: number;
  previous: string;
  hash: string;
  rowCount: number;
  sealedAt: Date;
}

export interface PackLoadRow {
  regionCode: string;
  id: string;
  folder: string;
  digest: string;
  state: string;
  startedAt: Date;
  finishedAt: Date | null;
  counts: ColumnType<Record<string, number>, string, string>;
  /** The process that loads, as `host pid birth`; null once it has ended. */
  owner: string | null;
  /** When it was last known to live. */
  seenAt: Date | null;
}

/** A version of a row of a definition table, from its first change on. */
export interface DefinitionVersionRow {
  regionCode: string;
  /** The table, `indicators.indicator`. */
  subject: string;
  /** The row's key, its parts joined with ` / `. */
  key: string;
  version: number;
  /** Null of the first one, which stood there before anybody changed it here. */
  at: Date | null;
  actor: string;
  postId: string | null;
  reason: string | null;
  /** The row as a pack writes it; null is that it was taken away. */
  definition: ColumnType<Record<string, unknown> | null, string | null, never>;
}

export interface RevisionCounterRow {
  regionCode: string;
  last: number;
  /** Another text with every change of a definition; empty before the first. */
  definitions: Generated<string>;
}

/** Which process works on a region: `name` is what it does. */
export interface JobRow {
  regionCode: string;
  name: string;
  owner: string;
  seenAt: Date;
}

/** A kept file, by the digest of its bytes; the bytes stand in the data folder. */
export interface FileRow {
  regionCode: string;
  digest: string;
  kind: string;
  size: number;
  keptAt: Date;
  postId: string | null;
}

/** The tables of `kernel`; a store takes a handle typed with these alone. */
export type KernelTables = {
  'kernel.audit': AuditRow;
  'kernel.auditSeal': AuditSealRow;
  'kernel.packLoad': PackLoadRow;
  'kernel.definitionVersion': DefinitionVersionRow;
  'kernel.revisionCounter': RevisionCounterRow;
  'kernel.job': JobRow;
  'kernel.file': FileRow;
};
