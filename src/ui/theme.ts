/** A region's own colours, `#rrggbb`: cloth is the ground of head and ornament, thread the pattern on it and the ring of focus. */
export interface Theme {
  cloth: string;
  thread: string;
}

/** What stands on cloth and beside thread, as `serasan.css` and `tokens.css` have it. */
const [white, quiet, ink] = ['#ffffff', '#e6d8d0', '#1b1512'] as const;
/** Every pair that a theme decides, with the least contrast it must have: WCAG 1.4.3 and 1.4.6 for words, 1.4.11 for the rest. */
const pairs = [
  { words: 'white words on cloth', least: 7, of: ({ cloth }: Theme) => [white, cloth] },
  { words: 'quiet words (#e6d8d0) on cloth', least: 4.5, of: ({ cloth }: Theme) => [quiet, cloth] },
  { words: 'thread on cloth', least: 3, of: ({ cloth, thread }: Theme) => [thread, cloth] },
  { words: 'the outline of focus (#1b1512) on thread', least: 3, of: ({ thread }: Theme) => [ink, thread] },
] as const;

/** Contrast ratio of two colours by WCAG 2: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The pairs of a theme that cannot be seen well enough, each with its measured ratio (rounded down) and the least. */
export const themeProblems = (theme: Theme): { words: string; ratio: string; least: number }[] =>
  pairs.map((pair) => ({ ...pair, measured: contrast(...(pair.of(theme) as [string, string])) }))
    .filter(({ measured, least }) => measured < least)
    .map(({ words, measured, least }) => ({ words, ratio: (Math.floor(measured * 100) / 100).toFixed(2), least }));

/** The theme as a style sheet; stronger than the tokens' own `:root`, wherever it stands. */
export const themeSheet = ({ cloth, thread }: Theme): string => `html:root{--cloth:${cloth};--thread:${thread}}`;
