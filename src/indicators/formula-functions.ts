import type { Value } from './formula-evaluate.ts';
import { roundHalfAway } from './round.ts';

export type Type = 'number' | 'text' | 'boolean' | 'any';

/**
 * A function of the language. `takes` names the type of each argument, the last one repeated; `same` is any type, but one type for
 * all that say so, which is then what the function gives. `looks`: a missing argument arrives as null under every strategy.
 */
export interface FormulaFunction {
  least: number;
  most: number;
  takes: (Exclude<Type, 'any'> | 'any' | 'same')[];
  gives: Exclude<Type, 'any'> | 'same';
  looks: boolean;
  about: { id: string; en: string };
  /** How it reads in a sentence; `{0}` is the first argument, `{*}` all of them. */
  told: { id: string; en: string };
  examples: [string, Value][];
  /** The result of known arguments; null is missing. `if` alone is computed by the evaluator, which takes one branch only. */
  of: (args: Value[]) => Value;
}

const some = 50;
const numbers = (args: Value[]): number[] => args.filter((arg) => typeof arg === 'number');

/** Every function there is: a new one is one row here, with its documentation and examples that the tests compute. */
export const functions: Record<string, FormulaFunction> = {
  if: {
    least: 3, most: 3, takes: ['boolean', 'same'], gives: 'same', looks: false, of: () => null,
    about: { id: 'yang kedua bila syarat benar, selain itu yang ketiga', en: 'the second if the condition holds, else the third' },
    told: { id: 'jika {0}: {1}; jika tidak: {2}', en: 'if {0}: {1}; otherwise: {2}' }, examples: [['if(1 < 2, 10, 20)', 10], ['if(null, 10, 20)', 20]],
  },
  isNull: {
    least: 1, most: 1, takes: ['any'], gives: 'boolean', looks: true, of: ([value]) => value === null,
    about: { id: 'benar bila tidak ada', en: 'true when it is missing' }, told: { id: '{0} tidak ada', en: '{0} is missing' }, examples: [['isNull(null)', true], ['isNull(0)', false]],
  },
  isNotNull: {
    least: 1, most: 1, takes: ['any'], gives: 'boolean', looks: true, of: ([value]) => value !== null,
    about: { id: 'benar bila ada', en: 'true when it is there' }, told: { id: '{0} ada', en: '{0} is there' }, examples: [['isNotNull(0)', true], ['isNotNull(1 / 0)', false]],
  },
  firstNonNull: {
    least: 1, most: some, takes: ['same'], gives: 'same', looks: true, of: (args) => args.find((arg) => arg !== null) ?? null,
    about: { id: 'yang pertama yang ada', en: 'the first that is there' }, told: { id: 'yang pertama ada dari ({*})', en: 'the first that is there of ({*})' }, examples: [['firstNonNull(null, 7, 8)', 7]],
  },
  greatest: {
    least: 1, most: some, takes: ['number'], gives: 'number', looks: true, of: (args) => (numbers(args).length === 0 ? null : Math.max(...numbers(args))),
    about: { id: 'yang terbesar dari yang ada', en: 'the largest of those that are there' }, told: { id: 'yang terbesar dari ({*})', en: 'the largest of ({*})' }, examples: [['greatest(1, null, 3)', 3]],
  },
  least: {
    least: 1, most: some, takes: ['number'], gives: 'number', looks: true, of: (args) => (numbers(args).length === 0 ? null : Math.min(...numbers(args))),
    about: { id: 'yang terkecil dari yang ada', en: 'the smallest of those that are there' }, told: { id: 'yang terkecil dari ({*})', en: 'the smallest of ({*})' }, examples: [['least(4, null, 2)', 2]],
  },
  round: {
    least: 1, most: 2, takes: ['number'], gives: 'number', looks: false, of: ([value, places]) => roundHalfAway(value as number, (places ?? 0) as number),
    about: { id: 'dibulatkan, setengah menjauhi nol; angka kedua ialah banyaknya desimal', en: 'rounded, half away from zero; the second number says how many decimals' },
    told: { id: '{0} dibulatkan', en: '{0}, rounded' }, examples: [['round(2.5)', 3], ['round(-2.5)', -3], ['round(1.005, 2)', 1.01]],
  },
};

/** A function by its name; a name that every object has (`constructor`) is none. */
export const functionNamed = (name: string): FormulaFunction | undefined => (Object.hasOwn(functions, name) ? functions[name] : undefined);
