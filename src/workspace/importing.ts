import { findImport, holdsPost, importPost, recentImports, startImport, templateText } from './import-values.ts';
import { readNames } from './names.ts';

/** Values from a file, for who asks. */
export const importing = { template: templateText, start: startImport, find: findImport, recent: recentImports, post: importPost, holds: holdsPost, names: readNames };
