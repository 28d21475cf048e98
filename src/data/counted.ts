import { countedSql } from './counted-sql.ts';
import { viewsOf } from './views-of.ts';
import { countedAt, countedValues } from './values.store.ts';

/** What each view counts: of some elements, at some places, of a history that was read, or as a query for who computes in the database. */
export const counted = { values: countedValues, at: countedAt, of: viewsOf, sql: countedSql };
