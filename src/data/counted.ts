import { countedSql } from './counted-sql.ts';
import { countedAt, countedValues } from './values.store.ts';

/** The values that count in a view: of elements, at some places, and as a query for what computes in the database. */
export const counted = { values: countedValues, at: countedAt, sql: countedSql };
