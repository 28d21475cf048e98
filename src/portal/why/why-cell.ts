import { indicatorPage, whyCell as address, pillarPage, whyChange, whyNode } from '../addresses.ts';
import { areaLink } from '../area/area-address.ts';
import { frontPlan, hasResult, standingOf } from '../lookups.ts';
import type { Cell, Indicator } from '../region-model.ts';
import { figure, link, sentence, text, verbatim } from '../sentence.ts';
import { cellFigure, cellMarks, inLang, tagsOf, type Telling, when } from '../telling.ts';
import { achievementKnots } from './why-achievement.ts';
import { dataKnot, formulaKnot, othersKnot, sourceKnot } from './why-inputs.ts';
import { longUnit, unitApart } from '../units-apart.ts';
import { namedIndicator } from './why-references.ts';
import { statedKnot } from './why-stated.ts';
import type { Evidence, Fact, Knot, WhyPage } from './why-views.ts';

/** Why this figure: achievement, formula with names and values, data values, who recorded them and when. A year told by its last quarter (`period`) shows that quarter's cell. */
export function whyCellPage(tell: Telling, indicator: Indicator, cell: Cell, evidence: Evidence, period = cell.period): WhyPage {
  const known = hasResult(cell);
  const shown = known ? cellFigure(tell, indicator, cell).shown : null;
  const here = address(tell.base, indicator.code, cell.areaCode, period);
  const name = inLang(tell, indicator.name);
  const unit = known ? longUnit(tell, indicator.unitCode) : null;
  const slots = { name: link(indicatorPage(tell.base, indicator.code), name, true), area: areaLink(tell, cell.areaCode, areaName(tell, cell.areaCode)), period: when(tell, period) };
  const knots: Knot[] = [...achievementKnots(tell, indicator, { ...cell, period }, { heldPeriod: cell.period }), statedKnot(tell, indicator, cell, evidence), formulaKnot(tell, indicator, cell, evidence), dataKnot(tell, indicator, cell, evidence), sourceKnot(tell, cell, evidence), othersKnot(tell, indicator, cell, evidence)].filter((knot) => knot !== null);
  const own = { ...(known ? cellFigure(tell, indicator, cell) : { value: '', shown: '', marks: [] }), href: `${here}#rumus` };
  return {
    title: known ? tell.say('why.title', { what: shown ?? '' }) : tell.say('why.cell.missing'),
    crumbs: [{ text: name, href: indicatorPage(tell.base, indicator.code) }, { text: known ? tell.say('why.title', { what: shown ?? '' }) : tell.say('why.cell.missing') }],
    heading: known ? sentence(tell.say, 'why.title', { what: figure(own) }) : sentence(tell.say, 'why.cell.missing'),
    lead: [...sentence(tell.say, 'why.cell.lead', slots), ...(period === cell.period ? [] : [text(' '), ...sentence(tell.say, 'why.cell.held', { period: when(tell, cell.period) })])],
    hero: {
      figure: known ? unitApart(tell, indicator.unitCode, own) : null, words: tell.say(`why.reason.${reasonOf(cell)}`), mark: null, caption: unit === null ? [] : [verbatim(unit)], tags: tagsOf(cell, cellMarks(tell, cell)),
      side: indicator.definition ? [verbatim(inLang(tell, indicator.definition))] : [], facts: cellFacts(tell, indicator, cell),
    },
    knots, aside: usedIn(tell, indicator, cell),
  };
}

const reasons = ['missing', 'zero_denominator', 'overflow', 'domain', 'not_a_number', 'not_applicable'] as const;
const reasonOf = (cell: Cell): (typeof reasons)[number] => reasons.find((reason) => reason === cell.reason) ?? 'missing';
export const areaName = (tell: Telling, code: string): string => (code === tell.model.region.code ? inLang(tell, tell.model.region.name) : (tell.model.areas.get(code)?.name ?? code));

function cellFacts(tell: Telling, indicator: Indicator, cell: Cell): Fact[] {
  const series = cell.inputs.find((input) => input.series !== null);
  const named = tell.model.series.get(`${series?.element}/${cell.seriesCode}`);
  const facts: Fact[] = [
    { label: tell.say('fact.direction'), value: sentence(tell.say, `fact.direction.${indicator.direction}`) },
    // What stands on other indicators alone has no way of counting of its own.
    ...(series && !named && cell.inputs.every((input) => namedIndicator(tell, input)) ? [] : [{ label: tell.say('fact.series'), value: named ? [verbatim(inLang(tell, named.name))] : null }]),
  ];
  const zeros = cell.assumedZero;
  if (zeros.length > 0) facts.push({ label: tell.say('fact.zero'), value: [verbatim(zeros.map((key) => nameOfKey(tell, key)).join(', '))] });
  if (indicator.note) facts.push({ label: tell.say('fact.note'), value: [verbatim(inLang(tell, indicator.note))] });
  return facts;
}

/** What a reference is called: an element, or an indicator written `N{code}`; its code where it has no name. */
function nameOfKey(tell: Telling, key: string): string {
  const [, sigil, code = ''] = /^([NCT])\{([^}]+)\}/.exec(key) ?? [];
  const name = sigil === undefined ? tell.model.elements.get(key.split('.')[0] ?? '')?.name : (sigil === 'C' ? tell.model.constants : tell.model.indicators).get(code)?.name;
  return name ? inLang(tell, name) : key;
}

/** Where the figure counts: plan nodes, pillars, the change since the baseline. */
function usedIn(tell: Telling, indicator: Indicator, cell: Cell): WhyPage['aside'] {
  if (cell.areaCode !== tell.model.region.code) return [];
  const nodes = tell.model.planLinks.filter((one) => one.kind === 'indicator' && one.code === indicator.code).map((one) => {
    const plan = tell.model.plans.get(one.planCode);
    const text = plan?.nodes.find((node) => node.code === one.nodeCode)?.text;
    return { words: text ? inLang(tell, text) : one.nodeCode, href: whyNode(tell.base, one.planCode, one.nodeCode), note: plan ? [verbatim(inLang(tell, plan.shortName))] : [] };
  });
  const pillars = tell.model.pillarLinks.filter((one) => one.indicatorCode === indicator.code).flatMap((one) => {
    const pillar = tell.model.masterplan?.pillars.find((known) => known.code === one.pillarCode);
    return pillar ? [{ words: inLang(tell, pillar.name), href: pillarPage(tell.base, pillar.slug), pillar: pillar.code }] : [];
  });
  const plan = frontPlan(tell.model);
  const change = plan && standingOf(tell.model, plan, indicator.code)?.change != null ? [{ words: tell.say('why.aside.change'), href: whyChange(tell.base, plan.code, indicator.code) }] : [];
  const rows = [...nodes, ...pillars];
  return [
    ...(rows.length > 0 ? [{ heading: tell.say('why.aside.used'), rows }] : []),
    { heading: tell.say('why.aside.more'), rows: [{ words: tell.say('why.aside.indicator'), href: indicatorPage(tell.base, indicator.code) }, ...change] },
  ];
}
