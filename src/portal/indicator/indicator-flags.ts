import { elementsOf, parseFormula } from '#indicators/index.ts';
import { aimOf } from '#scores/index.ts';
import { type Flag as FlagOf, type Flags, type FlagRule, flagRules, flagsOf } from '#scores/ui.ts';
import { changeParts, formatList, formatNumber, formatValue, numberWord } from '#ui/index.ts';
import { aboutPage } from '../addresses.ts';
import { cellAt, targetsOf } from '../lookups.ts';
import { perModel } from '../per-model.ts';
import type { Cell, Indicator, RegionModel, Source, Target, TargetChange, UnitChange } from '../region-model.ts';
import { type Fig, figure, type Part, sentence, text, verbatim } from '../sentence.ts';
import { targetWords } from '../standing-sentence.ts';
import { cellFigure, inLang, shortest, type Telling, unitOf, when } from '../telling.ts';
import { flagWords } from './flags-words.ts';
import { here } from './indicator-headline.ts';
import { isAmount } from './indicator-movement.ts';

type Flag = FlagOf<Cell, Target, TargetChange, UnitChange>;
type Found = Flags<Cell, Target, TargetChange, UnitChange>;

export interface FlagRow {
  rule: FlagRule;
  /** The rule in words, and where it is written. */
  name: string;
  href: string;
  text: Part[];
  source: Source | undefined;
  note: string | null;
  /** What the rule looked at, and how it reckoned. */
  sums: { label: string; parts: Part[] }[];
}
export interface FlagsView {
  rows: FlagRow[];
  /** Rules that could not be asked, and what they lack. */
  unasked: Part[] | null;
}

const found = perModel<Found>();

/** The flags of an indicator of the region's own area, reckoned once a snapshot. */
const flagsIn = (model: RegionModel, indicator: Indicator): Found =>
  found(model, indicator.code, () => flagsOf<Cell, Target, TargetChange, UnitChange>({
    values: model.cells.get(indicator.code) ?? [], targets: targetsOf(model, indicator.code), aimOf: (target) => aimOf(indicator, target), mode: indicator.periodMode ?? 'periodic',
    amounts: isAmount(indicator), step: 10 ** -indicator.decimals, targetChanges: model.targetChanges.get(indicator.code) ?? [], unitChanges: unitChangesOf(model, indicator),
  }));

function unitChangesOf(model: RegionModel, indicator: Indicator): UnitChange[] {
  const elements = elementsOf(parseFormula(indicator.formula));
  return model.unitChanges.filter((one) => (one.aboutKind === 'indicator' ? one.aboutCode === indicator.code : elements.includes(one.aboutCode)));
}

/** The period a flag speaks of; of a change of unit the day. */
const periodOf = (flag: Flag): string => {
  switch (flag.rule) {
    case 'outlier': return flag.value.period;
    case 'jump': return flag.change.until;
    case 'unit_changed': return flag.change.changedOn;
    default: return flag.target.period;
  }
};

/** Every flag of the region, as rows; each said once. */
function flagRows(model: RegionModel): { indicatorCode: string; rule: FlagRule; period: string; changedOn: string }[] {
  const rows = [...model.indicators.values()].flatMap((indicator) => flagsIn(model, indicator).flags.map((flag) => ({
    indicatorCode: indicator.code, rule: flag.rule, period: periodOf(flag), changedOn: flag.rule === 'target_changed' ? flag.was.changedOn : flag.rule === 'unit_changed' ? flag.change.changedOn : '',
  })));
  return [...new Map(rows.map((row) => [Object.values(row).join(' '), row])).values()];
}

/** What other slices tell of flags. */
export const flags = { rows: flagRows };

export function flagsView(tell: Telling, indicator: Indicator): FlagsView {
  const say = flagWords(tell.lang);
  const { flags: raised, unasked } = flagsIn(tell.model, indicator);
  const lacking = unasked.flatMap(({ rule, least, have }) => (rule === 'outlier' || rule === 'jump' ? [say(`unasked.${rule}`, { name: flagRules[rule].name[tell.lang], least: numberWord(least, tell.lang), have: numberWord(have, tell.lang) })] : []));
  return { rows: raised.map((flag) => rowOf(tell, indicator, flag)), unasked: lacking.length > 0 ? [text(say('unasked', { list: formatList(lacking, tell.lang) }))] : null };
}

function rowOf(tell: Telling, indicator: Indicator, flag: Flag): FlagRow {
  const { sources } = tell.model;
  const told = flag.rule === 'target_changed' ? flag.was : flag.rule === 'unit_changed' ? flag.change : null;
  return {
    rule: flag.rule, name: flagRules[flag.rule].name[tell.lang], href: `${aboutPage(tell.base)}#aturan-${flag.rule}`, text: textOf(tell, indicator, flag),
    source: told ? sources.get(told.sourceCode ?? '') : undefined, note: told?.note ? inLang(tell, told.note) : null,
    sums: flag.rule === 'outlier' || flag.rule === 'jump' ? sumsOf(tell, indicator, flag) : [],
  };
}

