export { type Address, baseOf, readAddress } from './address.ts';
export { DrawnHere, drawnHere } from './drawn-here.ts';
export type { Filter } from './filter.ts';
export {
  type ChangeParts, changeParts, formatChange, formatDate, formatList, formatMoment, formatNumber, formatPeriod, formatValue, numberWord, numberWordCapital, type UnitOf,
} from './format.ts';
export { type FlowShape, shapeFlow } from './flow.ts';
export { shapeBoundaries } from './boundary-map.ts';
export type { ChartData, ChartPoint, ChartTarget } from './line-chart.ts';
export type { LinkedData } from './linked-data.ts';
export { type ClassLevel, markWord, type MarkState } from './marks.ts';
export { canonicalHref, linkTo, type PublicHome, publicHref, type Site, type SiteRegion } from './site.ts';
export { hasPage } from './navigation.ts';
export { type MapShape, shortCode } from './map-label.ts';
export { shapeSchematic } from './schematic-map.ts';
export { type FigureMark, marksOf, type TagKind } from './tags.ts';
export type { SparkSpan } from './spark.ts';
export { contrast, type Theme, themeProblems, themeSheet } from './theme.ts';
export type { WeightPart } from './weight-columns.ts';
export { ui } from './words.ts';
