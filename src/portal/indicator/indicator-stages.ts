import { formatNumber } from '#ui/index.ts';
import { targetsOf, withValue } from '../lookups.ts';
import type { Indicator } from '../region-model.ts';
import { figure, type Part, sentence, verbatim } from '../sentence.ts';
import { targetWords } from '../standing-sentence.ts';
import { cellFigure, inLang, targetFigure, type Telling, when } from '../telling.ts';
import type { SayIndicator } from './indicator-words.ts';

/** One step of a drawn list: a stage of the work, or the answer of one period. */
export interface StageRow {
  name: Part[];
  /** `reached` is filled, `wanted` has a thick frame, `open` a thin one. */
  state: 'reached' | 'wanted' | 'open';
  /** What is said of it: since when, wanted by when, share of the work. */
  told: Part[][];
}
export interface StagesView {
  heading: string;
  text: string;
  rows: StageRow[];
}

/** What no line can show: the stages of a milestone, or yes and no, each told in words; null for amounts and ranges. */
export function stagesView(tell: Telling, say: SayIndicator, indicator: Indicator): StagesView | null {
  if (indicator.targetKind === 'milestone') return milestones(tell, say, indicator);
  return indicator.targetKind === 'yes_no' ? answers(tell, say, indicator) : null;
}

function milestones(tell: Telling, say: SayIndicator, indicator: Indicator): StagesView | null {
  const cells = withValue(tell.model.cells.get(indicator.code));
  const latest = cells.at(-1);
  const targets = targetsOf(tell.model, indicator.code);
  if (indicator.milestones.length === 0) return null;
  return {
    heading: say('stages'), text: say('stages.text'),
    rows: indicator.milestones.map(({ name, share }, n): StageRow => {
      const stage = n + 1;
      const reached = (latest?.value ?? 0) >= stage;
      const since = reached ? cells.find((_, at) => cells.slice(at).every((later) => (later.value ?? 0) >= stage)) : undefined;
      const wanted = targets.filter((target) => Number(target.value) === stage);
      return {
        name: [verbatim(inLang(tell, name))], state: reached ? 'reached' : wanted.length > 0 ? 'wanted' : 'open',
        told: [
          ...(since ? [sentence(say, 'stages.reached', { figure: figure(cellFigure(tell, indicator, since)), period: when(tell, since.period) })] : []),
          ...wanted.map((target) => sentence(say, 'stages.wanted', { target: figure(targetFigure(tell, indicator, target)), period: when(tell, target.period) })),
          sentence(say, 'stages.share', { share: { kind: 'formula', text: `${formatNumber(share, { lang: tell.lang })}%`, strong: false } }),
        ],
      };
    }),
  };
}

function answers(tell: Telling, say: SayIndicator, indicator: Indicator): StagesView | null {
  const cells = withValue(tell.model.cells.get(indicator.code));
  const targets = targetsOf(tell.model, indicator.code);
  const periods = [...new Set([...cells, ...targets].map((one) => one.period))].sort();
  if (periods.length === 0) return null;
  return {
    heading: say('answers'), text: say('answers.text'),
    rows: periods.map((period): StageRow => {
      const cell = cells.find((one) => one.period === period);
      const target = targets.find((one) => one.period === period);
      return {
        name: [when(tell, period)], state: cell?.value === 1 ? 'reached' : target ? 'wanted' : 'open',
        told: [
          cell ? [figure(cellFigure(tell, indicator, cell))] : sentence(say, 'answers.none'),
          ...(target ? [sentence(say, 'answers.wanted', { target: targetWords(tell, indicator, target) })] : []),
        ],
      };
    }),
  };
}
