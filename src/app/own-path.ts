/** Where to go back to after signing in: only a path of this site, else `fallback`. What a browser would read as another host is none. */
export function ownPath(given: string | null | undefined, fallback: string): string {
  if (!given || given.length > 1000 || !/^\/(?![/\\])/.test(given) || /[\p{C}\\]/u.test(given)) return fallback;
  const here = 'http://here.invalid';
  if (!URL.canParse(given, here)) return fallback;
  const url = new URL(given, here);
  return url.origin === here && !url.pathname.startsWith('//') ? url.pathname + url.search : fallback;
}
