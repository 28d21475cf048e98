import type { ColumnType } from 'kysely';

/** A finding that somebody lets stand until a day, with a reason. */
export interface LintExceptionRow {
  regionCode: string;
  rule: string;
  aboutKind: string;
  aboutCode: string;
  reason: string;
  untilDay: string;
}

/** What somebody answered to a suggested link; a rejection that was taken back is suggested again. */
export interface SuggestionAnswerRow {
  regionCode: string;
  kind: string;
  code: string;
  planCode: string;
  nodeCode: string;
  answer: string;
  reason: string | null;
  /** All that spoke for it then. */
  because: ColumnType<Record<string, unknown>, string, string>;
  at: Date;
  actor: string;
  postId: string | null;
}

/** The tables of `alignment`; a store takes a handle typed with these alone. */
export type AlignmentTables = {
  'alignment.lintException': LintExceptionRow;
  'alignment.suggestionAnswer': SuggestionAnswerRow;
};
