type Step = string | number;
/** Where a value stands in a JSON text: `['features', 3, 'geometry']`. */
export type JsonPath = Step[];

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+|\n/g;
export const pathName = (path: JsonPath): string => path.join('/');

/** The lines at which the wanted values of a JSON text begin, by `pathName`. The text must be valid JSON; it is walked once. */
export function jsonLines(content: string, wanted: Set<string>): Map<string, number> {
  const found = new Map<string, number>();
  const open: { prefix: string; list: boolean; at: Step }[] = [];
  let line = 1;
  let key: string | null = null;
  // Below the deepest wanted value nobody asks where anything stands: a boundary is mostly numbers.
  const deepest = Math.max(0, ...[...wanted].map((path) => path.split('/').length));
  const begins = (): string => {
    if (open.length > deepest) return '';
    const inside = open.at(-1);
    const path = inside ? `${inside.prefix}${inside.at}` : '';
    if (wanted.has(path) && !found.has(path)) found.set(path, line);
    return path;
  };
  for (const [token] of content.matchAll(tokens)) {
    const inside = open.at(-1);
    if (token === '\n') line += 1;
    else if (token === '{' || token === '[') {
      const path = begins();
      open.push({ prefix: open.length === 0 ? '' : `${path}/`, list: token === '[', at: 0 });
      key = null;
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ',') {
      if (inside?.list) inside.at = Number(inside.at) + 1;
      else key = null;
    } else if (token === ':') continue;
    else if (inside && !inside.list && key === null) {
      key = JSON.parse(token) as string;
      inside.at = key;
    } else begins();
  }
  return found;
}

/** Where a JSON text stops being one, from the parser's own words; null where they name no place. */
export function jsonFaultLine(content: string, message: string): number | null {
  const [, line] = /line (\d+)/.exec(message) ?? [];
  if (line) return Number(line);
  const [, position] = /position (\d+)/.exec(message) ?? [];
  if (position) return content.slice(0, Number(position)).split('\n').length;
  return /end of JSON/.test(message) ? content.trimEnd().split('\n').length : null;
}
