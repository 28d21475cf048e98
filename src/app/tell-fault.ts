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
