import { FormulaError, formulas, parseFormula } from '#indicators/index.ts';
import type { Text } from '#kernel/i18n.ts';
import { formatNumber } from '#ui/index.ts';
import { formulaHelpPage } from '../addresses.ts';
import { latestCell } from '../lookups.ts';
import type { Indicator, RegionModel } from '../region-model.ts';
import { inLang, type Telling } from '../telling.ts';
import { wordOf } from './indicator-rows.ts';
import type { SayIndicator } from './indicator-words.ts';

/** How an indicator is computed: told, as written, with worked examples that were computed again for this page. */
export interface FormulaView {
  told: string;
  written: string;
  /** Which version of the formula this is, and which one the latest figure was computed with where that is another. */
  versions: string[];
  missing: string;
  /** What the formula names. */
  named: { code: string; name: string; definition: string | null }[];
  examples: { inputs: { name: string; value: string }[]; result: string; holds: boolean }[];
  /** Whether every worked example gives what it says; null where the formula could not be checked. */
  checked: string | null;
  help: string;
}

type Known = Parameters<typeof formulas.check>[1];
type Reference = Parameters<Known>[0];
type Example = Indicator['workedExamples'][number];

export function formulaView(tell: Telling, say: SayIndicator, indicator: Indicator): FormulaView {
  const written = indicator.formula;
  const nameOf = (reference: Reference): Text | null => definitionOf(tell, reference)?.name ?? null;
  const told = formulas.tell(parseFormula(written), nameOf)[tell.lang];
  const rules = ['skip_if_any', 'skip_if_all', 'never_skip'] as const;
  const examples = indicator.workedExamples.map((one) => ({ ...toldExample(tell, say, one), holds: holds(tell, indicator, one) }));
  const computedWith = latestCell(tell.model, indicator.code)?.version ?? indicator.version;
  return {
    told: /^#\{[^}]*\}$/.test(written.trim()) ? say('formula.direct', { told }) : say('formula.told', { name: inLang(tell, indicator.short), told }),
    written, missing: say(`missing.${rules.find((rule) => rule === indicator.missing) ?? 'skip_if_any'}`), help: formulaHelpPage(tell.base),
    versions: [say('formula.version', { n: indicator.version }), ...(computedWith === indicator.version ? [] : [say('formula.cell', { n: computedWith })])],
    named: namedIn(tell, written), examples: examples.map((one) => ({ ...one, holds: one.holds !== false })),
    checked: examples.length === 0 || examples.some((one) => one.holds === null) ? null : say(examples.every((one) => one.holds) ? 'examples.checked' : 'examples.broken'),
  };
}

export const definitionOf = ({ model }: Telling, { sigil, code }: Reference): { name: Text; unitCode: string; definition?: Text | null } | undefined =>
  (sigil === '#' || sigil === 'R' ? model.elements : sigil === 'C' ? model.constants : model.indicators).get(code);

/** Data, constants and other indicators that the formula names, each once, as they appear. */
function namedIn(tell: Telling, written: string): FormulaView['named'] {
  const found = new Map<string, FormulaView['named'][number]>();
  for (const [, sigil, body] of written.matchAll(/([#NCTR])\{([^}]*)\}/g)) {
    const reference = { sigil: sigil as '#', code: sigil === '#' || sigil === 'R' ? (body as string).split('.')[0] as string : (body as string) };
    const known = definitionOf(tell, reference);
    found.set(`${sigil}${reference.code}`, { code: reference.code, name: known ? inLang(tell, known.name) : reference.code, definition: known?.definition ? inLang(tell, known.definition) : null });
  }
  return [...found.values()];
}

function toldExample(tell: Telling, say: SayIndicator, example: Example): Omit<FormulaView['examples'][number], 'holds'> {
  const plain = (value: number | string | boolean | null): string =>
    value === null ? say('examples.null') : typeof value === 'number' ? formatNumber(value, { lang: tell.lang }) : typeof value === 'boolean' ? tell.say(value ? 'value.yes' : 'value.no') : value;
  const inputs = Object.entries(example.values).map(([key, value]) => ({
    name: formulas.tell(parseFormula(asWritten(key)), (one) => definitionOf(tell, one)?.name ?? null)[tell.lang],
    value: Array.isArray(value) ? value.map(plain).join('; ') : plain(value),
  }));
  return { inputs, result: example.result === null ? say('examples.result.none', { reason: wordOf(say, example.reason ?? 'missing') }) : plain(example.result) };
}

/** The key of a worked example as a formula writes it: `a.area(parent)` is `#{a}.area(parent)`. */
const asWritten = (key: string): string => (/^([NCTR]\{|\[)/.test(key) ? key : key.replace(/^(.*?)(\.(?:area|periodOffset|yearToDate|aggregationType|minDate|maxDate)\(.*)?$/, (_, code: string, by = '') => `#{${code}}${by}`));

/** What the region knows of a reference: the unit of what it names. */
export const knownOf = (model: RegionModel): Known => ({ sigil, code, options = [] }) => {
  if (sigil === 'R') return formulas.reportUnit(options[0]);
  const unitCode = (sigil === '#' ? model.elements : sigil === 'C' ? model.constants : model.indicators).get(code)?.unitCode;
  const unit = unitCode === undefined ? undefined : model.units.get(unitCode);
  return unitCode === undefined ? undefined : unit ? { dimension: unit.dimension, scale: Number(unit.scale ?? 1), name: unit.name } : null;
};

/** Computed anew with the units of the region, as a load does before it publishes; null where the formula does not fit its region any more. */
function holds({ model }: Telling, indicator: Indicator, example: Example): boolean | null {
  try {
    return formulas.exampleFault(formulas.check(indicator.formula, knownOf(model)).tree, indicator.missing, example) === null;
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}
