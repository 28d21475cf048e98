import { v7 } from 'uuid';

/** A new UUID version 7: unique everywhere, sorted by time of making; made here because `uuidv7()` needs PostgreSQL 18. */
export const newId = (): string => v7();
