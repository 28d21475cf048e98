import { isPeriod } from '#kernel/periods.ts';
import type { Source } from '../region-model.ts';
import { type Part, verbatim } from '../sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';

/** What a source says of an area that cannot be a value. */
export interface StatementRow {
  period: Part | null;
  text: string;
  source: Source | undefined;
}

/** Newest first; those without a time last. What is said of a plan or a measure in one district stands with the district, not with the whole region. */
export function statementsOf(tell: Telling, areas: string[]): StatementRow[] {
  const here = new Set(areas);
  const found = tell.model.statements.filter((one) => (one.aboutKind === 'area' && here.has(one.aboutCode)) || (one.areaCode !== null && one.areaCode !== tell.model.region.code && here.has(one.areaCode)));
  found.sort((a, b) => ((a.period ?? '') < (b.period ?? '') ? 1 : -1));
  return found.map((one) => ({ period: one.period === null ? null : isPeriod(one.period) ? when(tell, one.period) : verbatim(one.period), text: inLang(tell, one.text), source: tell.model.sources.get(one.sourceCode) }));
}
