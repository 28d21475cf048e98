/** What a small tag says of a value or a link. */
export type TagKind = 'reading' | 'simulated' | 'provisional' | 'disputed' | 'derived' | 'break' | 'none' | 'old' | 'stated' | 'verified' | 'stale';

/** How a figure itself is drawn: hatched, dashed underline, double underline, a wave. */
export type FigureMark = 'simulated' | 'provisional' | 'disputed' | 'stale';

/** The marks of a value from its quality and origin, whether other series say something else, and whether it is about to be computed again. */
export function marksOf(value: { quality: string; origin: string; disputed?: boolean; stale?: boolean }): FigureMark[] {
  const marks: FigureMark[] = [];
  if (value.origin === 'simulated') marks.push('simulated');
  if (value.quality === 'provisional') marks.push('provisional');
  if (value.disputed) marks.push('disputed');
  if (value.stale) marks.push('stale');
  return marks;
}
