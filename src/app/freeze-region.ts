import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { Fault } from '#kernel/faults.ts';
import type { Lang } from '#kernel/i18n.ts';
import { isPeriod, parsePeriod } from '#kernel/periods.ts';
import { forRegion } from '#kernel/regions.ts';
import { freezeScores, readScores } from '#scores/index.ts';

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);

const told = (day: string, lang: Lang): string => (day === '' ? '' : new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'id', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day)));

/** Freezes a region's published scores; throws `frozen.invalid` (422), `frozen.exists` (409) or `region.not_computed` (404). */
export async function freezeRegion(ctx: Ctx, region: string, given: { code: string; on?: string | undefined; name?: string | undefined; nameEn?: string | undefined }): Promise<{ nodes: number; indicators: number; on: string }> {
  if (!code.safeParse(given.code).success) throw new Fault('frozen.invalid', 422, { given: given.code, expected: 'a code: letters, digits, `.`, `_`, `-`, at most 64' });
  if (given.on !== undefined && !(isPeriod(given.on) && parsePeriod(given.on).kind === 'day')) throw new Fault('frozen.invalid', 422, { given: given.on, expected: 'a day such as 2026-06-30' });
  return forRegion(ctx.db, region, async (tx) => {
    const on = given.on ?? (await readScores(tx, 'published'))?.snapshot.asOf ?? '';
    const name = given.name ?? `Keadaan ${told(on, 'id')}`;
    const frozen = await freezeScores(ctx, tx, { code: given.code, frozenOn: on, name: { id: name, en: given.nameEn ?? given.name ?? `State of ${told(on, 'en')}` } });
    return { ...frozen, on };
  });
}
