import { elementsOf, exampleFault, FormulaError, type Missing, parseFormula } from '#indicators/index.ts';
import type { WorkedExample } from '#indicators/tables.ts';
import type { PackRow, Report } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { parsePeriod } from '#kernel/periods.ts';

/** What the columns alone cannot say: cycles, formulas and their examples, simulated figures, history, signs. */
export function meaningProblems(found: Tables, report: Report): void {
  const say = (row: PackRow, field: string, given: unknown, expected: string): void =>
    report({ file: row.file, line: row.line, field, given: String(given), expected });
  const region = rowsOf(found, 'places.region')[0];
  const code = String(region?.data.code ?? '');
  if (region && !/^\d\d\.\d\d$/.test(code)) say(region, 'code', code, 'a region code such as 16.03');
  if (region && region.data.fictional !== code.startsWith('99.')) say(region, 'fictional', region.data.fictional, '`true` for a code that begins with 99., and for no other');
  for (const table of ['data.value', 'indicators.target']) {
    for (const row of rowsOf(found, table)) {
      if (row.data.origin === 'simulated' && !code.startsWith('99.')) say(row, 'origin', 'simulated', 'no simulated figure outside a region 99.*');
    }
  }
  const roots = rowsOf(found, 'places.area').filter((row) => row.data.parent_code === null);
  if (region && (roots.length !== 1 || roots[0]?.data.code !== code)) report({ file: 'areas.csv', line: roots[1]?.line ?? null, field: 'parent_code', given: `${roots.length} areas without a parent`, expected: `just the region ${code}` });
  cycles(rowsOf(found, 'places.area'), 'parent_code', say);
  cycles(rowsOf(found, 'plan.plan'), 'parent_code', say);
  formulas(found, say);
  values(found, say);
  for (const table of ['plan.node', 'plan.link', 'masterplan.pillar', 'masterplan.indicator_link']) {
    for (const row of rowsOf(found, table)) if (Number(row.data.weight ?? 0) < 0) say(row, 'weight', row.data.weight, 'a weight of 0 or more');
  }
}

type Say = (row: PackRow, field: string, given: unknown, expected: string) => void;

function cycles(rows: PackRow[], field: string, say: Say): void {
  const parent = new Map(rows.map((row) => [row.data.code, row.data[field] ?? null]));
  for (const row of rows) {
    const way = [row.data.code];
    for (let at = parent.get(row.data.code); at !== null && at !== undefined; at = parent.get(at)) {
      way.push(at as string);
      if (at === row.data.code) {
        say(row, field, way.join(' → '), 'a tree: nothing stands above itself');
        break;
      }
      if (way.length > rows.length) break;
    }
  }
}

function formulas(found: Tables, say: Say): void {
  const elements = new Set(rowsOf(found, 'data.element').map((row) => row.data.code));
  for (const row of rowsOf(found, 'indicators.indicator')) {
    const formula = String(row.data.formula);
    try {
      const unknown = elementsOf(parseFormula(formula)).filter((element) => !elements.has(element));
      if (unknown.length > 0) say(row, 'formula', unknown.map((element) => `#{${element}}`).join(', '), 'the code of a known element');
      for (const example of row.data.worked_examples as WorkedExample[]) {
        const fault = exampleFault(formula, row.data.missing as Missing, example);
        if (fault !== null) say(row, 'worked_examples', `${JSON.stringify(example)} gives ${fault}`, 'the result that the formula gives');
      }
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      say(row, 'formula', formula.slice(0, 80), error.message);
    }
  }
}

function values(found: Tables, say: Say): void {
  const types = new Map(rowsOf(found, 'data.element').map((row) => [row.data.code, row.data.value_type]));
  const history = new Map<string, PackRow[]>();
  for (const row of rowsOf(found, 'data.value')) {
    const { element_code, area_code, period, series_code, revision, value, status, applicable } = row.data;
    if (parsePeriod(String(period)).text !== period) say(row, 'period', period, parsePeriod(String(period)).text);
    const empty = status === 'withdrawn' || applicable === false;
    if (empty !== (value === null)) say(row, 'value', value ?? 'nothing', empty ? 'nothing: the row is withdrawn or not applicable' : 'a number');
    if (types.get(element_code ?? '') === 'integer' && String(value).includes('.')) say(row, 'value', value, 'a whole number');
    const key = [element_code, area_code, period, series_code].join(' / ');
    history.set(key, [...(history.get(key) ?? []), row]);
    if (revision !== null && Number(revision) < 1) say(row, 'revision', revision, 'revisions 1, 2, 3 …');
  }
  for (const rows of history.values()) {
    if (rows.length === 1 && rows[0]?.data.revision === null) continue;
    const given = rows.map((row) => Number(row.data.revision)).sort((a, b) => a - b);
    if (given.some((revision, n) => revision !== n + 1)) say(rows[0] as PackRow, 'revision', given.join(', '), `revisions 1 to ${rows.length}, each once`);
  }
}
