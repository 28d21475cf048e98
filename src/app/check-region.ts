import type { PackRow } from '#kernel/pack-file.ts';
import { type Theme, themeProblems } from '#ui/index.ts';

type Say = (row: PackRow, field: string, given: unknown, expected: string) => void;

/** What a region says of its own look: colours that can be seen. */
export function regionProblems(region: PackRow, say: Say): void {
  const theme = region.data.theme as Theme | [] | null;
  if (theme && !Array.isArray(theme)) {
    for (const { words, ratio, least } of themeProblems(theme)) say(region, 'theme', `cloth ${theme.cloth}, thread ${theme.thread}: ${words} ${ratio} : 1`, `${words} at least ${least} : 1`);
  }
}
