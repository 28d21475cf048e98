import { legalParts } from '../legal-basis.ts';
import type { Initiative } from '../region-model.ts';
import { rupiahFigure } from '../rupiah-figure.ts';
import { figure, type Part, sentence, verbatim } from '../sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';
import { initiativeWords } from './initiative-words.ts';

/** What the masterplan says of an initiative: money, what is felt first, the first milestone, the end, and its steps on the roadmap. */
export interface PlannedView {
  /** Nothing of it is written in the masterplan. */
  none: boolean;
  cost: Part | null;
  quickWin: Part[] | null;
  milestone: Part[] | null;
  ends: Part | null;
  steps: { period: Part; step: string; cost: Part | null }[];
  /** Where the figures come from. */
  basis: Part[];
}

/** The element on its page that explains the money of an initiative. */
export const costAnchor = 'biaya';

export function plannedOf(tell: Telling, one: Initiative): PlannedView {
  const say = initiativeWords(tell.lang);
  const dated = (text: Initiative['quickWin'], day: string | null): Part[] | null => {
    const parts = [...(text ? [verbatim(inLang(tell, text))] : []), ...(text && day ? [verbatim(', ')] : []), ...(day ? [when(tell, day)] : [])];
    return parts.length === 0 ? null : parts;
  };
  const money = (amount: string | null): Part | null => (amount === null ? null : figure(rupiahFigure(tell, amount, `#${costAnchor}`)));
  const steps = tell.model.books.roadmap.filter((row) => row.initiativeCode === one.code).map((row) => ({ period: when(tell, row.period), step: inLang(tell, row.step), cost: money(row.costEstimate) }));
  const told = { cost: money(one.costEstimate), quickWin: dated(one.quickWin, one.quickWinOn), milestone: dated(one.firstMilestone, one.firstMilestoneOn), ends: one.endsOn === null ? null : when(tell, one.endsOn), steps };
  const { masterplan } = tell.model;
  const name = verbatim(masterplan ? inLang(tell, masterplan.name) : '');
  return {
    ...told, none: told.cost === null && told.quickWin === null && told.milestone === null && told.ends === null && steps.length === 0,
    basis: masterplan?.legalBasis ? sentence(say, 'plan.basis', { name, legal: legalParts(tell, masterplan.legalBasis) }) : sentence(say, 'plan.basis.none', { name }),
  };
}
