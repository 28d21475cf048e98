import { tables } from './pack-files.ts';

/**
 * What becomes of each table that is no file of a pack when an installation leaves as plain files (`serasan export --all`); a test holds
 * the list against the database, so that a new table is thought of.
 */
export type Carried =
  /** In the pack already, under another name. */
  | { how: 'pack' }
  /** Row by row, but for some columns; of one region, or of the whole installation. */
  | { how: 'rows'; of: 'region' | 'installation'; without?: readonly string[] }
  /** Computed again where it goes in, or of the running installation alone. */
  | { how: 'left' }
  /** Opens a door; never leaves. */
  | { how: 'secret' };

const rows = { how: 'rows', of: 'region' } as const;
const left = { how: 'left' } as const;
const secret = { how: 'secret' } as const;

/** In the order in which they go in again. */
export const carried: Record<string, Carried> = {
  // A second factor does not leave, so that an account comes in without one; whoever has it gets a one-time link.
  'people.account': { how: 'rows', of: 'installation', without: ['two_factor_enabled'] },
  'people.post': rows,
  'people.guest': rows,
  'people.credential': secret,
  'people.session': secret,
  'people.verification': secret,
  'people.second_factor': secret,
  'people.link': secret,
  'people.attempt': secret,
  'people.used_code': secret,
  'data.entry': { how: 'pack' },
  'data.value': { how: 'pack' },
  'data.import': left,
  'data.import_line': left,
  'kernel.audit': rows,
  'kernel.audit_seal': rows,
  'kernel.definition_version': rows,
  'kernel.file': rows,
  'masterplan.draft': rows,
  'masterplan.draft_row': rows,
  'masterplan.remark': rows,
  'masterplan.version': rows,
  'masterplan.commitment': rows,
  // Operations before the draft: to a version that is adopted none is added.
  'plan.operation': rows,
  'plan.remark': rows,
  'plan.draft': rows,
  'alignment.suggestion_answer': rows,
  'kernel.pack_load': left,
  'kernel.revision_counter': left,
  'kernel.job': left,
  'indicators.cell': left,
  'indicators.cell_batch': left,
  'indicators.cell_shown': left,
  'indicators.stale': left,
  'scores.achievement': left,
  'scores.standing': left,
  'scores.node_score': left,
  'scores.node_state': left,
  'scores.snapshot': left,
  'public.serasan_migration': left,
};

/** Null for a table that nobody has thought of. */
export const carriedAs = (table: string): Carried | null => carried[table] ?? (tables.some(({ name }) => name === table) ? { how: 'pack' } : null);
