import { v7 } from 'uuid';

/** A new UUID version 7: unique everywhere, sorted by time of making; made here because `uuidv7()` needs PostgreSQL 18. */
export const newId = (): string => v7();

/** Whether a text is such an id, as it stands in an address. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
