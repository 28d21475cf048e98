import { type About, type Finding, type InSync, type LintRule, lintRules } from '#alignment/index.ts';
import { findingsPage, homeAddress, indicatorPage, initiativePage, nodePage, pillarList, pillarPage, planPage } from '../addresses.ts';
import { idOf } from '../plan/plan-words.ts';
import { planTree } from '../plan-tree.ts';
import { inLang, type Telling } from '../telling.ts';
import { inSyncWords } from './in-sync-words.ts';

/** What a finding speaks of, by name; without address where it has no page. */
export interface Thing {
  kind: string;
  name: string;
  href: string | null;
}
/** One finding beside the thing it speaks of. */
export interface FindingBeside {
  name: string;
  severity: string;
  says: string;
  mend: string;
  href: string;
}

/** The place of a rule on the page of findings. */
export const ruleId = (rule: LintRule): string => `aturan-${rule.replaceAll('_', '-')}`;

/** The name and the page of what a finding, or a part of the index, speaks of. */
export function thingOf(tell: Telling, about: About): Thing {
  return { kind: inSyncWords(tell.lang)(`about.${about.kind}`), ...named(tell, about) };
}

function named(tell: Telling, { kind, code }: About): Omit<Thing, 'kind'> {
  const { model, base } = tell;
  const nameless = { name: code, href: null };
  if (kind === 'node') return nodeOf(tell, code) ?? nameless;
  if (kind === 'region') return { name: inLang(tell, model.region.name), href: homeAddress(base) };
  if (kind === 'masterplan') return model.masterplan ? { name: inLang(tell, model.masterplan.name), href: pillarList(base) } : nameless;
  if (kind === 'indicator') {
    const one = model.indicators.get(code);
    return one ? { name: inLang(tell, one.short), href: indicatorPage(base, code) } : nameless;
  }
  if (kind === 'initiative') {
    const one = model.initiatives.find((known) => known.code === code);
    return one ? { name: inLang(tell, one.name), href: initiativePage(base, code) } : nameless;
  }
  if (kind === 'pillar') {
    const one = model.masterplan?.pillars.find((known) => known.code === code);
    return one ? { name: inLang(tell, one.name), href: pillarPage(base, one.slug) } : nameless;
  }
  const plan = model.plans.get(code);
  return plan ? { name: inLang(tell, plan.shortName), href: `${planPage(base)}#${idOf(code)}` } : nameless;
}

function nodeOf(tell: Telling, at: string): Omit<Thing, 'kind'> | null {
  const [planCode = '', version = '', ...rest] = at.split('/');
  const plan = tell.model.plans.get(planCode);
  const node = plan && plan.version === Number(version) ? planTree(tell.model, plan).node(rest.join('/')) : undefined;
  return plan && node ? { name: `${inLang(tell, node.text)} (${inLang(tell, plan.shortName)})`, href: nodePage(tell.base, planCode, node.code) } : null;
}

/** Findings that speak of one thing, to stand beside it; a node is named by its plan and its own code. */
export function findingsAbout(tell: Telling, { report }: InSync, kind: About['kind'], code: string): FindingBeside[] {
  return report.findings.filter(({ about }) => about.kind === kind && about.code === code).map((one) => besideOf(tell, one));
}

function besideOf(tell: Telling, { rule, says }: Finding): FindingBeside {
  const { name, severity, mend } = lintRules[rule];
  return { name: inLang(tell, name), severity: inSyncWords(tell.lang)(`severity.${severity}`), says: inLang(tell, says), mend: inLang(tell, mend), href: `${findingsPage(tell.base)}#${ruleId(rule)}` };
}
