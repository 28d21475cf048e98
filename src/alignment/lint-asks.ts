import type { Lang, Text } from '#kernel/i18n.ts';
import { lastEnded, periodBefore, type PeriodKind, yearOf } from '#kernel/periods.ts';
import { formatNumber, formatPeriod } from '#ui/index.ts';
import type { About, LintInput, LintPlan } from './lint.ts';
import { aliveIn, leadersPlans, type LintFacts } from './lint-facts.ts';
import type { Answer } from './lint-rules.ts';
import { agree, aimIn, areaName, planName } from './told-targets.ts';

const says = (id: string, en: string): Text => ({ id, en });
const node = (plan: LintPlan, code: string): About => ({ kind: 'node', code: `${plan.code}/${plan.version}/${code}` });
const indicator = (code: string): About => ({ kind: 'indicator', code });
/** A target that no plan gives. */
const noPlan: Text = says('tanpa rencana', 'outside any plan');
const initiative = (code: string): About => ({ kind: 'initiative', code });

/** How each rule of `lint-rules.ts` is asked: pure, each on its own. */
export const ask = {
  objectiveWithoutIndicator(input: LintInput, facts: LintFacts): Answer {
    return input.plans.flatMap((plan) => {
      const measured = facts.aboveIn(plan, facts.linksOf(plan).filter((link) => link.kind === 'indicator').map((link) => link.nodeCode));
      return plan.nodes.filter((one) => one.level === 'objective' && !measured.has(one.code)).map((one) => ({ about: node(plan, one.code), says: says(`Tidak ada ukuran pada “${one.textId}”, juga tidak di bawahnya.`, `No indicator stands at “${one.textId}”, nor below it.`) }));
    });
  },
  indicatorSilent(input: LintInput): Answer {
    if (input.alive === null) return { lacks: says('angka yang sudah terbit', 'published figures') };
    return input.indicators.filter((one) => !aliveIn(input, one)).map((one) => {
      const last = lastEnded(input.today, one.periodKind as PeriodKind).text;
      const before = periodBefore(last).text;
      return { about: indicator(one.code), says: says(`Tidak ada angka untuk ${formatPeriod(before, 'id')} dan ${formatPeriod(last, 'id')}.`, `No figure for ${formatPeriod(before, 'en')} and ${formatPeriod(last, 'en')}.`) };
    });
  },
  indicatorWithoutOwner: (input: LintInput): Answer => input.indicators.filter((one) => one.agencyCode === null).map((one) => ({ about: indicator(one.code), says: says('Tidak ada perangkat daerah yang ditunjuk.', 'No agency is named.') })),
  indicatorWithoutExample: (input: LintInput): Answer => input.indicators.filter((one) => one.workedExamples === 0).map((one) => ({ about: indicator(one.code), says: says('Rumusnya tidak punya contoh hitung.', 'Its formula has no worked example.') })),
  indicatorWithoutTarget(input: LintInput): Answer {
    const aimed = new Set(input.targets.map((target) => target.indicatorCode));
    return input.indicators.filter((one) => one.direction !== 'none' && !aimed.has(one.code)).map((one) => ({ about: indicator(one.code), says: says('Tidak ada target di rencana mana pun.', 'No plan gives it a target.') }));
  },
  initiativeServesNothing(input: LintInput, facts: LintFacts): Answer {
    const serves = new Set(leadersPlans(input).flatMap(facts.linksOf).filter((link) => link.kind === 'initiative').map((link) => link.code));
    return input.initiatives.filter((one) => one.state !== 'stopped' && !serves.has(one.code)).map((one) => ({ about: initiative(one.code), says: says('Tidak ditautkan ke satu simpul pun dari rencana pemimpin yang berlaku.', 'It is linked to no node of the leaders\' plan of today.') }));
  },
  missionUnserved(input: LintInput, facts: LintFacts): Answer {
    return leadersPlans(input).flatMap((plan) => {
      const served = facts.aboveIn(plan, facts.linksOf(plan).filter((link) => link.kind === 'initiative').map((link) => link.nodeCode));
      return plan.nodes.filter((one) => one.level === 'mission' && !served.has(one.code))
        .map((one) => ({ about: node(plan, one.code), says: says('Tidak ada inisiatif yang melayaninya, pada misi itu maupun di bawahnya.', 'No initiative serves it, at the mission or below it.') }));
    });
  },
  programmeWithoutBudget(input: LintInput, facts: LintFacts): Answer {
    const told = input.plans.filter((plan) => plan.funding !== null && plan.nodes.some((one) => one.level === 'programme'));
    if (told.length === 0) return { lacks: says('pagu indikatif di satu rencana pun', 'indicative funding in any plan') };
    return told.flatMap((plan) => {
      const funded = facts.aboveIn(plan, plan.funding?.map((row) => row.nodeCode) ?? []);
      return plan.nodes.filter((one) => one.level === 'programme' && !funded.has(one.code))
        .map((one) => ({ about: node(plan, one.code), says: says('Tidak ada pagu, pada program itu maupun di bawahnya.', 'No funding, at the programme or below it.') }));
    });
  },
  targetsDisagree(input: LintInput): Answer {
    const places = Map.groupBy(input.targets, (target) => `${target.indicatorCode}|${target.areaCode}|${target.period}`);
    const apart = [...places.values()].filter((some) => !agree(some));
    const each = (some: typeof input.targets, lang: Lang): string => `${formatPeriod(some[0]?.period ?? '', lang)}: ${some.map((target) => `${aimIn(lang, target)} (${target.planCode ? planName(input.plans, target.planCode, lang) : noPlan[lang]})`).join(', ')}`;
    return [...Map.groupBy(apart, ([first]) => `${first?.indicatorCode}|${first?.areaCode}`).values()].map((some) => {
      const [{ indicatorCode, areaCode } = { indicatorCode: '', areaCode: '' }] = some[0] ?? [];
      const told = (lang: Lang): string => some.map((one) => each(one, lang)).join('; ');
      return { about: indicator(indicatorCode), says: says(`Target di ${areaName(input, areaCode)}, ${told('id')}.`, `Targets in ${areaName(input, areaCode)}, ${told('en')}.`) };
    });
  },
  baselineAfterPeriod: (input: LintInput): Answer => input.plans.filter((plan) => yearOf(plan.baseline) > yearOf(plan.periodFrom))
    .map((plan) => ({ about: { kind: 'plan', code: plan.code }, says: says(`Tahun dasar ${plan.baseline}, masa rencana mulai ${plan.periodFrom}.`, `Baseline ${plan.baseline}; the period begins in ${plan.periodFrom}.`) })),
  targetSoft(input: LintInput): Answer {
    const { results } = input;
    if (!results) return { lacks: says('angka yang sudah dihitung', 'computed figures') };
    const known = Map.groupBy(results.filter((cell) => cell.value !== null), (cell) => cell.indicatorCode);
    const targets = Map.groupBy(input.targets.filter((target) => target.areaCode === input.region && target.valueTo === null), (target) => target.indicatorCode);
    return input.indicators.flatMap((one) => {
      const last = known.get(one.code)?.reduce((newest, cell) => (cell.period < newest.period ? newest : cell));
      if (!last || last.value === null || (one.direction !== 'higher' && one.direction !== 'lower')) return [];
      const [value, ahead] = [last.value, (targets.get(one.code) ?? []).filter((target) => target.period.length === last.period.length && target.period > last.period)];
      const soft = ahead.filter((target) => (one.direction === 'higher' ? Number(target.value) < value : Number(target.value) > value));
      const softIn = (lang: Lang): string => soft.map((target) => `${formatPeriod(target.period, lang)} ${aimIn(lang, target)}`).join(', ');
      return soft.length === 0 ? [] : [{ about: indicator(one.code), says: says(`Hasil ${formatPeriod(last.period, 'id')} ${formatNumber(value, { lang: 'id' })}; target ${softIn('id')}.`, `Result of ${formatPeriod(last.period, 'en')} ${formatNumber(value, { lang: 'en' })}; target ${softIn('en')}.`) }];
    });
  },
  notSpecific(input: LintInput): Answer {
    return input.indicators.flatMap((one) => {
      const lacks: [boolean, string, string][] = [[one.unitCode === null, 'satuan', 'unit'], [one.direction === null, 'arah baik', 'good direction'], [!one.sourced, 'sumber', 'source'], [one.definitionId === null, 'definisi', 'definition']];
      const missing = lacks.filter(([lack]) => lack);
      return missing.length === 0 ? [] : [{ about: indicator(one.code), says: says(`Belum ada: ${missing.map(([, id]) => id).join(', ')}.`, `Not there yet: ${missing.map(([, , en]) => en).join(', ')}.`) }];
    });
  },
  doubleCounting(input: LintInput, facts: LintFacts): Answer {
    return input.plans.flatMap((plan) => {
      const primary = Map.groupBy(facts.linksOf(plan).filter((link) => link.kind === 'indicator' && link.role === 'primary'), (link) => link.code);
      return [...primary].filter(([, links]) => links.length > 1)
        .map(([code, links]) => ({ about: indicator(code), says: says(`Ukuran utama di ${plan.shortNameId}: ${links.map((link) => link.nodeCode).sort().join(', ')}.`, `Primary indicator in ${plan.shortNameEn} of ${links.map((link) => link.nodeCode).sort().join(', ')}.`) }));
    });
  },
  quickWinLong(input: LintInput): Answer {
    const told = input.initiatives.filter((one) => one.kind === 'quick_win' && one.started !== null && one.endsOn !== null);
    if (told.length === 0 && input.initiatives.some((one) => one.kind === 'quick_win')) return { lacks: says('hari selesai quick win', 'the day on which quick wins end') };
    return told.filter((one) => monthsBetween(one.started ?? '', one.endsOn ?? '') > 12)
      .map((one) => ({ about: initiative(one.code), says: says(`Dari ${one.started} sampai ${one.endsOn}.`, `From ${one.started} to ${one.endsOn}.`) }));
  },
  pillarWithoutPerson: (input: LintInput): Answer => input.pillars.every((one) => one.personInCharge === null) && input.pillars.length > 0
    ? { lacks: says('penanggung jawab pilar mana pun', 'the person in charge of any pillar') }
    : input.pillars.filter((one) => one.personInCharge === null).map((one) => ({ about: { kind: 'pillar', code: one.code }, says: says(`“${one.nameId}” belum punya penanggung jawab.`, `Nobody is in charge of “${one.nameId}”.`) })),
  masterplanWithoutLegalBasis(input: LintInput): Answer {
    const { masterplan } = input;
    if (!masterplan) return { lacks: says('masterplan', 'a masterplan') };
    if (masterplan.status === 'unknown') return { lacks: says('naskah masterplan', 'the text of the masterplan') };
    return masterplan.legalBasis !== null ? [] : [{ about: { kind: 'masterplan', code: masterplan.code }, says: says('Tidak ada peraturan atau keputusan yang dicatat.', 'No regulation or decree is written down.') }];
  },
  councilSilent(input: LintInput): Answer {
    if (!input.councilMeetings) return { lacks: says('dewan dan rapatnya', 'a council and its meetings') };
    const year = input.today.slice(0, 4);
    return input.councilMeetings.some((day) => day.startsWith(year) && day <= input.today) ? [] : [{ about: { kind: 'region', code: input.region }, says: says(`Tidak ada rapat yang dicatat pada ${year}.`, `No meeting is recorded in ${year}.`) }];
  },
  initiativeInNoRenja(input: LintInput, facts: LintFacts): Answer {
    const year = Number(input.today.slice(0, 4));
    const renja = input.plans.filter((plan) => plan.kind === 'renja' && yearOf(plan.periodFrom) <= year && year <= yearOf(plan.periodTo));
    if (renja.length === 0) return { lacks: says(`Renja ${year}`, `an agency's annual plan of ${year}`) };
    const planned = new Set(renja.flatMap((plan) => facts.linksOf(plan).filter((link) => link.kind === 'initiative').map((link) => link.code)));
    return input.initiatives.filter((one) => one.state !== 'stopped' && !planned.has(one.code)).map((one) => ({ about: initiative(one.code), says: says(`Tidak ada di Renja ${year}.`, `In no agency's plan of ${year}.`) }));
  },
  nodeTwice(input: LintInput): Answer {
    return input.plans.flatMap((plan) => [...Map.groupBy(plan.nodes, (one) => `${one.level}|${plain(one.textId)}`).values()].filter((some) => some.length > 1)
      .map((some) => ({ about: node(plan, some[1]?.code ?? ''), says: says(`Kalimatnya sama dengan ${some[0]?.code}.`, `The same words as ${some[0]?.code}.`) })));
  },
  codeUnknown(input: LintInput): Answer {
    const { catalogue } = input;
    if (!catalogue) return { lacks: says('nomenklatur program', 'a nomenclature of programmes') };
    const known = new Set(catalogue);
    return input.plans.flatMap((plan) => plan.nodes.filter((one) => ['programme', 'activity', 'sub-activity'].includes(one.level) && !known.has(one.code))
      .map((one) => ({ about: node(plan, one.code), says: says(`Kode ${one.code} tidak ada di nomenklatur.`, `Code ${one.code} is not in the nomenclature.`) })));
  },
};

/** Words as they are compared: no case, no punctuation, no runs of blanks. */
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** Whole months from the first of one period to the first of another; a year begins in January. */
function monthsBetween(from: string, to: string): number {
  const months = (period: string): number => Number(period.slice(0, 4)) * 12 + Number(/^\d{4}-(\d\d)/.exec(period)?.[1] ?? 1);
  return months(to) - months(from);
}
