import type { Source } from '../region-model.ts';
import type { Part } from '../sentence.ts';
import { inLang, type Telling, when } from '../telling.ts';

/** What a source says of an area that cannot be a value. */
export interface StatementRow {
  period: Part | null;
  text: string;
  source: Source | undefined;
}

/** Newest first; those without a time last. */
export function statementsOf(tell: Telling, areas: string[]): StatementRow[] {
  const here = new Set(areas);
  const found = tell.model.statements.filter((one) => (one.aboutKind === 'area' && here.has(one.aboutCode)) || (one.areaCode !== null && here.has(one.areaCode)));
  found.sort((a, b) => ((a.period ?? '') < (b.period ?? '') ? 1 : -1));
  return found.map((one) => ({ period: one.period === null ? null : when(tell, one.period), text: inLang(tell, one.text), source: tell.model.sources.get(one.sourceCode) }));
}
