/** Lists that people write a line each: worked examples, and stages of a piece of work. Pure. */

export interface Example {
  values: Record<string, unknown>;
  result: unknown;
  reason?: string;
}
export interface Stage {
  name: { id: string; en: string };
  share: number;
}
/** A line that is not understood: its number, from 1. */
export interface BadLine {
  line: number;
  given: string;
}
type Read<T> = { rows: T[] } | { bad: BadLine };

const missing = 'null';
/** Three digits behind a point are thousands to many: such a number is written with one more, and asked for so. */
const asThousands = /^-?[1-9]\d{0,2}\.\d{3}$/;
const written = (value: unknown): string => (value === null || value === undefined ? missing : typeof value === 'number' && asThousands.test(String(value)) ? `${value}0` : typeof value === 'string' ? JSON.stringify(value) : Array.isArray(value) ? `[${value.map(written).join(', ')}]` : String(value));

/** `served = 50; people = 200 => 25`; a result that is missing says why: `=> null zero_denominator`. */
export const writeExamples = (examples: Example[]): string =>
  examples.map(({ values, result, reason }) => `${Object.entries(values).map(([key, value]) => `${key} = ${written(value)}`).join('; ')} => ${written(result)}${reason ? ` ${reason}` : ''}`).join('\n');

export function readExamples(text: string): Read<Example> {
  return read(text, (line) => {
    const found = /^(.*)=>\s*(null|true|false|"(?:[^"\\]|\\.)*"|-?[\d.]+(?:e[+-]?\d+)?)(?:\s+([a-z_]+))?$/i.exec(line);
    const values = found && pairsIn(found[1] ?? '');
    const result = readValue(found?.[2] ?? '');
    return !found || !values || result === undefined ? null : { values, result, ...(found[3] ? { reason: found[3] } : {}) };
  });
}

function pairsIn(text: string): Record<string, unknown> | null {
  const values: Record<string, unknown> = {};
  for (const pair of partsOf(text)) {
    const at = pair.indexOf('=');
    const [key, given] = at < 0 ? ['', ''] : [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    const value = readValue(given);
    if (key === '' || key.includes('"') || value === undefined) return null;
    values[key] = value;
  }
  return values;
}

/** Parted by `;`, but not inside a text. */
const partsOf = (text: string): string[] => (text.match(/(?:"(?:[^"\\]|\\.)*"|[^;])+/g) ?? []).map((one) => one.trim()).filter((one) => one !== '');

/** Undefined where it is none. */
function readValue(text: string): unknown {
  if (asThousands.test(text)) return undefined;
  if (!/^(?:null|true|false|\[.*\]|".*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `Rancangan | Draft | 20`: the stage in both languages, and the percent of the whole that is done by then. */
export const writeStages = (stages: Stage[]): string => stages.map(({ name, share }) => `${name.id} | ${name.en} | ${share}`).join('\n');
export const readStages = (text: string): Read<Stage> => read(text, (line) => {
  const [id = '', en = '', share = '', ...more] = line.split('|').map((one) => one.trim());
  return id === '' || en === '' || more.length > 0 || !/^\d+(\.\d+)?$/.test(share) ? null : { name: { id, en }, share: Number(share) };
});

function read<T>(text: string, of: (line: string) => T | null): Read<T> {
  const rows: T[] = [];
  for (const [n, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const row = of(line.trim());
    if (row === null) return { bad: { line: n + 1, given: line.trim().slice(0, 80) } };
    rows.push(row);
  }
  return { rows };
}
