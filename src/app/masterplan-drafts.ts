import type { Ctx } from '#kernel/context.ts';
import { keepVersion } from '#kernel/definition-versions.ts';
import { Fault } from '#kernel/faults.ts';
import type { PackProblem } from '#kernel/pack-file.ts';
import type { PackTable, Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { currentPeriod } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { changeRows, compareRows, type RowChange } from '#kernel/sync-rows.ts';
import { type Data, type Draft, drafts, type Outdated } from '#masterplan/index.ts';
import { getRegion } from '#places/index.ts';
import { versionReads } from '#plan/index.ts';
import { unsettled, type Unsettled } from '#review/index.ts';
import { scoreStage } from '#scores/index.ts';
import { problemsAfter, readDefinitions } from './change-definition.ts';
import { tables } from './pack-files.ts';

type Problem = Pick<PackProblem, 'field' | 'given' | 'expected' | 'expectedId'>;

/** A draft beside what is in force: `wanted` is every definition as if it were adopted. */
export interface OpenDraft {
  draft: Draft;
  inForce: Tables;
  wanted: Tables;
  outdated: Outdated[];
  /** Of each plan the version in force: of a plan that was amended the links of both stand in the tables. */
  plans: ReadonlyMap<string, number>;
}

/** Throws `draft.unknown` (404). */
export async function openDraft(tx: RegionTx, id: string): Promise<OpenDraft> {
  const draft = await drafts.get(tx, id);
  const inForce = await readDefinitions(tx);
  const plans = new Map((await versionReads.bare(tx)).map(({ code, version }) => [code, version]));
  if (draft.version !== null) return { plans, ...(await adopted(tx, draft, draft.version, inForce)) };
  return { draft, inForce, plans, ...drafts.withDraft(drafts.tables, inForce, draft.rows) };
}

/** What was adopted is read as it was: the version before beside its own, whatever has been changed since. */
async function adopted(tx: RegionTx, draft: Draft, number: number, now: Tables): Promise<Omit<OpenDraft, 'plans'>> {
  const at = async (version: number): Promise<Tables> => {
    const { rows } = await drafts.version(tx, version);
    return new Map([...now, ...drafts.tables.map(({ name }) => [name, (rows[name] ?? []).map((data) => ({ file: 'version', line: 1, data }))] as const)]);
  };
  return { draft, inForce: number > 1 ? await at(number - 1) : now, wanted: await at(number), outdated: [] };
}

export interface WantedRow {
  table: PackTable;
  /** Of the row that is changed; null adds one. */
  key: string | null;
  /** Null takes it away. */
  data: Data | null;
  /** The row as the form showed it; what somebody else made of it meanwhile is not written over. */
  seen?: Data | null;
}

const rowAt = (from: Tables, table: PackTable, key: string): Data | null => rowsOf(from, table.name).find(({ data }) => drafts.keyOf(table, data) === key)?.data ?? null;
const ordered = (table: PackTable): boolean => ['masterplan.pillar', 'masterplan.sub_dimension', 'masterplan.initiative'].includes(table.name);

/** The row as the draft will hold it: what the form does not show stays, and what is new stands at the end. */
function rowWith({ wanted }: OpenDraft, { table, key, data }: WantedRow): { key: string; definition: Data | null } {
  const old = key === null ? null : rowAt(wanted, table, key);
  if (key !== null && old === null) throw new Fault('definition.unknown', 404, { given: key.slice(0, 80), expected: 'a row of this draft' });
  if (data === null) return { key: key ?? '', definition: null };
  const last = Math.max(-1, ...rowsOf(wanted, table.name).map((row) => Number(row.data.position ?? -1)));
  const absent = Object.fromEntries(table.columns.map((column) => [column.name, column.shape === 'json' || column.shape === 'list' ? [] : null]));
  const definition = { ...absent, ...old, ...data, ...(ordered(table) && old === null ? { position: last + 1 } : {}) } as Data;
  return { key: drafts.keyOf(table, definition), definition };
}

/**
 * Puts a row into a draft, by the rules of a pack: what would be wrong then, and is not now, is answered and nothing is written. Of two who save
 * at once the second waits for the first. Throws `draft.moved` (409) where the row is not as it was seen.
 */
export async function changeDraft(ctx: Ctx, tx: RegionTx, id: string, row: WantedRow): Promise<{ problems: Problem[]; key: string }> {
  await drafts.get(tx, id, true);
  const open = await openDraft(tx, id);
  const { key, definition } = rowWith(open, row);
  if (row.seen !== undefined && !drafts.isSame(row.key === null ? null : rowAt(open.wanted, row.table, row.key), row.seen)) throw new Fault('draft.moved', 409, { given: key, expected: 'the row as it was seen' });
  if (row.key === null && rowAt(open.wanted, row.table, key) !== null) return { problems: [{ field: row.table.key.join(', '), given: key, expected: 'a key of its own' }], key };
  const change = { subject: row.table.name, key, definition, before: null };
  const others = open.draft.rows.filter((one) => one.subject !== change.subject || one.key !== key);
  const own = definition !== null && row.table.name === 'masterplan.initiative' ? drafts.initiativeProblems(row.key === null ? null : rowAt(open.wanted, row.table, row.key), definition, currentPeriod(ctx.clock(), 'day', (await getRegion(tx)).timeZone).text) : [];
  const problems: Problem[] = [...own, ...problemsAfter(open.wanted, drafts.withDraft(drafts.tables, open.inForce, [...others, change]).wanted)];
  if (problems.length === 0) await drafts.change(ctx, tx, id, { subject: change.subject, key, definition, inForce: rowAt(open.inForce, row.table, key) });
  return { problems, key };
}

/** Does what a decision asks where that is one step: takes the dropped thing out of the draft and says so to who asked. Throws `remark.not_a_drop` (409). */
export async function carryOut(ctx: Ctx, tx: RegionTx, id: string, remarkId: string, text: string): Promise<{ problems: Problem[] }> {
  const remark = (await drafts.get(tx, id, true)).remarks.find((one) => one.id === remarkId);
  if (!remark) throw new Fault('remark.unknown', 404, { given: remarkId.slice(0, 80), expected: 'a remark of this draft' });
  const table = drafts.tables.find(({ name }) => name === remark.subject);
  if (remark.decision !== 'drop' || !table || remark.withdrawnAt !== null) throw new Fault('remark.not_a_drop', 409, { given: remark.decision, expected: 'a decision to drop an initiative' });
  const there = rowAt((await openDraft(tx, id)).wanted, table, remark.key) !== null;
  const { problems } = there ? await changeDraft(ctx, tx, id, { table, key: remark.key, data: null }) : { problems: [] };
  if (problems.length === 0 && drafts.isOpen(remark)) await drafts.answer(ctx, tx, id, remarkId, text);
  return { problems };
}

/** The decree that puts a draft in force. */
export interface LegalBasis {
  number: string;
  day: string;
  /** The digest of the decree as a kept file. */
  file: string | null;
}

/** Why a draft cannot be adopted now; empty where it can. */
export function hindrances(open: OpenDraft): { state: boolean; unsettled: Unsettled[]; outdated: number; problems: Problem[]; unchanged: boolean } {
  const { draft, inForce, wanted, outdated } = open;
  return { state: draft.state !== 'proposed', unsettled: unsettled(open), outdated: outdated.length, problems: problemsAfter(inForce, wanted), unchanged: draft.rows.length === 0 };
}

/**
 * Puts a proposed draft in force as a new version: its rows, the legal basis, the version and the log, all in this one transaction. Throws
 * `draft.state`, `draft.unchanged`, `draft.remarks_open`, `draft.remarks_unfulfilled`, `draft.outdated` (409) and `definition.refused` (422), and has then changed nothing.
 */
export async function adoptDraft(ctx: Ctx, tx: RegionTx, id: string, { number, day, file }: LegalBasis): Promise<number> {
  await drafts.get(tx, id, true);
  const open = await openDraft(tx, id);
  refuse(hindrances(open), open);
  const wanted: Tables = new Map(open.wanted).set('masterplan.masterplan', rowsOf(open.wanted, 'masterplan.masterplan').map((row) => ({ ...row, data: { ...row.data, status: 'adopted', legal_basis: `${number}, ${day}` } })));
  const problems = problemsAfter(open.inForce, wanted);
  if (problems.length > 0) throw new Fault('definition.refused', 422, { problems });
  const changes = tables.map((table) => compareRows(table, rowsOf(open.inForce, table.name), rowsOf(wanted, table.name))).filter(({ count, table }) => count > 0 && (table.name.startsWith('masterplan.') || table.name === 'plan.link'));
  const at = ctx.clock();
  const reason = `${number}, ${day}`;
  await keepBefore(tx, open.inForce);
  const by = { actor: ctx.actor, at, who: ctx.who, reason };
  await changeRows(tx, changes, by);
  for (const change of changes) await keepRows(ctx, tx, change, { before: open.inForce, after: wanted }, reason);
  const content = drafts.contentOf(drafts.tables, wanted);
  const version = await drafts.keep(tx, content, { name: open.draft.name, legalNumber: number, legalDay: day, file, adoptedAt: at, postId: ctx.who?.postId ?? null, draftId: id });
  await drafts.step(ctx, tx, id, 'adopt', version);
  const trees = changes.some(({ table }) => ['masterplan.pillar', 'masterplan.sub_dimension'].includes(table.name));
  if (trees) await ctx.settle(tx, { all: true });
  else await scoreStage.renew(tx, at); // nothing is computed by the rest; pages show it
  return version;
}

function refuse(found: ReturnType<typeof hindrances>, { draft }: OpenDraft): void {
  if (found.state) throw new Fault('draft.state', 409, { given: draft.state, expected: 'proposed' });
  if (found.unchanged) throw new Fault('draft.unchanged', 409, { given: 'no change', expected: 'a draft that changes something' });
  const of = (standing: Unsettled['standing']): string[] => found.unsettled.filter((one) => one.standing === standing).map(({ remark }) => `${remark.decision} ${remark.key}`);
  if (of('open').length > 0) throw new Fault('draft.remarks_open', 409, { given: `${of('open').length} open remarks: ${of('open').join(', ')}`.slice(0, 300), expected: 'none' });
  if (of('unfulfilled').length > 0) throw new Fault('draft.remarks_unfulfilled', 409, { given: of('unfulfilled').join(', ').slice(0, 300), expected: 'a draft that is as was decided, or decisions that were taken back' });
  if (found.outdated > 0) throw new Fault('draft.outdated', 409, { given: `${found.outdated} rows changed in force since`, expected: 'none' });
  if (found.problems.length > 0) throw new Fault('definition.refused', 422, { problems: found.problems });
}

/** What stood there before anybody adopted anything here is the first version, so that the first adoption can be compared with it. */
async function keepBefore(tx: RegionTx, inForce: Tables): Promise<void> {
  const [plan] = rowsOf(inForce, 'masterplan.masterplan');
  if (!plan || (await drafts.versions(tx)).length > 0) return;
  const name = (plan.data.name as { id: string }).id;
  await drafts.keep(tx, drafts.contentOf(drafts.tables, inForce), { name, legalNumber: plan.data.legal_basis as string | null, legalDay: null, file: null, adoptedAt: null, postId: null, draftId: null });
}

/** The history of each row that changes. */
async function keepRows(ctx: Ctx, tx: RegionTx, { table, log }: RowChange, { before, after }: { before: Tables; after: Tables }, reason: string): Promise<void> {
  const keys = new Set(log.map(({ subject }) => subject.slice(table.name.length + 1)));
  if (log.length === 0) for (const { data } of rowsOf(after, table.name)) keys.add(drafts.keyOf(table, data)); // the first rows of a table are not told one by one
  for (const key of keys) await keepVersion(tx, { subject: table.name, key, before: rowAt(before, table, key), after: rowAt(after, table, key), at: ctx.clock(), actor: ctx.actor, postId: ctx.who?.postId ?? null, reason });
}
