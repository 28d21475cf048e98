import { Fault } from '#kernel/faults.ts';

type Params = Record<string, unknown>;

/** What an operator meets, in sentences; the code stands behind, to be looked up and to be matched by programs. */
const sentences: Record<string, (params: Params) => string> = {
  'config.invalid': ({ variable, given, expected }) => `${variable} is "${given}"; it must be ${expected}`,
  'build.missing': () => 'the pages are not built; start with `npm start`, which builds them first',
  'database.in_use': ({ folder, by, process }) => `the data folder ${folder} is held by another ${by} (process ${process}); only one may have it`,
  'database.folder': ({ folder, given }) => `the data folder ${folder} cannot be used (${given}); SERASAN_DATA must be a folder that this user may write`,
  'database.damaged': ({ folder, given }) => `the database in ${folder} does not open (${given}); restore a backup of the folder, see docs/operate.md`,
  'database.unreachable': ({ given, server }) => `the PostgreSQL server ${server} does not answer as DATABASE_URL says (${given})`,
  'database.too_old': ({ given, expected }) => `the database server has version ${given}; it must be ${expected}`,
  'database.newer': ({ given }) => `the database was changed by a newer Serasan (${given}); start that one`,
  'database.unsupported': ({ given, expected }) => `the embedded database does not run on ${given}; use ${expected}`,
  'secret.missing': ({ expected }) => `SERASAN_SECRET is not set, and a PostgreSQL server (DATABASE_URL) needs it: ${expected}`,
  'secret.damaged': ({ file, expected }) => `${file} holds no key; put back ${expected}`,
  'file.exists': ({ file, expected }) => `${file} is there already; it must be ${expected}`,
  'audit.invalid': ({ given, expected }) => `"${given}" is not ${expected}`,
  'database.other_major': ({ given, expected }) => `PostgreSQL ${given} wrote this database, and this Serasan holds PostgreSQL ${expected}: with the release that wrote it run \`serasan export --all DIR\`, and with this one, in an empty data folder, \`serasan load --all DIR\`; see docs/operate.md`,
  'disk.full': ({ path, given, expected }) => `the disk of ${path} is full${given === undefined ? '' : ` (${given} free)`}; it must be ${expected}. What was acknowledged is kept`,
  'disk.read_only': ({ path, given, expected }) => `${path} cannot be written (${given}); it must be ${expected}`,
  'file.missing': ({ file, expected }) => `${file} is not there; it must be ${expected}`,
  'backup.damaged': ({ file, given, expected }) => `${file === undefined ? 'the archive' : file} cannot be restored: ${given}; it must be ${expected}. Nothing was changed`,
  'backup.inside': ({ file, expected }) => `${file} lies inside the database; it must be ${expected}`,
  'backup.server': ({ expected }) => expected === 'pg_dump'
    ? 'the database is a PostgreSQL server (DATABASE_URL), which has its own tool: pg_dump --format=custom --file=FILE "$DATABASE_URL" copies it while it is used, as a user whom row-level security does not bind (a superuser, or one with bypassrls); keep SERASAN_SECRET beside it'
    : 'the database is a PostgreSQL server (DATABASE_URL), which has its own tool: createdb, then pg_restore --dbname="$DATABASE_URL" FILE, as a superuser; on another server first: create role serasan_app nologin',
  'restore.unfinished': ({ folder, given }) => `a restore into ${folder} was cut off (${given} is left of it): run serasan restore again; or take back what before-restore-… in that folder holds and remove ${given}`,
  'restore.folder_in_use': ({ folder, expected }) => `${folder} holds a database; it must be ${expected}, which moves the database aside and keeps it`,
  'load.unfinished': ({ folder, given }) => `a load of everything from ${given} into ${folder} was cut off: run \`serasan load --all ${given}\` again, it goes on where it was; or begin with an empty data folder, or an empty database and without load-all.unfinished in ${folder}`,
  'load.region_there': ({ given, expected }) => `${given} is there already; it must be ${expected}`,
  'export.invalid': ({ file, given, expected }) => `${file} cannot be loaded: ${given}; it must be ${expected}`,
  'upgrade.nothing': ({ folder }) => `there is no database in ${folder}; SERASAN_DATA names the folder to upgrade`,
  'upgrade.server': () => 'the database is a PostgreSQL server (DATABASE_URL): keep a copy with pg_dump, then start this release, which brings the schema up',
  'port.in_use': ({ given }) => `port ${given} is in use; set PORT to another`,
  'load.in_progress': ({ region, process }) => `process ${process} is loading ${region} just now; wait until it has ended`,
  'indicator.unknown': ({ given }) => `there is no indicator ${given} in this region`,
  'formula.refused': ({ message, pesan, position, given }) => `${message} (character ${Number(position) + 1}: ${given})\n${pesan}`,
  'region.unknown': ({ given }) => `there is no region ${given}; load its pack first`,
  'region.not_computed': ({ given }) => `${given} has nothing published yet; load its pack first`,
  'export.folder_in_use': ({ folder, given, expected }) => `${folder} holds ${given}; it must be ${expected}`,
  'frozen.exists': ({ given }) => `there is a frozen snapshot ${given} already, and it is never changed; choose another code`,
  'frozen.invalid': ({ given, expected }) => `"${given}" is no ${expected}`,
};

/** Anything thrown as one line for people. */
export function tellFault(error: unknown): string {
  if (!(error instanceof Fault)) return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  const sentence = sentences[error.code]?.(error.params);
  return sentence ? `${sentence} (${error.code})` : error.message;
}
