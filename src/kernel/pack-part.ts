import type { Column } from './pack-columns.ts';
import type { PackRow, Report } from './pack-file.ts';

export type Tables = Map<string, PackRow[]>;

/** One file of a region pack, owned by a slice: how it is read into the slice's tables and written from them. */
export interface PackPart {
  /** File name, or a pattern with one `*` such as `plans/*.yaml`. */
  file: string;
  /** Tables it fills; the first is the one whose rows a CSV file holds. */
  tables: PackTable[];
  read(file: string, content: string, into: Tables, report: Report): void;
  /** File names and contents for the given rows. */
  write(from: Tables): [string, string][];
  /** JSON Schema of the file; of a CSV file as the list of its rows, each with its cells by column. */
  schema(): JsonSchema;
}

export type JsonSchema = Record<string, unknown>;

export interface PackTable {
  name: string;
  /** Columns as in the database; a `pair` column `name` stands for `name_id` and `name_en`. */
  columns: Column[];
  key: string[];
  /** Rows are written once: those whose column `by` holds what the column `as` of the table `of` has already stay as they are, whatever the pack says or lacks. */
  stays?: { of: string; by: string; as: string };
  /** Rows are history: a load adds to them and takes none away, as long as what they speak of is there. */
  grows?: true;
  /** Codes that other tables may name: the columns joined with ` / `. */
  gives?: { kind: string; by: string[] }[];
  /** Names made of several columns that must be found elsewhere; `only` limits it to rows with that value, `when` to rows where that column is filled. */
  refs?: { kind: string; by: string[]; only?: [column: string, value: string]; when?: string }[];
}
