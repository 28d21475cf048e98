/** A map as it is drawn: lines between neighbours, and a place each, as a circle or as an outline. */
export interface MapShape {
  width: number;
  height: number;
  links: [x1: number, y1: number, x2: number, y2: number][];
  places: MapMark[];
}

export interface MapMark {
  code: string;
  x: number;
  y: number;
  /** Radius of a circle; null where `d` is the outline. */
  r: number | null;
  d: string | null;
  /** The name in lines where it fits inside; else nothing, and the short code stands there. */
  lines: string[];
}

export const lineHeight = 14;
/** Of a wide system font at 13 px: a name that fits here fits in any. */
const letter = 7.9;

/** The last step of a code, `16.03.07` → `07`: what stands on a map where a name has no room, and in its table. */
export const shortCode = (code: string): string => code.split('.').at(-1) ?? code;

/** The name broken into the fewest lines of which each fits; `fits` gets a line's half width, its top and its bottom, from the label's middle. */
export function linesThatFit(name: string, fits: (half: number, top: number, bottom: number) => boolean): string[] {
  const words = name.split(' ');
  for (let count = 1; count <= Math.min(3, words.length); count += 1) {
    const found = broken(words, count).find((lines) => lines.every((line, n) => fits((line.length * letter) / 2, (n - count / 2) * lineHeight, (n + 1 - count / 2) * lineHeight)));
    if (found) return found;
  }
  return [];
}

/** Every way to break the words into so many lines, the most even first. */
function broken(words: string[], count: number): string[][] {
  if (count === 1) return [[words.join(' ')]];
  const ways: string[][] = [];
  for (let cut = 1; cut <= words.length - count + 1; cut += 1) for (const rest of broken(words.slice(cut), count - 1)) ways.push([words.slice(0, cut).join(' '), ...rest]);
  const longest = (lines: string[]): number => Math.max(...lines.map((line) => line.length));
  return ways.sort((a, b) => longest(a) - longest(b));
}
