/** A finding that somebody lets stand until a day, with a reason. */
export interface LintExceptionRow {
  regionCode: string;
  rule: string;
  aboutKind: string;
  aboutCode: string;
  reason: string;
  untilDay: string;
}

/** The tables of `alignment`; a store takes a handle typed with these alone. */
export type AlignmentTables = {
  'alignment.lintException': LintExceptionRow;
};
