import type { Text } from '#kernel/i18n.ts';
import type { Reason } from './arithmetic.ts';
import { compileFormula } from './compile.ts';
import { mostDigits, significantDigits } from './decimals.ts';
import { FormulaError } from './errors.ts';
import { parseFormula } from './parser.ts';
import { type Frame, keyOf, type Missing, type Plan, type Slot, unshifted, type Value } from './plan.ts';
import { type Node, type Reference, referencesOf } from './tree.ts';
import type { TypeOf } from './types.ts';

type Given = Value | (number | null)[];
interface Line {
  id: unknown;
  expression: string;
  values: Record<string, Given>;
  missing: Missing;
}
export interface LineResult {
  id: unknown;
  value?: Value;
  reason?: Reason;
  assumedZero?: string[];
  error?: { code: string; position: number; message: string; pesan: string };
}

const strategies: Missing[] = ['skip_if_any', 'skip_if_all', 'never_skip'];

/** One line of `serasan formula`: a formula with its values, computed where there is one period and one area. Never throws. */
export function computeLine(text: string): LineResult {
  let id: unknown = null;
  try {
    const given = readJson(text);
    id = given.id ?? null;
    const line = readLine(id, given);
    const { value, reason, assumedZero } = computeWith(line.expression, line.values, line.missing);
    return { id, value, ...(reason === null ? {} : { reason }), ...(assumedZero.length > 0 ? { assumedZero } : {}) };
  } catch (error) {
    if (error instanceof LineError) return refused(id, 'line', 0, error.text);
    if (error instanceof FormulaError) return refused(id, error.code, error.position, error.text);
    throw error;
  }
}

export const refused = (id: unknown, code: string, position: number, text: Text): LineResult => ({ id, error: { code, position, message: text.en, pesan: text.id } });

/** A formula computed from values by key; a list is what a group runs over. Used by worked examples and by the examples of functions too. */
export function computeWith(expression: string, values: Record<string, Given>, missing: Missing = 'skip_if_any') {
  return computeTree(parseFormula(expression, typesIn(values, missing)), values, missing);
}

export function computeTree(tree: Node, values: Record<string, Given>, missing: Missing) {
  checkDigits(tree, values);
  const formula = compileFormula(tree, missing, typesIn(values, missing));
  return formula.compute(frameOf(formula.plan, values, tree));
}

class LineError extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

