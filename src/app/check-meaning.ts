import { disaggregation } from '#data/index.ts';
import type { PackRow, Report } from '#kernel/pack-file.ts';
import type { Tables } from '#kernel/pack-part.ts';
import { rowsOf } from '#kernel/pack-parts.ts';
import { comparePeriods, isPeriod } from '#kernel/periods.ts';
import type { InitiativeStatement } from '#masterplan/index.ts';
import type { PlanLevel, PlanScoring } from '#plan/index.ts';
import { wordedProblems } from './check-worded.ts';
import { cycleProblems } from './check-cycles.ts';
import { type Doubts, isDoubted } from './check-doubts.ts';
import { elementProblems } from './check-elements.ts';
import { formulaProblems } from './check-formulas.ts';
import { historiesOf } from './check-history.ts';
import { agencyProblems, areaProblems, codeProblems, hostProblems } from './check-places.ts';
import { regionProblems } from './check-region.ts';
import { ruleProblems } from './check-rules.ts';
import { targetProblems } from './check-targets.ts';

/** What the columns alone cannot say: cycles, formulas and their examples, simulated figures, history, signs. */
export function meaningProblems(found: Tables, doubts: Doubts, report: Report): void {
  const say: Say = (row, field, given, expected, expectedId) =>
    report({ file: row.file, line: row.line, field, given: String(given), expected, ...(expectedId === undefined ? {} : { expectedId }) });
  const region = rowsOf(found, 'places.region')[0];
  const code = String(region?.data.code ?? '');
  if (region && !/^\d\d\.\d\d$/.test(code)) say(region, 'code', code, 'a region code such as 16.03');
  if (region && region.data.fictional !== code.startsWith('99.')) say(region, 'fictional', region.data.fictional, '`true` for a code that begins with 99., and for no other');
  for (const table of ['data.value', 'indicators.target', 'scores.frozen_indicator']) {
    for (const row of rowsOf(found, table)) {
      if (region && row.data.origin === 'simulated' && !code.startsWith('99.')) say(row, 'origin', 'simulated', 'no simulated figure outside a region 99.*');
    }
  }
  const roots = rowsOf(found, 'places.area').filter((row) => row.data.parent_code === null);
  if (region && !isDoubted(doubts, 'area', [code]) && (roots.length !== 1 || roots[0]?.data.code !== code)) report({ file: 'areas.csv', line: roots[1]?.line ?? null, field: 'parent_code', given: `${roots.length} areas without a parent`, expected: `just the region ${code}` });
  for (const row of rowsOf(found, 'data.unit')) {
    if (row.data.scale !== null && row.data.scale !== undefined && !(Number(row.data.scale) > 0)) say(row, 'scale', row.data.scale, 'a number above 0');
    for (const field of ['shown_id', 'shown_en']) {
      if (String(row.data[field]).split('#').length !== 2) say(row, field, row.data[field], 'a text with one # where the number stands, such as Rp#');
    }
  }
  for (const row of rowsOf(found, 'places.neighbour')) {
    if (String(row.data.a_code) >= String(row.data.b_code)) say(row, 'a_code, b_code', `${row.data.a_code}, ${row.data.b_code}`, 'the lesser code first, so that a pair stands once');
  }
  for (const row of rowsOf(found, 'places.statement')) {
    if (region && row.data.about_kind === 'region' && row.data.about_code !== code) say(row, 'about_code', row.data.about_code, `the region's own code ${code}`);
  }
  areaProblems(found, say);
  agencyProblems(found, say);
  codeProblems(found, say);
  if (region) hostProblems(region, say);
  cycles(rowsOf(found, 'places.area'), 'parent_code', say);
  cycles(rowsOf(found, 'plan.plan'), 'parent_code', say);
  if (region) regionProblems(region, say);
  scorings(found, say);
  elementProblems(found, doubts, say);
  formulaProblems(found, doubts, say);
  ruleProblems(found, doubts, say);
  targetProblems(found, say);
  wordedProblems(found, say);
  cycleProblems(found, say);
  servedNodes(found, say);
  sourcesOfStatements(found, doubts, say);
  values(found, say);
  for (const table of ['plan.node', 'plan.link', 'masterplan.pillar', 'masterplan.indicator_link', 'indicators.indicator_agency']) {
    for (const row of rowsOf(found, table)) if (Number(row.data.weight ?? 0) < 0) say(row, 'weight', row.data.weight, 'a weight of 0 or more');
  }
}

