import { suggestions } from '#alignment/index.ts';
import { disaggregation } from '#data/index.ts';
import { elementsOf, FormulaError, formulas, type WorkedExample } from '#indicators/index.ts';
import type { PackRow } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { type Doubts, isDoubted } from './check-doubts.ts';
import type { Say } from './check-meaning.ts';

type Known = Parameters<typeof formulas.check>[1];
type Reference = Parameters<Known>[0];
type GivenUnit = NonNullable<ReturnType<Known>>;
const tableOf: Record<string, [table: string, kind: string]> = { '#': ['data.element', 'element'], N: ['indicators.indicator', 'indicator'], C: ['data.constant', 'constant'], T: ['indicators.indicator', 'indicator'] };

/** Formulas with their references, types, units and worked examples; series that a formula asks for; indicators that stand on themselves. */
export function formulaProblems(found: Tables, doubts: Doubts, say: Say): void {
  const known = knownIn(found, doubts);
  const needs = new Map<string, string[]>();
  for (const row of rowsOf(found, 'indicators.indicator')) {
    try {
      const { tree, unit, gives } = formulas.check(String(row.data.formula), known);
      needs.set(String(row.data.code), formulas.standsOnOf(tree));
      for (const example of row.data.worked_examples as WorkedExample[]) {
        const fault = formulas.exampleFault(tree, String(row.data.missing), example);
        if (fault !== null) say(row, 'worked_examples', `${JSON.stringify(example)} gives ${fault}`, 'the result that the formula gives');
      }
      const wanted = known({ sigil: 'N', code: String(row.data.code) });
      if (wanted) formulas.refuseOtherType(gives, wanted, (row.data.target_kind as string | null) ?? null);
      if (wanted) formulas.refuseOtherUnit(unit, wanted);
      seriesProblems(found, doubts, row, elementsOf(tree), say);
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      const formula = String(row.data.formula);
      const { en, id } = expectedOf(error, formula, found);
      say(row, 'formula', `${formula.slice(Math.max(0, error.position - 40), error.position + 40)} (at character ${error.position + 1})`, en, id);
    }
  }
  const rows = new Map(rowsOf(found, 'indicators.indicator').map((row) => [String(row.data.code), row]));
  for (const cycle of formulas.cyclesOf(needs)) {
    const row = rows.get(cycle[0] as string);
    if (row) say(row, 'formula', cycle.join(' → '), 'no indicator that stands on itself');
  }
}

/** What a formula should have been, in words that go on after "expected"; of a code that nothing has, with those that look most like it. */
export function expectedOf({ code, position, text }: FormulaError, source: string, found: Tables): { id: string; en: string } {
  const said = { id: text.id.replace(/^rumus seharusnya /, 'rumus yang ').replace(/^(?:di sini )?seharusnya /, ''), en: text.en.replace(/^expected /, '') };
  const [, sigil = '', given = ''] = (code === 'unknown_reference' && /^([#NCT])\{([^}.]{1,64})/.exec(source.slice(position))) || [];
  const like = (known: string): number => suggestions.likeness(given, known);
  const near = rowsOf(found, tableOf[sigil]?.[0] ?? '').map(({ data }) => String(data.code)).filter((known) => like(known) >= leastLike).sort((a, b) => like(b) - like(a)).slice(0, 3).map((known) => `${sigil}{${known}}`);
  return near.length === 0 ? said : { id: `${said.id}; yang mirip: ${near.join(', ')}`, en: `${said.en}${alike}${near.join(', ')}` };
}
const alike = '; alike are ';
/** What was expected without the codes that look like it: these change with every code that comes or goes, the problem does not. */
export const withoutNear = (expected: string): string => expected.split(alike, 1)[0] as string;
/** Half of the letters in threes are the same. */
const leastLike = 0.5;

/** What the pack's own definitions say of a reference. */
export function knownIn(found: Tables, doubts: Doubts): Known {
  const units = new Map(rowsOf(found, 'data.unit').map((row): [string, GivenUnit] => [String(row.data.code), unitOf(row)]));
  const codes = new Map(['data.element', 'indicators.indicator', 'data.constant'].map((table) => [table, new Map(rowsOf(found, table).map((row) => [String(row.data.code), units.get(String(row.data.unit_code)) ?? null]))]));
  const categories = disaggregation.inPack(found);
  const areas = new Set(rowsOf(found, 'places.area').map((row) => String(row.data.code)));
  const agencies = new Set(rowsOf(found, 'data.element').map((row) => String(row.data.agency_code ?? '')));
  const known = ({ sigil, code, options = [] }: Reference) => {
    if (sigil === 'R') return codes.get('data.element')?.has(code) || (code !== '' && agencies.has(code)) ? formulas.reportUnit(options[0]) : isDoubted(doubts, 'element', [code]) ? null : undefined;
    if (options.length > 0 && !disaggregation.inOrder(categories.get(code) ?? [], options) && !isDoubted(doubts, 'element', [code])) return undefined;
    const [table, kind] = tableOf[sigil] ?? ['', ''];
    const there = codes.get(table)?.get(code);
    return there === undefined && isDoubted(doubts, kind, [code]) ? null : there;
  };
  return Object.assign(known, areas.size > 0 ? { areas } : {});
}

const unitOf = ({ data }: PackRow): GivenUnit => ({ dimension: String(data.dimension), scale: Number(data.scale ?? 1), name: { id: String(data.name_id), en: String(data.name_en) } });

/** A series that an indicator names must be one of an element in its formula. */
function seriesProblems(found: Tables, doubts: Doubts, row: PackRow, elements: string[], say: Say): void {
  const known = new Set(rowsOf(found, 'data.series').map((one) => `${one.data.element_code} ${one.data.code}`));
  for (const series of (row.data.series ?? []) as string[]) {
    if (!isDoubted(doubts, 'series', [series]) && !elements.some((element) => known.has(`${element} ${series}`))) say(row, 'series', series, `a series of ${elements.join(' or ') || 'an element in the formula'}`);
  }
}