function textOf(tell: Telling, indicator: Indicator, flag: Flag): Part[] {
  const say = flagWords(tell.lang);
  switch (flag.rule) {
    case 'outlier': return sentence(say, 'outlier', { period: when(tell, flag.value.period), value: figure(cellFigure(tell, indicator, flag.value)), median: figure(ownValue(tell, indicator, flag.median)) });
    case 'jump': {
      const { verb, amount } = step(tell, indicator, flag.change.change);
      const usual = step(tell, indicator, flag.median);
      const slots = { from: when(tell, flag.change.from), until: when(tell, flag.change.until), median: [text(usual.verb), ...(usual.amount ? [text(' '), figure(usual.amount)] : [])] };
      return amount ? sentence(say, 'jump', { ...slots, verb, amount: figure(amount) }) : sentence(say, 'jump.same', slots);
    }
    case 'soft_target': return sentence(say, 'soft_target', { period: when(tell, flag.target.period), target: targetWords(tell, indicator, flag.target), value: figure(cellFigure(tell, indicator, flag.value)), latest: when(tell, flag.value.period) });
    case 'target_changed': return sentence(say, 'target_changed', { period: when(tell, flag.target.period), day: when(tell, flag.was.changedOn), was: past(tell, indicator, flag.target, flag.was), became: past(tell, indicator, flag.target, flag.became) });
    case 'unit_changed': return unitText(tell, indicator, flag.change);
  }
}

/** What a target was at some time: said as the target itself is, but opening to this very row, which is where it is told. */
const past = (tell: Telling, indicator: Indicator, target: Target, then: TargetChange | Target): Part[] =>
  then === target ? targetWords(tell, indicator, target)
    : targetWords(tell, indicator, { ...target, comparison: then.comparison, value: then.value, valueTo: then.valueTo }).map((part) => (part.kind === 'figure' ? { ...part, figure: { ...part.figure, href: here(tell, indicator, 'periksa') } } : part));

function unitText(tell: Telling, indicator: Indicator, change: UnitChange): Part[] {
  const { model } = tell;
  const about = change.aboutKind === 'indicator' ? model.indicators.get(change.aboutCode) : model.elements.get(change.aboutCode);
  const later = model.unitChanges.filter((one) => one.aboutKind === change.aboutKind && one.aboutCode === change.aboutCode && one.changedOn > change.changedOn)[0];
  const now = later?.unit ?? unitOf(tell, about?.unitCode ?? indicator.unitCode)?.name;
  return sentence(flagWords(tell.lang), 'unit_changed', { name: verbatim(inLang(tell, about?.name ?? indicator.name)), day: when(tell, change.changedOn), was: verbatim(inLang(tell, change.unit)), became: verbatim(now ? inLang(tell, now) : (about?.unitCode ?? '')) });
}

/** One decimal more than the indicator has: a median lies between two values. */
const decimals = (indicator: Indicator): number => indicator.decimals + 1;
/** A number of the rule's own reckoning; it opens to the sums. */
const own = (tell: Telling, indicator: Indicator, n: number, places = decimals(indicator)): Fig =>
  ({ href: here(tell, indicator, 'periksa'), value: shortest(n, places), shown: formatNumber(shortest(n, places), { lang: tell.lang }), marks: [] });

/** The same with its unit, for a sentence. */
const ownValue = (tell: Telling, indicator: Indicator, n: number): Fig => ({ ...own(tell, indicator, n), shown: formatValue(shortest(n, decimals(indicator)), unitOf(tell, indicator.unitCode), tell.lang) });

function step(tell: Telling, indicator: Indicator, change: number): { verb: string; amount: Fig | null } {
  const rounded = shortest(change, decimals(indicator));
  const told = changeParts(Number(rounded), unitOf(tell, indicator.unitCode), tell.lang);
  return { verb: told.verb, amount: told.direction === 'same' ? null : { href: here(tell, indicator, 'periksa'), value: rounded, shown: told.amount, marks: [] } };
}

/** 0.6745 × (value − median) ÷ spread = score, beyond the bound, or by the mean distance; then all that was looked at. */
function sumsOf(tell: Telling, indicator: Indicator, flag: Extract<Flag, { score: number }>): FlagRow['sums'] {
  const say = flagWords(tell.lang);
  const sign = (words: string): Part => ({ kind: 'formula', text: words, strong: false });
  const plain = (n: number): Part => sign(formatNumber(n, { lang: tell.lang }));
  const fig = (n: number, places?: number): Part => figure(own(tell, indicator, n, places));
  const mean = flag.by === 'mean';
  const bare = (cell: Cell): Part => figure({ ...cellFigure(tell, indicator, cell), shown: formatNumber(shortest(cell.value ?? 0, indicator.decimals), { lang: tell.lang }) });
  const subject = flag.rule === 'outlier' ? bare(flag.value) : changed(tell, indicator, flag.change.until, flag.change.change);
  const median = flag.median < 0 ? [sign('('), fig(flag.median), sign(')')] : [fig(flag.median)];
  const seen = flag.rule === 'outlier'
    ? flag.row.flatMap((one, n): Part[] => [...(n > 0 ? [text('; ')] : []), when(tell, one.period), text(': '), bare(one)])
    : flag.changes.flatMap((one, n): Part[] => [...(n > 0 ? [text('; ')] : []), when(tell, one.from), text('–'), when(tell, one.until), text(': '), changed(tell, indicator, one.until, one.change)]);
  return [
    { label: say(`sum.score.${flag.by}`), parts: [...(mean ? [] : [plain(0.6745), sign(' × ')]), sign('('), subject, sign(' − '), ...median, sign(') ÷ '), ...(mean ? [sign('('), plain(1.253314), sign(' × ')] : []), fig(flag.spread), sign(mean ? ') = ' : ' = '), fig(flag.score, 1)] },
    { label: say('sum.bound'), parts: [plain(flagRules[flag.rule].threshold)] },
    { label: say(flag.rule === 'outlier' ? 'sum.row' : 'sum.changes'), parts: seen },
  ];
}

/** A change opens to the cell it ends at. */
function changed(tell: Telling, indicator: Indicator, until: string, change: number): Part {
  const cell = cellAt(tell.model, indicator.code, until);
  const shown = own(tell, indicator, change);
  return figure(cell ? { ...shown, href: cellFigure(tell, indicator, cell).href } : shown);
}
