import type { Cell } from '../region-model.ts';
import type { Telling } from '../telling.ts';

/** Who published the data values of a cell: `BPS, Statistik daerah (2023); …`, each once. */
export function sourcesLine(tell: Telling, cell: Cell, sources: Map<string, string | null>): string {
  const codes = new Set(cell.inputs.map((input) => sources.get(`${input.element}|${input.area}|${input.period}|${input.series}`) ?? null));
  return [...codes].flatMap((code) => tell.model.sources.get(code ?? '') ?? [])
    .map((source) => [source.publisher, source.title, source.published].filter((part) => part !== null && part !== '').join(', ')).join('; ');
}
