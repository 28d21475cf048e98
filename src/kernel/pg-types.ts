import pg from 'pg';

/** int8 fits a double here (revisions, counts); numeric and date stay text so that no digit or day is lost. */
export const pgTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === 20) return (value: string) => Number(value);
    if (oid === 1700 || oid === 1082) return (value: string) => value;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;
