import type { AlignmentMatrix } from '#alignment/index.ts';
import type { Text } from '#kernel/i18n.ts';
import { indicatorPage, initiativePage } from '../addresses.ts';
import { linksBelow } from '../lookups.ts';
import { planTree } from '../plan-tree.ts';
import type { Basis, Plan, RegionModel, Source } from '../region-model.ts';
import { inLang, type Telling } from '../telling.ts';

/** Why one thing is linked to another: our reading, or a document that says so. */
export interface Reason {
  /** What is linked to: a plan node's or a pillar's name. */
  to: string;
  basis: Basis;
  words: string | null;
  evidence: string | null;
  source: Source | null;
}
export interface ReasonGroup {
  /** The mission's words; null for what is linked to a pillar alone. */
  mission: string | null;
  items: { key: string; kind: 'indicator' | 'initiative'; name: string; href: string; reasons: Reason[] }[];
}

type Kind = 'indicator' | 'initiative';

/** The reason of every link, mission by mission: why the measure or programme serves it, and why it belongs to its pillar. */
export function reasonsOf(tell: Telling, plan: Plan, matrix: AlignmentMatrix): ReasonGroup[] {
  const { model } = tell;
  const groups = matrix.missions.map((row): ReasonGroup => {
    const links = Map.groupBy(linksBelow(model, plan, row.code), (link) => `${link.kind}/${link.code}`);
    const items = [...keys('indicator', row.indicators), ...keys('initiative', row.initiatives)].map(({ kind, code }) => {
      const nodes = (links.get(`${kind}/${code}`) ?? []).map((link) => ({ ...reason(tell, nodeText(model, plan, link.nodeCode), link.basis, link.reason, link.sourceCode), evidence: link.evidence }));
      return { key: `${kind}/${code}`, kind, name: nameOf(tell, kind, code), href: pageOf(tell, kind, code), reasons: [...nodes, ...pillarReasons(tell, kind, code)] };
    });
    return { mission: inLang(tell, nodeText(model, plan, row.code)), items };
  });
  const { indicators, initiatives } = matrix.servesNothing;
  const loose = [...keys('indicator', indicators), ...keys('initiative', initiatives)].map(({ kind, code }) => ({
    key: `${kind}/${code}`, kind, name: nameOf(tell, kind, code), href: pageOf(tell, kind, code), reasons: pillarReasons(tell, kind, code),
  }));
  return [...groups, { mission: null, items: loose }].map((group) => ({ ...group, items: group.items.filter((item) => item.reasons.length > 0) })).filter((group) => group.items.length > 0);
}

const keys = (kind: Kind, codes: string[]): { kind: Kind; code: string }[] => codes.map((code) => ({ kind, code }));
const pageOf = ({ base }: Telling, kind: Kind, code: string): string => (kind === 'indicator' ? indicatorPage(base, code) : initiativePage(base, code));
const nodeText = (model: RegionModel, plan: Plan, code: string): Text => planTree(model, plan).node(code)?.text ?? { id: code, en: code };

function nameOf({ model, lang }: Telling, kind: Kind, code: string): string {
  const named = kind === 'indicator' ? model.indicators.get(code)?.short : model.initiatives.find((one) => one.code === code)?.name;
  return named?.[lang] ?? code;
}

function pillarReasons(tell: Telling, kind: Kind, code: string): Reason[] {
  if (kind === 'indicator') {
    return tell.model.pillarLinks.filter((link) => link.indicatorCode === code).map((link) => reason(tell, pillarText(tell.model, link.pillarCode, link.subDimensionCode), link.basis, link.reason, link.sourceCode));
  }
  const one = tell.model.initiatives.find((known) => known.code === code);
  if (!one?.pillarCode) return [];
  return [reason(tell, pillarText(tell.model, one.pillarCode, one.subDimensionCode ?? ''), one.pillarBasis ?? 'reading', one.pillarReason, one.sourceCode)];
}

function pillarText(model: RegionModel, pillar: string, sub: string): Text {
  const found = model.masterplan?.pillars.find((one) => one.code === pillar);
  const below = found?.subDimensions.find((one) => one.code === sub);
  const whole = found?.name ?? { id: pillar, en: pillar };
  return below ? { id: `${whole.id}, ${below.name.id}`, en: `${whole.en}, ${below.name.en}` } : whole;
}

function reason(tell: Telling, to: Text, basis: Basis, words: Text | null, sourceCode: string | null): Reason {
  return { to: inLang(tell, to), basis, words: words && inLang(tell, words), evidence: null, source: tell.model.sources.get(sourceCode ?? '') ?? null };
}
