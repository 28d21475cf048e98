import { confirmImport, dropImport, isBroken, undoImport } from './finish-import.ts';
import { largestImport, readColumns, shownColumns, writeFile, writtenNumber } from './import-file.ts';
import { getImport, listImports, listLines } from './imports.store.ts';
import { startImport, sweepAll } from './run-import.ts';

/** Values from a file: read and compared in an entry that no view shows, recorded when it is confirmed, and taken back as one. */
export const imports = {
  start: startImport, find: getImport, list: listImports, lines: listLines, confirm: confirmImport, undo: undoImport, drop: dropImport, isBroken, sweep: sweepAll,
  file: { columns: [...readColumns, ...shownColumns], write: writeFile, number: writtenNumber, largest: largestImport },
};
