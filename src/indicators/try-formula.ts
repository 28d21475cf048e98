import { definitions, disaggregation } from '#data/index.ts';
import { Fault } from '#kernel/faults.ts';
import type { RegionTx } from '#kernel/regions.ts';
import type { Text } from '#kernel/i18n.ts';
import { listAreas } from '#places/index.ts';
import { checkFormula, cyclesOf, refuseOtherType, refuseOtherUnit } from './formula/check-formula.ts';
import { FormulaError } from './formula/errors.ts';
import { parseFormula } from './formula/parser.ts';
import { tellFormula } from './formula/sentence.ts';
import { type Node, type Reference, standsOnOf } from './formula/tree.ts';
import { type Indicator, listIndicators, putFormula } from './indicators.store.ts';
import { knownFrom } from './ready-indicators.ts';
import { exampleFault } from './worked-examples.ts';

export interface TriedFormula {
  indicator: Indicator;
  told: Text;
  /** Worked examples that the new formula does not keep, each with what it gives instead. */
  broken: string[];
}

/** Puts another formula in force, in a transaction that its caller undoes or keeps. Throws `indicator.unknown` (404) or `formula.refused` (422). */
export async function tryFormula(tx: RegionTx, code: string, expression: string): Promise<TriedFormula> {
  const indicators = await listIndicators(tx);
  const indicator = indicators.find((one) => one.code === code);
  if (!indicator) throw new Fault('indicator.unknown', 404, { given: code.slice(0, 80), expected: 'the code of an indicator of this region' });
  const [elements, units, constants] = [await definitions.elements(tx), await definitions.units(tx), await definitions.constants(tx)];
  const options = await definitions.options(tx);
  const areas = new Set((await listAreas(tx)).map((area) => area.code));
  const known = Object.assign(knownFrom(indicators, elements, units, constants, disaggregation.categoriesOf(elements, options)), { areas });
  const named = disaggregation.withParts(elements, options);
  const tree = checked(expression, () => {
    const { tree: found, unit, gives } = checkFormula(expression, known);
    const wanted = known({ sigil: 'N', code });
    if (wanted) refuseOtherType(gives, wanted, indicator.targetKind);
    if (wanted) refuseOtherUnit(unit, wanted);
    refuseCycles(indicators, code, found);
    return found;
  });
  await putFormula(tx, code, expression);
  const names = (one: Reference): Text | null => {
    const rows: { code: string; nameId: string; nameEn: string }[] = one.sigil === '#' || one.sigil === 'R' ? named : one.sigil === 'C' ? constants : indicators;
    const row = rows.find((other) => other.code === one.code);
    return row ? { id: row.nameId, en: row.nameEn } : null;
  };
  const broken = indicator.workedExamples.flatMap((example) => {
    const fault = exampleFault(tree, indicator.missing, example);
    return fault === null ? [] : [`${JSON.stringify(example)} gives ${fault}`];
  });
  return { indicator, told: tellFormula(parseFormula(expression), names), broken };
}

function refuseCycles(indicators: Indicator[], code: string, tree: Node): void {
  const needs = new Map(indicators.map((one) => [one.code, standsOnOf(one.code === code ? tree : parseFormula(one.formula))]));
  const cycle = cyclesOf(needs).find((way) => way.includes(code));
  if (cycle) throw new FormulaError('cycle', 0, { id: `indikator tidak boleh bersandar pada dirinya sendiri: ${cycle.join(' → ')}`, en: `expected no indicator that stands on itself, not ${cycle.join(' → ')}` });
}

function checked<T>(expression: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FormulaError) throw new Fault('formula.refused', 422, { reason: error.code, position: error.position, given: expression.slice(Math.max(0, error.position - 20), error.position + 40), message: error.text.en, pesan: error.text.id });
    throw error;
  }
}
