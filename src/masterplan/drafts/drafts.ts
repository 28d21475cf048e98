import { createHash } from 'node:crypto';
import { audit } from '#kernel/audit.ts';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import { newId } from '#kernel/ids.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { contentTables } from '../pack.ts';
import { applyDifference, type Content, contentOf, type Data, differenceOf, isSame, keyOf, withDraft, writeContent } from './draft-content.ts';
import { decisions, type DraftStep, isOpen, lacking, mayDecide, mayWithdraw, stateAfter, statesFor, type Wish } from './draft-states.ts';
import { findDraft, insertCommitment, insertDraft, insertRemark, insertVersion, listCommitments, listDrafts, listRemarks, listRows, listVersions, putRow, removeRow, type Remark, type StoredDraft, type StoredRow, updateDraft, updateRemark, type Version } from './drafts.store.ts';

export interface Draft extends StoredDraft {
  rows: StoredRow[];
  remarks: Remark[];
}
/** A thing of a draft, by its table and key. */
export interface About {
  subject: string;
  key: string;
}

const by = (ctx: Ctx) => ({ at: ctx.clock(), actor: ctx.actor, who: ctx.who });
const unknown = (id: string): Fault => new Fault('draft.unknown', 404, { given: id.slice(0, 80), expected: 'a draft of this region' });

/** A draft with its rows and remarks. Throws `draft.unknown` (404). */
async function get(tx: RegionTx, id: string, hold = false): Promise<Draft> {
  const draft = await findDraft(tx, id, hold);
  if (!draft) throw unknown(id);
  return { ...draft, rows: await listRows(tx, id), remarks: await listRemarks(tx, id) };
}

async function begin(ctx: Ctx, tx: RegionTx, name: string): Promise<string> {
  const id = newId();
  const at = ctx.clock();
  await insertDraft(tx, { id, name, state: 'draft', begunAt: at, begunBy: ctx.who?.postId ?? null, changedAt: at, proposedAt: null, endedAt: null, version: null });
  await audit(tx, [{ ...by(ctx), action: 'add', subject: `masterplan.draft ${id}`, after: { name } }]);
  return id;
}

/** Puts a row into a draft, or takes it out of the masterplan (`definition` null); one that is then as in force is no row of the draft. Throws `draft.closed` (409). */
async function change(ctx: Ctx, tx: RegionTx, id: string, { subject, key, definition, inForce }: About & { definition: Data | null; inForce: Data | null }): Promise<void> {
  const draft = await get(tx, id, true);
  if (draft.state !== 'draft') throw new Fault('draft.closed', 409, { given: draft.state, expected: 'a draft that is being written' });
  const known = draft.rows.find((row) => row.subject === subject && row.key === key);
  if (isSame(inForce, definition)) await removeRow(tx, id, subject, key);
  else await putRow(tx, id, { subject, key, definition, before: known ? known.before : inForce, changedAt: ctx.clock(), postId: ctx.who?.postId ?? null });
  await updateDraft(tx, id, { changedAt: ctx.clock() });
  await audit(tx, [{ ...by(ctx), action: definition === null ? 'remove' : 'change', subject: `masterplan.draft ${id} ${subject} ${key}`, before: known ? known.definition : inForce, after: definition }]);
}

/** Takes what is now in force for what the draft was written over: who does so has seen both. */
async function acceptNow(ctx: Ctx, tx: RegionTx, id: string, { subject, key }: About, now: Data | null): Promise<void> {
  const draft = await get(tx, id, true);
  if (draft.state !== 'draft') throw new Fault('draft.closed', 409, { given: draft.state, expected: 'a draft that is being written' });
  const row = draft.rows.find((one) => one.subject === subject && one.key === key);
  if (!row) throw unknown(key);
  await removeRow(tx, id, subject, key);
  if (!isSame(now, row.definition)) await putRow(tx, id, { ...row, before: now, changedAt: ctx.clock(), postId: ctx.who?.postId ?? null });
  await audit(tx, [{ ...by(ctx), action: 'compare', subject: `masterplan.draft ${id} ${subject} ${key}`, before: row.before, after: now }]);
}

/** Proposes, takes back, withdraws or ends a draft. Throws `draft.state` (409) where the step cannot be taken. */
async function step(ctx: Ctx, tx: RegionTx, id: string, to: DraftStep, version: number | null = null): Promise<void> {
  const draft = await findDraft(tx, id, true);
  if (!draft) throw unknown(id);
  const state = stateAfter(draft.state, to);
  if (state === null) throw new Fault('draft.state', 409, { given: draft.state, expected: statesFor(to).join(', ') });
  const at = ctx.clock();
  await updateDraft(tx, id, { state, changedAt: at, proposedAt: state === 'proposed' ? at : draft.proposedAt, endedAt: state === 'adopted' || state === 'withdrawn' ? at : null, version });
  await audit(tx, [{ ...by(ctx), action: to, subject: `masterplan.draft ${id}`, before: { state: draft.state }, after: { state } }]);
}

