import { countedSql } from './counted-sql.ts';
import { countedAt, countedValues } from './values.store.ts';

/** What each view counts: of some elements, at some places, or as a query for who computes in the database. */
export const counted = { values: countedValues, at: countedAt, sql: countedSql };
