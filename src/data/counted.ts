import { countedSql } from './counted-sql.ts';
import { countedValues } from './values.store.ts';

/** What each view counts: of some elements, or as a query for who computes in the database. */
export const counted = { values: countedValues, sql: countedSql };