/** What a leader decides of one thing. To keep it closes what the same post had asked of it before. Throws `remark.lacking` (422) and `draft.state` (409). */
async function decide(ctx: Ctx, tx: RegionTx, id: string, { subject, key, role, ...wish }: About & Wish & { role: string }): Promise<void> {
  const draft = await get(tx, id, true);
  if (!mayDecide(draft.state)) throw new Fault('draft.state', 409, { given: draft.state, expected: 'draft, proposed' });
  const lacks = lacking(wish);
  if (lacks.length > 0) throw new Fault('remark.lacking', 422, { given: 'nothing', expected: lacks.join(', ') });
  const postId = ctx.who?.postId ?? null;
  const at = ctx.clock();
  const earlier = draft.remarks.filter((one) => one.subject === subject && one.key === key && one.postId === postId && one.decision !== 'keep' && one.withdrawnAt === null);
  if (wish.decision === 'keep') for (const one of earlier) await updateRemark(tx, id, one.id, { answer: one.answer ?? wish.text, closedAt: at, closedBy: postId, withdrawnAt: at });
  await insertRemark(tx, { draftId: id, id: newId(), subject, key, ...wish, role, postId, madeAt: at, answer: null, closedAt: null, closedBy: null, withdrawnAt: null });
  await audit(tx, [{ ...by(ctx), action: wish.decision, subject: `masterplan.draft ${id} ${subject} ${key}`, after: wish }]);
}

async function remarkOf(tx: RegionTx, id: string, remark: string): Promise<Remark> {
  const draft = await get(tx, id, true);
  if (!mayDecide(draft.state)) throw new Fault('draft.state', 409, { given: draft.state, expected: 'draft, proposed' });
  const found = draft.remarks.find((one) => one.id === remark && one.decision !== 'keep');
  if (!found) throw new Fault('remark.unknown', 404, { given: remark.slice(0, 80), expected: 'a remark of this draft' });
  return found;
}

/** Says what became of a remark. It holds the adoption back until the draft is as it asks, whatever is said. */
async function answer(ctx: Ctx, tx: RegionTx, id: string, remark: string, text: string): Promise<void> {
  const found = await remarkOf(tx, id, remark);
  if (!isOpen(found)) throw new Fault('remark.closed', 409, { given: 'closed', expected: 'an open remark' });
  await updateRemark(tx, id, remark, { answer: text, closedAt: ctx.clock(), closedBy: ctx.who?.postId ?? null, withdrawnAt: null });
  await audit(tx, [{ ...by(ctx), action: 'close', subject: `masterplan.remark ${remark}`, after: { answer: text } }]);
}

/** Who is not content with the answer opens the remark again; the answer stays to be read. */
async function reopen(ctx: Ctx, tx: RegionTx, id: string, remark: string): Promise<void> {
  const found = await remarkOf(tx, id, remark);
  if (isOpen(found)) throw new Fault('remark.open', 409, { given: 'open', expected: 'a closed remark' });
  await updateRemark(tx, id, remark, { answer: found.answer, closedAt: null, closedBy: null, withdrawnAt: null });
  await audit(tx, [{ ...by(ctx), action: 'reopen', subject: `masterplan.remark ${remark}`, before: { answer: found.answer } }]);
}

/** Who asked, or the leader, does not ask for it any more, and says why. Throws `remark.not_yours` (403) for whom it is not. */
async function withdraw(ctx: Ctx, tx: RegionTx, id: string, remark: string, text: string, role: string): Promise<void> {
  const found = await remarkOf(tx, id, remark);
  const postId = ctx.who?.postId ?? null;
  if (!mayWithdraw(found, { postId, role })) throw new Fault('remark.not_yours', 403, { given: role, expected: 'the post that asked for it, or the leader' });
  if (found.withdrawnAt !== null) throw new Fault('remark.closed', 409, { given: 'withdrawn', expected: 'a remark that still asks for something' });
  const at = ctx.clock();
  await updateRemark(tx, id, remark, { answer: [found.answer, text].filter((one) => one !== null).join('\n'), closedAt: at, closedBy: postId, withdrawnAt: at });
  await audit(tx, [{ ...by(ctx), action: 'withdraw', subject: `masterplan.remark ${remark}`, before: { answer: found.answer }, after: { answer: text } }]);
}

/** Keeps what is adopted whole, under the next number. Nothing ever changes it. */
async function keep(tx: RegionTx, content: Content, about: Omit<Version, 'regionCode' | 'version' | 'content' | 'digest'>): Promise<number> {
  const version = ((await listVersions(tx))[0]?.version ?? 0) + 1;
  const text = writeContent(content);
  await insertVersion(tx, { ...about, version, content: text, digest: createHash('sha256').update(text).digest('hex') });
  return version;
}

/** The content of a version. Throws `version.unknown` (404). */
async function version(tx: RegionTx, number: number): Promise<Version & { rows: Content }> {
  const found = (await listVersions(tx)).find((one) => one.version === number);
  if (!found) throw new Fault('version.unknown', 404, { given: number, expected: 'a version of the masterplan' });
  return { ...found, rows: JSON.parse(found.content) as Content };
}

/** An agency's signed sheet, as a kept file. */
async function commit(ctx: Ctx, tx: RegionTx, id: string, agencyCode: string, file: string): Promise<void> {
  if (!(await findDraft(tx, id))) throw unknown(id);
  await insertCommitment(tx, { draftId: id, agencyCode, file, keptAt: ctx.clock(), postId: ctx.who?.postId ?? null });
  await audit(tx, [{ ...by(ctx), action: 'keep', subject: `masterplan.commitment ${id} ${agencyCode}`, after: { file } }]);
}

/** Drafts of the masterplan: written, read by the leaders, adopted as a version. */
export const drafts = {
  tables: contentTables, decisions, isOpen, mayDecide, keyOf, isSame, withDraft, contentOf, differenceOf, applyDifference,
  list: listDrafts, get, begin, change, acceptNow, step, decide, answer, reopen, withdraw, mayWithdraw, keep, version, versions: listVersions, commit, commitments: listCommitments,
} as const;
