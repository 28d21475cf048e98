import type { Ctx } from '#kernel/context.ts';
import { definitionsChanged } from '#kernel/definitions.ts';
import { Fault } from '#kernel/faults.ts';
import { type KeptFile, recordFile } from '#kernel/file-store.ts';
import { currentPeriod, isPeriod } from '#kernel/periods.ts';
import type { RegionTx } from '#kernel/regions.ts';
import { getRegion, putSource } from '#places/index.ts';
import { changeDraft, changePlan, type Draft, openRemarks, type PlanVersion, type VersionKey } from './plan-drafts.store.ts';
import { placesAtOnce, placesOf, putPositions, readTree } from './plan-nodes.store.ts';
import { checkSeen, held, heldAt, logPlan, type Reach } from './plan-versions.ts';
import { putLegalSource } from './legal-source.store.ts';
import { atMost } from './texts.ts';

export interface LegalBasis {
  number: string;
  day: string;
  /** The decree, as it was kept. */
  file: KeptFile | null;
}
/**
 * Proposed → adopted, for ever. Places are numbered through the whole tree before, part after part: sisters stay in their order. What the version says anew gets the document as its
 * source. Throws `plan.open_remarks` (409) with them; `plan.legal`, `plan.legal_day` (422). All scores are computed again by the newest adopted version.
 */
export async function adoptPlan(ctx: Ctx, { read, write }: Reach, { legal, ...key }: VersionKey & { legal: LegalBasis }): Promise<void> {
  const { revision } = await write((tx) => adoptable(ctx, tx, key, legal));
  const places = placesOf(await readTree(read, key));
  for (let from = 0; from < places.length; from += placesAtOnce) {
    await write(async (tx) => {
      await heldAt(tx, key, 'proposed', revision);
      await putPositions(tx, key, places.slice(from, from + placesAtOnce));
    });
  }
  await write(async (tx) => {
    const draft = await adoptable(ctx, tx, key, legal);
    checkSeen(draft, revision);
    await adopt(ctx, tx, key, draft, legal);
    await definitionsChanged(tx);
    await ctx.settle(tx, { all: true });
  });
}

/** The source that an adopted version's own document is; a pack that does not know it leaves it. */
export const legalSourceOf = ({ planCode, planVersion }: VersionKey): string => `penetapan-${planCode.slice(0, 48)}-${planVersion}`;

async function adopt(ctx: Ctx, tx: RegionTx, key: VersionKey, draft: Draft, { number, day, file }: LegalBasis): Promise<void> {
  const [at, legalNumber, sourceCode] = [ctx.clock(), number.trim(), legalSourceOf(key)];
  if (file) await recordFile(tx, file, { at, actor: ctx.actor, who: ctx.who });
  await putSource(tx, { code: sourceCode, publisher: (await getRegion(tx)).nameId, title: legalNumber, published: day, url: null, noteId: null, noteEn: null });
  await putLegalSource(tx, key, draft.fromVersion, sourceCode);
  await changePlan(tx, key, { status: 'adopted', legalBasis: legalNumber, legalDay: day, legalFile: file?.digest ?? null, sourceCode });
  await changeDraft(tx, key, { adoptedAt: at, adoptedBy: ctx.who?.postId ?? null, legalNumber, legalDay: day });
  await logPlan(ctx, tx, 'adopt', key, { number: legalNumber, day, file: file?.digest ?? null, source: sourceCode });
}

const longestLegal = 300;
/** So many years before its first a plan may be adopted. */
const yearsBefore = 5;
/** The draft, held, if nothing stands against its adoption. */
async function adoptable(ctx: Ctx, tx: RegionTx, key: VersionKey, legal: LegalBasis): Promise<Draft> {
  const { plan, draft } = await held(tx, key, 'proposed');
  atMost(longestLegal, 'legalNumber', legal.number.trim());
  if (legal.number.trim() === '') throw new Fault('plan.legal', 422, { field: 'legalNumber', given: '', expected: 'a number, such as Perda 3/2026' });
  checkDay(plan, legal.day, currentPeriod(ctx.clock(), 'day', (await getRegion(tx)).timeZone).text);
  const remarks = await openRemarks(tx, key);
  if (remarks.length > 0) throw new Fault('plan.open_remarks', 409, { given: String(remarks.length), expected: '0', remarks });
  return draft;
}

/** A decree is signed before it is written down here, and not long before its plan begins. */
function checkDay({ periodFrom }: PlanVersion, day: string, today: string): void {
  const refuse = (code: string, expected: string): Fault => new Fault(`plan.${code}`, 422, { field: 'legalDay', given: day.slice(0, 40), expected });
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !isPeriod(day)) throw refuse('legal_day', today);
  if (day > today) throw refuse('legal_day_future', today);
  const first = `${String(Number(periodFrom) - yearsBefore).padStart(4, '0')}-01-01`;
  if (day < first) throw refuse('legal_day_early', first);
}
