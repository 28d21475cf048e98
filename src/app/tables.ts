/**
 * Tables that no region owns, so without `region_code` and without a row policy: what has run of the migrations, and who signs in
 * (which serasan_app cannot read at all).
 * Every other table begins its primary key with `region_code`; tables.test.ts holds that, and each slice's tables.ts, against the database.
 */
export const tablesWithoutRegion: readonly string[] = [
  'people.account', 'people.attempt', 'people.credential', 'people.link', 'people.second_factor', 'people.session', 'people.used_code', 'people.verification',
  'public.serasan_migration',
];
