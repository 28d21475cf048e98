import type { TagKind } from '#ui/index.ts';
import { whyCell } from '../addresses.ts';
import { type AttentionRow, type AttentionRule, attentionRows } from './attention.ts';
import { capital, type Fig, figure, joined, type Part, sentence } from '../sentence.ts';
import { targetAt } from '../lookups.ts';
import { type Plan, type Source, valueSlot } from '../region-model.ts';
import { counted, nameOf, targetWords } from '../standing-sentence.ts';
import { cellFigure, cellMarks, changeOf, dataFigure, oneDecimal, tagsOf, type Telling, when } from '../telling.ts';

export interface AttentionView {
  rows: AttentionRowView[];
  /** The rest, behind a summary that says how many; null when all are shown. */
  more: { summary: Part[]; rows: AttentionRowView[] } | null;
}
export interface AttentionRowView {
  code: string;
  figure: Fig;
  sentences: Part[][];
  rules: string;
  sources: Source[];
  tags: TagKind[];
}

const most = 6;

/** The gravest rows; each names the rules it meets and the source of its figure. */
export function attentionOf(tell: Telling, plan: Plan): AttentionView {
  const rows = attentionRows(tell.model, plan).map((row): AttentionRowView => ({
    code: row.indicator.code, figure: cellFigure(tell, row.indicator, row.cell), sentences: sentencesOf(tell, row),
    rules: row.rules.map((rule) => tell.say(`attention.rule.${rule}`)).join(tell.say('list.semicolon')),
    sources: sourcesOf(tell, row), tags: tagsOf(row.cell, cellMarks(tell, row.cell)).filter((tag) => tag !== 'disputed'),
  }));
  const rest = rows.slice(most);
  const summary = sentence(tell.say, 'home.attention.more', { n: counted(tell, rest.length, '[data-more]'), c: rest.length });
  return { rows: rows.slice(0, most), more: rest.length > 0 ? { summary: capital(summary), rows: rest } : null };
}

function sentencesOf(tell: Telling, row: AttentionRow): Part[][] {
  const what = sentence(tell.say, 'attention.what', { name: nameOf(tell, row.indicator), period: when(tell, row.cell.period) });
  return [what, ...row.rules.map((rule) => ruleSentence(tell, row, rule))];
}

function ruleSentence(tell: Telling, row: AttentionRow, rule: AttentionRule): Part[] {
  const { indicator, achievement, standing, rivals } = row;
  if (rule === 'disputed') {
    const series = tell.model.series.get(`${rivals[0]?.element}/${rivals[0]?.other.seriesCode}`);
    const others = joined(rivals.map((rival) => [figure(dataFigure(tell, rival.other))]), tell.say('list.comma'), tell.say('list.and'));
    return sentence(tell.say, series?.kind === 'report' ? 'attention.disputed.report' : 'attention.disputed.method', { others });
  }
  if (rule === 'worsened' && standing?.firstPeriod) {
    const { verb, amount } = changeOf(tell, indicator, standing);
    const good = tell.say(indicator.direction === 'lower' ? 'good.lower' : 'good.higher');
    return sentence(tell.say, 'attention.worsened', { verb: verb.charAt(0).toUpperCase() + verb.slice(1), amount: amount ? figure(amount) : [], since: when(tell, standing.firstPeriod), good });
  }
  if (!achievement) return [];
  const target = targetAt(tell.model, indicator.code, achievement.period);
  if (rule === 'target_missed' && target) return sentence(tell.say, 'attention.target_missed', { target: targetWords(tell, indicator, target), period: when(tell, achievement.period) });
  const value = achievement.capped ?? 0;
  const href = `${whyCell(tell.base, indicator.code, achievement.areaCode, achievement.period)}#capaian`;
  return sentence(tell.say, 'attention.low_class', { achievement: figure({ href, value: String(value), shown: oneDecimal(tell, value), marks: [] }) });
}

/** The sources of the values that the figure was computed from. */
export function sourcesOf(tell: Telling, { cell }: Pick<AttentionRow, 'cell'>): Source[] {
  const codes = cell.inputs.map((input) => tell.model.values.get(valueSlot(input.element, input.series ?? '', input.period))?.sourceCode);
  const sources = codes.flatMap((code) => tell.model.sources.get(code ?? '') ?? []);
  return [...new Map(sources.map((source) => [`${source.publisher} ${source.published}`, source])).values()];
}