function readJson(text: string): Record<string, unknown> {
  let given: unknown;
  try {
    given = JSON.parse(text, /[\d.]{21}|\d[eE]/.test(text) ? (keepSource as (key: string, value: unknown) => unknown) : undefined);
  } catch {
    throw new LineError({ id: 'setiap baris seharusnya satu objek JSON yang utuh', en: 'expected one whole JSON object on each line' });
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new LineError({ id: 'setiap baris seharusnya objek JSON { id, expression, values, missing }', en: 'expected a JSON object { id, expression, values, missing } on each line' });
  return given as Record<string, unknown>;
}

/** A number that a double does not hold as it was written, kept to be refused with its code. */
class Unfit {
  readonly written: string;
  constructor(written: string) {
    this.written = written;
  }
}

function keepSource(_key: string, value: unknown, context: { source?: string }): unknown {
  const written = context?.source;
  if (typeof value !== 'number' || written === undefined) return value;
  return significantDigits(written) > mostDigits || !Number.isFinite(value) || (value === 0 && significantDigits(written) > 0) ? new Unfit(written) : value;
}

function readLine(id: unknown, { expression, values = {}, missing = 'skip_if_any' }: Record<string, unknown>): Line {
  if (typeof expression !== 'string') throw new LineError({ id: '`expression` seharusnya teks', en: 'expected a text in `expression`' });
  if (!strategies.includes(missing as Missing)) throw new LineError({ id: `\`missing\` seharusnya ${strategies.join(', ')}`, en: `expected ${strategies.join(', ')} in \`missing\`` });
  if (values === null || typeof values !== 'object' || Array.isArray(values)) throw new LineError({ id: '`values` seharusnya objek { kode: nilai }', en: 'expected an object { code: value } in `values`' });
  return { id, expression, values: values as Record<string, Given>, missing: missing as Missing };
}

const isValue = (given: unknown): given is Value => given === null || typeof given === 'string' || typeof given === 'boolean' || (typeof given === 'number' && Number.isFinite(given));
const isNumberOrNull = (given: unknown): boolean => given === null || (typeof given === 'number' && Number.isFinite(given));

/** What does not fit stands at the reference that asks for it. */
function checkDigits(tree: Node, values: Record<string, unknown>): void {
  for (const [key, given] of Object.entries(values)) {
    if (isValue(given) || (Array.isArray(given) && given.every(isNumberOrNull))) continue;
    const unfit = [given].flat().find((one) => one instanceof Unfit);
    const position = referencesOf(tree).find((one) => keysFor(keyOf(one, unshifted), one).includes(key))?.at ?? 0;
    throw new FormulaError('value', position, unfit instanceof Unfit
      ? { id: `nilai ${key} seharusnya angka dengan paling banyak ${mostDigits} angka penting, di bawah 1,8e308`, en: `expected a number of at most ${mostDigits} significant digits and below 1.8e308 for ${key}` }
      : { id: `nilai ${key} seharusnya angka, teks, benar/salah, atau null`, en: `expected a number, a text, true or false, or null for ${key}` });
  }
}

/** `N{x}` may be given as `N{x}` or as `x`; `[days]` as `[days]` or `days`. */
const keysFor = (key: string, { sigil, code }: Pick<Reference, 'sigil' | 'code'>): string[] => (sigil === '#' ? [key] : [key, code]);
const own = (values: Record<string, Given>, keys: string[]): Given => {
  const key = keys.find((one) => Object.hasOwn(values, one));
  return key === undefined ? null : (values[key] ?? null);
};

/** The type of what is given. What is missing counts as a number where it would be assumed zero; elsewhere it is null, which fits anything. */
function typesIn(values: Record<string, Given>, missing: Missing): TypeOf {
  return (reference, looking) => {
    const given = own(values, keysFor(keyOf(reference, unshifted), reference));
    if (given === null) return missing === 'skip_if_any' || looking ? 'any' : 'number';
    return typeof given === 'string' ? 'text' : typeof given === 'boolean' ? 'boolean' : 'number';
  };
}

/** One value is its own sum, average, first and last: of modifiers only another period or area asks for a value of its own, given under the key as written. */
function givenFor(values: Record<string, Given>, slot: Slot): Given {
  const exactly = own(values, keysFor(slot.key, slot));
  if (exactly !== null || slot.shift.offset !== 0 || slot.shift.areas.length > 0) return exactly;
  return ofOne(own(values, keysFor(keyOf(slot, unshifted), slot)), slot);
}

/** Of one value there is a count, and no spread. */
function ofOne(given: Given, { shift: { aggregation } }: Slot): Given {
  if (typeof given !== 'number') return given;
  return aggregation === 'COUNT' ? 1 : aggregation === 'STDDEV' || aggregation === 'VARIANCE' ? null : given;
}

function frameOf(plan: Plan, values: Record<string, Given>, tree: Node): Frame {
  const given = plan.slots.map((slot) => givenFor(values, slot));
  const list = given.findIndex(Array.isArray);
  if (list >= 0) {
    const slot = plan.slots[list] as Slot;
    throw new FormulaError('value', referencesOf(tree).find((one) => one.code === slot.code)?.at ?? 0, { id: `di sini seharusnya ada satu nilai ${slot.key}: daftar hanya dapat dipakai di dalam sum, avg, median, percentile, stddev atau subExpression`, en: `expected one value for ${slot.key}: a list stands inside sum, avg, median, percentile, stddev or subExpression alone` });
  }
  return { values: given as Value[], groups: plan.groups.map((group) => framesOf(group.plan, values, tree)) };
}

/** Lists within lists: more would not be read by any formula of a region either. */
const mostFrames = 20_000;

function framesOf(plan: Plan, values: Record<string, Given>, tree: Node, around = 1): Frame[] {
  const given = plan.slots.map((slot) => givenFor(values, slot));
  const lists = given.filter(Array.isArray);
  const count = lists.length === 0 ? 1 : Math.max(...lists.map((one) => one.length));
  if (around * count > mostFrames) throw new FormulaError('too_many', tree.at, { id: `daftar di dalam daftar seharusnya bersama-sama paling banyak ${mostFrames} nilai`, en: `expected lists within lists of at most ${mostFrames} values together` });
  return Array.from({ length: count }, (_, n) => {
    const at = given.map((one) => (Array.isArray(one) ? (one[n] ?? null) : one));
    return { values: at, groups: plan.groups.map((group) => framesOf(group.plan, values, tree, around * count)) };
  });
}