export type Say = (row: PackRow, field: string, given: unknown, expected: string, expectedId?: string) => void;

function cycles(rows: PackRow[], field: string, say: Say): void {
  const parent = new Map(rows.filter((row) => row.data[field] !== null).map((row) => [row.data.code, row.data[field]])); // of a plan's versions any may name one
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

/** A plan's span, and bounds and bands that a score can be put into: floor below cap, bands falling. */
function scorings(found: Tables, say: Say): void {
  for (const row of rowsOf(found, 'plan.plan')) {
    const { floor, cap, bands } = row.data.scoring as PlanScoring;
    if (floor >= cap) say(row, 'scoring', `floor ${floor}, cap ${cap}`, 'a floor below the cap');
    if (bands.some((band, n) => n > 0 && band >= (bands[n - 1] ?? 0))) say(row, 'scoring', bands.join(', '), 'bands that fall');
    if (comparePeriods(String(row.data.period_from), String(row.data.period_to)) > 0) say(row, 'period_from', row.data.period_from, `a period that is not after ${row.data.period_to}`);
    const levels = (row.data.levels as PlanLevel[]).map((level) => level.code);
    if (new Set(levels).size < levels.length) say(row, 'levels', levels.join(', '), 'each level once');
  }
}

/** A node may serve one of the parent plan; a plan without parent has none to serve. */
function servedNodes(found: Tables, say: Say): void {
  const parents = new Map(rowsOf(found, 'plan.plan').map((row) => [row.data.code, row.data.parent_code]));
  const nodes = new Set(rowsOf(found, 'plan.node').map((row) => `${row.data.plan_code} / ${row.data.code}`));
  for (const row of rowsOf(found, 'plan.node')) {
    const { serves_code, plan_code } = row.data;
    if (serves_code !== null && serves_code !== undefined && !nodes.has(`${parents.get(plan_code ?? '')} / ${serves_code}`)) say(row, 'serves_code', serves_code, `a node of the parent plan ${String(parents.get(plan_code ?? '') ?? '(none is named)')}`);
  }
}

function sourcesOfStatements(found: Tables, doubts: Doubts, say: Say): void {
  const known = new Set(rowsOf(found, 'places.source').map((row) => row.data.code));
  for (const row of rowsOf(found, 'masterplan.initiative')) {
    for (const { source, period } of (row.data.statements ?? []) as InitiativeStatement[]) {
      if (!known.has(source) && !isDoubted(doubts, 'source', [source])) say(row, 'statements', source, 'the code of a known source');
      if (period !== undefined && !isPeriod(period)) say(row, 'statements', period, 'a period: 2019, 2019Q3, 2019-07 or 2019-07-14');
    }
  }
}

function values(found: Tables, say: Say): void {
  const types = new Map(rowsOf(found, 'data.element').map((row) => [row.data.code, row.data.value_type]));
  for (const row of rowsOf(found, 'data.value')) {
    const { element_code, revision, value, status, applicable } = row.data;
    const empty = status === 'withdrawn' || applicable === false;
    if (empty !== (value === null)) say(row, 'value', value ?? 'nothing', empty ? 'nothing: the row is withdrawn or not applicable' : 'a number');
    const type = types.get(disaggregation.elementIn(String(element_code)));
    if (type === 'integer' && String(value).includes('.')) say(row, 'value', value, 'a whole number');
    if (type === 'boolean' && value !== null && value !== '0' && value !== '1') say(row, 'value', value, '`1` for yes or `0` for no');
    if (revision !== null && Number(revision) < 1) say(row, 'revision', revision, 'revisions 1, 2, 3 …');
  }
  for (const rows of historiesOf(found)) {
    if (rows.every((row) => row.data.revision === null)) continue; // one row; that there are two is said already
    const given = rows.map((row) => row.data.revision);
    if (given.some((revision, n) => revision !== n + 1)) say(rows[0] as PackRow, 'revision', given.map((revision) => revision ?? 'none').join(', '), `revisions 1 to ${rows.length}, each once`);
  }
}
