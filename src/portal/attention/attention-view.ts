import { messagesOf } from '#kernel/i18n.ts';
import type { TagKind } from '#ui/index.ts';
import { aboutPage, homeAddress, whyCell } from '../addresses.ts';
import { achievementAt, targetAt } from '../lookups.ts';
import { perModel, toldIn } from '../per-model.ts';
import { type Plan, type Source, valueSlot } from '../region-model.ts';
import { type Fig, figure, joined, type Part, sentence, text } from '../sentence.ts';
import { counted, nameOf, targetWords } from '../standing-sentence.ts';
import { cellFigure, cellMarks, changeOf, dataFigure, oneDecimal, tagsOf, type Telling, when } from '../telling.ts';
import { type AttentionRow, type AttentionRule, attentionRows } from './attention-rules.ts';
import english from './attention.messages.en.json' with { type: 'json' };
import indonesian from './attention.messages.id.json' with { type: 'json' };

export const attentionWords = messagesOf(indonesian, english);

export interface AttentionRowView {
  code: string;
  figure: Fig;
  sentences: Part[][];
  /** The rules that hold, in words; each leads to where it is written. */
  rules: { rule: AttentionRule; words: string; href: string }[];
  sources: Source[];
  tags: TagKind[];
}

/** How many rows the front page holds, folded ones included; more are not listed. The word `many` says this number. */
export const attentionMost = 50;

/** How many measures need attention, proved by the rows of the front page; beyond what it holds only that there are more. */
export const attentionCount = (tell: Telling, n: number): Part =>
  n > attentionMost ? text(attentionWords(tell.lang)('many')) : counted(tell, n, '[data-attention]', homeAddress(tell.base));

/** The rows of all that needs attention, gravest first; each names the rules it meets and the source of its figure. */
export const attentionViews = (tell: Telling, plan: Plan | null): readonly AttentionRowView[] => views(tell.model, `${toldIn(tell)} ${plan?.code ?? ''}`, () => viewsOf(tell, plan));

const views = perModel<readonly AttentionRowView[]>();
const viewsOf = (tell: Telling, plan: Plan | null): AttentionRowView[] =>
  attentionRows(tell.model, plan).map((row) => ({
    code: row.indicator.code, figure: cellFigure(tell, row.indicator, row.cell), sentences: sentencesOf(tell, row),
    rules: row.rules.map((rule) => ({ rule, words: attentionWords(tell.lang)(`rule.${rule}`, { kind: row.indicator.periodKind, stale: String(row.silent !== null) }), href: `${aboutPage(tell.base)}#aturan-${rule}` })),
    sources: sourcesOf(tell, row), tags: tagsOf(row.cell, cellMarks(tell, row.cell)).filter((tag) => tag !== 'disputed'),
  }));

function sentencesOf(tell: Telling, row: AttentionRow): Part[][] {
  const what = sentence(attentionWords(tell.lang), 'what', { name: nameOf(tell, row.indicator), period: when(tell, row.cell.period) });
  return [what, ...row.rules.map((rule) => ruleSentence(tell, row, rule))];
}

function ruleSentence(tell: Telling, row: AttentionRow, rule: AttentionRule): Part[] {
  const say = attentionWords(tell.lang);
  switch (rule) {
    case 'low_class': return lowSentence(tell, row);
    case 'worsened': {
      if (!row.standing?.firstPeriod) return [];
      const { verb, amount } = changeOf(tell, row.indicator, row.standing);
      const good = tell.say(row.indicator.direction === 'lower' ? 'good.lower' : 'good.higher');
      return sentence(say, 'worsened', { verb: verb.charAt(0).toUpperCase() + verb.slice(1), amount: amount ? figure(amount) : [], since: when(tell, row.standing.firstPeriod), good });
    }
    case 'silent': return row.silent ? sentence(say, 'silent', { before: when(tell, row.silent[0]), last: when(tell, row.silent[1]) }) : [];
    case 'disputed': {
      const series = tell.model.series.get(`${row.rivals[0]?.element}/${row.rivals[0]?.other.seriesCode}`);
      const others = joined(row.rivals.map((rival) => [figure(dataFigure(tell, rival.other))]), tell.say('list.comma'), tell.say('list.and'));
      return sentence(say, series?.kind === 'report' ? 'disputed.report' : 'disputed.method', { others });
    }
  }
}

/** "Capaian 45,0 dari target 600, kelas sangat rendah." */
function lowSentence(tell: Telling, { indicator, achievement }: AttentionRow): Part[] {
  if (!achievement) return [];
  const of = { plan: tell.model.plans.get(achievement.planCode) ?? null, area: achievement.areaCode };
  const target = targetAt(tell.model, indicator.code, achievement.period, of);
  const counted = achievementAt(tell.model, indicator.code, achievement.period, of)?.capped ?? 0;
  const href = `${whyCell(tell.base, indicator.code, achievement.areaCode, achievement.period)}#capaian`;
  const slots = { achievement: figure({ href, value: String(counted), shown: oneDecimal(tell, counted), marks: [] }), period: when(tell, achievement.period) };
  return sentence(attentionWords(tell.lang), target ? 'low_class' : 'low_class.aimless', { ...slots, target: target ? targetWords(tell, indicator, target) : [] });
}

/** The sources of the values that the figure was computed from. */
function sourcesOf(tell: Telling, { cell }: AttentionRow): Source[] {
  const codes = cell.inputs.map((input) => tell.model.values.get(valueSlot(input.element, input.series ?? '', input.period))?.sourceCode);
  const sources = codes.flatMap((code) => tell.model.sources.get(code ?? '') ?? []);
  return [...new Map(sources.map((source) => [`${source.publisher} ${source.published}`, source])).values()];
}
