/** What a small tag says of a value or a link. */
export type TagKind = 'reading' | 'simulated' | 'provisional' | 'disputed' | 'derived' | 'break' | 'none' | 'old' | 'stated' | 'verified';

/** How a figure itself is drawn: hatched, dashed underline, double underline. */
export type FigureMark = 'simulated' | 'provisional' | 'disputed';

/** The marks of a value from its quality and origin, and whether other series say something else. */
export function marksOf(value: { quality: string; origin: string; disputed?: boolean }): FigureMark[] {
  const marks: FigureMark[] = [];
  if (value.origin === 'simulated') marks.push('simulated');
  if (value.quality === 'provisional') marks.push('provisional');
  if (value.disputed) marks.push('disputed');
  return marks;
}
