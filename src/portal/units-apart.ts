import type { Fig, Part } from './sentence.ts';
import { type Telling, unitOf } from './telling.ts';

const longest = 8;
const fixed = (tell: Telling, unitCode: string): [before: string, after: string] => {
  const [before = '', after = ''] = (unitOf(tell, unitCode)?.shown[tell.lang] ?? '#').replaceAll(' ', '\u00a0').split('#');
  return [before, after];
};

/** The words after a number that are too long to stand beside each: `kunjungan sebulan`. Null where the unit is short or stands before. */
export function longUnit(tell: Telling, unitCode: string): string | null {
  const [before, after] = fixed(tell, unitCode);
  return before === '' && after.trim().length > longest ? after.replaceAll('\u00a0', ' ').trim() : null;
}

/** A shown value without its unit, for where the unit is told once; the word of a scale (`triliun`) stays. */
export function withoutUnit(tell: Telling, unitCode: string, shown: string): string {
  const [before, after] = fixed(tell, unitCode);
  const bare = after !== '' && shown.endsWith(after) ? shown.slice(0, -after.length) : shown;
  return before === '' ? bare : bare.replace(before, '');
}

/** The figure with its unit where that is short, else alone. */
export const unitApart = (tell: Telling, unitCode: string, fig: Fig): Fig => (longUnit(tell, unitCode) === null ? fig : { ...fig, shown: withoutUnit(tell, unitCode, fig.shown) });
export const unitsApart = (tell: Telling, unitCode: string, parts: Part[]): Part[] => parts.map((part) => (part.kind === 'figure' ? { ...part, figure: unitApart(tell, unitCode, part.figure) } : part));
