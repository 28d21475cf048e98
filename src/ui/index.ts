export { type Address, baseOf, readAddress } from './address.ts';
export { DrawnHere, drawnHere } from './drawn-here.ts';
export {
  type ChangeParts, changeParts, formatChange, formatDate, formatList, formatMoment, formatNumber, formatPeriod, formatValue, numberWord, numberWordCapital, type UnitOf,
} from './format.ts';
export type { ChartData, ChartPoint, ChartTarget } from './line-chart.ts';
export { type ClassLevel, markWord, type MarkState } from './marks.ts';
export type { Filter } from './filter.ts';
export { type Site, type SiteRegion, linkTo } from './site.ts';
export { hasPage } from './navigation.ts';
export { type FigureMark, marksOf, type TagKind } from './tags.ts';
export type { SparkSpan } from './spark.ts';
export type { WeightPart } from './weight-columns.ts';
export { ui } from './words.ts';
