import type { Text } from '#kernel/i18n.ts';

/** A rule that raises a flag: when it holds, from which number of values on it can be asked, and what it rests on. */
interface FlagRuleOf {
  name: Text;
  /** What holds when the flag is raised. */
  says: Text;
  /** How far from the usual is far; null where the rule compares two things. */
  threshold: number | null;
  /** How few values, or changes, are no measure of what is usual. */
  least: number | null;
  source: Text;
}

const robust: Text = {
  id: 'Iglewicz dan Hoaglin (1993), How to Detect and Handle Outliers: skor z yang diubah, batas 3,5. Bila lebih dari separuh angkanya sama: jarak rata-rata, dikali 1,253314. Simpangan tidak pernah kurang dari selisih terkecil yang ditampilkan: aturan Serasan.',
  en: 'Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers: modified z-score, bound 3.5. Where more than half are equal: the mean distance, times 1.253314. The spread is never less than the least difference that is shown: a rule of Serasan.',
};
const ours: Text = { id: 'Aturan Serasan; belum kami temukan dalam peraturan.', en: 'A rule of Serasan; we have not found one in a regulation.' };

/**
 * All rules that raise a flag, each with its bound and its words; `flags.ts` asks them. A flag asks for a second look. It says nothing
 * about why, and accuses nobody: a true value may be unusual, and a target may be changed for good reason.
 */
export const flagRules = {
  outlier: {
    name: { id: 'Jauh dari angka lain', en: 'Far from the other figures' }, threshold: 3.5, least: 5, source: robust,
    says: {
      id: 'Jarak angka itu dari nilai tengah barisnya, dikali 0,6745 lalu dibagi simpangan tengah, lebih dari 3,5. Baris: angka terbaru dengan satu cara ukur pada masa yang bersambung, paling sedikit lima.',
      en: 'The distance of the figure from the median of its row, times 0.6745, divided by the median deviation, is more than 3.5. The row: the newest figures of one method in neighbouring periods, at least five.',
    },
  },
  jump: {
    name: { id: 'Melonjak', en: 'A jump' }, threshold: 3.5, least: 5, source: robust,
    says: {
      id: 'Perubahan dari satu masa ke masa berikutnya jauh dari perubahan lain pada barisnya, menurut hitungan yang sama. Baris: perubahan antara dua masa yang bersambung, satu cara ukur, paling sedikit lima.',
      en: 'The change from one period to the next is far from the other changes of its row, by the same reckoning. The row: changes between two neighbouring periods of one method, at least five.',
    },
  },
  soft_target: {
    name: { id: 'Target di bawah hasil terakhir', en: 'A target below the last result' }, threshold: null, least: null, source: ours,
    says: {
      id: 'Target yang masanya belum lewat meminta kurang dari hasil terakhir, menurut arah baiknya. Sama dengan hasil terakhir tidak ditandai; rentang dan ya/tidak tidak diperiksa.',
      en: 'A target still ahead asks for less than the last result, by the good direction. Equal to the last result is no flag; ranges and yes/no are not asked.',
    },
  },
  target_changed: {
    name: { id: 'Target diubah sesudah masanya', en: 'A target changed after its period' }, threshold: null, least: null, source: ours,
    says: {
      id: 'Target diubah pada hari sesudah masanya berakhir. Target lama disimpan, tidak ditimpa.',
      en: 'The target was changed on a day after its period had ended. The older target is kept, not written over.',
    },
  },
  unit_changed: {
    name: { id: 'Satuan berganti', en: 'The unit changed' }, threshold: null, least: null, source: ours,
    says: {
      id: 'Satuan ukuran ini, atau data yang dipakainya, pernah diganti: angka sebelum dan sesudahnya mungkin tidak sebanding.',
      en: 'The unit of this measure, or of data it uses, was changed: figures from before and after may not be comparable.',
    },
  },
} as const satisfies Record<string, FlagRuleOf>;

export type FlagRule = keyof typeof flagRules;
