import { formulas } from '#indicators/index.ts';
import type { Lang, Text } from '#kernel/i18n.ts';
import { formatNumber } from '#ui/index.ts';
import { helpPage as helpAddress } from '../addresses.ts';
import type { Telling } from '../telling.ts';
import { formulaWords } from './about-words.ts';

export interface FormulaHelp {
  title: string;
  contents: { id: string; text: string }[];
  parts: { id: string; heading: string; rows: Entry[] }[];
  reasons: { reason: string; means: string }[];
  strategies: { strategy: string; means: string }[];
  helpHref: string;
}
interface Entry {
  written: string;
  says: string;
  unit: string | null;
  examples: { expression: string; given: string; result: string }[];
}
type Row = (typeof formulas.reference.operators)[number];
type Example = Row['examples'][number];

const parts = ['operators', 'references', 'modifiers', 'functions'] as const;
const ids = { operators: 'tanda-hitung', references: 'acuan', modifiers: 'pengubah', functions: 'fungsi', missing: 'tidak-ada', units: 'satuan' } as const;
const reasons = ['missing', 'zero_denominator', 'overflow', 'domain'] as const;
const strategies = ['skip_if_any', 'skip_if_all', 'never_skip'] as const;

/** The reference of the formula language, made from its tables: every sign, reference, modifier and function with examples that are tested. */
export function formulaHelp(tell: Telling): FormulaHelp {
  const say = formulaWords(tell.lang);
  const { operators, references, modifiers, functions } = formulas.reference;
  const rows = { operators, references, modifiers, functions: Object.values(functions) };
  return {
    title: say('title'),
    contents: ([...parts, 'missing', 'units'] as const).map((key) => ({ id: ids[key], text: say(key) })),
    parts: parts.map((key) => ({ id: ids[key], heading: say(key), rows: rows[key].map((row) => entryOf(row, tell.lang, 'unit' in row ? say(`unit.${row.unit}`) : null)) })),
    reasons: reasons.map((reason) => ({ reason, means: say(`reason.${reason}`) })),
    strategies: strategies.map((strategy) => ({ strategy, means: say(`strategy.${strategy}`) })),
    helpHref: helpAddress(tell.base),
  };
}

const entryOf = ({ written, says, examples }: { written: string; says: Text; examples: Example[] }, lang: Lang, unit: string | null): Entry => ({ written, says: says[lang], unit, examples: examples.map((one) => exampleOf(one, lang)) });

function exampleOf({ expression, values = {}, result, reason }: Example, lang: Lang): Entry['examples'][number] {
  const say = formulaWords(lang);
  const text = (value: unknown): string => (typeof value === 'number' ? formatNumber(String(value), { lang }) : value === null ? '—' : typeof value === 'boolean' ? say(`${value}`) : `"${String(value)}"`);
  const given = Object.entries(values).map(([key, value]) => `${key} = ${Array.isArray(value) ? value.map(text).join('; ') : text(value)}`).join(', ');
  return { expression, given, result: result === null ? `— (${reason ?? 'missing'})` : text(result) };
}
