import type { FrozenScores } from '#scores/index.ts';
import type { FrozenIndicator, FrozenNode } from '#scores/ui.ts';
import type { Frozen } from '../region-model.ts';

/** Builders for tests: frozen days of the sample region. */
export const aFrozenNode = (nodeCode: string, value: number | null, over: Partial<FrozenNode> = {}): FrozenNode => ({
  regionCode: '16.99', frozenCode: 'A', tree: 'plan', treeCode: 'rpjmd-2018', nodeCode, period: '2023', value, class: value === null ? null : value > 75 ? 4 : 3, known: 1, declared: 2, low: value === null ? null : value / 2, high: 92,
  parts: [{ kind: 'indicator', code: 'MISKIN', weight: 1, value, applicable: true }, { kind: 'indicator', code: 'STUNTING', weight: 1, value: null, applicable: true }], ...over,
});

export const aFrozenIndicator = (indicatorCode: string, period: string, value: number, over: Partial<FrozenIndicator> = {}): FrozenIndicator => ({
  regionCode: '16.99', frozenCode: 'A', indicatorCode, areaCode: '16.99', period, value, seriesCode: 'utama', quality: 'final', origin: 'reported', formula: `#{${indicatorCode}}`,
  inputs: [{ element: indicatorCode, series: 'utama', period, value: String(value), source: 'bps' }], planCode: null, targetPeriod: null, target: null, raw: null, capped: null, class: null, met: null, ...over,
});

export function aFrozenDay(code: string, frozenOn: string, nodes: FrozenNode[], indicators: FrozenIndicator[] = []): FrozenScores {
  const own = <T extends object>(row: T): T => ({ ...row, frozenCode: code });
  return { frozen: { regionCode: '16.99', code, frozenOn, nameId: `Potret ${code}`, nameEn: `Day ${code}`, noteId: null, noteEn: null, revision: 1 }, nodes: nodes.map(own), indicators: indicators.map(own) };
}

export const frozenOf = ({ frozen }: FrozenScores): Frozen => ({ code: frozen.code, frozenOn: frozen.frozenOn, name: { id: frozen.nameId, en: frozen.nameEn }, note: null, revision: frozen.revision });
