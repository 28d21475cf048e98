import { seriesName } from './indicator-rows.ts';
import type { SayIndicator } from './indicator-words.ts';
import { agencyPage, nodePage, pillarPage } from '../addresses.ts';
import { weightWords } from '../measure-rows.ts';
import type { Indicator, Source } from '../region-model.ts';
import type { Part } from '../sentence.ts';
import { inLang, type Telling, unitOf } from '../telling.ts';

/** What an indicator is: how it is counted, what it serves, what sources say of it. */
export interface AboutView {
  unit: string;
  direction: string;
  period: string;
  level: string;
  series: string | null;
  achievement: string;
  agency: { name: string; href: string } | null;
  /** The agencies that share it, the lead first. */
  shares: { name: string; href: string; role: string; weight: Part[]; account: string | null; reading: boolean }[];
  /** How the values of a year hang together; null where there is one a year anyway. */
  mode: string | null;
  source: Source | undefined;
  note: string | null;
  serves: { plan: string; text: string; href: string; reading: boolean; reason: string | null; supporting: boolean }[];
  pillars: { code: string; name: string; sub: string | null; href: string; reading: boolean; reason: string | null }[];
  statements: { text: string; source: Source | undefined }[];
}

export function aboutOf(tell: Telling, say: SayIndicator, indicator: Indicator, elements: string[]): AboutView {
  const unit = unitOf(tell, indicator.unitCode);
  const kinds = ['year', 'quarter', 'month', 'day'] as const;
  const levels = ['region', 'district', 'village'] as const;
  const agency = indicator.agencyCode === null ? null : tell.model.agencies.get(indicator.agencyCode);
  const kind = indicator.targetKind === 'amount' ? null : indicator.targetKind;
  const formula = kind ?? (indicator.direction === 'lower' ? indicator.lowerFormula : indicator.direction);
  return {
    unit: unit ? inLang(tell, unit.name) : indicator.unitCode, direction: say(`direction.${indicator.direction}`),
    period: say(`period.${kinds.find((kind) => kind === indicator.periodKind) ?? 'year'}`), level: say(`level.${levels.find((level) => level === indicator.level) ?? 'region'}`),
    series: indicator.series.length > 0 ? indicator.series.map((code) => seriesName(tell, elements[0] ?? '', code)).join(' → ') : null,
    achievement: say(`achievement.${formula}`), agency: agency ? { name: agency.name, href: agencyPage(tell.base, agency.code) } : null,
    shares: sharesOf(tell, say, indicator), mode: indicator.periodKind === 'year' ? null : say(`mode.${indicator.periodMode ?? 'periodic'}`), source: tell.model.sources.get(indicator.sourceCode ?? ''),
    note: indicator.note && inLang(tell, indicator.note),
    serves: servesOf(tell, indicator), pillars: pillarsOf(tell, indicator),
    statements: tell.model.statements.filter((one) => one.aboutKind === 'indicator' && one.aboutCode === indicator.code).map((one) => ({ text: inLang(tell, one.text), source: tell.model.sources.get(one.sourceCode) })),
  };
}

const sharesOf = (tell: Telling, say: SayIndicator, indicator: Indicator): AboutView['shares'] =>
  (tell.model.shares.get(indicator.code) ?? []).map((one) => ({
    name: tell.model.agencies.get(one.agencyCode)?.name ?? one.agencyCode, href: agencyPage(tell.base, one.agencyCode), role: say(`shares.${one.role}`),
    weight: weightWords(tell, one.weight), account: one.account && inLang(tell, one.account), reading: one.basis === 'reading',
  }));

function servesOf(tell: Telling, indicator: Indicator): AboutView['serves'] {
  return tell.model.planLinks.filter((one) => one.kind === 'indicator' && one.code === indicator.code).flatMap((one) => {
    const plan = tell.model.plans.get(one.planCode);
    const node = plan?.nodes.find((other) => other.code === one.nodeCode);
    if (!plan || !node) return [];
    return [{
      plan: inLang(tell, plan.shortName), text: inLang(tell, node.text), href: nodePage(tell.base, plan.code, node.code),
      reading: one.basis === 'reading', reason: one.reason && inLang(tell, one.reason), supporting: one.role === 'supporting',
    }];
  });
}

function pillarsOf(tell: Telling, indicator: Indicator): AboutView['pillars'] {
  return tell.model.pillarLinks.filter((one) => one.indicatorCode === indicator.code).flatMap((one) => {
    const pillar = tell.model.masterplan?.pillars.find((other) => other.code === one.pillarCode);
    if (!pillar) return [];
    const sub = pillar.subDimensions.find((other) => other.code === one.subDimensionCode);
    return [{
      code: pillar.code, name: inLang(tell, pillar.name), sub: sub ? inLang(tell, sub.name) : null, href: pillarPage(tell.base, pillar.slug),
      reading: one.basis === 'reading', reason: one.reason && inLang(tell, one.reason),
    }];
  });
}
