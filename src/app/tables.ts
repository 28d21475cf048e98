/**
 * Tables that no region owns, so without `region_code` and without a row policy: what has run of the migrations.
 * Every other table begins its primary key with `region_code`; tables.test.ts holds that, and each slice's tables.ts, against the database.
 */
export const tablesWithoutRegion: readonly string[] = ['public.serasan_migration'];
