import { numberWord } from '#ui/index.ts';
import { type Part, text } from '../sentence.ts';
import { counted, rowCount } from '../standing-sentence.ts';
import type { Telling } from '../telling.ts';
import { homeWords } from './home-words.ts';

/** How many measures the front page lists; a longer list would have to be paged. */
export const listed = 100;

/** A number whose rows may be cut off the page's list: then words alone, small ones exact, larger ones only as "more than". */
export function provable(tell: Telling, n: number, rows: string, { all, digits = false }: { all: number; digits?: boolean }): Part {
  if (all <= listed) return digits ? rowCount(tell, n, rows) : counted(tell, n, rows);
  const say = homeWords(tell.lang);
  return text(n <= 12 ? numberWord(n, tell.lang) : say(n > 100 ? 'more.hundred' : 'more.dozen'));
}
