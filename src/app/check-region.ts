import type { PackRow } from '#kernel/pack-file.ts';
import { type Theme, themeProblems } from '#ui/index.ts';

type Say = (row: PackRow, field: string, given: unknown, expected: string) => void;

/** What a region says of its own look and addresses: colours that can be seen, hosts that can be reached. */
export function regionProblems(region: PackRow, say: Say): void {
  const theme = region.data.theme as Theme | [] | null;
  if (theme && !Array.isArray(theme)) {
    for (const { words, ratio, least } of themeProblems(theme)) say(region, 'theme', `cloth ${theme.cloth}, thread ${theme.thread}: ${words} ${ratio} : 1`, `${words} at least ${least} : 1`);
  }
  for (const host of (region.data.hosts ?? []) as string[]) {
    if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(host)) say(region, 'hosts', host.slice(0, 80), 'a host name in small letters such as serasan.example, without scheme, port or path');
  }
}
