import { z } from 'zod';
import { choice, pageNumber, words } from '#kernel/query.ts';
import type { RegionModel } from '../region-model.ts';

/** The words of `keadaan`, in the order of the form; the first five are classes, highest first. */
export const standings = ['sangat-tinggi', 'tinggi', 'sedang', 'rendah', 'sangat-rendah', 'membaik', 'memburuk', 'tetap', 'berubah', 'satu-angka', 'tanpa-data'] as const;
/** What stands for "linked to none" in `pilar` and `perangkat`. */
export const none = 'tanpa';

/** What the list of indicators may be asked: the words of the address, with what this region has. */
export const indicatorQuery = (model: RegionModel) => z.object({
  q: words(200),
  pilar: choice([...(model.masterplan?.pillars ?? []).map((pillar) => pillar.slug), none]),
  keadaan: choice(standings),
  perangkat: choice([...model.agencies.keys(), none]),
  target: choice(['ada', none]),
  halaman: pageNumber,
});
export type ListQuery = z.output<ReturnType<typeof indicatorQuery>>;
